package firesale.gui.auction;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.model.FireSale;
import firesale.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaleShownTest {

    private static FireSale begin() {
        FireSale run = FireSale.watched(Scenario.of(ExperimentFile.read(Path.of("experiments", "baseline.yaml")).points().get(0)
                .parameters()), 1);
        run.start();
        return run;
    }

    @Test
    void followsTheRun() {
        FireSale run = begin();
        int withSale = 0;
        int without = 0;
        List<Double> changes = new ArrayList<>();
        int weeks = 0;
        double end = Double.NaN;
        while (run.schedule.step(run)) {
            SaleShown shown = SaleShown.of(run);
            weeks++;
            assertThat(shown.moment().week()).isEqualTo(run.week());
            assertThat(shown.now().isPresent()).isEqualTo(!run.watch().schedule().isEmpty());
            if (shown.now().isPresent()) {
                withSale++;
                SaleOfWeek sale = shown.now().get();
                assertThat(sale.points()).isEqualTo(run.watch().schedule());
                assertThat(sale.clearing().kind()).isEqualTo(sale.points().get(0).kind());
                assertThat(sale.clearing().soldGpus()).isEqualTo(sale.points().get(0).soldGpus());
                assertThat(sale.points().get(sale.points().size() - 1).supplyGpus()).isEqualTo(sale.clearing().offeredGpus());
                assertThat(shown.priceEndUsd()).isGreaterThan(sale.clearing().fmvUsd());
                assertThat(shown.gpusEnd()).isGreaterThan(sale.clearing().offeredGpus());
            } else {
                without++;
                shown.last().ifPresent(last -> assertThat(last.clearing().week()).isLessThan(run.week()));
                shown.last().ifPresent(last -> assertThat(last.isSold()).isTrue());
            }
            if (shown.priceEndUsd() != end) {
                changes.add(shown.priceEndUsd());
            }
            end = shown.priceEndUsd();
        }
        assertThat(withSale).isGreaterThan(20);
        assertThat(without).isGreaterThan(20);
        assertThat(changes).as("changes of the axis in %s weeks", weeks).hasSizeLessThan(weeks / 10);
    }

    @Test
    void sameWhenTheRunIsComputedAnew() {
        FireSale first = begin();
        FireSale second = begin();
        Set<Integer> looked = new HashSet<>(List.of(45, 80));
        for (int week = 0; week < 90; week++) {
            first.schedule.step(first);
            second.schedule.step(second);
            SaleShown shown = SaleShown.of(first);
            if (looked.contains(week)) {
                assertThat(SaleShown.of(second)).isEqualTo(shown);
            }
        }
    }

    @Test
    void bandsCoverWhatIsDrawn() {
        FireSale run = begin();
        for (int week = 0; week <= 45; week++) {
            run.schedule.step(run);
        }
        SaleShown shown = SaleShown.of(run);
        List<Band> bands = SaleBands.of(shown, () -> null);
        assertThat(bands).extracting(Band::key).doesNotHaveDuplicates().contains("sale", "line-FMV", "line-price", "name-OLV");
        assertThat(bands.get(0).covers(1, 1)).isTrue();
        assertThat(bands.stream().filter(band -> band.key().startsWith("price-"))).isNotEmpty()
                .allSatisfy(band -> assertThat(band.top()).isLessThan(band.bottom()))
                .allSatisfy(band -> assertThat(band.tip()).contains("demand", "supply"));
    }
}
