package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.Replications;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How sure an estimate has to be, and whether it is. Each step is a plan of its own, made of what the rows of the one before say;
 * nothing changes while a plan runs.
 */
final class Precision {

    private static final Set<String> KINDS = Set.of("run", "sweep");

    private static final int DIGITS = 3;
    /** With no event in n runs its chance is at most 3 / n, with 95 % confidence. */
    private static final double RULE_OF_THREE = 3;

    private final PrecisionParameters wanted;
    private final Measure measure;

    /**
     * The width that some replications have reached.
     *
     * @param halfWidth half the width of the widest interval over points; NaN if too few runs of some point have a value
     * @param point     the id of the point with the widest, or the fewest
     * @param runs      how many runs have a value there
     * @param points    how many points were judged
     * @param without   how many were left out since no run has a value: nothing can be estimated there
     * @param same      at how many points all runs have the same value
     * @param fewest    the fewest runs with a value at one of these
     */
    record Reached(double halfWidth, String point, long runs, int points, int without, int same, long fewest) {
    }

    private Precision(PrecisionParameters wanted, Measure measure) {
        this.wanted = wanted;
        this.measure = measure;
    }

    /** Whether the answer of a kind of analysis is estimates over runs, so that replications can be chosen by their intervals. */
    static boolean suits(String kind) {
        return KINDS.contains(kind);
    }

    /**
     * The precision that a design asks for; it must ask for one.
     *
     * @throws InputException if there is no such measure, or replications cannot be chosen for this kind
     */
    static Precision of(Design design, List<Measure> measures) {
        if (!suits(design.kind())) {
            throw new InputException("a half width has no meaning for kind: " + design.kind()
                    + "; replications are chosen for kind: run and kind: sweep");
        }
        PrecisionParameters wanted = design.precision().orElseThrow();
        return new Precision(wanted, Measure.named(measures, wanted.measure()));
    }

    /** How many replications to begin with. */
    int first(int replications) {
        return Math.min(Math.max(replications, Replications.FEWEST), wanted.mostReplications());
    }

    /** What the runs of a plan have reached. */
    Reached reached(Plan plan, RunRows rows) throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, List.of(measure), rows);
        double widest = Double.NEGATIVE_INFINITY;
        String at = "";
        long runs = 0;
        int without = 0;
        int same = 0;
        long fewest = Long.MAX_VALUE;
        for (int p = 0; p < summary.points().size(); p++) {
            Estimate estimate = summary.cell(p, 0).estimate();
            double halfWidth = (estimate.high() - estimate.low()) / 2;
            boolean few = estimate.n() < Replications.FEWEST || Double.isNaN(halfWidth);
            if (estimate.n() == 0 && plan.replications() >= Replications.HOPELESS) {
                without++;
            } else if (few ? !Double.isNaN(widest) || estimate.n() < runs : !Double.isNaN(widest) && halfWidth > widest) {
                widest = few ? Double.NaN : halfWidth;
                at = summary.points().get(p);
                runs = estimate.n();
            }
            if (!few && halfWidth == 0) {
                same++;
                fewest = Math.min(fewest, estimate.n());
            }
        }
        int points = summary.points().size() - without;
        return new Reached(points == 0 ? 0 : widest, at, runs, points, without, same, fewest);
    }

    /** How many replications to go on with; the plan's own number if they are enough or no more are allowed. */
    int next(Plan plan, Reached reached) {
        return Replications.next(plan.replications(), reached.halfWidth(), wanted.halfWidth(), wanted.mostReplications());
    }

    /** One line on a step: what it reached. */
    String step(Plan plan, Reached reached) {
        return count(plan.replications()) + " replications: " + halfWidth() + " is " + width(reached) + ", wanted "
                + Scalars.text(wanted.halfWidth());
    }

    /** What the summary says in the end. */
    String words(Plan plan, Reached reached) {
        String result = reached.points() == 0 ? "no run has a value"
                : (reached.halfWidth() <= wanted.halfWidth() ? "reached " : "not reached: ") + width(reached);
        return "\nPrecision: wanted " + Scalars.text(wanted.halfWidth()) + " as " + halfWidth() + ", " + result
                + "; " + count(plan.replications()) + " replications, of at most " + count(wanted.mostReplications()) + "."
                + (reached.without() == 0 ? "" : "\nPoints where no run has a value were left out: " + reached.without() + ".")
                + same(reached)
                + "\nReplications were added until the interval was narrow enough: intervals then cover slightly less than 95 %.\n";
    }

    private String halfWidth() {
        return "half width of " + measure.name() + (measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")");
    }

    private String width(Reached reached) {
        boolean one = reached.points() + reached.without() <= 1;
        if (Double.isNaN(reached.halfWidth())) {
            return "not known yet" + (one ? "" : " at " + reached.point()) + " (runs with a value: " + reached.runs() + ", needed: "
                    + Replications.FEWEST + ")";
        }
        String width = reached.halfWidth() == 0 ? "0"
                : BigDecimal.valueOf(reached.halfWidth()).round(new MathContext(DIGITS, RoundingMode.UP)).toPlainString();
        return one ? width : width + " at " + reached.point() + ", the widest of " + reached.points() + " points";
    }

    private static String same(Reached reached) {
        if (reached.same() == 0) {
            return "";
        }
        String where = reached.points() + reached.without() <= 1 ? "" : " at " + count(reached.same())
                + (reached.same() == 1 ? " point" : " points");
        return "\nAll runs had the same value" + where + ": an event absent from n runs may still have a chance of 3/n, here of "
                + UnitText.of(RULE_OF_THREE / reached.fewest(), "share") + ".";
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
