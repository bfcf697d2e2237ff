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
    private final Account coins;
    private final Account cash;
    private final long cashAtStart;
    private final long line;
    private final int lineLender;
    private final double utilisation;
    private final Knots discount;
    private final Knots disagreement;
    private final long storageGpus;
    private long drawn;
    private long storedGpus;
    private int replenishedWeek;

    Buyer(int id, long identity, BuyerType type, Site site, Account coins, Account cash, long line, int lineLender,
            double utilisation, double disagreement, long storageGpus) {
        this.id = id;
        this.identity = identity;
        this.type = type;
        this.site = site;
        this.coins = coins;
        this.cash = cash;
        this.cashAtStart = cash.balance();
        this.line = line;
        this.lineLender = lineLender;
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

    /** Its coins, satoshi. */
    public Account coins() {
        return coins;
    }

    /** Its credit line in calm, cents. */
    public long line() {
        return line;
    }

    /** What it has drawn of its line, cents. */
    public long drawn() {
        return drawn;
    }

    /** The number of the lender that grants a part of its line; negative if there is none. */
    public int lineLender() {
        return lineLender;
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

    /**
     * Money for purchases in a week: coins, cash and what is left of the line, cents. The part of the line that comes from
     * outside the model follows the funding spread, the other what its lender lends.
     *
     * @param spreadAboveCalm funding spread above its level in calm, 1/a
     * @param lenderShare     what the lender lends of what it lent at the start, 0 … 1
     * @param btcUsd          price of a coin
     */
    public long funds(double spreadAboveCalm, double lenderShare, double btcUsd) {
        long own = cash.balance() + (coins.balance() == 0 ? 0 : OutsideWorld.coinCents(coins, btcUsd));
        if (line == 0) {
            return own;
        }
        double outside = StrictMath.exp(-type.lineToSpread() * StrictMath.max(0, spreadAboveCalm));
        double open = line * ((1 - type.lineFromLenders()) * outside + type.lineFromLenders() * lenderShare);
        return own + Math.max(0, (long) open - drawn);
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

    /**
     * Sells coins for a payment, and draws on the line so that cash covers the rest.
     *
     * @return satoshi sold
     */
    public long raise(long cents, double btcUsd, OutsideWorld outside) {
        long sold = outside.sellCoins(coins, cash, cents, btcUsd);
        long missing = cents - cash.balance();
        if (missing > 0) {
            Book money = outside.money();
            money.transfer(outside.buyersFunding(), cash, missing);
            drawn += missing;
        }
        return sold;
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
