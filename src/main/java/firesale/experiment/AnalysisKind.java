package firesale.experiment;

import firesale.model.Recording;
import java.util.List;

/** What an experiment does with the model. */
public enum AnalysisKind {
    /** Runs one set of parameters many times. */
    RUN(List.of(Recording.SALES, Recording.AUCTIONS, Recording.SCHEDULES), false),
    /** Compares many sets of parameters: named variants, a grid, or both crossed. */
    SWEEP(List.of(), true),
    /** Takes a number apart by Shapley values: the price discount among frictions, or any measure among feedback loops. */
    ATTRIBUTION(List.of(), true),
    /** Finds the repo market, or the standby money, that would hold the discount under a target. */
    DEPTH(List.of(), true),
    /** Finds the credit spread that would pay for losses, and sets it against the spread charged. */
    SPREAD(List.of(Recording.FLEETS), true),
    /** Says which parameters drive a measure: Sobol' indices or Morris screening over ranges. */
    SENSITIVITY(List.of(), true);

    private final List<Recording> recordedByDefault;
    private final boolean varies;

    AnalysisKind(List<Recording> recordedByDefault, boolean varies) {
        this.recordedByDefault = recordedByDefault;
        this.varies = varies;
    }

    /** What is recorded beside the measures unless the file says otherwise. */
    List<Recording> recordedByDefault() {
        return recordedByDefault;
    }

    /** Whether variants, a grid and a baseline have a meaning. */
    boolean varies() {
        return varies;
    }
}
