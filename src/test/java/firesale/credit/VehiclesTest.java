package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.Claim;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.LeaseDamages;
import firesale.credit.lenders.Payer;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.OutsideWorld;
import firesale.model.Bound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vehicles: how they are financed and let, what they earn and pay, and who gets what when they or their sponsors fail. */
class VehiclesTest {

    private static final double YEAR = 365.25 / 7;
    /** What a GPU on lease brings its lessee in a week under contract, before and after overhead, and what it costs to run. */
    private static final double REVENUE = 2.03 * 168 * 0.95;
    private static final double RUNNING = 10.2 / 8 * (1.35 * 168 * 0.05 + 1100 / YEAR) + 600 / YEAR;

    private static Credit credit(OutsideWorld outside, String... settings) {
        return Host.credit(1, Bound.parameters(settings), outside, new ArrayList<Custody>());
    }

    /** Equity 37.5 % of cost, level payments of 9.1 % over five years, rent 1.25 times those, 13 weeks of them in cash. */
    @Test
    void loanRentAndReserve() {
        OutsideWorld outside = new OutsideWorld();
        Credit credit = credit(outside, "credit.vehicles.sponsored-vehicle.count=2", "credit.vehicles.project-finance.count=1");
        List<Borrower> all = credit.borrowers();
        assertThat(all).hasSize(43);
        Borrower vehicle = all.get(40);
        assertThat(vehicle.id()).isEqualTo(40);
        assertThat(vehicle.gpus()).isEqualTo(20_000);
        assertThat(vehicle.loanBalance()).isEqualTo(20_000L * 30_000 * 100 / 8 * 5);
        int weeks = (int) (5 * YEAR);
        double i = 0.091 / YEAR;
        double payment = 375e6 * i / (1 - Math.pow(1 + i, -weeks));
        Lease lease = vehicle.cohorts().get(0).lease();
        assertThat(lease.usdPerGpuWeek()).isCloseTo(1.25 * payment / 20_000, within(1e-5));
        assertThat(lease.endWeek()).isEqualTo(weeks);
        assertThat(vehicle.cash().balance() / 100.0).isCloseTo(13 * payment, within(0.2));
        assertThat(vehicle.vehicle().reserve()).isEqualTo(vehicle.cash().balance());
        assertThat(vehicle.vehicle().isSponsored()).isTrue();
        assertThat(vehicle.vehicle().vendorShare()).isEqualTo(0.267);
        assertThat(vehicle.debt()).as("nothing but the loan").isEqualTo(vehicle.loanBalance());
        Borrower project = all.get(42);
        assertThat(project.vehicle().isSponsored()).isFalse();
        assertThat(project.loanBalance()).isEqualTo(20_000L * 30_000 * 80);
        double rate = (0.036 + 0.03) / YEAR;
        double service = 480e6 * rate / (1 - Math.pow(1 + rate, -weeks));
        assertThat(project.cohorts().get(0).lease().usdPerGpuWeek()).isCloseTo(1.3 * service / 20_000, within(1e-5));
        assertThat(project.cash().balance() / 100.0).isCloseTo(26 * service, within(0.3));
        long held = credit.lenders().stream().mapToLong(lender -> lender.loansAtStart()).sum();
        assertThat(held).isEqualTo(all.stream().mapToLong(Borrower::loanBalance).sum());
    }

    /** The largest hosts sponsor first, each one before any sponsors a second vehicle; nobody is left without a lessee. */
    @Test
    void theLargestHostsSponsor() {
        Credit credit = credit(new OutsideWorld(), "credit.borrowers.count=3", "credit.vehicles.sponsored-vehicle.count=4");
        List<Borrower> hosts = new ArrayList<>(credit.borrowers().subList(0, 3));
        hosts.sort((one, other) -> Long.compare(other.gpus(), one.gpus()));
        assertThat(hosts).extracting(host -> host.leased().size()).containsExactly(2, 1, 1);
        assertThat(hosts.get(0).leased().get(0).lessor()).isSameAs(credit.borrowers().get(3));
        assertThat(hosts.get(0).leased().get(1).lessor()).isSameAs(credit.borrowers().get(6));
        Credit alone = credit(new OutsideWorld(), "credit.borrowers.count=0", "credit.vehicles.sponsored-vehicle.count=1");
        assertThat(alone.borrowers().get(0).vehicle().isSponsored()).as("a customer outside the model has the "
                + "machines").isFalse();
    }

    /** Hosts are the same with and without vehicles. */
    @Test
    void vehiclesChangeNobodyElse() {
        Credit with = credit(new OutsideWorld(), "credit.vehicles.sponsored-vehicle.count=2");
        Credit without = credit(new OutsideWorld());
        for (int i = 0; i < 40; i++) {
            assertThat(with.borrowers().get(i).debt()).isEqualTo(without.borrowers().get(i).debt());
            assertThat(with.borrowers().get(i).cash().balance()).isEqualTo(without.borrowers().get(i).cash().balance());
        }
    }

    /**
     * A sponsor owes 120,000 (loan and note) on 240,000 of machines and 30,000 of sites, 10,000 of cash. Its vehicle owes 150,000
     * on 240,000 and 5,000 of cash, and the rent of 8 machines at 100 a week for 104 weeks is worth 8 x 100 x 52.18 a(0.09,
     * 1.993).
     */
    @Test
    void threeLeverages() {
        Host host = new Host().cash(10_000).note(30_000, 0.01, 1.3, 500).cohort(8, 90_000, 0);
        Borrower sponsor = host.borrower();
        Borrower vehicle = host.vehicle(8, 150_000, 5_000, new Lease(100, 104), true);
        sponsor.lease(new LeasedFleet(vehicle.cohorts().get(0).lease(), vehicle.cohorts().get(0), vehicle));
        OpeningBook book = OpeningBook.of(List.of(sponsor, vehicle), host.parameters.credit(), 90_000);
        assertThat(book.sponsorDebtUsd()).isCloseTo(120_000, within(0.02));
        assertThat(book.sponsorAssetsUsd()).isCloseTo(280_000, within(1e-6));
        assertThat(book.leaseUsd()).isCloseTo(800 * YEAR * (1 - Math.exp(-0.09 * 104 / YEAR)) / 0.09, within(0.01));
        assertThat(book.vehicleDebtUsd()).isCloseTo(150_000, within(0.02));
        assertThat(book.vehicleAssetsUsd()).isCloseTo(245_000, within(1e-6));
        assertThat(book.contractedUsdPerYear()).as("what a vehicle lets on lease is no contract with a customer").isZero();
        OpeningBook none = OpeningBook.of(List.of(host.borrower()), host.parameters.credit(), 90_000);
        assertThat(none.sponsorDebtUsd()).as("a host that leases nothing is no sponsor").isZero();
    }

    /**
     * A week by hand: the sponsor lets 8 of its own at spot and the vehicle's 8 under contract, pays for both, the rent, its
     * debt.
     */
    @Test
    void rentIsPaidBeforeDebtServiceAndTheVehiclePaysItsShareholders() {
        Host host = new Host().cash(10_000).cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Borrower vehicle = host.vehicle(8, 150_000, 5_000, new Lease(150, 104), true);
        Lease lease = vehicle.cohorts().get(0).lease();
        sponsor.lease(new LeasedFleet(lease, vehicle.cohorts().get(0), vehicle));
        double service = (sponsor.cohorts().get(0).loan().interestDue() + sponsor.cohorts().get(0).loan().principalDue()) / 100.0;
        double vehicleService = (vehicle.cohorts().get(0).loan().interestDue()
                + vehicle.cohorts().get(0).loan().principalDue()) / 100.0;
        double spot = host.market.spotUsdPerHour() * 168 * 0.6;
        double operating = 8 * (0.8 * (spot + REVENUE) - 2 * RUNNING);
        Operations operations = host.operations();
        assertThat(operations.run(sponsor, 0)).isTrue();
        assertThat(host.usd(host.cash)).isCloseTo(10_000 + operating - 1_200 - service, within(0.03));
        assertThat(host.usd(vehicle.cash())).isEqualTo(6_200);
        assertThat(sponsor.quarterOperatingUsd()).as("rent counts as a cost in cover").isCloseTo(operating - 1_200, within(0.03));
        long investors = host.outside.investors().balance();
        assertThat(operations.run(vehicle, 0)).isTrue();
        assertThat(host.usd(host.lenders.get(1).cash())).isCloseTo(vehicleService, within(0.001));
        assertThat(host.usd(vehicle.cash())).as("the reserve").isEqualTo(5_000);
        assertThat((host.outside.investors().balance() - investors) / 100.0).isCloseTo(1_200 - vehicleService, within(0.001));
        assertThat(vehicle.quarterOperatingUsd()).isEqualTo(1_200);
        assertThat(lease.isPaid(0)).isTrue();
        host.outside.audit();
    }

    @Test
    void aSponsorThatCannotPayRentDefaultsWhileItsOwnDebtIsUnpaid() {
        Host host = new Host("credit.borrowers.equityPerYear=0").cash(0).cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Borrower vehicle = host.vehicle(8, 150_000, 5_000, new Lease(20_000, 104), true);
        sponsor.lease(new LeasedFleet(vehicle.cohorts().get(0).lease(), vehicle.cohorts().get(0), vehicle));
        assertThat(host.operations().run(sponsor, 0)).isFalse();
        assertThat(vehicle.cohorts().get(0).lease().isPaid(0)).isFalse();
        assertThat(host.lenders.get(0).cash().balance()).isZero();
        assertThat(host.usd(vehicle.cash())).isEqualTo(5_000);
    }

    @Test
    void aCustomerOutsideTheModelPaysEveryWeekUntilTheEndAndThenTheVehicleLetsByItself() {
        Host host = new Host();
        Borrower vehicle = host.vehicle(8, 0, 5_000, new Lease(100, 2), false);
        Operations operations = host.operations();
        long customers = host.outside.customers().balance();
        operations.run(vehicle, 0);
        operations.run(vehicle, 1);
        assertThat((customers - host.outside.customers().balance()) / 100.0).isEqualTo(1_600);
        assertThat(host.outside.suppliers().balance()).as("net of everything").isZero();
        operations.run(vehicle, 2);
        // let under contract at the market by itself, it bears overhead and running cost
        assertThat((customers - host.outside.customers().balance()) / 100.0).isCloseTo(1_600 + 8 * REVENUE, within(0.01));
        assertThat(host.usd(host.outside.suppliers())).isCloseTo(8 * (0.2 * REVENUE + RUNNING), within(0.01));
        assertThat(host.usd(vehicle.cash())).isEqualTo(5_000);
    }

    /** Rejected in week 10 before the rent of that week is paid, 94 weeks are to come; after it, 93. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damagesOfASponsorThatDefaults(boolean paid) {
        Host host = new Host().cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Borrower vehicle = host.vehicle(16, 300_000, 5_000, new Lease(300, 104), true);
        Lease lease = vehicle.cohorts().get(0).lease();
        sponsor.lease(new LeasedFleet(lease, vehicle.cohorts().get(0), vehicle));
        if (paid) {
            lease.paid(10);
        }
        Vehicles vehicles = host.vehicles();
        vehicles.reject(sponsor, 10);
        double years = (paid ? 93 : 94) / YEAR;
        double delta = -Math.log(0.8);
        double flat = (1 - Math.exp(-0.09 * years)) / 0.09;
        double relet = 0.8 * REVENUE * (1 - Math.exp(-(0.09 + delta) * years)) / (0.09 + delta) - RUNNING * flat;
        double expected = 16 * YEAR * (300 * flat - relet);
        assertThat(vehicles.damagesUsd()).isCloseTo(expected, within(1e-6 * expected));
        assertThat(vehicles.rejected()).isEqualTo(1);
        assertThat(lease.isRejected()).isTrue();
        Claim claim = sponsor.claims().get(sponsor.claims().size() - 1);
        assertThat(claim.balance() / 100.0).isCloseTo(expected, within(0.01));
        assertThat(claim.holder()).isSameAs(vehicle.cash());
        assertThat(vehicle.awaitsDamages()).isTrue();
        vehicles.reject(sponsor, 11);
        assertThat(vehicles.rejected()).as("once").isEqualTo(1);
        long customers = host.outside.customers().balance();
        assertThat(host.operations().run(vehicle, 11)).as("from the reserve").isTrue();
        assertThat(host.outside.customers().balance()).as("nobody pays rent").isEqualTo(customers);
    }

    /**
     * The sponsor's estate has 20,000 in cash; its lender misses 30,000 after the sale, damages are 45,000 and notes 25,000: a
     * fifth of each is paid. The vehicle's estate has 5,000 in cash and 9,000 of damages; its lender misses 40,000 of 150,000.
     * Whoever is sold out first, the vehicle's estate waits for the sponsor's, and the sponsor's other creditors lose nothing by
     * the vehicle's 40,000.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void estatesOfBoth(boolean sponsorFirst) {
        Host host = new Host().cash(20_000).note(25_000, 0.01, 1.3, 500).cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Borrower vehicle = host.vehicle(8, 150_000, 5_000, new Lease(100, 104), true);
        vehicle.cohorts().get(0).lease().reject();
        LeaseDamages damages = new LeaseDamages(vehicle.cash(), 4_500_000);
        sponsor.oweDamages(damages);
        vehicle.awaitDamages(damages);
        SeizedFleet own = host.fleet(sponsor, 0, 10, 15);
        SeizedFleet lets = host.fleetOf(vehicle, 1, 10, 15);
        Resolution resolution = new Resolution(host.outside);
        if (sponsorFirst) {
            resolution.open(sponsor, List.of(own), 12_000);
            resolution.open(vehicle, List.of(lets), 7_000);
        } else {
            resolution.open(vehicle, List.of(lets), 7_000);
            resolution.open(sponsor, List.of(own), 12_000);
        }
        host.sell(resolution, lets, 8, 110_000 + lets.loanAtDefault() / 100.0 - 150_000, 0);
        resolution.close();
        assertThat(host.usd(vehicle.cash())).as("waits").isEqualTo(5_000);
        host.sell(resolution, own, 8, 70_000 + own.loanAtDefault() / 100.0 - 100_000, 0);
        resolution.close();
        assertThat(damages.isClosed()).isTrue();
        assertThat(host.lenders.get(0).losses()).isEqualTo(2_400_000);
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(5_000);
        assertThat(host.lenders.get(1).losses()).isEqualTo(4_000_000 - 500_000 - 900_000);
        assertThat(vehicle.cash().balance()).isZero();
        double[] payers = new double[Payer.values().length];
        resolution.losses().addTo(payers);
        assertThat(payers[Payer.CONVERTIBLE_NOTES.ordinal()]).isEqualTo(2_000_000);
        assertThat(payers[Payer.EQUITY.ordinal()]).isEqualTo(1_200_000);
        assertThat(payers[Payer.VENDOR.ordinal()]).isEqualTo(175_000);
        assertThat(payers[Payer.VEHICLE_EQUITY.ordinal()]).isEqualTo(525_000);
        assertThat(payers[Payer.COUNTED_ELSEWHERE.ordinal()]).as("damages are not counted twice").isZero();
        assertThat(resolution.losses().totalUsd()).isEqualTo(20_000 + 12_000 + 7_000);
        host.outside.audit();
    }

    /** The vehicle fails alone: its lender's deficiency ends with its own estate. */
    @Test
    void aVehiclesDeficiencyNeverReachesItsSponsor() {
        Host host = new Host().cash(20_000).cohort(8, 100_000, 0);
        Borrower sponsor = host.borrower();
        Borrower vehicle = host.vehicle(8, 150_000, 5_000, new Lease(100, 4), true);
        sponsor.lease(new LeasedFleet(vehicle.cohorts().get(0).lease(), vehicle.cohorts().get(0), vehicle));
        long debt = sponsor.debt();
        SeizedFleet fleet = host.fleetOf(vehicle, 0, 10, 15);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(vehicle, List.of(fleet), 0);
        host.sell(resolution, fleet, 8, 50_000, 0);
        resolution.close();
        assertThat(host.lenders.get(1).losses()).isEqualTo(fleet.loanAtDefault() - 5_500_000);
        assertThat(sponsor.debt()).isEqualTo(debt);
        assertThat(host.usd(host.cash)).isEqualTo(20_000);
    }

    /**
     * Without a lease the collateral is 8 machines worth 20,000 by the model and 5,000 of cash: 165,000. With one it is rent to
     * come and the machines at its end, at the loan's rate and trend.
     */
    @Test
    void shareholdersWalkAwayWhenTheLoanExceedsTheCollateral() {
        Host host = new Host();
        WalkAway walkAway = new WalkAway(Host.MARKS, host.market);
        Borrower small = host.vehicle(8, 164_000, 5_000, new Lease(100, 10), false);
        Borrower large = host.vehicle(8, 166_000, 5_000, new Lease(100, 10), false);
        assertThat(walkAway.is(small, 10)).isFalse();
        assertThat(walkAway.is(large, 10)).isTrue();
        assertThat(walkAway.collateralUsd(small, 10)).isCloseTo(165_000, within(1e-6));
        double years = 100 / YEAR;
        Borrower let = host.vehicle(8, 166_000, 5_000, new Lease(150, 110), false);
        double machines = 160_000 * Math.exp(-(0.09 - Math.log(0.8)) * years);
        double rent = 1_200 * YEAR * (1 - Math.exp(-0.09 * years)) / 0.09;
        assertThat(walkAway.collateralUsd(let, 10)).isCloseTo(5_000 + machines + rent, within(1e-3));
        let.cohorts().get(0).lease().paid(10);
        double later = 1_200 * YEAR * (1 - Math.exp(-0.09 * 99 / YEAR)) / 0.09;
        assertThat(walkAway.collateralUsd(let, 10)).as("this week's rent is paid").isCloseTo(5_000 + machines + later,
                within(1e-3));
        let.cohorts().get(0).lease().reject();
        assertThat(walkAway.is(let, 10)).isTrue();
        Borrower stays = host.vehicle(8, 166_000, 5_000, new Lease(100, 10), false);
        stays.be(new Vehicle(false, 0, 500_000, false));
        assertThat(walkAway.is(stays, 10)).as("switched off").isFalse();
    }

    private static void week(Credit credit, int week) {
        credit.operate(week);
        credit.test(week);
        credit.seize(week, false);
        credit.closeWeek(week, 13);
    }

    /**
     * A customer pays half of the debt service, so that a vehicle with three weeks of it in cash fails in its seventh week; it
     * never walks away. Its lender has lease and machines at once, stores nothing, gets the rent of every later week, and nothing
     * is idle.
     */
    @Test
    void aLeaseIsAssignedAtOnceAndMachinesGoOnWorking() {
        OutsideWorld outside = new OutsideWorld();
        Credit credit = credit(outside, "credit.borrowers.count=0", "credit.vehicles.project-finance.count=1",
                "credit.vehicles.project-finance.rentCover=0.5", "credit.vehicles.project-finance.reserveWeeks=3.2",
                "credit.vehicles.project-finance.strategicDefault=false");
        Borrower vehicle = credit.borrowers().get(0);
        Lease lease = vehicle.cohorts().get(0).lease();
        for (int week = 0; week < 12; week++) {
            week(credit, week);
        }
        assertThat(vehicle.defaultWeek()).isEqualTo(6);
        assertThat(vehicle.defaultCause()).isEqualTo(DefaultCause.PAYMENT);
        SeizedFleet fleet = credit.inventory().get(0);
        assertThat(fleet.seizedWeek()).isEqualTo(6);
        assertThat(fleet.condition(12)).isEqualTo(1);
        assertThat(credit.idleUsd()).isZero();
        assertThat(credit.pressure(11, 0, 0).offlineGpus()).isZero();
        assertThat(outside.services().balance()).as("no storage").isZero();
        assertThat(fleet.netProceeds() / 100.0).isCloseTo(5 * 20_000 * lease.usdPerGpuWeek(), within(0.1));
        assertThat(-outside.customers().balance() / 100.0).as("twelve weeks of rent").isCloseTo(12 * 20_000
                * lease.usdPerGpuWeek(), within(0.1));
    }

    /** Its sponsor defaults: the vehicle's machines stand idle and are offline, while its reserve still serves its debt. */
    @Test
    void machinesOfARejectedLeaseAreOffline() {
        Credit credit = credit(new OutsideWorld(), "credit.borrowers.count=1", "credit.vehicles.sponsored-vehicle.count=1",
                "credit.borrowers.exogenousDefaultPerYear=52");
        Borrower sponsor = credit.borrowers().get(0);
        Borrower vehicle = credit.borrowers().get(1);
        int week = 0;
        while (!sponsor.defaulted()) {
            assertThat(credit.pressure(week, 0, 0).offlineGpus()).isZero();
            week(credit, week++);
        }
        assertThat(vehicle.defaulted()).isFalse();
        assertThat(credit.counts().leasesRejected()).isEqualTo(1);
        assertThat(credit.pressure(week, 0, 0).offlineGpus()).isEqualTo(sponsor.gpus() + 20_000);
        double idle = credit.idleUsd();
        assertThat(idle).isCloseTo((sponsor.gpus() + 20_000) * (1.92 * 168 * 0.625 - RUNNING), within(0.3 * idle));
        for (int later = 0; later < 30 && !vehicle.defaulted(); later++) {
            week(credit, week++);
        }
        assertThat(vehicle.defaultCause()).isIn(DefaultCause.PAYMENT, DefaultCause.STRATEGIC);
        assertThat(credit.pressure(week, 0, 0).offlineGpus()).as("each machine once").isEqualTo(sponsor.gpus() + 20_000);
    }

    @Test
    void aMachineThatDoesNotExistIsRefused() {
        String unknown = "credit.vehicles.project-finance.machine=abacus";
        assertThat(Bound.parameters(unknown)).as("there is no such vehicle").isNotNull();
        assertThatThrownBy(() -> Bound.parameters(unknown, "credit.vehicles.project-finance.count=1"))
                .hasMessageContaining("no machine is called abacus");
    }

    /** All machines of the kind are known to be H100s with a node of 10.2 kW, on which the constants above rest. */
    @Test
    void theMachineOfTheseTests() {
        MachineType machine = new Host().machine;
        assertThat(machine.name()).isEqualTo("H100-SXM-HGX-air");
        assertThat(machine.kwPerGpu()).isEqualTo(10.2 / 8);
    }
}
