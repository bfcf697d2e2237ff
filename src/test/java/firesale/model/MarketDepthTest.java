package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.valuation.GpuValue;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketDepthTest {

    private static final List<String> TYPES = List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign",
            "broker", "distressed-fund", "reseller");
    /** Nothing is ever seized, so that prices and buyers are the same whatever buyers have. */
    private static final String[] NO_SALES = {"credit.borrowers.count=0", "time.weeks=60", "depth.measure=true"};
    private static final double USERS = 25;

    private static RunOutcome run(String[] base, long seed, String... more) {
        return FireSale.simulate(Bound.parameters(base, more), seed, EnumSet.of(Recording.DEPTH));
    }

    /** 25 users who are alike, without cost of moving, in one week: each can take 36 racks of 4 nodes and pay so many millions. */
    private static RunOutcome alike(String... more) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "credit.borrowers.count=0", "time.weeks=1", "depth.measure=true",
                "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0", "hardware.transportUsdPerGpu=0", "hardware.testingUsdPerGpu=0", "hardware.installationUsdPerGpu=0",
                "frictions=[rack-power, cooling, funding, crowding]"));
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra", "Next-generation")) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        TYPES.stream().filter(type -> !type.equals("neocloud")).forEach(type -> all.add("buyers.types." + type + ".count=0"));
        String user = "buyers.types.neocloud.";
        for (String setting : List.of("utilisationSd=0", "readyMwSigma=0", "rackKwSigma=0", "fundsSigma=0", "rackRentUsdPerKwMonth=0",
                "deploymentWeeks=0", "lineMusdMedian=0", "convertibleMwMedian=0")) {
            all.add(user + setting);
        }
        all.addAll(List.of(more));
        return run(all.toArray(new String[0]), 1);
    }

    private static double value() {
        return GpuValue.of(1.92 * 8766 * 0.68, 10.2 / 8 * 1.35 * 8766 * 0.07 + 600, 0.15, -Math.log(0.8), 500, 5.5);
    }

    /** By hand: depth is what all can house at the value that all share, or what all can pay, whichever is less, melt taken off. */
    @ParameterizedTest
    @CsvSource({"3, true", "10, true", "14, true", "30, false", "40, false", "500, false"})
    void depthIsCapacityOrMoney(double millionsEach, boolean moneyBinds) {
        RunOutcome outcome = alike("buyers.types.neocloud.cashMusdMedian=" + millionsEach);
        double capacityUsd = USERS * 36 * 4 * 8 * value();
        double money = USERS * millionsEach * 1e6;
        assertThat(money < capacityUsd).isEqualTo(moneyBinds);
        assertThat(outcome.depths()).hasSize(4 * 12).allSatisfy(point -> {
            assertThat(point.fmvUsd()).isCloseTo(value(), within(0.01));
            // one node is not sold: the bid for it makes the price; and each leaves less than the price of a node unspent
            double expected = Math.min(money, capacityUsd) * point.melt();
            assertThat(point.depthUsd()).isBetween(0.999 * expected - (moneyBinds ? 26 * 8 * value() : 8 * value()), 1.00001 * expected);
        });
    }

    /** By hand, to the cent: P(Q) = min(V, B / k) with k the nodes that each of 25 has to take so that one more than Q is wanted. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 10, 14, 40})
    void pricesAreCashInTheMarket(double millionsEach) {
        RunOutcome outcome = alike("buyers.types.neocloud.cashMusdMedian=" + millionsEach);
        int funded = 0;
        for (DepthPoint point : outcome.depths()) {
            double each = Math.floor(point.gpus() / 8 / USERS) + 1;
            double price = each > 36 * 4 ? 500 : Math.min(value(), millionsEach * 1e6 / each / 8);
            assertThat(point.priceUsd()).as("scrap does not melt").isCloseTo(Math.max(500, price * point.melt()), within(0.01));
            funded += price < value() && price > 500 ? 1 : 0;
        }
        assertThat(funded > 0).isEqualTo(millionsEach < 12);
    }

    /** With a value that is the same for all, a billion dollars' worth finds racks or it does not. */
    @Test
    void aBillionDollarsMoveThePriceOnceCapacityIsGone() {
        double billions = USERS * 36 * 4 * 8 * value() / 1e9;
        assertThat(billions).isBetween(0.2, 0.9);
        DepthFigures.InRegime narrow = calm(alike("buyers.types.neocloud.cashMusdMedian=500"));
        assertThat(narrow.impactPerBn()).isCloseTo(1 - 500 / value(), within(1e-4));
        DepthFigures.InRegime wide = calm(alike("buyers.types.neocloud.cashMusdMedian=500", "buyers.types.neocloud.readyMwMedian=60"));
        assertThat(wide.impactPerBn()).isZero();
        assertThat(wide.weeks()).isEqualTo(1);
    }

    private static DepthFigures.InRegime calm(RunOutcome outcome) {
        return outcome.depth().regimes().get(Regime.CALM.ordinal());
    }

    /** Prices never rise with the quantity, nor fall with the time to sell but for melt. */
    @Test
    void moreUnitsFetchLessAndMoreTimeFetchesMore() {
        boolean rises = false;
        for (long seed = 0; seed < 6; seed++) {
            Map<String, DepthPoint> known = new TreeMap<>();
            for (DepthPoint point : run(new String[] {"depth.measure=true"}, seed, "auction.waiting=true").depths()) {
                known.put(point.week() + "/" + point.horizonWeeks() + "/" + point.gpus(), point);
            }
            for (DepthPoint point : known.values()) {
                for (DepthPoint other : known.values()) {
                    if (other.week() == point.week() && other.horizonWeeks() == point.horizonWeeks() && other.gpus() > point.gpus()) {
                        assertThat(other.priceUsd()).isLessThanOrEqualTo(point.priceUsd());
                    }
                    if (other.week() == point.week() && other.gpus() == point.gpus() && other.horizonWeeks() > point.horizonWeeks()) {
                        double longer = other.priceUsd() / other.melt();
                        double shorter = point.priceUsd() / point.melt();
                        assertThat(longer).isGreaterThanOrEqualTo(shorter * (1 - 1e-12));
                        rises |= longer > 1.1 * shorter;
                    }
                }
            }
        }
        assertThat(rises).isTrue();
    }

    private static String[] scaled(String what, List<String> medians, double by) {
        List<String> settings = new ArrayList<>();
        Bound.parameters().buyers().types().forEach(type -> {
            for (String median : medians) {
                double value = switch (median) {
                    case "readyMwMedian" -> type.readyMwMedian();
                    case "convertibleMwMedian" -> type.convertibleMwMedian();
                    case "cashMusdMedian" -> type.cashMusdMedian();
                    default -> type.lineMusdMedian();
                };
                settings.add("buyers.types." + type.name() + "." + median + "=" + by * value);
            }
        });
        assertThat(settings).as(what).isNotEmpty();
        return settings.toArray(new String[0]);
    }

    /** Less money, the same draws: what holds for {@link #assertLess}. */
    @Test
    void lessMoneyLessDepth() {
        assertLess(scaled("money", List.of("cashMusdMedian", "lineMusdMedian"), 0.2));
    }

    @Test
    void fewerRacksLessDepth() {
        assertLess(scaled("racks", List.of("readyMwMedian", "convertibleMwMedian"), 0.3));
    }

    /**
     * No price is higher with less, and some are lower. Depth is lower too where the orderly value that it is compared with is the same:
     * that of a market with less may be lower itself.
     */
    private static void assertLess(String... less) {
        int lower = 0;
        int compared = 0;
        double before = 0;
        double after = 0;
        for (long seed = 0; seed < 8; seed++) {
            List<DepthPoint> all = run(NO_SALES, seed).depths();
            List<DepthPoint> fewer = run(NO_SALES, seed, less).depths();
            assertThat(fewer).hasSameSizeAs(all).hasSize(5 * 4 * 12);
            for (int i = 0; i < all.size(); i++) {
                DepthPoint one = all.get(i);
                DepthPoint other = fewer.get(i);
                assertThat(other.priceUsd()).isLessThanOrEqualTo(one.priceUsd());
                lower += other.priceUsd() < one.priceUsd() ? 1 : 0;
                if (other.olvUsd() == one.olvUsd()) {
                    // eight prices stand for all above the least
                    assertThat(other.depthUsd()).isLessThanOrEqualTo(1.05 * one.depthUsd());
                    compared++;
                    before += one.depthUsd();
                    after += other.depthUsd();
                }
            }
        }
        assertThat(lower).isGreaterThan(100);
        assertThat(compared).isGreaterThan(100);
        assertThat(after).isLessThan(0.9 * before);
    }

    private static Map<String, Object> others(RunOutcome outcome) {
        Set<String> own = DepthFigures.columns(RunOutcome::depth).stream().map(column -> column.name()).collect(Collectors.toSet());
        Map<String, Object> values = new TreeMap<>();
        RunOutcome.columns().stream().filter(column -> !own.contains(column.name()))
                .forEach(column -> values.put(column.name(), String.valueOf(column.value().apply(outcome))));
        return values;
    }

    /** Measuring changes no number of the run. */
    @ParameterizedTest
    @ValueSource(strings = {"auction.waiting=false", "auction.waiting=true", "auction.format=search", "anatomy=attribution",
        "buyers.types.neocloud.lineFromLenders=1", "credit.seizure.behaviour=hold", "frictions=[rack-power, cooling, funding, hurry]"})
    void measuringChangesNothing(String structure) {
        for (long seed = 0; seed < 4; seed++) {
            RunOutcome plain = FireSale.simulate(Bound.parameters(structure), seed, EnumSet.of(Recording.SALES));
            RunOutcome measured = FireSale.simulate(Bound.parameters(structure, "depth.measure=true", "depth.everyWeeks=1"), seed,
                    EnumSet.of(Recording.SALES));
            assertThat(others(measured)).isEqualTo(others(plain));
            assertThat(measured.sales()).isEqualTo(plain.sales());
            assertThat(calm(measured).weeks()).isPositive();
            assertThat(calm(plain).weeks()).isNaN();
            assertThat(plain.depths()).isEmpty();
        }
    }

    private static final String[] ONE_LOT = {"credit.borrowers.count=0", "time.weeks=40", "depth.measure=true", "auction.reserveShare=0",
        "auction.reserveFloorShare=0", "credit.seizures.a.week=3", "credit.seizures.a.machine=H100-SXM-HGX-air",
        "credit.seizures.a.ageYears=1.5", "credit.seizures.a.condition=1"};

    /** OLV is that of sales: of a first lot like the reference lot it is the same. */
    @Test
    void theOrderlyValueIsThatOfSales() {
        for (long seed = 0; seed < 10; seed++) {
            RunOutcome outcome = run(ONE_LOT, seed, "anatomy=waterfall", "credit.seizures.a.gpus=64");
            assertThat(outcome.gpusSold()).isEqualTo(64);
            List<DepthPoint> week = outcome.depths().stream().filter(point -> point.week() == 3).toList();
            assertThat(week).hasSize(48).allSatisfy(point -> assertThat(64 * point.olvUsd())
                    .isCloseTo(outcome.anatomy().olvUsd(), within(1e-9 * outcome.anatomy().olvUsd())));
            assertThat(week.get(0).lotsOnOffer()).isTrue();
        }
    }

    /** Weeks are those of the grid and that of the new lot; without lots there is nothing to spill over. */
    @Test
    void everyQuarterAndWhenLotsCome() {
        RunOutcome outcome = run(ONE_LOT, 2, "credit.seizures.a.gpus=64");
        assertThat(outcome.depths().stream().map(DepthPoint::week).distinct()).containsExactly(0, 3, 13, 26, 39);
        assertThat(outcome.depth().regimes().stream().mapToDouble(DepthFigures.InRegime::weeks).sum()).isEqualTo(5);
        assertThat(outcome.depth().spillover().weeks()).isEqualTo(1);
        assertThat(outcome.depth().spillover().ofSales()).as("before the first sale").isZero();
        assertThat(run(NO_SALES, 2).depth().spillover().ofSales()).isNaN();
    }

    /** What was sold before has taken the racks of the best; where lots do not crowd each other nothing was taken. */
    @Test
    void forcedSalesSpillOverWhereTheyCrowd() {
        String[] two = Stream.of(ONE_LOT, new String[] {"credit.seizures.a.gpus=60000", "credit.seizures.b.week=30",
            "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=64"}).flatMap(Stream::of).toArray(String[]::new);
        double taken = 0;
        for (long seed = 0; seed < 8; seed++) {
            RunOutcome outcome = run(two, seed);
            assertThat(outcome.depth().spillover().weeks()).isGreaterThanOrEqualTo(2);
            assertThat(outcome.depth().spillover().ofSales()).isGreaterThanOrEqualTo(0);
            assertThat(outcome.depth().spillover().ofRegime()).isPositive();
            taken += outcome.depth().spillover().ofSales();
            RunOutcome apart = run(two, seed, "frictions=[rack-power, cooling, beliefs, funding, hurry]");
            assertThat(apart.depth().spillover().ofSales()).isZero();
        }
        assertThat(taken / 8).isGreaterThan(0.003);
    }

    /** A horizon of its own is measured beside the four. */
    @Test
    void anyHorizon() {
        RunOutcome four = run(NO_SALES, 5);
        RunOutcome eight = run(NO_SALES, 5, "depth.horizonWeeks=8");
        assertThat(calm(eight).depthByHorizonUsd()).isEqualTo(calm(four).depthByHorizonUsd());
        assertThat(calm(eight).referenceUsd()).isEqualTo(calm(four).referenceUsd());
        assertThat(calm(four).depthUsd()).isEqualTo(calm(four).depthByHorizonUsd().get(1));
        assertThat(eight.depths().stream().map(DepthPoint::horizonWeeks).distinct()).containsExactly(1, 4, 8, 13, 26);
    }

    /** A wider discount never makes the market less deep. */
    @Test
    void aWiderDiscountIsDeeper() {
        for (long seed = 0; seed < 4; seed++) {
            double last = 0;
            for (String discount : List.of("0", "0.05", "0.1", "0.2", "0.4")) {
                double depth = calm(run(NO_SALES, seed, "depth.discount=" + discount)).depthUsd();
                // eight prices stand for all above the least
                assertThat(depth).isGreaterThanOrEqualTo(0.93 * last);
                last = depth;
            }
            assertThat(last).isPositive();
        }
    }

    @Test
    void theMachineHasToExist() {
        assertThatThrownBy(() -> Bound.parameters("depth.measure=true", "depth.machine=H1000")).hasMessageContaining("H1000")
                .hasMessageContaining("depth.machine");
        Bound.parameters("depth.machine=H1000");
    }
}
