package firesale.credit;

import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import firesale.world.Pressure;
import java.util.ArrayList;
import java.util.List;

/** All borrowers, lenders and seized fleets of a run, and what they do in each phase of a week. */
public final class Credit {

    private static final int LOSS_WINDOW_WEEKS = 26;

    private final CreditParameters parameters;
    private final HardwareParameters hardware;
    private final OutsideWorld outside;
    private final List<Custody> custody;
    private final Streams streams;
    private final Market market;
    private final List<Borrower> borrowers;
    private final List<Lender> lenders;
    private final List<SeizedFleet> fleets = new ArrayList<>();
    private final List<SeizedFleet> repossessing = new ArrayList<>();
    private final List<SeizedFleet> inventory = new ArrayList<>();
    private final Liquidity liquidity;
    private final Operations operations;
    private final Covenants covenants;
    private final MarginCalls marginCalls;
    private final Maturities maturities;
    private final Resolution resolution;
    private final Chronicle chronicle;
    private final long[] lossesByWeek = new long[LOSS_WINDOW_WEEKS];
    private long lossesBefore;
    private double offlineGpus;

    /**
     * @param marks     what collateral is held to be worth; asked from the first week on
     * @param chronicle is told what happens
     */
    public Credit(CreditParameters parameters, HardwareParameters hardware, OutsideWorld outside, List<Custody> custody,
            Streams streams, Market market, Marks marks, Chronicle chronicle) {
        this.parameters = parameters;
        this.hardware = hardware;
        this.outside = outside;
        this.custody = custody;
        this.streams = streams;
        this.market = market;
        this.chronicle = chronicle;
        Population population = new Population(parameters, hardware, outside, custody, streams, market);
        this.lenders = population.lenders();
        this.borrowers = population.borrowers(lenders);
        this.liquidity = new Liquidity(parameters.borrowers(), outside, market);
        this.operations = new Operations(parameters.borrowers(), outside, market, liquidity);
        this.covenants = new Covenants(parameters, outside, market, liquidity, streams, marks);
        this.marginCalls = new MarginCalls(parameters.coinLine(), outside, market, liquidity);
        this.maturities = new Maturities(parameters, outside, market, liquidity);
        this.resolution = new Resolution(outside);
    }

    /** Phase: operations and debt service. */
    public void operate(int week) {
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            if (!borrower.defaulted() && !operations.run(borrower, week)) {
                fail(borrower, DefaultCause.PAYMENT, week);
            }
        }
    }

    /** Phase: margin calls, maturities and covenants. */
    public void test(int week) {
        boolean quarterEnds = week % parameters.covenant().testWeeks() == parameters.covenant().testWeeks() - 1;
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            if (!borrower.defaulted() && !marginCalls.meet(borrower)) {
                fail(borrower, DefaultCause.MARGIN_CALL, week);
            }
            if (!borrower.defaulted() && !maturities.settle(borrower, week)) {
                fail(borrower, DefaultCause.MATURITY, week);
            }
            if (quarterEnds && !borrower.defaulted() && !covenants.hold(borrower, week)) {
                fail(borrower, DefaultCause.COVENANT, week);
            }
        }
    }

    private void fail(Borrower borrower, DefaultCause cause, int week) {
        borrower.fail(cause, week);
        chronicle.note(CreditEvent.DEFAULT, borrower.id(), -1, borrower.gpus(), Cents.toUsd(borrower.debt()));
        marginCalls.close(borrower);
        liquidity.sellCoins(borrower, Cents.of(borrower.coinsUsd(market.btcUsd())));
        CreditParameters.CovenantParameters delay = parameters.covenant();
        int span = delay.repossessionWeeksHigh() - delay.repossessionWeeksLow() + 1;
        int lag = delay.repossessionWeeksLow()
                + streams.once(Kind.BORROWER, borrower.id(), Purpose.REPOSSESSION).below(span);
        List<SeizedFleet> ofBorrower = new ArrayList<>();
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            SeizedFleet fleet = new SeizedFleet(fleets.size(), borrower, cohort.loan().lender(), cohort.machine(),
                    cohort.machineIndex(), cohort.gpus(), cohort.gpus().balance(), cohort.loan().balance(), week, week + lag,
                    cohort.ageYears(0), 1, cohort.costUsdPerGpu(), hardware);
            fleets.add(fleet);
            repossessing.add(fleet);
            ofBorrower.add(fleet);
        }
        resolution.open(borrower, ofBorrower);
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
                take(fleet);
            }
        }
    }

    private void schedule(int index, int week) {
        CreditParameters.ScheduledSeizure seizure = parameters.seizures().get(index);
        int machineIndex = Population.machineIndex(hardware, seizure.machine());
        Account gpus = custody.get(machineIndex).open(seizure.name());
        long count = Population.wholeNodes(seizure.gpus(), hardware.machines().get(machineIndex));
        custody.get(machineIndex).move(custody.get(machineIndex).makers(), gpus, count);
        Lender lender = Population.pick(lenders, streams.once(Kind.LOT, index, Purpose.POPULATION).uniform());
        long loan = Cents.of(seizure.loanUsdPerGpu() * count);
        lender.hold(loan);
        SeizedFleet fleet = new SeizedFleet(fleets.size(), null, lender, hardware.machines().get(machineIndex), machineIndex, gpus,
                count, loan, week, week, seizure.ageYears() - week / Hours.WEEKS_PER_YEAR, seizure.condition(),
                hardware.machines().get(machineIndex).newPriceUsd(), hardware);
        fleets.add(fleet);
        take(fleet);
    }

    private void take(SeizedFleet fleet) {
        inventory.add(fleet);
        chronicle.note(CreditEvent.SEIZURE, fleet.borrower() == null ? -1 : fleet.borrower().id(), fleet.lender().id(),
                fleet.gpus().balance(), Cents.toUsd(fleet.loanAtDefault()));
    }

    /** After the sale: sold fleets leave the inventory, estates are distributed, the rest is stored for a week. */
    public void closeWeek(int week, double storageUsdPerGpuWeek) {
        for (int i = inventory.size() - 1; i >= 0; i--) {
            SeizedFleet fleet = inventory.get(i);
            if (fleet.gpus().balance() == 0) {
                inventory.remove(i);
            } else {
                resolution.store(fleet, Cents.of(storageUsdPerGpuWeek * fleet.gpus().balance()));
            }
        }
        resolution.close();
        long losses = 0;
        for (int i = 0; i < lenders.size(); i++) {
            losses += lenders.get(i).losses();
        }
        lossesByWeek[week % LOSS_WINDOW_WEEKS] = losses - lossesBefore;
        lossesBefore = losses;
        offlineGpus = 0;
        for (int i = 0; i < repossessing.size(); i++) {
            offlineGpus += repossessing.get(i).gpus().balance();
        }
        for (int i = 0; i < inventory.size(); i++) {
            offlineGpus += inventory.get(i).gpus().balance();
        }
    }

    /** What the credit side does to prices next week, with GPUs in transit added by the caller. */
    public Pressure pressure(int week, double gpusInTransit) {
        long losses = 0;
        for (long each : lossesByWeek) {
            losses += each;
        }
        long loans = 0;
        for (int i = 0; i < lenders.size(); i++) {
            loans += lenders.get(i).loansAtStart();
        }
        return new Pressure(offlineGpus + gpusInTransit, liquidity.takeCoinsSold(),
                loans == 0 ? 0 : Math.max(0, (double) losses / loans), leverage(week));
    }

    /** The fleets and loans as they stand now, to be run on beside the run. */
    public LoanBook loanBook() {
        return new LoanBook(parameters.borrowers(), borrowers, operations, market);
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

    public List<Borrower> borrowers() {
        return borrowers;
    }

    public List<Lender> lenders() {
        return lenders;
    }

    /** All fleets of defaulted loans, in the order of default. */
    public List<SeizedFleet> fleets() {
        return fleets;
    }

    /** Fleets that lenders hold and want to sell, in the order of seizure. */
    public List<SeizedFleet> inventory() {
        return inventory;
    }

    /** Whether machines are still on their way to a lender. */
    public boolean repossessing() {
        return !repossessing.isEmpty();
    }

    /** Settlement of sales. */
    public Resolution resolution() {
        return resolution;
    }

    /** Margin calls so far. */
    public int marginCalls() {
        return marginCalls.calls();
    }

    /** Pledged coins that lenders sold so far, BTC. */
    public double coinsLiquidated() {
        return marginCalls.coinsLiquidated();
    }

    /** Covenant breaches waived so far. */
    public int breachesWaived() {
        return covenants.waived();
    }

    /** Covenant breaches cured so far. */
    public int breachesCured() {
        return covenants.cured();
    }
}
