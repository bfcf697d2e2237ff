package firesale.credit;

import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import java.util.List;

/** A miner turned AI host: cash, coins, cohorts of GPUs with their loans, a convertible note. State only; phases decide. */
public final class Borrower {

    /** Satoshi in a coin. */
    public static final double SATOSHI = 1e8;

    private final int id;
    private final Account cash;
    private final Account coins;
    private final List<Cohort> cohorts;
    private final ConvertibleNote note;
    private final double spotUtilisation;
    private final double minedCoinsPerYear;
    private final double fleetCostUsd;
    private final double siteCostUsd;
    private CoinLine line;
    private double quarterOperatingUsd;
    private double quarterServiceUsd;
    private double equityRaisedThisYearUsd;
    private DefaultCause defaultCause;
    private int defaultWeek = -1;

    /** A borrower without a line against coins; its sites cost what the note brought. */
    public Borrower(int id, Account cash, Account coins, List<Cohort> cohorts, ConvertibleNote note, double spotUtilisation,
            double minedCoinsPerYear) {
        this.id = id;
        this.cash = cash;
        this.coins = coins;
        this.cohorts = List.copyOf(cohorts);
        this.note = note;
        this.spotUtilisation = spotUtilisation;
        this.minedCoinsPerYear = minedCoinsPerYear;
        double cost = 0;
        for (Cohort cohort : cohorts) {
            cost += cohort.costUsdPerGpu() * cohort.gpus().balance();
        }
        this.fleetCostUsd = cost;
        this.siteCostUsd = Cents.toUsd(note.face());
    }

    public int id() {
        return id;
    }

    public Account cash() {
        return cash;
    }

    /** Draws a line against coins. */
    public void draw(CoinLine coinLine) {
        line = coinLine;
    }

    /** The line against coins; null if there is none. */
    public CoinLine line() {
        return line;
    }

    /** Free coins, in satoshi. */
    public Account coins() {
        return coins;
    }

    public List<Cohort> cohorts() {
        return cohorts;
    }

    public ConvertibleNote note() {
        return note;
    }

    double spotUtilisation() {
        return spotUtilisation;
    }

    double minedCoinsPerYear() {
        return minedCoinsPerYear;
    }

    /** What the fleet cost when it was bought, USD. */
    double fleetCostUsd() {
        return fleetCostUsd;
    }

    /** What the sites cost that the note financed, USD. */
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
        return loanBalance() + note.face() + (line == null ? 0 : line.balance());
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
        return coins.balance() / SATOSHI * btcUsd;
    }

    void earn(double operatingUsd) {
        quarterOperatingUsd += operatingUsd;
    }

    void owe(long serviceCents) {
        quarterServiceUsd += Cents.toUsd(serviceCents);
    }

    /** Debt-service cover since the last test: operating cash over interest, principal and coupon; infinite without debt. */
    public double quarterDscr() {
        return quarterServiceUsd <= 0 ? Double.POSITIVE_INFINITY : quarterOperatingUsd / quarterServiceUsd;
    }

    void startQuarter() {
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
