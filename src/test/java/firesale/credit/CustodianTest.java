package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.Lease;
import firesale.credit.lenders.Lender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lenders do with machines between seizure and sale. In a squeeze unless said otherwise. */
class CustodianTest {

    private static final String SQUEEZE = "market.squeeze.startWeek=0";
    private static final double YEAR = 365.25 / 7;
    private static final double RUNNING = 10.2 / 8 * (1.35 * 168 * 0.05 + 1100 / YEAR) + 600 / YEAR;

    private static Host host(String behaviour, String... more) {
        String[] settings = new String[more.length + 3];
        settings[0] = SQUEEZE;
        settings[1] = "credit.seizure.behaviour=" + behaviour;
        settings[2] = "credit.lenders.bank.gpuLoanShare=1";
        System.arraycopy(more, 0, settings, 3, more.length);
        return new Host(settings);
    }

    @Test
    void whoSellsOffersAtOnce() {
        Host host = host("sell").cohort(8, 100_000, 0);
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 15);
        host.custodian(new Resolution(host.outside)).take(fleet, 15);
        assertThat(fleet.isHeld(15)).isFalse();
        assertThat(fleet.isRun()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "operate"})
    void inCalmAndByALenderInDistressMachinesAreOfferedAtOnce(String behaviour) {
        Host calm = new Host("market.squeeze.startWeek=none", "credit.seizure.behaviour=" + behaviour).cohort(8, 100_000, 0);
        SeizedFleet fleet = calm.fleet(calm.borrower(), 0, 10, 15);
        calm.custodian(new Resolution(calm.outside)).take(fleet, 15);
        assertThat(fleet.isHeld(15)).isFalse();
        assertThat(fleet.isRun()).isFalse();
        Host squeeze = host(behaviour).cohort(8, 100_000, 0);
        squeeze.lenders.get(0).lose(5_000_000);
        SeizedFleet other = squeeze.fleet(squeeze.borrower(), 0, 10, 15);
        squeeze.custodian(new Resolution(squeeze.outside)).take(other, 15);
        assertThat(other.isHeld(15)).isFalse();
    }

    /** Seized in week 15 and held for six weeks: off the market from 15 to 20, condition falls. */
    @Test
    void heldForTheLongestTime() {
        Host host = host("hold", "credit.seizure.longestWeeks=6").cohort(8, 100_000, 0);
        Custodian custodian = host.custodian(new Resolution(host.outside));
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 15);
        custodian.take(fleet, 15);
        for (int week = 15; week < 25; week++) {
            assertThat(fleet.isHeld(week)).isEqualTo(week < 21);
            assertThat(fleet.isRun()).isFalse();
            custodian.week(List.of(fleet), week);
        }
        assertThat(fleet.netProceeds()).isZero();
        assertThat(fleet.condition(21)).isCloseTo(fleet.conditionAtSeizure() * Math.exp(-0.1 * 6 / YEAR), within(1e-12));
    }

    @Test
    void aLenderThatMustSellStopsHolding() {
        Host host = host("hold").cohort(8, 100_000, 0);
        Custodian custodian = host.custodian(new Resolution(host.outside));
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 15);
        custodian.take(fleet, 15);
        fleet.lender().lose(5_000_000);
        custodian.week(List.of(fleet), 16);
        assertThat(fleet.isHeld(17)).isFalse();
    }

    /** Calm comes in a dated week; machines are offered from the next one on. */
    @ParameterizedTest
    @CsvSource({"hold", "operate"})
    void calmEndsIt(String behaviour) {
        Host host = new Host("market.datedRegimes.a.from=2026-01-05", "market.datedRegimes.a.regime=squeeze",
                "market.datedRegimes.b.from=2026-01-26", "market.datedRegimes.b.regime=easing",
                "market.datedRegimes.c.from=2026-02-16",
                "market.datedRegimes.c.regime=calm", "credit.seizure.behaviour=" + behaviour).cohort(8, 100_000, 0);
        Custodian custodian = host.custodian(new Resolution(host.outside));
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 0, 0);
        custodian.take(fleet, 0);
        for (int week = 0; week < 9; week++) {
            assertThat(fleet.isHeld(week)).as("week %s", week).isEqualTo(week <= 6);
            assertThat(fleet.isRun()).isEqualTo(behaviour.equals("operate") && week <= 6);
            custodian.week(List.of(fleet), week);
            host.market.advance(firesale.world.Pressure.none());
        }
    }

    /**
     * 80 machines in a condition of exp(-0.2 x 5 weeks) earn spot x 168 h x 60 % less a fee of a quarter, and cost what running
     * them costs. The claim falls by the difference every week for six weeks, the condition not at all; afterwards they are
     * stored and offered.
     */
    @Test
    void anOperatorRunsThem() {
        Host host = host("operate", "credit.seizure.longestWeeks=6").cohort(80, 2_000_000, 0);
        Resolution resolution = new Resolution(host.outside);
        Custodian custodian = host.custodian(resolution);
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 15);
        custodian.take(fleet, 15);
        long loan = fleet.claim();
        double condition = Math.exp(-0.2 * 5 / YEAR);
        double gross = 80 * condition * host.market.spotUsdPerHour() * 168 * 0.6 * 0.75;
        double cost = 80 * RUNNING;
        for (int week = 15; week < 21; week++) {
            assertThat(fleet.isRun()).isTrue();
            assertThat(fleet.isHeld(week)).isTrue();
            assertThat(fleet.condition(week)).isCloseTo(condition, within(1e-12));
            custodian.week(List.of(fleet), week);
            assertThat((loan - fleet.claim()) / 100.0).isCloseTo((week - 14) * (gross - cost), within(0.1));
        }
        assertThat(host.usd(host.outside.suppliers())).isCloseTo(6 * cost, within(0.1));
        assertThat(-host.usd(host.outside.customers())).isCloseTo(6 * gross, within(0.1));
        assertThat(fleet.isHeld(21)).isFalse();
        fleet.offered();
        custodian.week(List.of(fleet), 21);
        assertThat(fleet.isRun()).as("from now on they are stored").isFalse();
        assertThat(fleet.weeksOffered()).as("listed for a week already").isEqualTo(1);
        assertThat(fleet.condition(27)).isCloseTo(condition * Math.exp(-0.1 * 6 / YEAR), within(1e-12));
        long claim = fleet.claim();
        custodian.week(List.of(fleet), 22);
        assertThat(fleet.claim()).isEqualTo(claim);
        host.outside.audit();
    }

    /** Power at a dollar a kWh: running does not pay, so machines are stored until the time is over. */
    @Test
    void nobodyRunsThemAtALoss() {
        Host host = host("operate", "credit.borrowers.powerUsdPerKwh=1").cohort(8, 100_000, 0);
        Custodian custodian = host.custodian(new Resolution(host.outside));
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 15);
        custodian.take(fleet, 15);
        assertThat(fleet.isRun()).isFalse();
        assertThat(fleet.isHeld(66)).isTrue();
        assertThat(fleet.isHeld(67)).isFalse();
        fleet.run(true);
        custodian.week(List.of(fleet), 16);
        assertThat(fleet.isRun()).as("stops when it no longer pays").isFalse();
        assertThat(fleet.netProceeds()).isZero();
    }

    /** Income beyond the claim goes to the estate. */
    @Test
    void whatExceedsTheClaimGoesToTheEstate() {
        Host host = host("operate").cohort(80, 100, 0);
        Borrower borrower = host.borrower();
        Custodian custodian = host.custodian(new Resolution(host.outside));
        SeizedFleet fleet = host.fleet(borrower, 0, 10, 10);
        custodian.take(fleet, 10);
        custodian.week(List.of(fleet), 10);
        double net = 80 * (host.market.spotUsdPerHour() * 168 * 0.6 * 0.75 - RUNNING);
        assertThat(fleet.claim()).isZero();
        assertThat(host.usd(host.cash)).isCloseTo(net - 100, within(0.05));
    }

    /** What the sale took off the market for 13 weeks stays off, in calm and in a squeeze, whatever lenders do after seizure. */
    @ParameterizedTest
    @CsvSource({"hold, none", "hold, 0", "operate, none", "operate, 0"})
    void withdrawalsAreLeftAlone(String behaviour, String squeeze) {
        Host host = new Host("credit.seizure.behaviour=" + behaviour, "market.squeeze.startWeek=" + squeeze,
                "credit.seizure.longestWeeks=0").cohort(8, 100_000, 0);
        Custodian custodian = host.custodian(new Resolution(host.outside));
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 15);
        custodian.take(fleet, 15);
        custodian.week(List.of(fleet), 15);
        fleet.holdUntil(30);
        custodian.week(List.of(fleet), 16);
        assertThat(fleet.isHeld(29)).isTrue();
        assertThat(fleet.isRun()).isFalse();
        fleet.lender().lose(50_000_000);
        custodian.week(List.of(fleet), 17);
        assertThat(fleet.isHeld(29)).isTrue();
    }

    /** A sponsored lease of 100 a week for 8 machines to week 14, vehicle in default in 10: rents of 11 to 13 go to the claim. */
    @Test
    void aLeaseGoesOn() {
        Host host = host("sell").cash(1_000_000).cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Lease lease = new Lease(100, 14);
        Borrower vehicle = host.vehicle(8, 150_000, 0, lease, true);
        sponsor.lease(new LeasedFleet(lease, vehicle.cohorts().get(0), vehicle));
        Operations operations = host.operations();
        operations.run(sponsor, 10);
        vehicle.fail(DefaultCause.STRATEGIC, 10);
        Resolution resolution = new Resolution(host.outside);
        SeizedFleet fleet = host.fleetOf(vehicle, 1, 10, 10);
        resolution.open(vehicle, List.of(fleet), 0);
        Custodian custodian = host.custodian(resolution);
        custodian.take(fleet, 10);
        assertThat(fleet.isHeld(13)).isTrue();
        assertThat(fleet.isHeld(14)).isFalse();
        custodian.week(List.of(fleet), 10);
        assertThat(fleet.netProceeds()).as("that rent was the vehicle's").isZero();
        assertThat(host.usd(vehicle.cash())).isEqualTo(800);
        for (int week = 11; week < 14; week++) {
            operations.run(sponsor, week);
            custodian.week(List.of(fleet), week);
            assertThat(fleet.netProceeds()).isEqualTo((week - 10) * 80_000L);
            assertThat(host.usd(vehicle.cash())).isEqualTo(800);
            assertThat(fleet.isRun()).isTrue();
        }
        assertThat(fleet.condition(14)).as("the lessee maintains them").isEqualTo(1);
        operations.run(sponsor, 14);
        custodian.week(List.of(fleet), 14);
        assertThat(fleet.isRun()).isFalse();
        assertThat(fleet.netProceeds()).isEqualTo(240_000);
        host.sell(resolution, fleet, 8, 100_000, 0);
        resolution.close();
        assertThat(host.lenders.get(1).losses()).isEqualTo(fleet.loanAtDefault() - 10_000_000 - 240_000 - 80_000);
        host.outside.audit();
    }

    /**
     * In the run-off the sponsor's week is not simulated; those to whom it has let the machines on pay. So does a customer,
     * always.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rentOfALesseeWhoseWeekIsNotSimulated(boolean sponsored) {
        Host host = host("sell").cohort(8, 100_000, 0);
        Borrower vehicle = host.vehicle(8, 150_000, 3_000, new Lease(100, 14), sponsored);
        vehicle.fail(DefaultCause.STRATEGIC, 10);
        Resolution resolution = new Resolution(host.outside);
        SeizedFleet fleet = host.fleetOf(vehicle, 1, 10, 10);
        Custodian custodian = host.custodian(resolution);
        custodian.take(fleet, 10);
        custodian.week(List.of(fleet), 10);
        custodian.week(List.of(fleet), 11);
        custodian.week(List.of(fleet), 12);
        assertThat(fleet.netProceeds()).isEqualTo(160_000);
        assertThat(host.usd(vehicle.cash())).as("the estate's cash is no rent").isEqualTo(3_000);
        assertThat(host.usd(host.outside.customers())).isEqualTo(-1_600);
    }

    /** The claim is 1,000, the rent 800 a week: 600 of the second week's go back to the vehicle's estate. */
    @Test
    void rentBeyondTheClaim() {
        Host host = host("sell");
        Borrower vehicle = host.vehicle(8, 1_000, 0, new Lease(100, 14), false);
        vehicle.fail(DefaultCause.PAYMENT, 10);
        SeizedFleet fleet = host.fleetOf(vehicle, 0, 10, 10);
        Custodian custodian = host.custodian(new Resolution(host.outside));
        custodian.take(fleet, 10);
        for (int week = 10; week < 13; week++) {
            custodian.week(List.of(fleet), week);
        }
        assertThat(fleet.claim()).isZero();
        assertThat(host.usd(vehicle.cash())).isCloseTo(600, within(1e-9));
    }

    /**
     * The sponsor fails while the lender has its lease: no more rent, machines are offered, damages go to the vehicle's estate.
     */
    @ParameterizedTest
    @CsvSource({"sell, false, false", "hold, true, false", "operate, true, true"})
    void thenTheSponsorDefaults(String behaviour, boolean held, boolean run) {
        Host host = host(behaviour).cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Lease lease = new Lease(300, 60);
        Borrower vehicle = host.vehicle(8, 150_000, 0, lease, true);
        sponsor.lease(new LeasedFleet(lease, vehicle.cohorts().get(0), vehicle));
        vehicle.fail(DefaultCause.STRATEGIC, 10);
        SeizedFleet fleet = host.fleetOf(vehicle, 1, 10, 10);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(vehicle, List.of(fleet), 0);
        Custodian custodian = host.custodian(resolution);
        custodian.take(fleet, 10);
        custodian.week(List.of(fleet), 10);
        host.vehicles().reject(sponsor, 11);
        custodian.week(List.of(fleet), 11);
        assertThat(fleet.netProceeds()).isZero();
        assertThat(fleet.isHeld(12)).isEqualTo(held);
        assertThat(fleet.isRun()).isEqualTo(run);
        custodian.week(List.of(fleet), 12);
        assertThat(fleet.netProceeds() > 0).isEqualTo(run);
        assertThat(vehicle.awaitsDamages()).isTrue();
        host.sell(resolution, fleet, 8, 10_000, 0);
        resolution.close();
        assertThat(host.lenders.get(1).losses()).as("the estate is not distributed, so the deficiency stands")
                .isEqualTo(fleet.loanAtDefault() - fleet.netProceeds());
    }

    /** A lender without room is forced by its own losses alone. */
    @Test
    void mustSellOfTheseTests() {
        Lender lender = host("hold").cohort(8, 100_000, 0).lenders.get(0);
        assertThat(lender.mustSell()).isFalse();
        lender.lose(5_000_000);
        assertThat(lender.mustSell()).isTrue();
    }
}
