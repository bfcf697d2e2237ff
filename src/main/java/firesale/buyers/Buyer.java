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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A buyer: sites, funds, a utilisation, a cost of capital and an opinion. */
public final class Buyer {

    private final int id;
    private final long identity;
    private final BuyerType type;
    private final List<Site> sites;
    private final List<Site> sitesToRead;
    private final int sitesAtStart;
    private Berth[] berths;
    private final Account coins;
    private final long coinsAtStart;
    private final Account cash;
    private final long cashAtStart;
    private final long line;
    private final int lineLender;
    private final Traits traits;
    private final Knots discount;
    private final Knots disagreement;
    private double storageGpus;
    /** Money of those who entered later, apart from its own: yearly budgets do not depend on it. Null until there is some. */
    private Account entrants;
    private long entered;
    /** What is left of the line from outside at the spread that was asked about last. */
    private double lastSpread = Double.NaN;
    private double lastOutside;
    private long drawn;
    private long storedGpus;
    private int replenishedWeek;

    Buyer(int id, long identity, BuyerType type, List<Premises> premises, Account coins, Account cash, long line, int lineLender,
            Traits traits, long storageGpus) {
        this.id = id;
        this.identity = identity;
        this.type = type;
        this.sites = new ArrayList<>();
        premises.forEach(each -> sites.add(each.site()));
        this.sitesToRead = Collections.unmodifiableList(sites);
        this.sitesAtStart = sites.size();
        this.berths = berths(type, premises);
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

    private static Berth[] berths(BuyerType type, List<Premises> premises) {
        if (type.business() == BuyerType.Business.RESELL) {
            return new Berth[] {new Berth(0, 0, premises.get(0), Berth.Making.STORAGE, type)};
        }
        int count = 2 * premises.size();
        for (Premises each : premises) {
            count += each.site().buildableKw() > 0 ? 1 : 0;
        }
        Berth[] berths = new Berth[count];
        int next = 0;
        for (Premises each : premises) {
            int ready = next;
            berths[next] = new Berth(next++, ready, each, Berth.Making.READY, type);
            berths[next] = new Berth(next++, ready, each, Berth.Making.RETROFIT, type);
            if (each.site().buildableKw() > 0) {
                berths[next] = new Berth(next++, ready, each, Berth.Making.BUILD, type);
            }
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

    /** Where it has racks, those that it has rented during the run last; at least one. */
    public List<Site> sites() {
        return sitesToRead;
    }

    /** Lets it run machines on where they stand. */
    void mayHost(Site contract, int weeks) {
        berths = Arrays.copyOf(berths, berths.length + 1);
        berths[berths.length - 1] = Berth.inPlace(berths.length - 1, contract, type, weeks);
    }

    /**
     * Rents racks: at a new site, or more of those that it has rented before.
     *
     * @param site  the racks alone
     * @param racks how many they are
     */
    void rent(Site site, long racks) {
        for (int i = sitesAtStart; i < sites.size(); i++) {
            if (sites.get(i).hasRacksLike(site)) {
                sites.get(i).enlarge(racks);
                return;
            }
        }
        sites.add(site);
        Premises rented = new Premises(type.ownSite(), site);
        int first = berths.length;
        berths = Arrays.copyOf(berths, first + 2);
        berths[first] = new Berth(first, first, rented, Berth.Making.READY, type);
        berths[first + 1] = new Berth(first + 1, first, rented, Berth.Making.RETROFIT, type);
    }

    /** How it can take machines in. */
    Berth[] berths() {
        return berths;
    }

    /** In how many places the room that it has is counted: for each berth racks or kW, and then loops. */
    int places() {
        return 2 * berths.length;
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
    public double attendance() {
        return traits.attendance();
    }

    /** Cost of capital in calm, 1/a. */
    public double discountRate() {
        return traits.discountRate();
    }

    /** Cost of capital in calm. */
    Knots discount() {
        return discount;
    }

    /** What it adds to the consensus on how fast rent falls, 1/a. */
    public double disagreementPerYear() {
        return traits.disagreement();
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
     * Yearly cost of running a machine in the ready racks of the site where that is cheapest, of those that it had at the start,
     * USD per GPU: energy, maintenance and rack rent.
     *
     * @param powerFactor price of power relative to the start
     */
    double readyCostUsd(MachineType machine, double powerFactor) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sitesAtStart; i++) {
            least = StrictMath.min(least, sites.get(i).usdPerKwYear(powerFactor));
        }
        return machine.kwPerGpu() * least + machine.maintenanceUsdPerYear();
    }

    /** Whether it runs machines no dearer than another, whatever the price of power or at that of the start. */
    boolean runsAsCheaply(Buyer other, boolean whateverThePrice) {
        if (!whateverThePrice) {
            return cheapest().usdPerKwYear() <= other.cheapest().usdPerKwYear();
        }
        // each site of the other is matched by one that costs no more in energy and in racks
        return other.sites.subList(0, other.sitesAtStart).stream()
                .allMatch(site -> sites.subList(0, sitesAtStart).stream().anyMatch(own -> own.isNeverDearerThan(site)));
    }

    private Site cheapest() {
        Site cheapest = sites.get(0);
        for (int i = 1; i < sitesAtStart; i++) {
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
        return own(btcUsd) + (line == 0 ? 0 : Math.max(0, open(spreadAboveCalm, lenderShare) - drawn));
    }

    /**
     * The same if nothing had been spent: what it had at the start and what entered since, at this week's price of coins and size
     * of the line.
     */
    long fundsUnspent(double spreadAboveCalm, double lenderShare, double btcUsd) {
        return ownUnspent(btcUsd) + (line == 0 ? 0 : open(spreadAboveCalm, lenderShare));
    }

    /** Its own money had nothing been spent, cents. */
    long ownUnspent(double btcUsd) {
        return cashAtStart + entered + (coinsAtStart == 0 ? 0 : Cents.of(coinsAtStart / Coins.SATOSHI * btcUsd));
    }

    /** Its own money had it come to a sale in a week, with what has become due since it last came, cents. */
    long ownReplenished(int week, double btcUsd) {
        return own(btcUsd) + cashDue(shareDue(week));
    }

    /**
     * What {@link #funds} would be had it come to a sale in a week: with the budgets in that have become due since it last came.
     *
     * @param week no earlier than the last one in which it came
     */
    long fundsReplenished(int week, double spreadAboveCalm, double lenderShare, double btcUsd) {
        double share = shareDue(week);
        return own(btcUsd) + cashDue(share)
                + (line == 0 ? 0 : Math.max(0, open(spreadAboveCalm, lenderShare) - drawn + repaymentDue(share)));
    }

    /** Its own money, without the line: cash, that of entrants, and coins at a price, cents. */
    public long own(double btcUsd) {
        return cash.balance() + entrantsCents() + (coins.balance() == 0 ? 0 : OutsideWorld.coinCents(coins, btcUsd));
    }

    private long open(double spreadAboveCalm, double lenderShare) {
        if (spreadAboveCalm > 0 && spreadAboveCalm != lastSpread) {
            lastSpread = spreadAboveCalm;
            lastOutside = StrictMath.exp(-type.lineToSpread() * spreadAboveCalm);
        }
        double outside = spreadAboveCalm > 0 ? lastOutside : 1;
        return (long) (line * ((1 - type.lineFromLenders()) * outside + type.lineFromLenders() * lenderShare));
    }

    /** Brings yearly budgets in, and pays the line down at the same pace. */
    void replenish(int week, OutsideWorld outside) {
        double share = shareDue(week);
        replenishedWeek = week;
        outside.money().transfer(outside.buyersFunding(), cash, cashDue(share));
        drawn -= repaymentDue(share);
    }

    /** Share of a budget that has become due since the last time. */
    private double shareDue(int week) {
        return type.replenishPerYear() * (week - replenishedWeek) / Hours.WEEKS_PER_YEAR;
    }

    private long cashDue(double share) {
        return Math.min(Math.max(0, cashAtStart - cash.balance()), Cents.of(Cents.toUsd(cashAtStart) * share));
    }

    private long repaymentDue(double share) {
        return Math.min(drawn, Cents.of(Cents.toUsd(line) * share));
    }

    /**
     * Gives it money of outsiders, and room for what that will buy.
     *
     * @param gpus storage that comes with it; of no meaning for who does not resell
     */
    void enter(long cents, double gpus, OutsideWorld outside) {
        if (entrants == null) {
            entrants = outside.money().open("entrants at buyer " + id);
        }
        outside.money().transfer(outside.buyersFunding(), entrants, cents);
        entered += cents;
        storageGpus += gpus;
    }

    private long entrantsCents() {
        return entrants == null ? 0 : entrants.balance();
    }

    /** Money of outsiders that it was given so far, cents. */
    public long entered() {
        return entered;
    }

    /** What is left of that, cents. */
    public long enteredLeft() {
        return entrantsCents();
    }

    /**
     * Sells coins for a payment, spends money of entrants where its own cash is too little, and draws on the line so that cash
     * covers the rest.
     *
     * @return satoshi sold
     */
    public long raise(long cents, double btcUsd, OutsideWorld outside) {
        long sold = outside.sellCoins(coins, cash, cents, btcUsd);
        long missing = cents - cash.balance();
        Book money = outside.money();
        if (missing > 0 && entrantsCents() > 0) {
            long taken = Math.min(missing, entrantsCents());
            money.transfer(entrants, cash, taken);
            missing -= taken;
        }
        if (missing > 0) {
            money.transfer(outside.buyersFunding(), cash, missing);
            drawn += missing;
        }
        return sold;
    }

    /** GPUs that a reseller can still store. */
    public long freeStorage() {
        return (long) storageGpus - storedGpus;
    }

    /** Takes GPUs into storage, or out of it if negative. */
    void store(long gpus) {
        storedGpus += gpus;
    }
}
