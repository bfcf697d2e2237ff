package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Site;
import firesale.kernel.books.Account;
import firesale.kernel.books.Book;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.valuation.Knots;

/** A buyer: a site, funds, a utilisation, a cost of capital and an opinion. */
public final class Buyer {

    private final int id;
    private final long identity;
    private final BuyerType type;
    private final Site site;
    private final Account cash;
    private final long cashAtStart;
    private final long line;
    private final double utilisation;
    private final Knots discount;
    private final Knots disagreement;
    private final long storageGpus;
    private long drawn;
    private long storedGpus;
    private int replenishedWeek;

    Buyer(int id, long identity, BuyerType type, Site site, Account cash, long line, double utilisation, double disagreement,
            long storageGpus) {
        this.id = id;
        this.identity = identity;
        this.type = type;
        this.site = site;
        this.cash = cash;
        this.cashAtStart = cash.balance();
        this.line = line;
        this.utilisation = utilisation;
        this.discount = new Knots(type.discountRate());
        this.disagreement = new Knots(disagreement);
        this.storageGpus = storageGpus;
    }

    public int id() {
        return id;
    }

    /** The number that keys its draws; it does not change when other kinds of buyers are added. */
    public long identity() {
        return identity;
    }

    public BuyerType type() {
        return type;
    }

    public Site site() {
        return site;
    }

    public Account cash() {
        return cash;
    }

    /** Share of hours that its machines are let. */
    public double utilisation() {
        return utilisation;
    }

    /** Cost of capital in calm. */
    Knots discount() {
        return discount;
    }

    /** What it adds to the consensus on how fast rent falls. */
    Knots disagreement() {
        return disagreement;
    }

    /**
     * Time until a machine bought this week earns in ready racks, whole weeks.
     *
     * @param leadTimeFactor by what lead times are multiplied this week
     */
    int deploymentWeeks(double leadTimeFactor) {
        return (int) Math.round(type.deploymentWeeks() * leadTimeFactor);
    }

    /** The same in racks yet to be retrofitted: the retrofit, and then the deployment. */
    int retrofitWeeks(double leadTimeFactor) {
        return (int) Math.round(type.retrofitWeeks() * leadTimeFactor) + deploymentWeeks(leadTimeFactor);
    }

    /** Time until a machine earns in ready racks, years. */
    double deploymentYears(double leadTimeFactor) {
        return deploymentWeeks(leadTimeFactor) / Hours.WEEKS_PER_YEAR;
    }

    /** Time until a machine earns in racks yet to be retrofitted, years. */
    double retrofitYears(double leadTimeFactor) {
        return retrofitWeeks(leadTimeFactor) / Hours.WEEKS_PER_YEAR;
    }

    /**
     * Yearly cost of running a machine in ready racks, USD per GPU: energy, maintenance and rack rent.
     *
     * @param powerFactor price of power relative to the start
     */
    double readyCostUsd(MachineType machine, double powerFactor) {
        return machine.kwPerGpu() * site.usdPerKwYear(powerFactor) + machine.maintenanceUsdPerYear();
    }

    /** Yearly cost in racks of its own making: energy, maintenance and the shell; the racks are charged apart. */
    double retrofitCostUsd(MachineType machine, double powerFactor) {
        return machine.kwPerGpu() * site.retrofittedUsdPerKwYear(powerFactor) + machine.maintenanceUsdPerYear();
    }

    /** Money for purchases in a week: cash and what is left of the line, cents. */
    public long funds(double spreadAboveCalm) {
        if (line == 0) {
            return cash.balance();
        }
        double open = line * StrictMath.exp(-type.lineToSpread() * StrictMath.max(0, spreadAboveCalm));
        return cash.balance() + Math.max(0, (long) open - drawn);
    }

    /** Brings yearly budgets in, and pays the line down at the same pace. */
    void replenish(int week, OutsideWorld outside) {
        double share = type.replenishPerYear() * (week - replenishedWeek) / Hours.WEEKS_PER_YEAR;
        double due = Cents.toUsd(cashAtStart) * share;
        replenishedWeek = week;
        long room = Math.max(0, cashAtStart - cash.balance());
        outside.money().transfer(outside.buyersFunding(), cash, Math.min(room, Cents.of(due)));
        drawn -= Math.min(drawn, Cents.of(Cents.toUsd(line) * share));
    }

    /** Draws on the line so that cash covers a payment. */
    public void drawFor(long cents, OutsideWorld outside) {
        long missing = cents - cash.balance();
        if (missing > 0) {
            Book money = outside.money();
            money.transfer(outside.buyersFunding(), cash, missing);
            drawn += missing;
        }
    }

    /** GPUs that a reseller can still store. */
    long freeStorage() {
        return storageGpus - storedGpus;
    }

    /** Takes GPUs into storage, or out of it if negative. */
    void store(long gpus) {
        storedGpus += gpus;
    }
}
