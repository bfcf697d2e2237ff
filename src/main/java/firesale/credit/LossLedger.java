package firesale.credit;

import firesale.credit.lenders.Payer;
import firesale.kernel.books.Cents;

/** Who lost how much in the estates that were distributed, but for lenders against machines, whose losses stand with them. */
public final class LossLedger {

    private final long[] cents = new long[Payer.values().length];
    private long claimsAtDefault;
    private long paid;

    /** Takes down that somebody was owed, or owned, an amount at default and got another. */
    void add(Payer payer, long atDefaultCents, long paidCents) {
        cents[payer.ordinal()] += atDefaultCents - paidCents;
        if (payer != Payer.COUNTED_ELSEWHERE) {
            claimsAtDefault += atDefaultCents;
            paid += paidCents;
        }
    }

    /** Adds each payer's loss, cents, by ordinal; without {@link Payer#COUNTED_ELSEWHERE}. */
    void addTo(double[] centsByPayer) {
        for (Payer payer : Payer.values()) {
            centsByPayer[payer.ordinal()] += payer == Payer.COUNTED_ELSEWHERE ? 0 : cents[payer.ordinal()];
        }
    }

    /** What all of them lost, USD: claims and equity at default less what they got. */
    double totalUsd() {
        return Cents.toUsd(claimsAtDefault - paid);
    }
}
