package firesale.credit;

import firesale.credit.lenders.Lender;
import firesale.kernel.books.Cents;
import java.util.List;

/** Tells the chronicle when a lender stops lending and when it has to sell, each at the first time. */
final class LenderWatch {

    private final List<Lender> lenders;
    private final Chronicle chronicle;
    private final boolean[] stopped;
    private final boolean[] forced;

    LenderWatch(List<Lender> lenders, Chronicle chronicle) {
        this.lenders = lenders;
        this.chronicle = chronicle;
        this.stopped = new boolean[lenders.size()];
        this.forced = new boolean[lenders.size()];
    }

    /** Looks at the end of a week. */
    void week() {
        for (int i = 0; i < stopped.length; i++) {
            Lender lender = lenders.get(i);
            if (!stopped[i] && !lender.lends()) {
                stopped[i] = true;
                tell(CreditEvent.LENDER_STOPS_LENDING, lender);
            }
            if (!forced[i] && lender.mustSell()) {
                forced[i] = true;
                tell(CreditEvent.LENDER_MUST_SELL, lender);
            }
        }
    }

    private void tell(CreditEvent event, Lender lender) {
        chronicle.note(event, -1, lender.id(), 0, Cents.toUsd(lender.losses()));
    }

    /** Lenders that ever stopped lending. */
    int stopped() {
        int count = 0;
        for (boolean each : stopped) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
