package firesale.credit.contracts;

import firesale.credit.lenders.Payer;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;

/**
 * A bullet note, unsecured: a coupon each week, the face at maturity, or shares if it is convertible and AI equity stands above
 * the conversion price.
 */
public final class BulletNote implements Claim {

    private final Account holder;
    private final Payer payer;
    private final double couponAtIssue;
    private final double conversionPrice;
    private double coupon;
    private long face;
    private int maturityWeek;

    private BulletNote(Account holder, Payer payer, long faceCents, double coupon, double conversionPrice, int maturityWeek) {
        this.holder = holder;
        this.payer = payer;
        this.face = faceCents;
        this.couponAtIssue = coupon;
        this.coupon = coupon;
        this.conversionPrice = conversionPrice;
        this.maturityWeek = maturityWeek;
    }

    /**
     * A convertible note.
     *
     * @param holder          who is paid
     * @param coupon          1/a
     * @param conversionPrice AI equity, 1 at the start, from which on holders convert
     */
    public static BulletNote convertible(Account holder, long faceCents, double coupon, double conversionPrice,
            int maturityWeek) {
        return new BulletNote(holder, Payer.CONVERTIBLE_NOTES, faceCents, coupon, conversionPrice, maturityWeek);
    }

    /**
     * A high-yield note, which never converts.
     *
     * @param holder who is paid
     * @param coupon 1/a
     */
    public static BulletNote highYield(Account holder, long faceCents, double coupon, int maturityWeek) {
        return new BulletNote(holder, Payer.HIGH_YIELD_NOTES, faceCents, coupon, Double.POSITIVE_INFINITY, maturityWeek);
    }

    /** What is owed, cents. */
    public long face() {
        return face;
    }

    @Override
    public long balance() {
        return face;
    }

    @Override
    public Account holder() {
        return holder;
    }

    @Override
    public Payer payer() {
        return payer;
    }

    /** Coupon due this week, cents. */
    public long couponDue() {
        return Cents.of(Cents.toUsd(face) * coupon / Hours.WEEKS_PER_YEAR);
    }

    /** Yearly coupon, 1/a. */
    public double coupon() {
        return coupon;
    }

    /** The coupon with which it was issued, 1/a. */
    public double couponAtIssue() {
        return couponAtIssue;
    }

    /** Whether the face is due. */
    public boolean matures(int week) {
        return face > 0 && week >= maturityWeek;
    }

    /** The week in which the face falls due. */
    public int maturityWeek() {
        return maturityWeek;
    }

    /**
     * Whether holders would rather have shares.
     *
     * @param aiEquity AI equity, 1 at the start
     */
    public boolean inTheMoney(double aiEquity) {
        return aiEquity >= conversionPrice;
    }

    /** Ends the note: converted, repaid or written off. */
    public void extinguish() {
        face = 0;
    }

    @Override
    public LoanClass loanClass() {
        return payer == Payer.HIGH_YIELD_NOTES ? LoanClass.HIGH_YIELD_NOTES : LoanClass.CONVERTIBLE_NOTES;
    }

    @Override
    public void close(long unpaidCents) {
        extinguish();
    }

    /** Puts a new note in the place of the old one. */
    public void roll(int toWeek, double newCoupon) {
        maturityWeek = toWeek;
        coupon = newCoupon;
    }
}
