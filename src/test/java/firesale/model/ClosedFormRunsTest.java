package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.valuation.GpuValue;
import firesale.valuation.RackCharge;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published prices from the whole machinery: 25 users who are alike, one fleet seized in week 0, rents that fall at a constant
 * rate.
 */
class ClosedFormRunsTest {

    private static final double KW = 10.2 / 8;
    private static final double COST = KW * 1.35 * 8766 * 0.07 + 600;

    private static RunOutcome run(String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "credit.borrowers.count=0", "time.weeks=1",
                "time.runOffWeeks=4",
                "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0", "credit.seizures.a.week=0",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=50000", "credit.seizures.a.condition=1",
                "auction.reserveShare=0", "auction.reserveFloorShare=0"));
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra", "Next-generation")) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        for (String type : List.of("hyperscaler", "ai-lab", "enterprise", "research", "sovereign", "broker", "distressed-fund",
                "reseller")) {
            all.add("buyers.types." + type + ".count=0");
        }
        String user = "buyers.types.neocloud.";
        all.addAll(List.of(user + "utilisationSd=0", user + "readyMwSigma=0", user + "rackKwSigma=0", user + "fundsSigma=0",
                user + "rackRentUsdPerKwMonth=0",
                user + "deploymentWeeks=0", user + "retrofitWeeks=0", user + "lineMusdMedian=0", user + "retrofitUsdPerKw=2000"));
        all.addAll(List.of(settings));
        return FireSale.simulate(Bound.parameters(all.toArray(new String[0])), 1, EnumSet.of(Recording.SALES));
    }

    /** V of section 5 by hand: A = 1.92 x 8766 x 0.68, delta = -ln 0.8, r = 0.15, K = 500, 5.5 years left. */
    private static double value() {
        return GpuValue.of(1.92 * 8766 * 0.68, COST, 0.15, -Math.log(0.8), 500, 5.5);
    }

    private static double runYears() {
        return GpuValue.runYears(1.92 * 8766 * 0.68, COST, 0.15, -Math.log(0.8), 500, 5.5);
    }

    @Test
    void theNullCaseIsTheValueOfSectionFive() {
        RunOutcome outcome = run("frictions=[]");
        assertThat(outcome.sales()).allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isCloseTo(value() - 900, within(0.01));
            assertThat(sale.fmvUsd()).isCloseTo(value() - 900, within(0.001));
        });
        assertThat(outcome.gpusSold()).isEqualTo(50_000);
    }

    /** 25 users with 36 racks of 41 kW each: 28,800 GPUs are ready; beyond them the price is V less the charge for a retrofit. */
    @ParameterizedTest
    @CsvSource({"28000, 0", "28792, 0", "28808, 1", "50000, 1"})
    void scarceReadyRacks(int gpus, int retrofits) {
        RunOutcome outcome = run("frictions=[rack-power, cooling, crowding]", "credit.seizures.a.gpus=" + gpus);
        double charge = RackCharge.usdPerGpu(2000, KW, 0.15, runYears(), 15);
        assertThat(charge).isBetween(500.0, 2550.0);
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isCloseTo(value() - 900 - retrofits * charge, within(0.01));
            assertThat(sale.week()).isZero();
        });
        assertThat(outcome.gpusSold()).isEqualTo(gpus);
    }

    /** Allen and Gale, with the cost of moving a machine out of the same cash: min(V, W / Q) less 900, to 0.1 %. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 6, 12, 20, 30, 60})
    void cashInTheMarket(double millionsEach) {
        RunOutcome outcome = run("frictions=[funding]", "buyers.types.neocloud.cashMusdMedian=" + millionsEach,
                "auction.uniformPriceRule=lowest-winning");
        double expected = Math.min(value(), 25 * millionsEach * 1e6 / 50_000) - 900;
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> assertThat(sale.priceUsd()).isCloseTo(expected,
                within(0.001 * expected)));
        assertThat(outcome.gpusSold()).isEqualTo(50_000);
        assertThat(outcome.fundsOverSupply()).isCloseTo(25 * millionsEach * 1e6 / (50_000 * (value() - 900)), within(1e-6));
    }

    /**
     * The same with dealers: min(V, min((W / Q - 900) / h + 900, (W + C) / Q)) less 900, since buyers pay for moving, and for the
     * haircut, with their own money; to 0.1 %.
     */
    @ParameterizedTest
    @CsvSource({"6, 0.5, 1e13", "6, 0.3, 1e13", "6, 0.3, 1e8", "6, 0.3, 5e7", "12, 0.25, 1e8", "12, 0.25, 2e8", "12, 0.25, 1e13",
        "20, 0.1, 5e7", "6, 1, 1e13"})
    void cashInTheMarketWithRepo(double millionsEach, double haircut, double capacityUsd) {
        RunOutcome outcome = run("frictions=[funding, repo]", "buyers.types.neocloud.cashMusdMedian=" + millionsEach,
                "auction.uniformPriceRule=lowest-winning", "repo.capacityUsd=" + capacityUsd, "repo.haircut.base=" + haircut,
                "repo.mark=model", "repo.bufferWeeks=0");
        double funds = 25 * millionsEach * 1e6 / 50_000;
        double expected = Math.min(value() - 900, Math.min((funds - 900) / haircut, funds + capacityUsd / 50_000 - 900));
        assertThat(outcome.sales().stream().filter(sale -> sale.week() == 0)).isNotEmpty().allSatisfy(sale ->
                assertThat(sale.priceUsd()).isCloseTo(expected, within(0.001 * expected)));
        double lent = outcome.repo().counts().lentUsd();
        assertThat(lent).isLessThanOrEqualTo(Math.min(capacityUsd, (1 - haircut) * expected * 50_000) * (1 + 1e-9) + 1);
        assertThat(lent).isCloseTo(Math.max(0, 50_000 * (expected + 900 - funds)), within(0.002 * 50_000 * expected));
    }

    /** Opportunity cost of ready power: a bid is V - kW lambda with lambda the best surplus of a new machine per kW. */
    @Test
    void readyPowerHasAnotherUse() {
        RunOutcome outcome = run("frictions=[rack-power, other-use-of-power]", "credit.seizures.a.gpus=800");
        double scale = 1.92 * 8766 * 0.68;
        double delta = -Math.log(0.8);
        double own = GpuValue.of(scale, COST, 0.15, delta, 500, 5.5) - 900;
        double h200 = GpuValue.of(1.41 * scale, COST + 13.0 / 8 * 1.35 * 8766 * 0.07 - KW * 1.35 * 8766 * 0.07 + 40, 0.15, delta,
                500, 7) - 900;
        double b200 = GpuValue.of(2.23 * scale, 14.3 / 8 * 1.35 * 8766 * 0.07 + 800, 0.15, delta, 600, 7) - 900;
        double lambda = Math.max(0, Math.max((h200 - 32_000) / (13.0 / 8), (b200 - 40_000) / (14.3 / 8)));
        assertThat(lambda).isPositive();
        assertThat(own - KW * lambda).isGreaterThan(500);
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> assertThat(sale.priceUsd()).isCloseTo(own - KW * lambda,
                within(0.01)));
    }

    /** A reseller's bid is E[resale] e^(-hurdle n) less storage; it needs no rack. */
    @Test
    void resellersBidTheirResale() {
        RunOutcome outcome = run("frictions=[rack-power, cooling, crowding]", "buyers.types.neocloud.readyMwMedian=0",
                "buyers.types.neocloud.convertibleMwMedian=0",
                "buyers.types.broker.count=5", "buyers.types.broker.readyMwSigma=0", "credit.seizures.a.gpus=800");
        double years = 13 * 7 / 365.25;
        double delta = -Math.log(0.8);
        double later = GpuValue.of(1.92 * 8766 * 0.68 * Math.exp(-delta * years), COST, 0.15, delta, 500, 5.5 - years) - 900;
        double expected = 0.85 * later * Math.exp(-0.20 * years) - 3 * 13;
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> assertThat(sale.priceUsd()).isCloseTo(expected,
                within(0.01)));
        assertThat(outcome.outsiderShare()).isEqualTo(1);
    }

    /** Where nobody can house or store a machine, it is scrapped in the last week, at scrap value. */
    @Test
    void whatNobodyCanHouseIsScrapped() {
        RunOutcome outcome = run("frictions=[rack-power, cooling, crowding]", "buyers.types.neocloud.readyMwMedian=0",
                "buyers.types.neocloud.convertibleMwMedian=0",
                "credit.seizures.a.gpus=800");
        assertThat(outcome.gpusScrapped()).isEqualTo(800);
        assertThat(outcome.sales()).hasSize(1).allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isEqualTo(500);
            assertThat(sale.week()).isEqualTo(4);
            assertThat(sale.forcedLast()).isTrue();
            assertThat(sale.condition()).isCloseTo(Math.exp(-0.1 * 4 * 7 / 365.25), within(1e-12));
        });
        assertThat(outcome.absorbedShare()).isZero();
        assertThat(outcome.shareOfSalesWithoutBid()).isEqualTo(1);
    }

    /** The reserve begins at 90 % of FMV and falls by 3 % of itself a week, so that thin cash buys late. */
    @Test
    void theReserveFallsWeekByWeek() {
        RunOutcome outcome = run("frictions=[funding]", "time.weeks=40", "auction.reserveShare=0.9",
                "auction.reserveFloorShare=0.25", "auction.reserveDecayPerWeek=0.03", "buyers.types.neocloud.cashMusdMedian=10",
                "buyers.types.neocloud.replenishPerYear=0",
                "market.regimes.calm.rentVolatility=0", "market.regimes.calm.spreadVolatility=0");
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> {
            double reserve = sale.forcedLast() ? 500 : Math.max(500,
                    sale.fmvUsd() * Math.max(0.25, 0.9 * Math.pow(0.97, sale.week())));
            assertThat(sale.priceUsd()).isGreaterThanOrEqualTo(reserve - 0.01);
            if (sale.week() == 0) {
                assertThat(sale.priceUsd()).isCloseTo(0.9 * (value() - 900), within(0.01));
            }
        });
        assertThat(outcome.sales().stream().mapToInt(Sale::week).distinct().count()).isGreaterThan(1);
    }
}
