package firesale.credit;

import firesale.credit.contracts.BulletNote;
import firesale.credit.contracts.Claim;
import firesale.credit.contracts.CoinLine;
import firesale.credit.contracts.IncomeAssignment;
import firesale.credit.contracts.LeaseDamages;
import firesale.credit.contracts.Revolver;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import java.util.ArrayList;
import java.util.List;

/**
 * A host (a miner turned AI host or a neocloud) or a vehicle that owns machines and lets them: cash, coins, cohorts of GPUs with
 * their loans, and what else is owed. State only; phases decide.
 */
public final class Borrower {

    private final int id;
    private final long identity;
    private final Account cash;
    private final Account coins;
    private final List<Cohort> cohorts;
    private final BulletNote note;
    private final List<BulletNote> notes = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<LeasedFleet> leased = new ArrayList<>();
    private final List<LeaseDamages> damages = new ArrayList<>();
    private final double spotUtilisation;
    private final double minedCoinsPerYear;
    private double fleetCostUsd;
    private double siteCostUsd;
    private CoinLine line;
    private Revolver revolver;
    private IncomeAssignment assignment;
    private Vehicle vehicle;
    private double quarterOperatingUsd;
    private double quarterServiceUsd;
    private double lastTestedDscr = Double.NaN;
    private double weekServiceUsd;
    private double equityRaisedThisYearUsd;
    private int cureByWeek = -1;
    private double loansAllowedUsd = Double.POSITIVE_INFINITY;
    private int forborneUntilWeek;
    private DefaultCause defaultCause;
    private int defaultWeek = -1;

    /** A borrower without any line; its sites cost what the note brought. */
    public Borrower(int id, Account cash, Account coins, List<Cohort> cohorts, BulletNote note, double spotUtilisation,
            double minedCoinsPerYear) {
        this(id, id, cash, coins, cohorts, note, spotUtilisation, minedCoinsPerYear);
    }

    /** @param identity whose draws its draws are */
    Borrower(int id, long identity, Account cash, Account coins, List<Cohort> cohorts, BulletNote note, double spotUtilisation,
            double minedCoinsPerYear) {
        this.id = id;
        this.identity = identity;
        this.cash = cash;
        this.coins = coins;
        this.cohorts = new ArrayList<>(cohorts);
        this.note = note;
        this.spotUtilisation = spotUtilisation;
        this.minedCoinsPerYear = minedCoinsPerYear;
        for (Cohort cohort : cohorts) {
            fleetCostUsd += cohort.costUsdPerGpu() * cohort.gpus().balance();
        }
        issue(note);
    }

    public int id() {
        return id;
    }

    /** By what its draws are found: its number if it was drawn, else its name. */
    public long identity() {
        return identity;
    }

    public Account cash() {
        return cash;
    }

    /** Issues a note; what it raised was spent on sites. */
    void issue(BulletNote bullet) {
        notes.add(bullet);
        claims.add(bullet);
        siteCostUsd += Cents.toUsd(bullet.face());
    }

    /** Draws a line against coins. */
    public void draw(CoinLine coinLine) {
        line = coinLine;
        claims.add(coinLine);
    }

    /** The line against coins; null if there is none. */
    public CoinLine line() {
        return line;
    }

    /** Arranges a line that can be drawn and repaid. */
    void arrange(Revolver open) {
        revolver = open;
        claims.add(open);
    }

    /** The revolving line; null if there is none. */
    public Revolver revolver() {
        return revolver;
    }

    /** Assigns future income; the advance was spent on sites. */
    void assign(IncomeAssignment income) {
        assignment = income;
        claims.add(income);
        siteCostUsd += Cents.toUsd(income.balance());
    }

    /** The assignment of future income; null if there is none. */
    public IncomeAssignment assignment() {
        return assignment;
    }

    /** Leases machines of a vehicle. */
    void lease(LeasedFleet fleet) {
        leased.add(fleet);
    }

    /** Machines that it has on lease. */
    public List<LeasedFleet> leased() {
        return leased;
    }

    /** Takes a claim for damages against itself into its estate. */
    void oweDamages(LeaseDamages claim) {
        claims.add(claim);
    }

    /** Waits for damages from a lessee's estate. */
    void awaitDamages(LeaseDamages claim) {
        damages.add(claim);
    }

    /** Whether damages are still to be settled. */
    boolean awaitsDamages() {
        for (int i = 0; i < damages.size(); i++) {
            if (!damages.get(i).isClosed()) {
                return true;
            }
        }
        return false;
    }

    /** Sets up as a vehicle. */
    void be(Vehicle terms) {
        vehicle = terms;
    }

    /** What is special about a vehicle; null for a host. */
    public Vehicle vehicle() {
        return vehicle;
    }

    /** Adds machines bought during the run. */
    void buy(Cohort cohort) {
        cohorts.add(cohort);
        fleetCostUsd += cohort.costUsdPerGpu() * cohort.gpus().balance();
    }

    /** Free coins, in satoshi. */
    public Account coins() {
        return coins;
    }

    public List<Cohort> cohorts() {
        return cohorts;
    }

    public BulletNote note() {
        return note;
    }

    /** All bullet notes, the convertible one first. */
    public List<BulletNote> notes() {
        return notes;
    }

    /** What is owed without machines as security, in the order in which it was taken on; balances may be 0. */
    public List<Claim> claims() {
        return claims;
    }

    double spotUtilisation() {
        return spotUtilisation;
    }

    double minedCoinsPerYear() {
        return minedCoinsPerYear;
    }

    /** What the fleet cost when it was bought, USD. */
    public double fleetCostUsd() {
        return fleetCostUsd;
    }

    /** What the sites cost that notes and assignments financed, USD. */
    public double siteCostUsd() {
        return siteCostUsd;
    }

    /** Loans outstanding, cents. */
    public long loanBalance() {
        long sum = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            sum += cohorts.get(i).loan().balance();
        }
        return sum;
    }

    /** All debt, cents. */
    public long debt() {
        long sum = loanBalance();
        for (int i = 0; i < claims.size(); i++) {
            sum += claims.get(i).balance();
        }
        return sum;
    }

    /** Book value of the fleet, USD. */
    public double bookUsd(int week, double bookLifeYears) {
        double sum = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            sum += cohort.bookUsdPerGpu(week, bookLifeYears) * cohort.gpus().balance();
        }
        return sum;
    }

    /** Assets on the books, USD: the fleet less depreciation, sites at cost, coins at a price, cash. */
    public double assetsUsd(int week, double bookLifeYears, double btcUsd) {
        return bookUsd(week, bookLifeYears) + siteCostUsd + coinsUsd(btcUsd) + pledgedUsd(btcUsd) + Cents.toUsd(cash.balance());
    }

    /** GPUs in the fleet. */
    public long gpus() {
        long sum = 0;
        for (int i = 0; i < cohorts.size(); i++) {
            sum += cohorts.get(i).gpus().balance();
        }
        return sum;
    }

    /** Pledged coins at a price, USD. */
    public double pledgedUsd(double btcUsd) {
        return line == null ? 0 : line.pledgedUsd(btcUsd);
    }

    /** Free coins at a price, USD. */
    public double coinsUsd(double btcUsd) {
        return coins.balance() / Coins.SATOSHI * btcUsd;
    }

    void earn(double operatingUsd) {
        quarterOperatingUsd += operatingUsd;
    }

    void owe(long serviceCents) {
        weekServiceUsd = Cents.toUsd(serviceCents);
        quarterServiceUsd += weekServiceUsd;
    }

    /** Debt-service cover since the last test: operating cash over interest, principal and coupon; infinite without debt. */
    public double quarterDscr() {
        return quarterServiceUsd <= 0 ? Double.POSITIVE_INFINITY : quarterOperatingUsd / quarterServiceUsd;
    }

    /** Debt-service cover of the quarter before the last test; NaN before the first one, and always for a vehicle: it is not tested. */
    public double lastTestedDscr() {
        return lastTestedDscr;
    }

    /** Debt service since the last test, USD. */
    double quarterServiceUsd() {
        return quarterServiceUsd;
    }

    /** Debt service of the last week, USD. */
    double weekServiceUsd() {
        return weekServiceUsd;
    }

    /** Operating cash since the last test, USD. */
    double quarterOperatingUsd() {
        return quarterOperatingUsd;
    }

    void startQuarter() {
        lastTestedDscr = quarterDscr();
        quarterOperatingUsd = 0;
        quarterServiceUsd = 0;
    }

    double equityRaisedThisYearUsd() {
        return equityRaisedThisYearUsd;
    }

    void raiseEquity(double usd) {
        equityRaisedThisYearUsd += usd;
    }

    void startYear() {
        equityRaisedThisYearUsd = 0;
    }

    /** The week by which a breach must be cured; -1 if none is open. */
    public int cureByWeek() {
        return cureByWeek;
    }

    /** Takes down the loans that cover at the last test bears, USD. */
    void allowLoans(double usd) {
        loansAllowedUsd = usd;
    }

    /** The loans that cover at the last test bears, USD; infinite if it is enough. */
    double loansAllowedUsd() {
        return loansAllowedUsd;
    }

    /** Opens a period of cure that ends in a week, or closes it by -1. */
    void cureBy(int week) {
        cureByWeek = week;
    }

    /** Whether a breach is open that it may still cure, or in which its lenders hold still. */
    public boolean isInBreach(int week) {
        return cureByWeek >= 0 || isForborne(week);
    }

    /** Whether its lenders hold still in a week. */
    public boolean isForborne(int week) {
        return week < forborneUntilWeek;
    }

    /** Lets its lenders hold still until a week. */
    void forbearUntil(int week) {
        forborneUntilWeek = week;
    }

    void fail(DefaultCause cause, int week) {
        defaultCause = cause;
        defaultWeek = week;
    }

    /** Whether the borrower has defaulted. */
    public boolean defaulted() {
        return defaultCause != null;
    }

    /** Why it defaulted; null if it has not. */
    public DefaultCause defaultCause() {
        return defaultCause;
    }

    /** When it defaulted; -1 if it has not. */
    public int defaultWeek() {
        return defaultWeek;
    }
}
