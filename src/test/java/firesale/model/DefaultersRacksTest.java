package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.buyers.Buyer;
import firesale.hardware.Site;
import firesale.valuation.GpuValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the racks of a seized fleet: sold with the machines in them, or let anew. */
class DefaultersRacksTest {

    private static final double KW = 10.2 / 8;
    private static final double DELTA = -Math.log(0.8);

    /** 25 users who are alike and have no racks, nobody else, and one fleet seized in week 0; rents fall at a constant rate. */
    private static List<String> alike(String... settings) {
        List<String> all = new ArrayList<>(List.of("feedbacks=[]", "credit.borrowers.count=0", "time.weeks=1",
                "time.runOffWeeks=4", "market.squeeze.startWeek=none", "market.squeeze.believedPerYear=0", "credit.seizures.a.week=0",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=8000", "credit.seizures.a.condition=1",
                "auction.reserveShare=0", "auction.reserveFloorShare=0", "frictions=[rack-power, cooling, crowding]"));
        for (String release : List.of("Blackwell", "Blackwell-Ultra", "Rubin", "Rubin-Ultra", "Next-generation")) {
            all.add("market.releases." + release + ".passThrough=0");
        }
        for (String type : List.of("hyperscaler", "ai-lab", "enterprise", "research", "sovereign", "broker", "distressed-fund",
                "reseller")) {
            all.add("buyers.types." + type + ".count=0");
        }
        String user = "buyers.types.neocloud.";
        all.addAll(List.of(user + "utilisationSd=0", user + "readyMwMedian=0", user + "convertibleMwMedian=0",
                user + "deploymentWeeks=0"));
        all.addAll(List.of(settings));
        return all;
    }

    private static FireSale run(List<String> settings, long seed) {
        return FireSale.complete(Scenario.of(Bound.parameters(settings.toArray(new String[0]))), seed,
                EnumSet.of(Recording.SALES, Recording.WEEKS));
    }

    /**
     * By hand: V with the energy, the rent and the lead time of the hosting contract, less tests and repair, and nothing for
     * moving: e^(-r l) V(A e^(-delta l), c, L - l) - 250 - (1 - condition) 6000 with A = 1.92 x 8766 x 0.68 x condition.
     */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "50, 0, 1", "50, 4, 1", "50, 4, 0.8"})
    void aLotInPlaceIsWorthItsRunningUnderTheHostingContract(double rent, int weeks, double condition) {
        FireSale run = run(alike("hardware.inPlace.share=1", "hardware.inPlace.weeks=" + weeks,
                "hardware.hosts.rentUsdPerKwMonth=" + rent, "hardware.hosts.pue=1.2", "hardware.hosts.powerUsdPerKwh=0.06",
                "hardware.testingUsdPerGpu=250", "credit.seizures.a.condition=" + condition), 1);
        double lead = weeks * 7 / 365.25;
        double cost = KW * (1.2 * 8766 * 0.06 + 12 * rent) + 600;
        double value = Math.exp(-0.15 * lead) * GpuValue.of(1.92 * 8766 * 0.68 * condition * Math.exp(-DELTA * lead), cost, 0.15,
                DELTA, 500, 5.5 - lead) - 250 - (1 - condition) * 6000;
        assertThat(value).isGreaterThan(1000);
        assertThat(run.outcome().sales()).isNotEmpty().allSatisfy(sale -> {
            assertThat(sale.priceUsd()).isCloseTo(value, within(0.01));
            assertThat(sale.week()).isZero();
        });
        PlacementFigures placement = run.outcome().placement();
        assertThat(placement.gpusSoldInPlace()).isEqualTo(8000);
        assertThat(placement.hostedMw()).isCloseTo(10.2, within(1e-9));
        assertThat(placement.freedKw()).isZero();
    }

    /** What stands in place can be sold there until the offer ends, and is removed then; nobody here has racks for it. */
    @ParameterizedTest
    @CsvSource({"5, 8000", "4, 0", "0, 0"})
    void theOfferStandsForSoManyWeeks(int window, long sold) {
        FireSale run = run(alike("hardware.inPlace.share=1", "hardware.inPlace.windowWeeks=" + window, "auction.reserveShare=9",
                "auction.reserveFloorShare=9"), 1);
        assertThat(run.outcome().sales()).isNotEmpty().allSatisfy(sale -> assertThat(sale.week()).isEqualTo(4));
        assertThat(run.outcome().gpusSold()).isEqualTo(sold);
        assertThat(run.outcome().placement().gpusSoldInPlace()).isEqualTo(sold);
        assertThat(run.outcome().placement().freedKw()).isEqualTo(sold > 0 ? 0 : 10_200);
        assertThat(run.power().seized().balance()).isZero();
    }

    /** Who resells takes the machines away; who has cheaper racks of its own does too. */
    @Test
    void whoTakesMachinesAwayFreesTheRacks() {
        FireSale resold = run(alike("hardware.inPlace.share=1", "hardware.hosts.rentUsdPerKwMonth=3000",
                "buyers.types.broker.count=3", "buyers.types.broker.storageGpusMedian=1000000"), 1);
        assertThat(resold.outcome().outsiderShare()).as("hosting is too dear for anybody to run them").isEqualTo(1);
        assertThat(resold.outcome().placement().freedKw()).isEqualTo(10_200);
        FireSale moved = run(alike("hardware.inPlace.share=1", "buyers.types.neocloud.readyMwMedian=100",
                "buyers.types.neocloud.rackRentUsdPerKwMonth=0"), 1);
        assertThat(moved.outcome().gpusSold()).isEqualTo(8000);
        assertThat(moved.outcome().placement().gpusSoldInPlace()).isZero();
        assertThat(moved.outcome().placement().freedKw()).isEqualTo(10_200);
        assertThat(moved.outcome().placement().occupiedMw()).isGreaterThan(10);
    }

    /** One more way to take machines in never lowers the price: the first sale of a frozen fleet, truthful bids, same draws. */
    @ParameterizedTest
    @ValueSource(ints = {400, 4000, 20_000, 60_000})
    void sellingInPlaceNeverLowersThePrice(int gpus) {
        int higher = 0;
        for (int seed = 0; seed < 15; seed++) {
            double removed = firstPrice(gpus, 0, seed);
            double inPlace = firstPrice(gpus, 1, seed);
            assertThat(inPlace).as("seed %d", seed).isGreaterThanOrEqualTo(removed - 0.01);
            higher += inPlace > removed + 1 ? 1 : 0;
        }
        assertThat(higher).as("and mostly raises it where racks are short").isGreaterThan(gpus < 20_000 ? 0 : 10);
    }

    private static double firstPrice(int gpus, double share, long seed) {
        RunOutcome outcome = FireSale.simulate(Bound.parameters("credit.borrowers.count=0", "time.weeks=1", "time.runOffWeeks=1",
                "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=" + gpus,
                "auction.reserveShare=0", "auction.reserveFloorShare=0", "hardware.inPlace.share=" + share,
                "auction.measureEfficiency=true"), seed, EnumSet.of(Recording.SALES));
        assertThat(outcome.surplusUsd()).as("the bound knows of berths in place").isLessThanOrEqualTo(
                outcome.surplusBoundUsd() + 0.02);
        return outcome.sales().stream().filter(sale -> sale.week() == 0 && !sale.buyerType().equals("scrap"))
                .mapToDouble(Sale::priceUsd).max().orElse(500);
    }

    /** Machines fetched in week 3 leave racks that one user has in week 3 + 4, and fills with the very machines in that week. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void freedRacksReachABuyerInTheRightWeekAndAreBidWith(int weeks) {
        List<String> settings = alike("time.weeks=10", "credit.seizures.a.week=3", "credit.seizures.a.gpus=816",
                "hardware.relet.share=1", "hardware.relet.weeks=" + weeks, "hardware.hosts.pue=1.1",
                "hardware.hosts.rentUsdPerKwMonth=0");
        FireSale run = new FireSale(Scenario.of(Bound.parameters(settings.toArray(new String[0]))), 5,
                EnumSet.of(Recording.SALES));
        run.start();
        while (run.schedule.step(run)) {
            long sites = run.buyers().buyers().stream().mapToLong(buyer -> buyer.sites().size() - 1).sum();
            assertThat(sites).as("week %d", run.week()).isEqualTo(run.week() >= 3 + weeks ? 1 : 0);
        }
        run.finish();
        Buyer tenant = run.buyers().buyers().stream().filter(buyer -> buyer.sites().size() > 1).findFirst().orElseThrow();
        Site racks = tenant.sites().get(1);
        assertThat(racks.readyKw()).as("102 nodes: 25 racks of four, and two nodes whose racks are let elsewhere")
                .isCloseTo(25 * 4 * 10.2, within(1e-9));
        assertThat(racks.freeKw()).isZero();
        assertThat(run.outcome().gpusSold()).isEqualTo(800);
        assertThat(run.outcome().sales()).filteredOn(sale -> !sale.buyerType().equals("scrap")).isNotEmpty()
                .allSatisfy(sale -> assertThat(sale.week()).isEqualTo(3 + weeks));
        assertThat(run.outcome().placement().reletKw()).isCloseTo(1020, within(1e-9));
        assertThat(run.outcome().placement().freedKw()).isCloseTo(1040.4, within(1e-9));
        assertThat(run.outcome().placement().vacantMw()).isZero();
    }

    /** FMV is that of users as they were at the start, however cheap the racks that they rent later. */
    @Test
    void freedRacksDoNotMoveFmv() {
        List<Double> without = fmv("hardware.relet.share=0");
        List<Double> with = fmv("hardware.relet.share=1");
        assertThat(with).hasSizeGreaterThan(10).isEqualTo(without);
    }

    private static List<Double> fmv(String relet) {
        return run(alike("time.weeks=12", "hardware.relet.weeks=1", "hardware.hosts.rentUsdPerKwMonth=0",
                "hardware.hosts.pue=1", "credit.seizures.b.week=11", "credit.seizures.b.machine=H100-SXM-HGX-air",
                "credit.seizures.b.gpus=800", relet), 1).outcome().weekRows().stream().map(Week::fmvUsd).limit(12).toList();
    }

    /** Racks of several defaults that one tenant rents are one site as long as they are alike; who has own halls rents none. */
    @Test
    void tenantsAreThoseWhoRent() {
        List<String> settings = alike("time.weeks=12", "hardware.relet.share=1", "hardware.relet.weeks=1",
                "buyers.types.neocloud.count=1", "buyers.types.enterprise.count=5");
        for (int i = 0; i < 5; i++) {
            settings.add("credit.seizures.b" + i + ".week=" + i);
            settings.add("credit.seizures.b" + i + ".machine=" + (i == 4 ? "H100-SXM-HGX-liquid" : "H100-SXM-HGX-air"));
            settings.add("credit.seizures.b" + i + ".gpus=320");
        }
        FireSale run = run(settings, 1);
        for (Buyer buyer : run.buyers().buyers()) {
            boolean rents = buyer.type().name().equals("neocloud");
            assertThat(buyer.sites()).as(buyer.type().name()).hasSize(rents ? 3 : 1);
            if (rents) {
                assertThat(buyer.sites().get(1).readyKw()).isCloseTo((1000 + 4 * 40) * 10.2, within(1e-6));
                assertThat(buyer.sites().get(2).readyKw()).isCloseTo(40 * 9, within(1e-6));
            }
        }
        settings.add("hardware.relet.tenantUsdPerKwMonth=500");
        assertThat(run(settings, 1).outcome().placement().reletKw()).as("nobody pays as much").isZero();
    }

    /** Half of the hosts let machines stay; who does so at a share of a half does so at a larger one too. */
    @Test
    void hostsAreDrawnOnceForEachSeizure() {
        List<String> settings = alike("hardware.inPlace.windowWeeks=3");
        for (int i = 0; i < 60; i++) {
            settings.add("credit.seizures.b" + i + ".week=0");
            settings.add("credit.seizures.b" + i + ".machine=H100-SXM-HGX-air");
            settings.add("credit.seizures.b" + i + ".gpus=8");
        }
        settings.add("credit.seizures.a.gpus=8");
        settings.add("hardware.inPlace.share=0");
        long before = 0;
        for (double share : List.of(0.25, 0.5, 0.75, 1.0)) {
            settings.set(settings.size() - 1, "hardware.inPlace.share=" + share);
            FireSale run = run(settings, 3);
            long lots = run.credit().fleets().stream().filter(fleet -> fleet.isInPlace(0)).count();
            assertThat(lots).isBetween((long) (61 * share - 12), (long) (61 * share + 12));
            long now = 0;
            for (int i = 0; i < run.credit().fleets().size(); i++) {
                now |= run.credit().fleets().get(i).isInPlace(0) ? 1L << i : 0;
            }
            assertThat(now & before).as("nobody changes its mind").isEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo((1L << 61) - 1);
    }

    /** Legacy power is being fitted out until the machines run there. */
    @Test
    void aRetrofitTakesItsTime() {
        List<String> settings = alike("time.weeks=20", "buyers.types.neocloud.convertibleMwMedian=3",
                "buyers.types.neocloud.retrofitWeeks=6", "buyers.types.neocloud.deploymentWeeks=2",
                "credit.seizures.b.week=19", "credit.seizures.b.machine=H100-SXM-HGX-air", "credit.seizures.b.gpus=8");
        FireSale run = new FireSale(Scenario.of(Bound.parameters(settings.toArray(new String[0]))), 1,
                EnumSet.noneOf(Recording.class));
        run.start();
        long legacy = run.power().legacy().balance();
        while (run.week() < 12 && run.schedule.step(run)) {
            assertThat(run.power().inRetrofit().balance()).as("week %d", run.week()).isEqualTo(run.week() < 8 ? 10_200_000 : 0);
            assertThat(run.power().retrofitted().balance()).isEqualTo(run.week() < 8 ? 0 : 10_200_000);
            assertThat(run.power().legacy().balance()).isEqualTo(legacy - 10_200_000);
        }
    }
}
