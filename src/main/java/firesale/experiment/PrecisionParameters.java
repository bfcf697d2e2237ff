package firesale.experiment;

import firesale.kernel.parameters.Param;
import firesale.kernel.parameters.Scalars;

/** How sure an estimate has to be: replications are added until its interval is narrow enough at every point. */
public record PrecisionParameters(
        @Param(meaning = "The estimate whose interval is made narrow", def = "price_discount") String measure,
        @Param(meaning = "Half the width of its 95 % interval that is wanted, in the measure's unit; 0: replications stay as they are",
                def = "0", min = 0) double halfWidth,
        @Param(meaning = "Where to stop if it stays wider", unit = "runs", def = "10000", min = 2, max = 10_000_000)
        int mostReplications) {

    /** What is wanted, as it stands in a plan. */
    String text() {
        return "half width " + Scalars.text(halfWidth) + " of " + measure + " with at most " + mostReplications + " replications";
    }

    /** Whether a width is asked for. */
    public boolean isAsked() {
        return halfWidth > 0;
    }
}
