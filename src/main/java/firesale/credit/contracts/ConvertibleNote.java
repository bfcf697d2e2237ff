package firesale.credit.contracts;

import firesale.hardware.Hours;
import firesale.kernel.books.Cents;

/** A bullet note, unsecured: a coupon each week, the face at maturity or shares if AI equity stands above the conversion price. */
public final class ConvertibleNote {

    private final double coupon;
    private final double conversionPrice;
    private long face;
    private int maturityWeek;

    public ConvertibleNote(long faceCents, double coupon, double conversionPrice, int maturityWeek) {
        this.face = faceCents;
        this.coupon = coupon;
        this.conversionPrice = conversionPrice;
        this.maturityWeek = maturityWeek;
    }

    /** What is owed, cents. */
    public long face() {
        return face;
    }

    /** Coupon due this week, cents. */
    public long couponDue() {
        return Cents.of(Cents.toUsd(face) * coupon / Hours.WEEKS_PER_YEAR);
    }

    /** Whether the face is due. */
    public boolean matures(int week) {
        return face > 0 && week >= maturityWeek;
    }

    /** Whether holders would rather have shares. */
    public boolean inTheMoney(double aiEquity) {
        return aiEquity >= conversionPrice;
    }

    /** Ends the note: converted, repaid or written off. */
    public void extinguish() {
        face = 0;
    }

    /** Moves maturity. */
    public void roll(int toWeek) {
        maturityWeek = toWeek;
    }
}
