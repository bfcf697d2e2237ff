package firesale.credit.contracts;

import firesale.credit.lenders.Lender;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;

/** An amortising loan against one cohort of GPUs: what is owed each week. Level payments, weekly in arrears. Cents. */
public final class TermLoan {

    /** Rate times weeks below which the average life is taken from its series. */
    private static final double SMALL = 1e-4;
    /** A payment over what is owed, from which on more of it changes nothing: all is due, whatever the interest of a week. */
    private static final double MOST_PAID = 4;

    private final Lender lender;
    private final double scheduledWeeklyRate;
    private double fixedWeeklyRate;
    private double floatingWeekly;
    private double weeklyRate;
    private final double originalUsd;
    private final int tenorWeeks;
    private final int weeksLeft;
    private final long openingBalance;
    private long levelPayment;
    private double levelUsd;
    private long balance;

    /**
     * A loan some way through its life.
     *
     * @param originalUsd  principal at origination
     * @param yearlyRate   nominal rate, 1/a
     * @param tenorWeeks   life at origination
     * @param elapsedWeeks payments already made
     */
    public TermLoan(Lender lender, double originalUsd, double yearlyRate, int tenorWeeks, int elapsedWeeks) {
        this.lender = lender;
        this.weeklyRate = yearlyRate / Hours.WEEKS_PER_YEAR;
        this.scheduledWeeklyRate = weeklyRate;
        this.fixedWeeklyRate = weeklyRate;
        this.originalUsd = originalUsd;
        this.tenorWeeks = tenorWeeks;
        this.weeksLeft = Math.max(0, tenorWeeks - elapsedWeeks);
        double growth = StrictMath.log1p(weeklyRate);
        double whole = annuityFactor(growth, tenorWeeks);
        double left = annuityFactor(growth, tenorWeeks - elapsedWeeks);
        this.levelUsd = originalUsd / whole;
        this.levelPayment = Cents.of(levelUsd);
        this.balance = elapsedWeeks >= tenorWeeks ? 0 : Cents.of(originalUsd * left / whole);
        this.openingBalance = balance;
    }

    private TermLoan(TermLoan other) {
        this.lender = other.lender;
        this.scheduledWeeklyRate = other.scheduledWeeklyRate;
        this.weeklyRate = other.weeklyRate;
        this.fixedWeeklyRate = other.fixedWeeklyRate;
        this.floatingWeekly = other.floatingWeekly;
        this.originalUsd = other.originalUsd;
        this.tenorWeeks = other.tenorWeeks;
        this.weeksLeft = other.weeksLeft;
        this.openingBalance = other.openingBalance;
        this.levelPayment = other.levelPayment;
        this.levelUsd = other.levelUsd;
        this.balance = other.balance;
    }

    /** A loan on the same terms with the same balance, to be paid apart from this one. */
    public TermLoan copy() {
        return new TermLoan(this);
    }

    /**
     * The average life of a loan with level payments in arrears: the mean time to a dollar of principal. With B(t) outstanding it
     * is sum B(t) / B(0) over t = 0 .. n-1. All interest paid is n p - B(0) = i sum B(t), and p = i B(0) / (1 - v^n), so it is
     * <pre>
     *   n / (1 - v^n) - 1 / i,   v = 1 / (1 + i);   (n + 1) / 2 + (n^2 - 1) i / 12 as i vanishes
     * </pre>
     *
     * @param weeklyRate i, per week
     * @param weeks      n, payments to come
     * @return weeks; 0 if none are to come
     */
    static double averageLifeWeeks(double weeklyRate, int weeks) {
        if (weeks <= 0) {
            return 0;
        }
        if (Math.abs(weeklyRate) * weeks < SMALL) {
            return (weeks + 1) / 2.0 + ((double) weeks * weeks - 1) * weeklyRate / 12;
        }
        return -weeks / StrictMath.expm1(-StrictMath.log1p(weeklyRate) * weeks) - 1 / weeklyRate;
    }

    /** Average life of the principal that was left when the loan entered the book, from then, years. */
    public double averageLifeYears() {
        return averageLifeWeeks(scheduledWeeklyRate, weeksLeft) / Hours.WEEKS_PER_YEAR;
    }

    /** Average life of all principal from origination, years. */
    public double averageLifeAtOriginationYears() {
        return averageLifeWeeks(scheduledWeeklyRate, tenorWeeks) / Hours.WEEKS_PER_YEAR;
    }

    /** Payments that were to come when the loan entered the book. */
    public int weeksLeft() {
        return weeksLeft;
    }

    /** Principal at origination, USD. */
    public double originalUsd() {
        return originalUsd;
    }

    /** Present value of one dollar a week for n weeks; the rate enters as ln(1 + i). */
    private double annuityFactor(double growth, int weeks) {
        return weeklyRate == 0 ? weeks : -StrictMath.expm1(-growth * weeks) / weeklyRate;
    }

    public Lender lender() {
        return lender;
    }

    /** What is still owed. */
    public long balance() {
        return balance;
    }

    /** What was owed when the loan entered the book. */
    public long openingBalance() {
        return openingBalance;
    }

    /** Interest due this week. */
    public long interestDue() {
        return Cents.of(Cents.toUsd(balance) * weeklyRate);
    }

    /**
     * Principal due this week: what the level payment repays at the rate of origination, whatever the rate is; at least a cent.
     */
    public long principalDue() {
        return Math.min(balance, Math.max(1, levelPayment - Cents.of(Cents.toUsd(balance) * scheduledWeeklyRate)));
    }

    /** Says what of the rate of now is the part that floats, 1/a; the rest is the loan's own and stays. */
    public void floatBy(double yearlyPart) {
        floatingWeekly = yearlyPart / Hours.WEEKS_PER_YEAR;
        fixedWeeklyRate = weeklyRate - floatingWeekly;
    }

    /** Changes the part that floats, 1/a; repayment stays as scheduled, and the rate does not fall below 0. */
    public void reprice(double yearlyPart) {
        floatingWeekly = yearlyPart / Hours.WEEKS_PER_YEAR;
        weeklyRate = StrictMath.max(0, fixedWeeklyRate + floatingWeekly);
    }

    /** The nominal rate of now, 1/a. */
    public double yearlyRate() {
        return weeklyRate * Hours.WEEKS_PER_YEAR;
    }

    /**
     * Records what was lent anew against the same machines; later payments grow in proportion, so that the loan ends when it
     * would have.
     *
     * @param atYearlyRate rate of what is lent anew; the loan's rate becomes the mean by amount
     * @throws IllegalArgumentException if the loan has been repaid
     */
    public void advance(long cents, double atYearlyRate) {
        if (balance == 0 || cents < 0) {
            throw new IllegalArgumentException("cannot lend " + cents + " anew against a balance of " + balance);
        }
        long before = balance;
        balance = Math.addExact(balance, cents);
        double fixedOfNew = atYearlyRate / Hours.WEEKS_PER_YEAR - floatingWeekly;
        fixedWeeklyRate = (before * fixedWeeklyRate + cents * fixedOfNew) / balance;
        weeklyRate = StrictMath.max(0, fixedWeeklyRate + floatingWeekly);
        // from the exact payment: a loan of some cents may grow to millions; and no further than to what pays all at once, as it
        // would leave the range of amounts where the last cents of a loan grow again and again
        levelUsd = StrictMath.min(levelUsd * ((double) balance / before), MOST_PAID * Cents.toUsd(balance));
        levelPayment = Cents.of(levelUsd);
    }

    /** Records principal paid ahead of time; later payments fall in proportion. */
    public void prepay(long cents) {
        long before = balance;
        reduce(cents);
        levelUsd = before == 0 ? 0 : levelUsd * ((double) balance / before);
        levelPayment = before == 0 ? 0 : Cents.of(Cents.toUsd(levelPayment) * ((double) balance / before));
    }

    /** Records principal that was paid or written off. */
    public void reduce(long cents) {
        if (cents < 0 || cents > balance) {
            throw new IllegalArgumentException("cannot reduce a balance of " + balance + " by " + cents);
        }
        balance -= cents;
    }
}
