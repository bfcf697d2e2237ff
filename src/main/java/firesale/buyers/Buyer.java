package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Site;
import firesale.kernel.books.Account;
import firesale.kernel.books.Book;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.kernel.books.OutsideWorld;
import firesale.valuation.Knots;
import java.util.List;

/** A buyer: sites, funds, a utilisation, a cost of capital and an opinion. */
public final class Buyer {

    private final int id;
    private final long identity;
    private final BuyerType type;
    private final List<Site> sites;
    private final Berth[] berths;
    private final Account coins;
    private final long coinsAtStart;
    private final Account cash;
    private final long cashAtStart;
    private final long line;
    private final int lineLender;
    private final Traits traits;
    private final Knots discount;
    private final Knots disagreement;
    private final long storageGpus;
    private long drawn;
    private long storedGpus;
    private int replenishedWeek;

    Buyer(int id, long identity, BuyerType type, List<Site> sites, Account coins, Account cash, long line, int lineLender,
            Traits traits, long storageGpus) {
        this.id = id;
        this.identity = identity;
        this.type = type;
        this.sites = List.copyOf(sites);
        this.berths = berths(type, this.sites);
        this.coins = coins;
        this.coinsAtStart = coins.balance();
        this.cash = cash;
        this.cashAtStart = cash.balance();
        this.line = line;
        this.lineLender = lineLender;
        this.traits = traits;
        this.discount = new Knots(traits.discountRate());
        this.disagreement = new Knots(traits.disagreement());
        this.storageGpus = storageGpus;
    }

    /**
     * What a buyer is like.
     *
     * @param utilisation  share of hours that its machines are let
     * @param discountRate cost of capital in calm, 1/a
     * @param disagreement what it adds to the consensus on how fast rent falls, 1/a
     * @param attendance   probability of coming to a weekly sale
     */
    record Traits(double utilisation, double discountRate, double disagreement, double attendance) {
    }

    private static Berth[] berths(BuyerType type, List<Site> sites) {
        if (type.business() == BuyerType.Business.RESELL) {
            return new Berth[] {new Berth(0, sites.get(0), Berth.Making.STORAGE, type)};
        }
        Berth[] berths = new Berth[2 * sites.size()];
        for (int i = 0; i < sites.size(); i++) {
            berths[2 * i] = new Berth(2 * i, sites.get(i), Berth.Making.READY, type);
            berths[2 * i + 1] = new Berth(2 * i + 1, sites.get(i), Berth.Making.RETROFIT, type);
        }
        return berths;
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

    /** Where it has racks; at least one. */
    public List<Site> sites() {
        return sites;
    }

    /** How it can take machines in. */
    Berth[] berths() {
        return berths;
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
        return traits.utilisation();
    }

    /** Probability of coming to a weekly sale. */
    double attendance() {
        return traits.attendance();
    }

    /** Cost of capital in calm, 1/a. */
    double discountRate() {
        return traits.discountRate();
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
     * Time until a machine bought this week earns in ready racks, years.
     *
     * @param leadTimeFactor by what lead times are multiplied this week
     */
    double deploymentYears(double leadTimeFactor) {
        return Math.round(type.deploymentWeeks() * leadTimeFactor) / Hours.WEEKS_PER_YEAR;
    }

    /**
     * Yearly cost of running a machine in the ready racks of the site where that is cheapest, USD per GPU: energy, maintenance and
     * rack rent.
     *
     * @param powerFactor price of power relative to the start
     */
    double readyCostUsd(MachineType machine, double powerFactor) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sites.size(); i++) {
            least = StrictMath.min(least, sites.get(i).usdPerKwYear(powerFactor));
        }
        return machine.kwPerGpu() * least + machine.maintenanceUsdPerYear();
    }

    /** Whether it runs machines no dearer than another, whatever the price of power or at that of the start. */
    boolean runsAsCheaply(Buyer other, boolean whateverThePrice) {
        if (!whateverThePrice) {
            return cheapest().usdPerKwYear() <= other.cheapest().usdPerKwYear();
        }
        for (int i = 0; i < sites.size(); i++) {
            Site site = sites.get(i);
            if (other.sites.stream().allMatch(site::isNeverDearerThan)) {
                return true;
            }
        }
        return false;
    }

    private Site cheapest() {
        Site cheapest = sites.get(0);
        for (int i = 1; i < sites.size(); i++) {
            cheapest = sites.get(i).usdPerKwYear() < cheapest.usdPerKwYear() ? sites.get(i) : cheapest;
        }
        return cheapest;
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
        return line == 0 ? own : own + Math.max(0, open(spreadAboveCalm, lenderShare) - drawn);
    }

    /** The same if nothing had been spent: what it had at the start, at this week's price of coins and size of the line. */
    long fundsUnspent(double spreadAboveCalm, double lenderShare, double btcUsd) {
        long coinCents = coinsAtStart == 0 ? 0 : Cents.of(coinsAtStart / Coins.SATOSHI * btcUsd);
        return cashAtStart + coinCents + (line == 0 ? 0 : open(spreadAboveCalm, lenderShare));
    }

    private long open(double spreadAboveCalm, double lenderShare) {
        double outside = StrictMath.exp(-type.lineToSpread() * StrictMath.max(0, spreadAboveCalm));
        return (long) (line * ((1 - type.lineFromLenders()) * outside + type.lineFromLenders() * lenderShare));
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
