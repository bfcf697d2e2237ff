package firesale.gui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.experiment.ExperimentFile;
import firesale.model.FireSale;
import firesale.model.RunOutcome;
import firesale.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static FireSale begin(String experiment, long seed, String... settings) {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", experiment + ".yaml"));
        if (settings.length > 0) {
            file = file.withSettings(List.of(settings));
        }
        FireSale run = FireSale.watched(Scenario.of(file.points().get(0).parameters()), seed);
        run.start();
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "cascades", "loops", "missing-repo-depth"})
    void lastWeekIsTheOutcome(String experiment) {
        FireSale run = begin(experiment, 3, "repo.capacityUsd=2e8", "twins=true");
        History history = null;
        while (run.schedule.step(run)) {
            history = History.of(run, history);
        }
        run.finish();
        RunOutcome outcome = run.outcome();
        ChartWeek last = history.weeks().get(history.weeks().size() - 1);
        assertThat(history.weeks()).hasSize((int) outcome.weeks());
        assertThat(last.discountSoFar()).isCloseTo(outcome.priceDiscount(), within(1e-9));
        assertThat(history.discountSoFar()).isEqualTo(last.discountSoFar());
        assertThat(last.initialDefaults() + last.inducedDefaults()).isEqualTo(outcome.defaults()).isPositive();
        assertThat((double) last.inducedDefaults()).isEqualTo(outcome.twins().defaultsInduced());
        assertThat(last.state()).isEqualTo(run.watch().weeks().get(history.weeks().size() - 1));
        assertThat(history.hasRepo()).isTrue();
        assertThat(last.haircut()).isBetween(0.0, 1.0);
        assertThat(last.oldHaircut()).isBetween(0.0, 1.0);
        assertThat(last.repoDepthUsd()).isNotNegative();
    }

    @Test
    void readInOneGoItIsTheSame() {
        FireSale run = begin("baseline", 1);
        History weekly = null;
        for (int week = 0; week < 61; week++) {
            run.schedule.step(run);
            weekly = History.of(run, weekly);
        }
        History atOnce = History.of(run, null);
        assertThat(atOnce.weeks()).isEqualTo(weekly.weeks()).hasSize(61);
        assertThat(atOnce.anatomy()).isEqualTo(weekly.anatomy());
        assertThat(atOnce.continues(weekly)).isTrue();
    }

    @Test
    void anotherRunIsNotContinued() {
        FireSale first = begin("baseline", 1);
        FireSale second = begin("baseline", 1, "market.squeeze.startWeek=10");
        for (int week = 0; week < 45; week++) {
            first.schedule.step(first);
            second.schedule.step(second);
        }
        Histories histories = new Histories();
        History before = histories.of(first);
        History after = histories.of(second);
        assertThat(after.continues(before)).isFalse();
        assertThat(after.weeks()).isEqualTo(History.of(second, null).weeks()).isNotEqualTo(before.weeks());
        assertThat(histories.of(second)).isSameAs(after);
    }

    @Test
    void historiesOfEarlierWeeksStay() {
        FireSale run = begin("baseline", 1);
        for (int week = 0; week < 44; week++) {
            run.schedule.step(run);
        }
        History early = History.of(run, null);
        List<ChartWeek> rows = List.copyOf(early.weeks());
        for (int week = 0; week < 40; week++) {
            run.schedule.step(run);
        }
        History late = History.of(run, early);
        assertThat(early.weeks()).isEqualTo(rows);
        assertThat(late.weeks().subList(0, 44)).isEqualTo(rows);
        assertThat(late.continues(early)).isTrue();
        assertThat(early.continues(late)).isFalse();
    }

    @Test
    void waterfallGoesFromFmvToThePrice() {
        FireSale run = begin("baseline", 1);
        assertThat(WaterfallSteps.of(run.watch().anatomy())).isEmpty();
        while (run.schedule.step(run)) {
            continue;
        }
        History history = History.of(run, null);
        assertThat(history.weeks().stream().mapToLong(ChartWeek::soldGpus).sum()).isEqualTo(run.outcome().gpusSold());
        List<WaterfallSteps.Bar> bars = WaterfallSteps.of(history.anatomy());
        double level = 1;
        assertThat(bars.get(0)).isEqualTo(new WaterfallSteps.Bar("FMV", 0, 1, WaterfallSteps.Kind.LEVEL));
        for (WaterfallSteps.Bar bar : bars.subList(1, bars.size() - 2)) {
            assertThat(bar.from()).isEqualTo(level);
            assertThat(bar.to() < bar.from()).isEqualTo(bar.kind() == WaterfallSteps.Kind.TAKES);
            level = bar.to();
        }
        WaterfallSteps.Bar price = bars.get(bars.size() - 2);
        assertThat(price.to()).isCloseTo(level, within(1e-6)).isCloseTo(1 - history.discountSoFar(), within(1e-6));
        assertThat(WaterfallChart.end(List.of())).isEqualTo(1.4);
        assertThat(WaterfallChart.end(List.of(new WaterfallSteps.Bar("Beliefs", 0.9, 1.22, WaterfallSteps.Kind.ADDS))))
                .isCloseTo(1.6, within(1e-12));
        assertThat(price.label()).matches("\\d+ %");
        assertThat(bars.get(1).label()).matches("[\u2212+]\\d+\\.\\d pp");
    }

    @Test
    void regimesAreSpans() {
        FireSale run = begin("baseline", 1);
        while (run.schedule.step(run)) {
            continue;
        }
        List<ChartWeek> weeks = History.of(run, null).weeks();
        List<RegimeSpans.Span> spans = RegimeSpans.of(weeks);
        assertThat(spans).hasSize(2);
        assertThat(spans.get(0).first()).isEqualTo(26);
        assertThat(spans.get(1).first()).isEqualTo(spans.get(0).last() + 1);
        for (RegimeSpans.Span span : spans) {
            assertThat(weeks.subList(span.first(), span.last() + 1)).allMatch(week -> week.regime() == span.regime());
        }
        assertThat(RegimeSpans.of(List.of())).isEmpty();
    }
}
