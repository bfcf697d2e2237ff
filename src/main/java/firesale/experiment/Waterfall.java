package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.JointEstimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From book value to price, one friction after the other, and the values of appraisal beside; all in shares of FMV.
 *
 * @param scenario the declared point
 * @param levels   from book to price
 * @param beside   orderly, forced and net orderly liquidation value
 */
record Waterfall(String scenario, List<Level> levels, List<Level> beside) {

    private static final List<String> VALUES = List.of("book_over_fmv", "first_best_over_fmv", "olv_over_fmv", "flv_over_fmv",
            "nolv_over_fmv");
    private static final int BOOK = 0;
    private static final int FIRST_BEST = 1;
    private static final int OLV = 2;
    private static final int FLV = 3;
    private static final int NOLV = 4;

    /**
     * One value of what was sold.
     *
     * @param name  as in tables
     * @param label in words
     * @param value in shares of FMV
     * @param step  how far it lies below the level before it, in shares of FMV; empty without one
     */
    record Level(String name, String label, Estimate value, Optional<Estimate> step) {
    }

    /** The measures that it is made of, in the order in which it takes them. */
    static List<String> measures() {
        List<String> measures = new ArrayList<>(VALUES);
        for (Cause cause : Cause.values()) {
            measures.add(cause.step());
        }
        return measures;
    }

    /** @param values the estimates of {@link #measures} */
    static Waterfall of(String scenario, JointEstimates values) {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level("book", "book", values.of(BOOK), Optional.empty()));
        levels.add(new Level("first-best", "first best", values.of(FIRST_BEST), Optional.of(values.combination(0, 1, -1))));
        levels.add(new Level("fmv", "FMV", values.combination(1), Optional.of(values.combination(-1, 0, 1))));
        double[] taken = new double[values.size()];
        for (Cause cause : Cause.values()) {
            int step = VALUES.size() + cause.ordinal();
            taken[step] = -1;
            String label = cause.player().label();
            levels.add(new Level(cause.player().name(), cause == Cause.FORMAT ? label + " = price" : label,
                    values.combination(1, taken), Optional.of(values.of(step))));
        }
        return new Waterfall(scenario, List.copyOf(levels), List.of(
                new Level("olv", "beside: OLV", values.of(OLV), Optional.empty()),
                new Level("flv", "beside: FLV", values.of(FLV), Optional.empty()),
                new Level("nolv", "beside: NOLV", values.of(NOLV), Optional.empty())));
    }

    /** All levels, then those beside. */
    List<Level> all() {
        List<Level> all = new ArrayList<>(levels);
        all.addAll(beside);
        return all;
    }
}
