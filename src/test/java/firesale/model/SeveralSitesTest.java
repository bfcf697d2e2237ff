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

/** Sales to 25 users with several sites, loops and racks to build; one fleet seized in week 0. */
class SeveralSitesTest {

    private static final String OWN = "buyers.types.neocloud.";
    private static final String HALL = "buyers.sites.hall.";
    private static final double KW = 10.2 / 8;
    private static final double COST = KW * 1.35 * 8766 * 0.07 + 600;
    private static final double REVENUE = 1.92 * 8766 * 0.68;
    private static final double DECLINE = -Math.log(0.8);

    /** Users of one kind, with differing utilisations, beliefs and funds, and racks of the same size. */
    private static List<String> settings(int gpus, String... more) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "credit.borrowers.count=0", "time.weeks=20",
                "time.runOffWeeks=30", "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0",
                "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=" + gpus,
                "credit.seizures.a.condition=1"));
        for (String type : List.of("hyperscaler", "ai-lab", "enterprise", "research", "sovereign", "broker", "distressed-fund",
                "reseller")) {
            all.add("buyers.types." + type + ".count=0");
        }
        all.addAll(List.of(OWN + "readyMwSigma=0", OWN + "rackKwSigma=0"));
        all.addAll(List.of(more));
        return all;
    }

    /** The same with users who are all alike and can pay anything, at a constant fall of rents. */
    private static RunOutcome alike(int gpus, String... more) {
        List<String> all = settings(gpus, "frictions=[rack-power, cooling, crowding]", "time.weeks=1", "time.runOffWeeks=4",
                "auction.reserveShare=0", "auction.reserveFloorShare=0", OWN + "utilisationSd=0", OWN + "fundsSigma=0",
                OWN + "rackRentUsdPerKwMonth=0", OWN + "deploymentWeeks=0", OWN + "retrofitWeeks=0", OWN + "retrofitUsdPerKw=2000");
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra", "Next-generation")) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        all.addAll(List.of(more));
        return run(all);
    }

    private static RunOutcome run(List<String> settings) {
        return FireSale.simulate(Bound.parameters(settings.toArray(new String[0])), 1, EnumSet.of(Recording.SALES));
    }

    private static double value(double cost) {
        return GpuValue.of(REVENUE, cost, 0.15, DECLINE, 500, 5.5);
    }

    private static double charge(double usdPerKw, double cost) {
        return RackCharge.usdPerGpu(usdPerKw, KW, 0.15, GpuValue.runYears(REVENUE, cost, 0.15, DECLINE, 500, 5.5), 15);
    }

    /**
     * 36 racks of 41 kW at one site, or 18 at each of two; retrofits of 3 MW, or of 1.5 MW at each: every sale is the same, whatever
     * the frictions, also when lots are sold one by one and a lot is looked at alone.
     */
    @ParameterizedTest
    @ValueSource(strings = {"auction.lotByLot=false", "auction.lotByLot=true", "frictions=[rack-power, cooling, beliefs, funding, hurry]",
        "frictions=[rack-power, crowding, hurry]", "auction.format=vickrey", "auction.format=ausubel-clock"})
    void racksSplitOverTwoSitesAreThoseOfOne(String setting) {
        for (int gpus : new int[] {4_000, 20_000, 60_000}) {
            String[] one = {OWN + "convertibleMwMedian=3", setting};
            String[] two = {OWN + "readyMwMedian=0.75", OWN + "convertibleMwMedian=1.5", HALL + "buyers=neocloud",
                HALL + "readyMwMedian=0.75", HALL + "readyMwSigma=0", HALL + "rackKwMedian=41", HALL + "rackKwSigma=0",
                HALL + "pue=1.35", HALL + "powerUsdPerKwh=0.07", HALL + "rackRentUsdPerKwMonth=184.06",
                HALL + "convertibleMwMedian=1.5", setting};
            RunOutcome first = run(settings(gpus, one));
            RunOutcome second = run(settings(gpus, two));
            assertThat(first.sales()).isNotEmpty().anyMatch(sale -> !sale.buyerType().equals("scrap"));
            assertThat(second.sales()).isEqualTo(first.sales());
            assertThat(second.readyRacksOverSupply()).isEqualTo(first.readyRacksOverSupply());
        }
    }

    /** 28,800 GPUs are ready, 58,800 can be retrofitted at 2,000 USD/kW, as many built at 11,000; then nobody has room. */
    @ParameterizedTest
    @CsvSource({"28792, 0", "28808, 2000", "87592, 2000", "87608, 11000", "146392, 11000"})
    void scarceRacksAndNewOnes(int gpus, double usdPerKw) {
        RunOutcome outcome = alike(gpus, OWN + "buildableMwMedian=3", OWN + "buildWeeks=0");
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isCloseTo(value(COST) - 900 - charge(usdPerKw, COST), within(0.01));
            assertThat(sale.week()).isZero();
        });
        assertThat(outcome.gpusSold()).isEqualTo(gpus);
    }

    /** Loops for half of 36 racks of 41 kW, 738 kW, cool 72 nodes of 10.2 kW instead of 144: 14,400 GPUs of 28,800; then retrofits. */
    @ParameterizedTest
    @CsvSource({"14392, 0", "14408, 2000"})
    void scarceLoops(int gpus, double usdPerKw) {
        RunOutcome outcome = alike(gpus, OWN + "cooling=rear-door", OWN + "loopShare=0.5");
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale ->
                assertThat(sale.priceUsd()).isCloseTo(value(COST) - 900 - charge(usdPerKw, COST), within(0.01)));
        assertThat(outcome.gpusSold()).isEqualTo(gpus);
        RunOutcome anyCooling = alike(gpus, OWN + "cooling=rear-door", OWN + "loopShare=0.5", "frictions=[rack-power, crowding]");
        assertThat(anyCooling.sales()).allSatisfy(sale ->
                assertThat(sale.priceUsd()).as("no loops where cooling is no friction").isCloseTo(value(COST) - 900, within(0.01)));
    }

    /** The second site's machines cost more energy: the fleet that needs both sells at its value there, and FMV at that of the first. */
    @Test
    void theMarginalSiteSetsThePrice() {
        double dear = KW * 1.35 * 8766 * 0.14 + 600;
        String[] hall = {HALL + "buyers=neocloud", HALL + "readyMwMedian=0.75", HALL + "readyMwSigma=0", HALL + "rackKwMedian=41",
            HALL + "rackKwSigma=0", HALL + "pue=1.35", HALL + "powerUsdPerKwh=0.14", HALL + "rackRentUsdPerKwMonth=0",
            OWN + "convertibleMwMedian=0"};
        assertThat(alike(28_800 - 8, hall).sales()).isNotEmpty().allSatisfy(sale ->
                assertThat(sale.priceUsd()).isCloseTo(value(COST) - 900, within(0.01)));
        assertThat(alike(28_800 + 8, hall).sales()).isNotEmpty().allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isCloseTo(value(dear) - 900, within(0.01));
            assertThat(sale.fmvUsd()).isCloseTo(value(COST) - 900, within(0.01));
        });
    }

    /** Warranty is one more cost of a used machine, in price and in FMV alike. */
    @Test
    void movingIsTransportTestingInstallationAndWarranty() {
        assertThat(Bound.parameters().hardware().movingUsdPerGpu()).isEqualTo(900);
        RunOutcome outcome = alike(800, "hardware.transportUsdPerGpu=111", "hardware.testingUsdPerGpu=222",
                "hardware.installationUsdPerGpu=333", "hardware.warrantyUsdPerGpu=444");
        assertThat(outcome.sales()).isNotEmpty().allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isCloseTo(value(COST) - 1110, within(0.01));
            assertThat(sale.fmvUsd()).isCloseTo(value(COST) - 1110, within(0.01));
        });
    }

    /** No sale beats the bound on what all buyers together could gain, loops and new racks included. */
    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000, 60_000})
    void noSaleIsBetterThanTheBest(int gpus) {
        RunOutcome outcome = run(settings(gpus, "auction.measureEfficiency=true", OWN + "buildableMwMedian=1",
                OWN + "cooling=rear-door", OWN + "loopShare=0.4", "buyers.sites.neocloud-rear-door.share=0.7"));
        assertThat(outcome.surplusUsd() / outcome.surplusBoundUsd()).isBetween(0.5, 1 + 1e-9);
    }
}
