package firesale.model;

import firesale.buyers.LineSupply;
import firesale.credit.Lender;
import firesale.world.Feedback;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Buyers' lines from the lenders of the run: they shrink with a lender's capital, or stay whole where that loop is off. */
final class LenderLines implements LineSupply {

    private final List<Lender> lenders;
    private final ToDoubleFunction<Lender> share;

    LenderLines(List<Lender> lenders, Set<Feedback> feedbacks) {
        this.lenders = lenders;
        this.share = feedbacks.contains(Feedback.LOSSES_CREDIT) ? Lender::supply : lender -> 1;
    }

    @Override
    public int lenders() {
        return lenders.size();
    }

    /** The weight of the lender's kind, shared among its kind, as for GPU loans. */
    @Override
    public double weight(int lender) {
        return lenders.get(lender).type().weight() / lenders.get(lender).type().count();
    }

    @Override
    public double share(int lender) {
        return share.applyAsDouble(lenders.get(lender));
    }
}
