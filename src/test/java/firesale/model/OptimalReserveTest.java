package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.SeizedFleet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The value of waiting, worked by hand on one seized fleet. */
class OptimalReserveTest {

    private static final double YEAR = 365.25 / 7;

    private static FireSale started(String... settings) {
        List<String> all = new ArrayList<>(List.of("credit.borrowers.count=0", "time.weeks=1", "time.runOffWeeks=60",
                "market.squeeze.startWeek=none", "credit.seizures.a.week=0", "credit.seizures.a.machine=H100-SXM-HGX-air",
                "credit.seizures.a.gpus=8000", "auction.reserveSetting=optimal"));
        all.addAll(List.of(settings));
        FireSale run = new FireSale(Scenario.of(Bound.parameters(all.toArray(new String[0]))), 7, EnumSet.allOf(Recording.class));
        run.start();
        run.schedule.step(run);
        return run;
    }

    /** No sale of the kind was seen, so that the normal discount of 15 % is expected for ever. */
    @Test
    void whatAWeekAheadIsWorth() {
        FireSale run = started("auction.waitingReserve.normalDiscount=0.15", "auction.format=search",
                "auction.search.usersPerWeek=0", "auction.search.dealersPerWeek=0");
        SeizedFleet fleet = run.credit().fleets().get(0);
        assertThat(fleet.gpus().balance()).as("nobody met").isEqualTo(8000);
        OptimalReserve reserve = new OptimalReserve(run);
        double best = 0;
        for (int weeks : new int[] {1, 2, 4, 8, 13, 26, 39, 52}) {
            double years = weeks / YEAR;
            double fmv = run.buyers().fmv().ahead(fleet.machine(), fleet.ageYears(0),
                    fleet.condition(0) * Math.exp(-0.10 * years), years);
            double rate = fleet.lender().type().discountRate();
            double expected = Math.exp(-rate * years) * fmv * 0.85 - 3 * weeks;
            assertThat(reserve.after(fleet, weeks)).isCloseTo(expected, within(1e-6));
            best = Math.max(best, expected);
        }
        double fmv = run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(0), fleet.condition(0));
        assertThat(reserve.usdPerGpu(fleet, fmv)).isCloseTo(best, within(1e-6)).isLessThan(0.85 * fmv);
        assertThat(run.recorder().auctions().get(0).reserveUsd()).as("is what the lots asked").isCloseTo(best, within(0.01));
    }

    /** Recent sales at 40 % below FMV: next week 15 + 25 e^(-1/26) % are expected to be lost, far ahead 15 %. */
    @Test
    void anUnusualDiscountIsExpectedToPass() {
        FireSale run = started("auction.waitingReserve.recoveryWeeks=26", "auction.storageUsdPerGpuWeek=0",
                "hardware.storageDecayPerYear=0");
        SeizedFleet fleet = run.credit().fleets().get(0);
        run.marks().nextSale(fleet.machineIndex());
        for (int i = 0; i < 200; i++) {
            run.marks().nextSale(fleet.machineIndex());
        }
        run.marks().sold(fleet.machineIndex(), 60e6, 100e6);
        OptimalReserve reserve = new OptimalReserve(run);
        for (int weeks : new int[] {1, 52}) {
            double years = weeks / YEAR;
            double fmv = run.buyers().fmv().ahead(fleet.machine(), fleet.ageYears(0), fleet.condition(0), years);
            double lost = 0.15 + 0.25 * Math.exp(-weeks / 26.0);
            double expected = Math.exp(-fleet.lender().type().discountRate() * years) * fmv * (1 - lost);
            assertThat(reserve.after(fleet, weeks)).isCloseTo(expected, within(1e-3 * expected));
        }
    }

    /** A lender whose capital is nearly used up asks less: its rate is higher. */
    @Test
    void shortCapitalLowersTheReserve() {
        FireSale run = started("auction.format=search", "auction.search.usersPerWeek=0", "auction.search.dealersPerWeek=0");
        SeizedFleet fleet = run.credit().fleets().get(0);
        OptimalReserve reserve = new OptimalReserve(run);
        double rich = reserve.after(fleet, 26);
        double spare = fleet.lender().capitalAtStart() - fleet.lender().type().minimumRatio() * fleet.lender().assetsAtStart();
        fleet.lender().lose((long) (spare / 2));
        double half = reserve.after(fleet, 26);
        double storage = 3 * 26;
        assertThat((half + storage) / (rich + storage)).isCloseTo(Math.exp(-0.30 * 0.5 * 26 / YEAR), within(1e-4));
    }

    /** What lenders ask when they wait for calm is above what a decaying reserve ends at, so that less is sold at a low price. */
    @Test
    void optimalReservesSellLaterAndDearer() {
        double optimal = 0;
        double decaying = 0;
        for (long seed = 0; seed < 30; seed++) {
            optimal += discount(seed, "optimal");
            decaying += discount(seed, "decaying");
        }
        assertThat(optimal / 30).isLessThan(decaying / 30);
    }

    private static double discount(long seed, String setting) {
        return FireSale.simulate(Bound.parameters("credit.borrowers.count=0", "time.weeks=1", "credit.seizures.a.week=0",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=8000", "auction.reserveSetting=" + setting),
                seed, EnumSet.noneOf(Recording.class)).priceDiscount();
    }
}
