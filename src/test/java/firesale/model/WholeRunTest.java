package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeRunTest {

    private static final Set<Recording> NOTHING = EnumSet.noneOf(Recording.class);
    /** Four fleets of H100s at once, whatever happens, so that only the sale itself differs between scenarios. */
    private static final String[] SEIZED = {"credit.borrowers.count=0", "time.weeks=40", "time.runOffWeeks=60",
        "credit.seizures.a.week=20", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=24000",
        "credit.seizures.b.week=28", "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=16000",
        "credit.seizures.b.ageYears=2.2"};
    private static final String[] ALIKE = {"frictions=[]", "feedbacks=[]", "credit.borrowers.count=0", "time.weeks=30",
        "buyers.types.hyperscaler.count=0", "buyers.types.ai-lab.count=0", "buyers.types.enterprise.count=0",
        "buyers.types.research.count=0",
        "buyers.types.sovereign.count=0", "buyers.types.broker.count=0", "buyers.types.distressed-fund.count=0",
        "buyers.types.reseller.count=0",
        "buyers.types.neocloud.utilisationSd=0", "credit.seizures.a.week=20", "credit.seizures.a.machine=H100-SXM-HGX-air",
        "credit.seizures.a.gpus=50000"};

    /** All measures by name; what is recorded is left out. */
    private static Map<String, Object> measures(RunOutcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        RunOutcome.columns().forEach(column -> values.put(column.name(), column.value().apply(outcome)));
        return values;
    }

    private static double meanDiscount(int seeds, String... settings) {
        ModelParameters parameters = Bound.parameters(SEIZED, settings);
        double fmv = 0;
        double lost = 0;
        for (int seed = 0; seed < seeds; seed++) {
            RunOutcome outcome = FireSale.simulate(parameters, seed, NOTHING);
            assertThat(outcome.gpusSeized()).isGreaterThanOrEqualTo(40_000);
            fmv += outcome.saleFmvUsd();
            lost += outcome.saleDiscountUsd();
        }
        return lost / fmv;
    }

    /** Spreads of 0 over a negative risk-free rate: nobody pays to lend, and no interest flows backwards. */
    @Test
    void theRiskFreeRateMayBeNegative() {
        ModelParameters parameters = Bound.parameters("market.riskFreeRate=-0.05", "credit.loan.spread=0",
                "credit.loan.rolledShare=1",
                "credit.loan.refinanceLtv=1", "credit.highYield.share=1", "credit.highYield.spread=0", "credit.revolver.share=1",
                "credit.revolver.spread=0", "credit.coinLine.share=1", "credit.coinLine.spread=0", "credit.assignment.share=1",
                "credit.assignment.spread=0", "credit.vehicles.sponsored-vehicle.count=2",
                "credit.vehicles.sponsored-vehicle.spread=0");
        for (int seed = 0; seed < 5; seed++) {
            assertThat(FireSale.simulate(parameters, seed, NOTHING).gpusSeized()).isNotNegative();
        }
    }

    /** Beliefs that put a node above every amount of a book of bids: who holds them bids the most that there is. */
    @Test
    void beliefsMayBeBeyondEveryAmount() {
        ModelParameters parameters = Bound.parameters(SEIZED, "buyers.types.ai-lab.beliefSd=3",
                "buyers.types.neocloud.beliefSd=3", "auction.measureEfficiency=true");
        for (int seed = 0; seed < 5; seed++) {
            assertThat(FireSale.simulate(parameters, seed, NOTHING).gpusSeized()).isGreaterThanOrEqualTo(40_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -1, Long.MIN_VALUE})
    void aRunIsAFunctionOfItsSeed(long seed) {
        ModelParameters parameters = Bound.parameters();
        RunOutcome one = FireSale.simulate(parameters, seed, EnumSet.allOf(Recording.class));
        FireSale.simulate(parameters, seed + 1, NOTHING);
        RunOutcome other = FireSale.simulate(Bound.parameters(), seed, EnumSet.allOf(Recording.class));
        assertThat(other).isEqualTo(one);
        assertThat(measures(FireSale.simulate(parameters, seed + 1, NOTHING))).isNotEqualTo(measures(one));
    }

    /** All 64 bits of the seed count, though MASON keeps 32. */
    @Test
    void theWholeSeedCounts() {
        ModelParameters parameters = Bound.parameters("time.weeks=20");
        assertThat(FireSale.simulate(parameters, 5, NOTHING).spotEndUsdPerHour())
                .isNotEqualTo(FireSale.simulate(parameters, 5 + (1L << 40), NOTHING).spotEndUsdPerHour());
    }

    @Test
    void recordingChangesNothing() {
        ModelParameters parameters = Bound.parameters();
        for (int seed = 0; seed < 5; seed++) {
            Map<String, Object> plain = measures(FireSale.simulate(parameters, seed, NOTHING));
            for (Recording each : Recording.values()) {
                assertThat(measures(FireSale.simulate(parameters, seed, EnumSet.of(each)))).isEqualTo(plain);
            }
            RunOutcome all = FireSale.simulate(parameters, seed, EnumSet.allOf(Recording.class));
            assertThat(measures(all)).isEqualTo(plain);
            assertThat(all.weekRows()).hasSize((int) all.weeks());
            assertThat(all.sales()).isNotEmpty();
            assertThat(all.auctions()).isNotEmpty();
        }
    }

    /** Kinds without members, of buyers and of lenders, change no number; nor does a machine that nobody owns. */
    @Test
    void whatIsAddedButAbsentChangesNothing() {
        for (int seed = 0; seed < 4; seed++) {
            Map<String, Object> base = measures(FireSale.simulate(Bound.parameters(), seed, NOTHING));
            assertThat(measures(FireSale.simulate(Bound.parameters("buyers.types.newcomer.count=0",
                    "buyers.types.newcomer.business=use"), seed, NOTHING)))
                    .isEqualTo(base);
            assertThat(measures(FireSale.simulate(Bound.parameters("credit.lenders.newcomer.count=0",
                    "credit.lenders.newcomer.weight=1", "credit.lenders.newcomer.gpuLoanShare=0.5",
                    "credit.lenders.newcomer.capitalRatio=0.1", "credit.lenders.newcomer.minimumRatio=0.05",
                    "credit.lenders.newcomer.discountRate=0.1"),
                    seed, NOTHING))).isEqualTo(base);
            assertThat(measures(FireSale.simulate(Bound.parameters("hardware.machines.TPU.rentRelativeToH100=1",
                    "hardware.machines.TPU.gpusPerNode=8",
                    "hardware.machines.TPU.nodeKw=9", "hardware.machines.TPU.cooling=[air]",
                    "hardware.machines.TPU.newPriceUsd=20000",
                    "hardware.machines.TPU.onSaleNew=false"), seed, NOTHING))).isEqualTo(base);
        }
    }

    /** One more borrower leaves the draws of the others as they were. */
    @Test
    void oneMoreBorrowerShiftsNobodysDraws() {
        FireSale few = new FireSale(Scenario.of(Bound.parameters("credit.borrowers.count=12")), 3, NOTHING);
        few.start();
        FireSale more = new FireSale(Scenario.of(Bound.parameters("credit.borrowers.count=13", "buyers.types.broker.count=21")),
                3, NOTHING);
        more.start();
        for (int i = 0; i < 12; i++) {
            assertThat(more.credit().borrowers().get(i).gpus()).isEqualTo(few.credit().borrowers().get(i).gpus());
            assertThat(more.credit().borrowers().get(i).debt()).isEqualTo(few.credit().borrowers().get(i).debt());
            assertThat(more.credit().borrowers().get(i).cash().balance()).isEqualTo(few.credit().borrowers().get(i).cash().balance());
        }
        long shared = few.buyers().buyers().stream().filter(buyer -> more.buyers().buyers().stream().anyMatch(other ->
                other.identity() == buyer.identity() && other.cash().balance() == buyer.cash().balance()
                        && other.sites().get(0).readyKw() == buyer.sites().get(0).readyKw()
                        && other.utilisation() == buyer.utilisation())).count();
        assertThat(shared).isEqualTo(few.buyers().buyers().size());
    }

    /** No racks, no budgets, no disagreement, users alike, no hurry: the price is FMV, to the rounding of a cent a node. */
    @ParameterizedTest
    @CsvSource({"uniform-price, highest-losing", "uniform-price, lowest-winning", "first-price, highest-losing"})
    void withoutFrictionsThereIsNoDiscount(String format, String rule) {
        for (int seed = 0; seed < 5; seed++) {
            RunOutcome outcome = FireSale.simulate(Bound.parameters(ALIKE, "auction.format=" + format,
                    "auction.uniformPriceRule=" + rule), seed, NOTHING);
            assertThat(outcome.gpusSold()).isEqualTo(50_000);
            assertThat(outcome.weeksToLiquidate()).isZero();
            assertThat(outcome.priceDiscount()).isCloseTo(0, within(1e-6));
            assertThat(outcome.outsiderShare()).isZero();
        }
    }

    /** Users who differ pay FMV as well, since FMV is the highest losing bid of such a market and not the highest bid. */
    @Test
    void withoutFrictionsThereIsNoDiscountAmongUsersWhoDiffer() {
        for (int seed = 0; seed < 5; seed++) {
            RunOutcome outcome = FireSale.simulate(Bound.parameters("frictions=[]", "feedbacks=[]", "credit.borrowers.count=0",
                    "time.weeks=30",
                    "credit.seizures.a.week=20", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=50000"),
                    seed, NOTHING);
            assertThat(outcome.gpusSold()).isEqualTo(50_000);
            assertThat(outcome.priceDiscount()).isCloseTo(0, within(1e-6));
        }
    }

    /** The same with hurry: without reserve there is still none, since buyers alike outbid each other. */
    @Test
    void hurryAloneMakesNoDiscountWhereBuyersAreAlike() {
        RunOutcome outcome = FireSale.simulate(Bound.parameters(ALIKE, "auction.reserveShare=0", "auction.reserveFloorShare=0"),
                1, NOTHING);
        assertThat(outcome.priceDiscount()).isCloseTo(0, within(1e-6));
    }

    @Test
    void discountsLieBetweenNothingAndEverything() {
        double discount = meanDiscount(40);
        assertThat(discount).isBetween(0.02, 0.95);
    }

    /**
     * A squeeze of funding alone, in which demand for compute holds, raises the discount. With the shipped regimes demand falls
     * too, and then the discount can fall: racks have less use for new machines. Without that other use it rises again.
     */
    @ParameterizedTest
    @ValueSource(strings = {"market.regimes.squeeze.demand=1;market.regimes.easing.demand=1",
            "frictions=[rack-power, cooling, crowding, beliefs, funding, hurry]",
        "frictions=[funding]"})
    void aFundingSqueezeRaisesTheDiscount(String settings) {
        double squeezed = meanDiscount(40, settings.split(";"));
        double calm = meanDiscount(40, (settings + ";market.squeeze.startWeek=none").split(";"));
        assertThat(squeezed).isGreaterThan(calm);
    }

    /**
     * Paired by seeds: more of what buyers need does not raise the mean discount, less of it or more machines do not lower it.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "buyers.types.neocloud.readyMwMedian=6;buyers.types.hyperscaler.readyMwMedian=48;buyers.types.sovereign.readyMwMedian=8 "
                + "| -1",
        "buyers.types.neocloud.readyMwMedian=0.2;buyers.types.hyperscaler.readyMwMedian=1;buyers.types.sovereign.readyMwMedian=0.2 | 1",
        "credit.seizures.a.gpus=120000 | 1",
        "buyers.types.neocloud.attendance=0.05;buyers.types.hyperscaler.attendance=0.02 | 1",
        "auction.reserveShare=0;auction.reserveFloorShare=0 | 1",
        "buyers.types.enterprise.retrofitUsdPerKw=8000;buyers.types.neocloud.retrofitUsdPerKw=8000;buyers.types.sovereign.retrofitUsdPerKw=8000 | 1",
        "buyers.types.neocloud.lineMusdMedian=5;buyers.types.ai-lab.lineMusdMedian=5;buyers.types.sovereign.cashMusdMedian=5 | "
        + "1"})
    void comparativeStatics(String settings, int sign) {
        double base = meanDiscount(40);
        double changed = meanDiscount(40, settings.split(";"));
        assertThat(sign * (changed - base)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void defaultRunsEndAndSellEverything() {
        for (int seed = 0; seed < 10; seed++) {
            RunOutcome outcome = FireSale.simulate(Bound.parameters(), seed, NOTHING);
            assertThat(outcome.gpusSold() + outcome.gpusScrapped()).isEqualTo(outcome.gpusSeized());
            assertThat(outcome.weeks()).isBetween(156L, 260L);
            assertThat(outcome.defaultsPayment() + outcome.defaultsCovenant()
                    + outcome.defaultsMaturity()).isEqualTo(outcome.defaults());
        }
    }

    /** Runs share nothing: side by side on several threads they give what they give one after another. */
    @Test
    void runsSideBySideDoNotMeet() {
        ModelParameters parameters = Bound.parameters();
        List<RunOutcome> alone = IntStream.range(0, 12).mapToObj(seed -> FireSale.simulate(parameters, seed,
                EnumSet.allOf(Recording.class))).toList();
        List<RunOutcome> together = IntStream.range(0, 12).parallel().mapToObj(seed -> FireSale.simulate(parameters, seed,
                EnumSet.allOf(Recording.class))).toList();
        assertThat(together).isEqualTo(alone);
    }

    /** A replay ignores the loops on what it replays: rents and coins are those of the files whatever is seized and sold. */
    @Test
    void aReplayKeepsItsPrices() {
        String[] replay = {"market.start=2024-02-12", "time.weeks=90", "time.runOffWeeks=30",
            "market.replay.btc.file=shipped:data/btc_weekly.csv", "market.replay.btc.column=close_usd",
            "market.replay.spot.file=shipped:data/h100_rents.csv", "market.replay.spot.column=usd_per_gpu_hour",
            "market.replay.spot.tier=marketplace", "market.releases.Blackwell.from=2024-12-01"};
        RunOutcome one = FireSale.simulate(Bound.parameters(replay), 1, EnumSet.of(Recording.WEEKS));
        RunOutcome other = FireSale.simulate(Bound.parameters(replay, "credit.seizures.a.week=10",
                "credit.seizures.a.machine=H100-SXM-HGX-air",
                "credit.seizures.a.gpus=60000"), 2, EnumSet.of(Recording.WEEKS));
        assertThat(other.gpusSeized()).isGreaterThan(one.gpusSeized());
        for (int w = 0; w < 90; w++) {
            assertThat(other.weekRows().get(w).spotUsdPerHour()).isEqualTo(one.weekRows().get(w).spotUsdPerHour());
            assertThat(other.weekRows().get(w).btcUsd()).isEqualTo(one.weekRows().get(w).btcUsd());
        }
        assertThat(one.weekRows().get(72).spotUsdPerHour()).isCloseTo(2.30, within(1e-12));
    }
}
