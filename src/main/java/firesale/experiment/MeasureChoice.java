package firesale.experiment;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Which measures are estimated at every point: all, or where that would not fit into memory those of the printed summary, or of
 * these only the headlines; what the experiment asks to show is among all of them.
 *
 * @param measures those that are estimated
 * @param all      how many there are
 */
record MeasureChoice(List<Measure> measures, int all) {

    /** Estimates that a summary may hold. */
    static final int MOST_CELLS = 100_000;
    /** Sums for ratios that it may hold beside, by blocks of replications. */
    static final int MOST_SUMS = 4_000_000;
    private static final int MOST_BLOCKS = 1_000;

    static MeasureChoice of(Plan plan, List<Measure> all) {
        return of(plan.points().size(), plan.replications(), plan.design().frontier(), all);
    }

    /** @param together measures that are compared with each other */
    static MeasureChoice of(long points, int replications, List<String> together, List<Measure> all) {
        Predicate<Measure> asked = measure -> together.contains(measure.name());
        List<Measure> chosen = all;
        if (!fit(points, replications, chosen)) {
            chosen = all.stream().filter(asked.or(Measure::isMain)).toList();
        }
        if (!fit(points, replications, chosen)) {
            chosen = all.stream().filter(asked.or(measure -> measure.isMain() && measure.headline())).toList();
        }
        // a model without a printed summary has nothing to choose by
        return new MeasureChoice(chosen.isEmpty() ? all : chosen, all.size());
    }

    private static boolean fit(long points, int replications, List<Measure> measures) {
        long ratios = measures.stream().filter(Measure::isRatio).count();
        return points * measures.size() <= MOST_CELLS
                && points * ratios * Math.min(replications, MOST_BLOCKS) <= MOST_SUMS;
    }

    /** What to say of the others; empty if there are none. */
    String note() {
        return measures.size() == all ? "" : String.format(Locale.ROOT, "Of %,d measures summary.csv has %,d, those that are usually printed: there "
                + "are too many points for all.%nThe others of every run are in runs.csv:%nfiresale query DIR \"SELECT point_id, "
                + "avg(MEASURE) FROM runs GROUP BY point_id\"%n", all, measures.size()).replace("\r", "");
    }
}
