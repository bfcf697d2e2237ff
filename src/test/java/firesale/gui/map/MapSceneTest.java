package firesale.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.experiment.ExperimentFile;
import firesale.gui.view.Mark;
import firesale.hardware.Lot;
import firesale.model.FireSale;
import firesale.model.Sale;
import firesale.model.Scenario;
import firesale.model.Week;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken down of real runs. */
class MapSceneTest {

    private static FireSale run(String experiment, int point, long seed) {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", experiment + ".yaml"));
        FireSale run = FireSale.watched(Scenario.of(file.points().get(point).parameters()), seed);
        run.start();
        return run;
    }

    @ParameterizedTest
    @CsvSource({"baseline,0", "ten-thousand-h100,2", "in-place,5", "s17-backstop,10", "s17-backstop,11", "own-buyers,0",
            "chain,0", "s11-vehicles,0"})
    void allIsThereAndInItsPlace(String experiment, int point) {
        FireSale run = run(experiment, point, 1);
        MapLayer layer = new MapLayer();
        BufferedImage image = new BufferedImage((int) Sheet.WIDTH, (int) Sheet.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D sheet = image.createGraphics();
        int flights = 0;
        while (run.schedule.step(run)) {
            if (run.week() % 5 != 3) {
                continue;
            }
            MapScene scene = new MapSceneBuilder(null, run).build();
            check(run, scene);
            flights += scene.flights().size();
            layer.show(scene);
            layer.draw(sheet);
        }
        assertThat(flights).isPositive();
        assertThat(new MapSceneBuilder(null, run).build().lead()).startsWith("The run is over: ");
        sheet.dispose();
    }

    private static void check(FireSale run, MapScene scene) {
        Week now = run.watch().weeks().get(run.watch().weeks().size() - 1);
        assertThat(scene.moment().week()).isEqualTo(run.week());
        assertThat(scene.counters().get(0).value()).startsWith(now.defaults() + " (");
        assertThat(scene.regimes()).hasSize(run.week() + 1);
        long gpus = 0;
        long held = 0;
        int lots = 0;
        for (MapScene.Slot slot : scene.slots()) {
            gpus += slot.gpus() + slot.coming();
            lots += slot.lots().size() + slot.folded();
            for (LotSpot lot : slot.lots()) {
                assertThat(lot.x() - lot.side() / 2).isGreaterThanOrEqualTo(slot.left());
                assertThat(lot.x() + lot.side() / 2).isLessThanOrEqualTo(slot.right());
                assertThat(lot.y() - lot.side() / 2).isGreaterThanOrEqualTo(Sheet.SHELF_TOP);
                assertThat(lot.y() + lot.side() / 2).isLessThanOrEqualTo(Sheet.SHELF_BOTTOM);
            }
        }
        int there = 0;
        for (List<? extends Lot> each : List.of(run.credit().inventory(), run.credit().repossessing(), run.repo().lots())) {
            for (Lot lot : each) {
                held += lot.gpus().balance();
                there += lot.gpus().balance() > 0 ? 1 : 0;
            }
        }
        assertThat(gpus).isEqualTo(held);
        assertThat(lots).isEqualTo(there);
        int sites = 0;
        for (Buyer buyer : run.buyers().buyers()) {
            sites += buyer.type().business() == BuyerType.Business.USE ? buyer.sites().size() : 0;
        }
        assertThat(scene.sites()).hasSize(sites);
        for (BuyerSpot spot : scene.sites()) {
            assertThat(spot.x()).isBetween(Sheet.PLOT_LEFT, Sheet.PLOT_RIGHT);
            assertThat(spot.y() > Sheet.BAND_TOP).as("without free racks in the band").isEqualTo(spot.place().freeKw() == 0);
            assertThat(spot.y() - spot.radius()).isGreaterThanOrEqualTo(Sheet.PLOT_TOP);
            assertThat(spot.y() + spot.radius()).isLessThanOrEqualTo(Sheet.PLOT_BOTTOM);
        }
        assertThat(scene.history().shelfGpus()).hasSize(run.week() + 1).endsWith(now.inventoryGpus());
        for (BuyerSpot spot : scene.lane()) {
            assertThat(spot.x()).isBetween(Sheet.LANE_LEFT, Sheet.LANE_RIGHT);
            assertThat(spot.y()).isBetween(Sheet.PLOT_TOP, Sheet.PLOT_BOTTOM);
        }
        Set<String> keys = new HashSet<>();
        for (Mark mark : scene.marks()) {
            assertThat(keys.add(mark.key())).as(mark.key()).isTrue();
            assertThat(mark.tip()).doesNotContain("NaN", "null");
        }
        assertThat(scene.lead()).isNotBlank().doesNotContain("NaN");
        assertThat(scene.rest()).doesNotContain("NaN");
    }

    @Test
    void aRunComputedAnewLooksAsItDidWhenItWasWatched() {
        FireSale watched = run("baseline", 0, 1);
        FireSale anew = run("baseline", 0, 1);
        MapScene seen = null;
        for (int week = 0; week <= 60; week++) {
            watched.schedule.step(watched);
            seen = new MapSceneBuilder(null, watched).build();
            anew.schedule.step(anew);
        }
        MapScene other = new MapSceneBuilder(null, anew).build();
        assertThat(other.lead()).isEqualTo(seen.lead());
        assertThat(other.rest()).isEqualTo(seen.rest());
        assertThat(other.sites()).isEqualTo(seen.sites());
        assertThat(other.lane()).isEqualTo(seen.lane());
        assertThat(other.slots()).isEqualTo(seen.slots());
        assertThat(other.flights()).isEqualTo(seen.flights());
        assertThat(other.counters()).isEqualTo(seen.counters());
    }

    @Test
    void lookingChangesNothing() {
        FireSale looked = run("in-place", 5, 3);
        while (looked.schedule.step(looked)) {
            new MapSceneBuilder(null, looked).build();
        }
        FireSale alone = run("in-place", 5, 3);
        while (alone.schedule.step(alone)) {
            continue;
        }
        assertThat(looked.watch().sales().equals(alone.watch().sales())).isTrue();
        assertThat(looked.watch().events().equals(alone.watch().events())).isTrue();
        assertThat(looked.watch().weeks().equals(alone.watch().weeks())).isTrue();
        assertThat(alone.watch().sales()).isNotEmpty();
    }

    @Test
    void buyersHaveLessInASqueezeAndTheMapSaysSo() {
        FireSale run = run("baseline", 0, 1);
        double inCalm = 0;
        for (int week = 0; week <= 45; week++) {
            run.schedule.step(run);
            inCalm = week == 10 ? share(run) : inCalm;
        }
        assertThat(inCalm).isBetween(0.97, 1.03);
        assertThat(share(run)).isLessThan(0.9);
        MapScene scene = new MapSceneBuilder(null, run).build();
        assertThat(scene.sites()).anyMatch(spot -> spot.radius() < spot.calmRadius());
    }

    private static double share(FireSale run) {
        double now = 0;
        double calm = 0;
        for (Buyer buyer : run.buyers().buyers()) {
            now += run.buyers().spendableUsd(buyer);
            calm += run.buyers().spendableInCalmUsd(buyer);
        }
        return now / calm;
    }

    @Test
    void everyLotIsFoundByItsNumber() {
        FireSale run = run("baseline", 0, 1);
        while (run.schedule.step(run)) {
            for (Lot lot : run.credit().fleets()) {
                assertThat(LotCard.find(run, lot.id())).isSameAs(lot);
            }
        }
        assertThat(LotCard.find(run, 100_000)).isNull();
        Set<Integer> sold = new HashSet<>();
        for (Sale sale : run.watch().sales()) {
            sold.add(sale.lot());
        }
        assertThat(sold).isNotEmpty().allMatch(lot -> LotCard.find(run, lot) != null);
    }
}
