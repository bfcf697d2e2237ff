package firesale.credit;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.Lease;
import firesale.credit.contracts.LeaseDamages;
import firesale.credit.contracts.TermLoan;
import firesale.credit.lenders.Lender;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Special-purpose vehicles: how they come to be, and what becomes of their leases when a sponsor defaults. */
final class Vehicles {

    private final CreditParameters parameters;
    private final HardwareParameters hardware;
    private final OutsideWorld outside;
    private final List<Custody> custody;
    private final Streams streams;
    private final Market market;
    private final FleetIncome income;
    private final Chronicle chronicle;
    private double damagesUsd;
    private int rejected;

    Vehicles(CreditParameters parameters, HardwareParameters hardware, OutsideWorld outside, List<Custody> custody,
            Streams streams, Market market, FleetIncome income, Chronicle chronicle) {
        this.parameters = parameters;
        this.hardware = hardware;
        this.outside = outside;
        this.custody = custody;
        this.streams = streams;
        this.market = market;
        this.income = income;
        this.chronicle = chronicle;
    }

    /**
     * Sets all vehicles up at the start, with new machines and a loan and a lease that begin now.
     *
     * @param hosts the hosts, among whom sponsors are found: the largest first
     * @param book  by what their draws are found
     * @return the vehicles, numbered on from the hosts
     */
    List<Borrower> setUp(List<Borrower> hosts, List<Lender> lenders, Book book) {
        List<Borrower> sponsors = new ArrayList<>(hosts);
        sponsors.sort(Comparator.comparingLong(Borrower::gpus).reversed());
        List<Borrower> vehicles = new ArrayList<>();
        int sponsored = 0;
        for (VehicleType type : parameters.vehicles()) {
            for (int i = 0; i < type.count(); i++) {
                boolean hasSponsor = type.lessee() == VehicleType.Lessee.SPONSOR && !sponsors.isEmpty();
                Borrower sponsor = hasSponsor ? sponsors.get(sponsored++ % sponsors.size()) : null;
                int id = hosts.size() + vehicles.size();
                vehicles.add(vehicle(id, book.vehicleIdentity(id, type.name(), i), type, sponsor, lenders));
            }
        }
        return vehicles;
    }

    private Borrower vehicle(int id, long identity, VehicleType type, Borrower sponsor, List<Lender> lenders) {
        RandomStream draws = streams.once(Kind.BORROWER, identity, Purpose.VEHICLE);
        int machineIndex = Population.machineIndex(hardware, type.machine());
        MachineType machine = hardware.machines().get(machineIndex);
        long count = Population.wholeNodes(type.gpus(), machine);
        Account gpus = custody.get(machineIndex).open("vehicle " + id);
        custody.get(machineIndex).move(custody.get(machineIndex).makers(), gpus, count);
        Lender lender = Population.pick(lenders, draws.uniform());
        TermLoan loan = new TermLoan(lender, (1 - type.equityShare()) * machine.newPriceUsd() * count,
                market.rateAt(type.spread()), (int) (type.loanYears() * Hours.WEEKS_PER_YEAR), 0);
        lender.hold(loan.balance());
        double weeklyService = Cents.toUsd(loan.interestDue() + loan.principalDue());
        Lease lease = new Lease(type.rentCover() * weeklyService / count, (int) (type.leaseYears() * Hours.WEEKS_PER_YEAR));
        // after the lease the machines are let by the year, as a host lets them under contract
        Cohort cohort = new Cohort(machine, machineIndex, gpus, machine.newPriceUsd(), 0, 1,
                market.contractUsdPerHour() * machine.rentRelativeToH100(), 0);
        cohort.let(lease);
        cohort.finance(loan);
        Account cash = outside.money().open("vehicle " + id);
        long reserve = Cents.of(type.reserveWeeks() * weeklyService);
        outside.money().transfer(outside.investors(), cash, reserve);
        Borrower vehicle = new Borrower(id, identity, cash, outside.coins().open("vehicle " + id), List.of(cohort),
                BulletNote.convertible(outside.noteHolders(), 0, 0, 1, Integer.MAX_VALUE),
                parameters.borrowers().spotUtilisationLow(), 0);
        vehicle.be(new Vehicle(sponsor != null, type.vendorShareOfEquity(), reserve, type.strategicDefault()));
        if (sponsor != null) {
            sponsor.lease(new LeasedFleet(lease, cohort, vehicle));
        }
        return vehicle;
    }

    /** Rejects all leases of a lessee that has just defaulted; each gives its lessor a claim for damages. */
    void reject(Borrower lessee, int week) {
        for (int i = 0; i < lessee.leased().size(); i++) {
            LeasedFleet fleet = lessee.leased().get(i);
            if (fleet.lease().runs(week) && fleet.cohort().gpus().balance() > 0) {
                reject(lessee, fleet, week);
            }
        }
    }

    private void reject(Borrower lessee, LeasedFleet fleet, int week) {
        double gpus = fleet.cohort().gpus().balance();
        double revenue = income.relet(fleet.cohort());
        double relet = (revenue - income.overhead(revenue)) / gpus;
        double running = income.running(fleet.cohort()) / gpus;
        double damages = gpus * fleet.lease().damagesUsd(fleet.lease().nextDue(week), fleet.cohort().loan().yearlyRate(), relet,
                running, market.outlook().trendDecline());
        fleet.lease().reject();
        LeaseDamages claim = new LeaseDamages(fleet.lessor().cash(), Cents.of(damages));
        lessee.oweDamages(claim);
        fleet.lessor().awaitDamages(claim);
        damagesUsd += damages;
        rejected++;
        chronicle.note(CreditEvent.LEASE_REJECTED, lessee.id(), -1, (long) gpus, damages);
    }

    /** Claims for damages so far, USD. */
    double damagesUsd() {
        return damagesUsd;
    }

    /** Leases rejected so far. */
    int rejected() {
        return rejected;
    }
}
