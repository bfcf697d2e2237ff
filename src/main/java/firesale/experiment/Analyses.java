package firesale.experiment;

import firesale.kernel.parameters.InputException;

/** The kinds of analysis by name. */
final class Analyses {

    private Analyses() {
    }

    /** @throws InputException if there is no such kind */
    static Analysis of(String kind) {
        return switch (kind) {
            case "run" -> new EstimateAnalysis(false);
            case "sweep" -> new EstimateAnalysis(true);
            default -> throw new InputException("analysis.kind: was " + kind + ", expected run or sweep");
        };
    }
}
