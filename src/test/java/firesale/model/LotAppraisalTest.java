package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.buyers.Interest;
import firesale.buyers.KindOfBuyers;
import firesale.buyers.Obstacle;
import firesale.hardware.MachineType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appraisals by hand with one kind of buyer, each obstacle once, and against runs in which such a lot is sold. */
class LotAppraisalTest {

    private static final String H100 = "H100-SXM-HGX-air";
    private static final String HEADER = "id,kind,ready_mw,rack_kw,cooling,convertible_mw,power_usd_per_kwh,cash_musd,line_musd,"
            + "utilisation,belief_per_year,attendance,storage_gpus\n";

    @TempDir
    Path folder;

    private static LotAppraisal lot(long gpus, int week) {
        return new LotAppraisal(new LotParameters(H100, gpus, 1.5, 1, OptionalDouble.empty()), week, 4, 26);
    }

    private Scenario market(String rows, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("buyers.csv"), HEADER + rows);
        List<String> settings = new ArrayList<>(List.of("credit.borrowers.count=0", "buyers.file=" + file));
        settings.addAll(List.of(more));
        return Scenario.of(Bound.parameters(settings.toArray(new String[0])));
    }

    private static KindOfBuyers kind(LotFigures figures, String name) {
        return figures.kinds().stream().filter(kind -> kind.name().equals(name)).findFirst().orElseThrow();
    }

    private static long gpus(KindOfBuyers kind, String way) {
        return kind.gpus()[Interest.ways().indexOf(way)];
    }

    /**
     * Two buyers alike who always come, 1 MW in racks of 41 kW each: 24 racks of 4 nodes, 96 nodes. FMV is what both hold the machine
     * worth. A lot for which one has room goes at the other's value; one larger than both have room for goes at scrap, and 192 nodes
     * of it are bid for. Book: 30,000 less 1.5 of 6 years. NOLV: 5 % and 26 weeks at 3 USD less than OLV.
     */
    @Test
    void byHand() throws IOException {
        String alike = "firm-%s,enterprise,1,41,air,0,0.09,1000,0,0.6,0,1,\n";
        Scenario scenario = market(alike.formatted("a") + alike.formatted("b"));
        LotFigures small = lot(80 * 8, 0).in(scenario, 1);
        assertThat(small.fmvUsd()).isGreaterThan(5000).isEqualTo(small.firstBestUsd());
        assertThat(small.bookUsd()).isEqualTo(22_500);
        for (int t = 0; t < LotAppraisal.WEEKS.size(); t++) {
            assertThat(small.soldShare().get(t)).isEqualTo(1);
        }
        assertThat(small.flvUsd()).isEqualTo(small.soldUsd().get(1)).isCloseTo(small.fmvUsd() * small.hurryMelt(), within(0.01));
        assertThat(small.olvUsd()).isEqualTo(small.soldUsd().get(3)).isCloseTo(small.fmvUsd() * small.orderlyMelt(), within(0.01));
        assertThat(small.nolvUsd()).isCloseTo(0.95 * small.olvUsd() - 78, within(1e-9));
        assertThat(small.orderlyMelt()).isBetween(0.5, 0.9).isLessThan(small.hurryMelt());
        assertThat(small.kinds()).hasSize(1);
        KindOfBuyers firms = kind(small, "enterprise");
        assertThat(firms.buyers()).isEqualTo(2);
        assertThat(firms.canBid()).isEqualTo(2);
        assertThat(firms.valuesUsd()).hasSize(2);
        assertThat(firms.valuesUsd()[0]).isCloseTo(small.fmvUsd(), within(1e-6)).isEqualTo(firms.valuesUsd()[1]);
        assertThat(gpus(firms, "ready")).as("no more than the lot each").isEqualTo(2 * 640);
        assertThat(gpus(firms, "retrofit") + gpus(firms, "storage")).isZero();
        assertThat(firms.fundsUsd()).isEqualTo(2e9);
        assertThat(firms.obstacles()).containsOnly(0);

        LotFigures large = lot(400 * 8, 0).in(scenario, 1);
        assertThat(large.fmvUsd()).isEqualTo(small.fmvUsd());
        assertThat(large.soldShare().get(0)).isEqualTo(192 / 400.0);
        assertThat(large.soldUsd()).as("scrap does not melt").containsOnly(500.0);
        assertThat(large.olvUsd()).isEqualTo(500);
        assertThat(large.flvUsd()).isEqualTo(500);
        assertThat(gpus(kind(large, "enterprise"), "ready")).isEqualTo(2 * 96 * 8);
    }

    /** One buyer with each obstacle, and one with none; no legacy power is a way out. */
    @Test
    void everyObstacleOnce() throws IOException {
        String rows = """
                weak,enterprise,1,10,air,0,0.09,100,0,0.6,0,1,
                cooling,enterprise,1,41,immersion,0,0.09,100,0,0.6,0,1,
                full,enterprise,0,41,air,0,0.09,100,0,0.6,0,1,
                dear,enterprise,1,41,air,0,3,100,0,0.6,0,1,
                new,neocloud,1,41,air,0,0.09,100,0,0.6,0,1,
                poor,enterprise,1,41,air,0,0.09,0.01,0,0.6,0,1,
                absent,enterprise,1,41,air,0,0.09,100,0,0.6,0,0,
                fine,enterprise,1,41,air,0,0.09,100,0,0.6,0,1,
                shelf,broker,,,,,,1,,,,1,0
                slow,distressed-fund,,,,,,100,,,,1,1000
                """;
        LotFigures figures = lot(800, 0).in(market(rows, "hardware.machines.B200-SXM-HGX-air.newPriceUsd=1"), 1);
        KindOfBuyers firms = kind(figures, "enterprise");
        assertThat(firms.buyers()).isEqualTo(7);
        assertThat(firms.canBid()).isEqualTo(1);
        assertThat(firms.obstacles()).containsExactly(1, 1, 1, 1, 0, 1, 1);
        assertThat(firms.valuesUsd()).as("weak, cooling and full have no room").hasSize(4);
        assertThat(kind(figures, "neocloud").obstacles()).containsExactly(0, 0, 0, 0, 1, 0, 0);
        assertThat(kind(figures, "broker").obstacles()).as("nothing can be stored").containsExactly(0, 0, 1, 0, 0, 0, 0);
        assertThat(kind(figures, "distressed-fund").obstacles()).as("from week 13 on").containsExactly(0, 0, 0, 0, 0, 0, 1);
        assertThat(gpus(kind(figures, "distressed-fund"), "storage")).isEqualTo(800);
        LotAppraisal patient = new LotAppraisal(lot(800, 0).lot(), 0, 14, 26);
        assertThat(kind(patient.in(market(rows), 1), "distressed-fund").canBid()).isEqualTo(1);
        // each friction that is off takes its obstacles away
        assertThat(kind(lot(800, 0).in(market(rows, "frictions=[]"), 1), "enterprise").obstacles()).containsExactly(0, 0, 0, 1, 0, 0, 0);
    }

    /** Legacy power is a way out where it pays, and none where it does not: then what is wrong with the racks counts. */
    @Test
    void retrofitsAreAWayOut() throws IOException {
        String rows = "weak,enterprise,1,10,air,2,0.09,100,0,0.6,0,1,\n";
        String cheap = "buyers.types.enterprise.retrofitUsdPerKw=0";
        LotFigures out = lot(800, 0).in(market(rows, cheap, "buyers.types.enterprise.retrofitWeeks=0"), 1);
        assertThat(kind(out, "enterprise").canBid()).isEqualTo(1);
        assertThat(gpus(kind(out, "enterprise"), "ready")).isZero();
        assertThat(gpus(kind(out, "enterprise"), "retrofit")).isEqualTo(800);
        LotFigures none = lot(800, 0).in(market(rows, "buyers.types.enterprise.retrofitUsdPerKw=100000"), 1);
        assertThat(kind(none, "enterprise").obstacles()[Obstacle.RACKS_TOO_WEAK.ordinal()]).isEqualTo(1);
        assertThat(none.soldShare()).containsOnly(0.0);
        assertThat(none.flvUsd()).isLessThanOrEqualTo(500);
    }

    /** A lot that is seized and wholly sold in the first week has the OLV, FLV, NOLV, FMV and book of the appraisal. */
    @Test
    void agreesWithTheAnatomyOfASale() {
        for (long seed = 0; seed < 8; seed++) {
            ModelParameters parameters = Bound.parameters("credit.borrowers.count=0", "time.weeks=30", "credit.seizures.a.week=0",
                    "credit.seizures.a.machine=" + H100, "credit.seizures.a.gpus=1600", "credit.seizures.a.ageYears=1.5",
                    "credit.seizures.a.condition=1", "auction.reserveShare=0", "anatomy=waterfall");
            RunOutcome outcome = FireSale.simulate(parameters, seed, EnumSet.of(Recording.SALES));
            assertThat(outcome.sales()).extracting(Sale::week).containsOnly(0);
            assertThat(outcome.gpusSold()).isEqualTo(1600);
            LotFigures figures = lot(1600, 0).in(Scenario.of(parameters), seed);
            AnatomyFigures sale = outcome.anatomy();
            assertThat(figures.olvUsd() * 1600).isCloseTo(sale.olvUsd(), within(1e-6 * sale.olvUsd()));
            assertThat(figures.flvUsd() * 1600).isCloseTo(sale.flvUsd(), within(1e-6 * sale.flvUsd()));
            assertThat(figures.nolvUsd() * 1600).isCloseTo(sale.nolvUsd(), within(1e-6 * sale.olvUsd()));
            assertThat(figures.fmvUsd() * 1600).isCloseTo(sale.fmvUsd(), within(1e-6 * sale.fmvUsd()));
            assertThat(figures.firstBestUsd() * 1600).isCloseTo(sale.firstBestUsd(), within(1e-6 * sale.fmvUsd()));
            assertThat(figures.bookUsd() * 1600).isCloseTo(sale.bookUsd(), within(1e-6 * sale.bookUsd()));
        }
    }

    /** FMV is that of the world after so many weeks. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40})
    void fmvIsThatOfTheWorld(int week) {
        Scenario scenario = Scenario.of(Bound.parameters());
        for (long seed = 0; seed < 3; seed++) {
            FireSale run = new FireSale(scenario, seed, EnumSet.noneOf(Recording.class));
            run.start();
            for (int w = 0; w < week; w++) {
                assertThat(run.schedule.step(run)).isTrue();
            }
            MachineType machine = run.parameters().hardware().machines().stream().filter(m -> m.name().equals(H100)).findFirst().orElseThrow();
            LotFigures figures = lot(800, week).in(scenario, seed);
            assertThat(figures.fmvUsd()).isEqualTo(run.buyers().fmv().usdPerGpu(machine, 1.5, 1));
            assertThat(figures.firstBestUsd()).isEqualTo(run.buyers().fmv().firstBestUsdPerGpu(machine, 1.5, 1));
        }
    }

    /**
     * Whatever the parameters: who can bid is who is behind the price. Nobody: all goes to scrap. Somebody: something is bid for.
     * Everybody is counted once, and a longer hurry shuts nobody out.
     */
    @Test
    void obstaclesAndPricesAgree() {
        Random random = new Random(7);
        int without = 0;
        int with = 0;
        for (int i = 0; i < 60; i++) {
            List<String> settings = ConservationTest.settings(random);
            settings.add("frictions=" + (i % 3 == 0 ? "[rack-power, cooling, funding, hurry]"
                    : "[rack-power, other-use-of-power, cooling, beliefs, funding, crowding, waiting, hurry]"));
            Scenario scenario = Scenario.of(Bound.parameters(settings.toArray(new String[0])));
            int week = i % 2 * random.nextInt(10);
            LotParameters lot = new LotParameters(H100, 8 * (1 + random.nextInt(500)), 5.5 * random.nextDouble(), 0.5 + random.nextDouble() / 2,
                    OptionalDouble.empty());
            LotFigures figures = new LotAppraisal(lot, week, 4, 26).in(scenario, i);
            LotFigures patient = new LotAppraisal(lot, week, 13, 26).in(scenario, i);
            int canBid = 0;
            for (int k = 0; k < figures.kinds().size(); k++) {
                KindOfBuyers kind = figures.kinds().get(k);
                canBid += kind.canBid();
                int sum = kind.canBid();
                for (int each : kind.obstacles()) {
                    sum += each;
                }
                assertThat(sum).isEqualTo(kind.buyers());
                assertThat(patient.kinds().get(k).canBid()).isGreaterThanOrEqualTo(kind.canBid());
            }
            assertThat(figures.soldShare().get(1) > 0).as("set %s: %s can bid", i, canBid).isEqualTo(canBid > 0);
            assertThat(patient.flvUsd()).isEqualTo(figures.soldUsd().get(2));
            with += canBid > 0 ? 1 : 0;
            without += canBid > 0 ? 0 : 1;
        }
        assertThat(with).isGreaterThan(10);
        assertThat(without).isGreaterThan(2);
    }
}
