package firesale.experiment;

import firesale.kernel.parameters.InputException;

/** The kinds of analysis by name. */
final class Analyses {

    private Analyses() {
    }

    /** @throws InputException if there is no such kind */
    static Analysis of(Design design) {
        return switch (design.kind()) {
            case "run" -> new EstimateAnalysis(false);
            case "sweep" -> new EstimateAnalysis(true);
            case "attribution" -> switch (design.attribution().players()) {
                case FRICTIONS -> new FrictionAttribution();
                case FEEDBACKS -> new FeedbackAttribution(design.attribution().measures());
            };
            case "depth" -> new DepthAnalysis(design.depth());
            case "spread" -> new SpreadAnalysis(design.spread());
            case "sensitivity" -> new SensitivityAnalysis(design.sensitivity());
            default -> throw new InputException("analysis.kind: was " + design.kind()
                    + ", expected run, sweep, attribution, depth, spread or sensitivity");
        };
    }
}
