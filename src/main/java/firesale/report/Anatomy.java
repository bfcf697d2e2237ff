package firesale.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How FMV at seizure becomes net proceeds, at one design point.
 *
 * @param point  the point's name
 * @param losses what is lost, in the order in which it is lost
 */
record Anatomy(String point, List<Loss> losses) {

    /** What a loss is, with the name of its measure in the summary. */
    enum Cause {
        MELT("shortfall_melt", "Melt while waiting"),
        CONDITION("shortfall_condition", "Condition lost"),
        PRICE("shortfall_price", "Price below FMV"),
        COST("shortfall_cost", "Sale and storage");

        private final String measure;
        private final String label;

        Cause(String measure, String label) {
            this.measure = measure;
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * One part of the shortfall.
     *
     * @param share a share of FMV at seizure; negative if it is a gain
     */
    record Loss(Cause cause, Interval share) {
    }

    /** The anatomy of a point; empty unless the summary has all four parts. */
    static Optional<Anatomy> of(String point, SummaryTable summary) {
        List<Loss> losses = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            summary.get(point, cause.measure).ifPresent(share -> losses.add(new Loss(cause, share)));
        }
        return losses.size() == Cause.values().length ? Optional.of(new Anatomy(point, losses)) : Optional.empty();
    }

    /** What is left: one less all losses. */
    double netProceeds() {
        return 1 - losses.stream().mapToDouble(loss -> loss.share.mean()).sum();
    }

    /** The loss of a cause. */
    double loss(Cause cause) {
        return losses.get(cause.ordinal()).share.mean();
    }

    /** Runs that entered the estimates. */
    int runs() {
        return losses.get(0).share.n();
    }
}
