package firesale.credit;

import firesale.credit.contracts.LoanClass;
import firesale.credit.contracts.TermLoan;
import firesale.credit.lenders.CreditSupply;
import firesale.credit.lenders.Lender;
import firesale.credit.lenders.LenderSystem;
import firesale.credit.lenders.Payer;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.policy.Backstop;
import firesale.policy.Guarantee;
import firesale.world.Feedback;
import firesale.world.Market;
import firesale.world.Pressure;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All borrowers, lenders and seized fleets of a run, and what they do in each phase of a week. */
public final class Credit {

    private static final int LOSS_WINDOW_WEEKS = 26;

    private final CreditParameters parameters;
    private final HardwareParameters hardware;
    private final List<Custody> custody;
    private final Streams streams;
    private final Market market;
    private final Marks marks;
    private final Chronicle chronicle;
    private final LenderSystem lenders;
    private final LenderWatch lenderWatch;
    private final List<Borrower> borrowers = new ArrayList<>();
    private final List<SeizedFleet> fleets = new ArrayList<>();
    private final List<SeizedFleet> repossessing = new ArrayList<>();
    private final List<SeizedFleet> inventory = new ArrayList<>();
    private final Liquidity liquidity;
    private final Operations operations;
    private final Covenants covenants;
    private final MarginCalls marginCalls;
    private final Maturities maturities;
    private final Circle circle;
    private final Expansion expansion;
    private final Vehicles vehicles;
    private final WalkAway walkAway;
    private final Custodian custodian;
    private final Resolution resolution;
    private final OutsideWorld outside;
    private final Guarantee guarantee;
    private final FleetIncome income;
    /** Null unless it is asked for. */
    private final SpreadLedger spreads;
    private final Returns returns;
    private final OpeningBook openingBook;
    private final double exogenousChance;
    /** Null where borrowers default when they must. */
    private DefaultScript script;
    private double idleUsd;
    private int lotsNumbered;
    private final long[] lossesByWeek = new long[LOSS_WINDOW_WEEKS];
    private long lossesBefore;
    private double offlineGpus;

    /**
     * @param book      an own book, read from the files that the parameters name
     * @param feedbacks the loops that are on
     * @param marks     what collateral is held to be worth; asked from the first week on
     * @param chronicle is told what happens
     * @param backstop  who stands behind lenders' losses, and what that does to lending
     */
    public Credit(CreditParameters parameters, Book book, HardwareParameters hardware, OutsideWorld outside,
            List<Custody> custody, Streams streams, Market market, Set<Feedback> feedbacks, Marks marks, Chronicle chronicle,
            Backstop backstop) {
        this.parameters = parameters;
        this.hardware = hardware;
        this.custody = custody;
        this.streams = streams;
        this.market = market;
        this.marks = marks;
        this.chronicle = chronicle;
        this.income = new FleetIncome(parameters.borrowers(), market);
        this.liquidity = new Liquidity(parameters, outside, market, marks, chronicle);
        this.spreads = parameters.measureSpreads() ? new SpreadLedger(market.riskFreeRate(), market::week) : null;
        this.returns = spreads == null ? Returns.NONE : spreads;
        this.operations = new Operations(income, outside, liquidity, returns);
        this.covenants = new Covenants(parameters, outside, market, liquidity, income, streams, marks, chronicle);
        this.marginCalls = new MarginCalls(parameters.coinLine(), outside, market, liquidity, chronicle);
        this.maturities = new Maturities(parameters, outside, market, liquidity, chronicle);
        this.circle = new Circle(parameters.circle(), book.customerIdentities(parameters.circle()), market, streams, chronicle);
        this.vehicles = new Vehicles(parameters, hardware, outside, custody, streams, market, income, chronicle);
        this.walkAway = new WalkAway(marks, market);
        this.outside = outside;
        this.guarantee = backstop.guarantee();
        this.resolution = new Resolution(outside, guarantee, returns);
        this.custodian = new Custodian(parameters.seizure(), outside, market, income, resolution, chronicle);
        Population population = new Population(parameters, hardware, outside, custody, streams, market,
                backstop.leverage());
        this.lenders = new LenderSystem(population.lenders(book.lendersOr(parameters.lenders()),
                feedbacks.contains(Feedback.LOSSES_CREDIT) ? CreditSupply.BY_CAPITAL : CreditSupply.FULL),
                parameters.bankShareOfFunding());
        this.lenderWatch = new LenderWatch(lenders.lenders(), chronicle);
        borrowers.addAll(book.hosts().isEmpty() ? population.hosts(lenders.lenders())
                : new BookPopulation(hardware, outside, custody).hosts(book, lenders.lenders()));
        this.expansion = new Expansion(parameters.draws(), population, borrowers, outside, streams, liquidity, chronicle);
        borrowers.addAll(vehicles.setUp(borrowers, lenders.lenders(), book));
        this.openingBook = OpeningBook.of(borrowers, parameters, market.btcUsd());
        this.exogenousChance = -StrictMath.expm1(-parameters.borrowers().exogenousDefaultPerYear() / Hours.WEEKS_PER_YEAR);
    }

    /**
     * Lets borrowers default when a script says, and only then: who cannot pay otherwise goes on. To be said before the first
     * week.
     */
    public void follow(DefaultScript defaults) {
        script = defaults;
    }

    /** Phase: operations and debt service, then delayed draws. */
    public void operate(int week) {
        if (parameters.loan().floatingShare() > 0) {
            reprice();
        }
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            if (!borrower.defaulted()) {
                boolean misses = !operations.run(borrower, week);
                if (script == null ? misses : script.cause(i, week) == DefaultCause.PAYMENT) {
                    fail(borrower, DefaultCause.PAYMENT, week);
                }
            }
        }
        expansion.week(borrowers, week);
    }

    /** Floating loans follow the funding spread, each with a margin of its own. */
    private void reprice() {
        double floating = liquidity.refinancing().floating();
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            for (int k = 0; k < borrower.cohorts().size() && borrower.vehicle() == null; k++) {
                borrower.cohorts().get(k).loan().reprice(floating);
            }
        }
    }

    /** Phase: commitments of customers; margin calls, maturities and covenants of hosts; and who defaults for other reasons. */
    public void test(int week) {
        circle.week(borrowers);
        boolean quarterEnds = week % parameters.covenant().testWeeks() == parameters.covenant().testWeeks() - 1;
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            if (!borrower.defaulted()) {
                DefaultCause cause = borrower.vehicle() == null ? causeOfHost(borrower, week, quarterEnds)
                        : causeOfVehicle(borrower, week, quarterEnds);
                DefaultCause follows = script == null ? cause : script.cause(i, week);
                if (follows != null) {
                    fail(borrower, follows, week);
                }
            }
        }
    }

    /** Why a host defaults this week; null if it does not. */
    private DefaultCause causeOfHost(Borrower borrower, int week, boolean quarterEnds) {
        if (exogenousChance > 0
                && streams.weekly(Kind.BORROWER, borrower.identity(), Purpose.EXOGENOUS, week).chance(exogenousChance)) {
            return DefaultCause.EXOGENOUS;
        }
        if (!marginCalls.meet(borrower)) {
            return DefaultCause.MARGIN_CALL;
        }
        if (!maturities.settle(borrower, week)) {
            return DefaultCause.MATURITY;
        }
        boolean holds = quarterEnds ? covenants.hold(borrower, week) : covenants.watch(borrower, week);
        return holds ? null : DefaultCause.COVENANT;
    }

    /** Why a vehicle defaults this week; null if it does not. It has no covenants but its loan. */
    private DefaultCause causeOfVehicle(Borrower borrower, int week, boolean quarterEnds) {
        return quarterEnds && walkAway.is(borrower, week) ? DefaultCause.STRATEGIC : null;
    }

    private void fail(Borrower borrower, DefaultCause cause, int week) {
        borrower.fail(cause, week);
        double equity = equityUsd(borrower, week);
        chronicle.note(CreditEvent.DEFAULT, borrower.id(), -1, borrower.gpus(), Cents.toUsd(borrower.debt()));
        marginCalls.close(borrower);
        liquidity.coins().raise(borrower, Cents.of(borrower.coinsUsd(market.btcUsd())));
        vehicles.reject(borrower, week);
        CreditParameters.CovenantParameters delay = parameters.covenant();
        int span = delay.repossessionWeeksHigh() - delay.repossessionWeeksLow() + 1;
        int lag = delay.repossessionWeeksLow()
                + streams.once(Kind.BORROWER, borrower.identity(), Purpose.REPOSSESSION).below(span);
        List<SeizedFleet> ofBorrower = new ArrayList<>();
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            TermLoan loan = cohort.loan();
            // a lease that goes on is assigned to the lender: its lessee runs and maintains the machines, and nobody fetches them
            boolean goesOn = cohort.lease() != null && cohort.lease().runs(week);
            SeizedFleet fleet = new SeizedFleet(newLotNumber(), fleets.size(), borrower, loan.lender(), cohort.machine(),
                    cohort.machineIndex(), cohort.gpus(), cohort.gpus().balance(), loan.balance(), week,
                    goesOn ? week : week + lag, cohort.ageYears(0), 1, cohort.costUsdPerGpu(), hardware,
                    resolution);
            fleet.letUnder(goesOn ? cohort.lease() : null);
            fleet.lentAtOrigination(loan.originalUsd());
            fleets.add(fleet);
            repossessing.add(fleet);
            ofBorrower.add(fleet);
        }
        resolution.open(borrower, ofBorrower, equity);
    }

    /** A number for a lot; those of a run are numbered in the order in which they come to be, whoever sells them. */
    public int newLotNumber() {
        return lotsNumbered++;
    }

    /** Machines at FMV, coins and cash less all debt, USD. */
    private double equityUsd(Borrower borrower, int week) {
        double sum = borrower.coinsUsd(market.btcUsd()) + borrower.pledgedUsd(market.btcUsd())
                + Cents.toUsd(borrower.cash().balance() - borrower.debt());
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            sum += marks.modelUsd(cohort.machine(), cohort.ageYears(week)) * cohort.gpus().balance();
        }
        return sum;
    }

    /**
     * Phase: repossessed fleets reach the lender's inventory, and scheduled ones arrive.
     *
     * @param all whether even those still being repossessed arrive: the last week
     */
    public void seize(int week, boolean all) {
        for (int i = 0; i < parameters.seizures().size(); i++) {
            if (parameters.seizures().get(i).week() == week) {
                schedule(i, week);
            }
        }
        for (int i = 0; i < repossessing.size(); i++) {
            if (all || repossessing.get(i).seizedWeek() <= week) {
                SeizedFleet fleet = repossessing.remove(i--);
                fleet.arriveBy(week);
                take(fleet, week);
            }
        }
    }

    private void schedule(int index, int week) {
        CreditParameters.ScheduledSeizure seizure = parameters.seizures().get(index);
        int machineIndex = Population.machineIndex(hardware, seizure.machine());
        Account gpus = custody.get(machineIndex).open(seizure.name());
        long count = Population.wholeNodes(seizure.gpus(), hardware.machines().get(machineIndex));
        custody.get(machineIndex).move(custody.get(machineIndex).makers(), gpus, count);
        Lender lender = Population.pick(lenders(), streams.once(Kind.LOT, index, Purpose.POPULATION).uniform());
        long loan = Cents.of(seizure.loanUsdPerGpu() * count);
        lender.hold(loan);
        SeizedFleet fleet = new SeizedFleet(newLotNumber(), fleets.size(), null, lender, hardware.machines().get(machineIndex),
                machineIndex, gpus, count, loan, week, week, seizure.ageYears() - week / Hours.WEEKS_PER_YEAR, seizure.condition(),
                hardware.machines().get(machineIndex).newPriceUsd(), hardware, resolution);
        fleets.add(fleet);
        take(fleet, week);
    }

    private void take(SeizedFleet fleet, int week) {
        inventory.add(fleet);
        chronicle.note(CreditEvent.SEIZURE, fleet.borrower() == null ? -1 : fleet.borrower().id(), fleet.lender().id(),
                fleet.gpus().balance(), Cents.toUsd(fleet.loanAtDefault()));
        custodian.take(fleet, week);
    }

    /** After the sale: sold fleets leave the inventory, estates are distributed, the rest is stored or run for a week. */
    public void closeWeek(int week, double storageUsdPerGpuWeek) {
        for (int i = inventory.size() - 1; i >= 0; i--) {
            if (inventory.get(i).gpus().balance() == 0) {
                inventory.remove(i);
            }
        }
        custodian.week(inventory, week);
        for (int i = inventory.size() - 1; i >= 0; i--) {
            SeizedFleet fleet = inventory.get(i);
            if (!fleet.isRun()) {
                resolution.store(fleet, Cents.of(storageUsdPerGpuWeek * fleet.gpus().balance()));
            }
        }
        resolution.close();
        lenders.closeWeek(market.regime() == Regime.SQUEEZE);
        lenderWatch.week();
        long losses = lenders.losses();
        lossesByWeek[week % LOSS_WINDOW_WEEKS] = losses - lossesBefore;
        lossesBefore = losses;
        offlineGpus = 0;
        countIdle(repossessing);
        countIdle(inventory);
        for (int i = 0; i < borrowers.size(); i++) {
            countUnlet(borrowers.get(i));
        }
    }

    /** Machines of a vehicle whose lessee has rejected the lease stand idle until lenders have them. */
    private void countUnlet(Borrower borrower) {
        for (int i = 0; i < borrower.cohorts().size() && borrower.vehicle() != null && !borrower.defaulted(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            if (cohort.lease().isRejected()) {
                offlineGpus += cohort.gpus().balance();
                idleUsd += income.forgone(cohort.machine(), cohort.gpus().balance());
            }
        }
    }

    private void countIdle(List<SeizedFleet> held) {
        for (int i = 0; i < held.size(); i++) {
            SeizedFleet fleet = held.get(i);
            if (!fleet.isRun()) {
                offlineGpus += fleet.gpus().balance();
                idleUsd += income.forgone(fleet.machine(), fleet.gpus().balance());
            }
        }
    }

    /**
     * Rent less running cost that machines would have earned while they stood idle with lenders or unlet vehicles, USD so far.
     */
    public double idleUsd() {
        return idleUsd;
    }

    /** Lenders pay a week's fee on performing loans, if there is a guarantee with a fee and it is in force. */
    public void payForGuarantee() {
        for (int i = 0; i < borrowers.size() && guarantee.hasFee() && guarantee.isInForce(); i++) {
            Borrower borrower = borrowers.get(i);
            LoanClass kind = LoanClass.ofTermLoan(borrower.vehicle() != null);
            for (int k = 0; k < borrower.cohorts().size() && !borrower.defaulted(); k++) {
                TermLoan loan = borrower.cohorts().get(k).loan();
                long fee = Cents.of(guarantee.weeklyFeeUsd(Cents.toUsd(loan.balance())));
                loan.lender().pay(outside, outside.authority(), fee);
                guarantee.receive(fee);
                returns.fee(kind, fee);
            }
        }
    }

    /** Lenders' losses so far over their loans at the start, as they would be without the guarantee; 0 without loans. */
    public double lossShareBeforeGuarantee() {
        long loans = lenders.loansAtStart();
        return loans == 0 ? 0 : (double) (lenders.losses() + guarantee.paid()) / loans;
    }

    /** What stood on the books at the start. */
    public OpeningBook openingBook() {
        return openingBook;
    }

    /** What the credit side does to prices next week, with GPUs in transit and coins that buyers sold added by the caller. */
    public Pressure pressure(int week, double gpusInTransit, double coinsSoldByBuyers) {
        long losses = 0;
        for (long each : lossesByWeek) {
            losses += each;
        }
        long loans = lenders.loansAtStart();
        return new Pressure(offlineGpus + gpusInTransit, liquidity.coins().take() + coinsSoldByBuyers,
                loans == 0 ? 0 : Math.max(0, (double) losses / loans), leverage(week));
    }

    /** The fleets and loans as they stand now, to be run on beside the run. */
    public LoanBook loanBook() {
        return new LoanBook(borrowers, income, market);
    }

    /** Debt of all borrowers that have not defaulted over the book value of their fleets; 0 if none is left. */
    public double leverage(int week) {
        double debt = 0;
        double book = 0;
        for (int i = 0; i < borrowers.size(); i++) {
            if (!borrowers.get(i).defaulted()) {
                debt += Cents.toUsd(borrowers.get(i).debt());
                book += borrowers.get(i).bookUsd(week, parameters.loan().bookLifeYears());
            }
        }
        return book <= 0 ? 0 : debt / book;
    }

    /** Hosts in the order of their numbers, then vehicles. */
    public List<Borrower> borrowers() {
        return borrowers;
    }

    public List<Lender> lenders() {
        return lenders.lenders();
    }

    /** The lenders and what passes between them. */
    public LenderSystem lenderSystem() {
        return lenders;
    }

    /** All fleets of defaulted loans, in the order of default. */
    public List<SeizedFleet> fleets() {
        return fleets;
    }

    /** Fleets that lenders hold, those that they keep off the market for now included, in the order of seizure. */
    public List<SeizedFleet> inventory() {
        return inventory;
    }

    /** Fleets on their way from a defaulted borrower to its lender, in the order of default. */
    public List<SeizedFleet> repossessing() {
        return repossessing;
    }

    /** Who owes whom how much in a week, seen at its end; parties in the order of their numbers, amounts above 0. */
    public List<Exposure> exposures(int week) {
        return new Exposures(week, borrowers, lenders()).addLoans().addUnsecured().addLeases()
                .addContractedRent(circle.customers().size(), parameters.borrowers().contractUtilisation())
                .addBankFunding(parameters.bankShareOfFunding()).addClaims(fleets, resolution).list();
    }

    /**
     * A borrower's loans over what its machines are worth by the covenant's appraisal; 0 without loans, infinite where the machines
     * are worth nothing. Of no meaning once it has defaulted.
     */
    public double ltv(Borrower borrower, int week) {
        return ltv(borrower, week, parameters.covenant().appraisal());
    }

    /** The same with machines at FMV. */
    public double ltvAtFmv(Borrower borrower, int week) {
        return ltv(borrower, week, Appraisal.MARK_TO_MODEL);
    }

    private double ltv(Borrower borrower, int week, Appraisal appraisal) {
        double loans = Cents.toUsd(borrower.loanBalance());
        return loans == 0 ? 0 : loans / appraisal.usd(borrower, week, marks);
    }

    /** Whether something of a defaulted borrower is still to be distributed. */
    public boolean isBeingWoundUp(Borrower borrower) {
        return resolution.isOpen(borrower);
    }

    /** Customers of the funding circle as they stand, in the order of their numbers; none without a circle. */
    public List<CircleCustomer> customers() {
        return circle.customers();
    }

    /** Settlement of sales. */
    public Resolution resolution() {
        return resolution;
    }

    /** What was counted on the way. */
    public CreditCounts counts() {
        return new CreditCounts(marginCalls.calls(), marginCalls.coinsLiquidated(), liquidity.coins().soldInAll(),
                covenants.waived(),
                covenants.cured(), covenants.forborne(), circle.renegotiated(), circle.repudiated(), vehicles.rejected(),
                vehicles.damagesUsd(), expansion.drawnUsd(), expansion.cancelled(), lenderWatch.stopped());
    }

    /** Who lost how much, USD, by the ordinal of {@link Payer}; complete once every estate is distributed. */
    public List<Double> lossesByPayerUsd() {
        double[] cents = new double[Payer.values().length];
        lenders.payers(cents);
        cents[Payer.TAXPAYER.ordinal()] += guarantee.paid();
        resolution.losses().addTo(cents);
        List<Double> usd = new ArrayList<>();
        for (double each : cents) {
            usd.add(each / 100);
        }
        return usd;
    }

    /** What each class of lending lost and earned; null unless it is asked for. */
    public SpreadLedger spreads() {
        return spreads;
    }

    /** What all of them lost, USD, added up from claims, equity at default and what was paid instead of by payer. */
    public double lossesUsd() {
        return Cents.toUsd(lenders.losses() + guarantee.paid()) + resolution.losses().totalUsd();
    }
}
