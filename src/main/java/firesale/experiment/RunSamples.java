package firesale.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The values of some measures in each run, as many replications of every point as memory bears. */
final class RunSamples implements Consumer<RunRow> {

    /** Values that are kept in all. */
    static final int MOST_VALUES = 2_000_000;

    private final List<Measure> measures;
    private final int kept;
    /** By point, then by measure, then by replication. */
    private final double[][][] values;

    /** @param measures whose values are kept; of too many points none are */
    RunSamples(Plan plan, List<Measure> measures) {
        this(plan, measures, MOST_VALUES);
    }

    /** The same with another bound. */
    RunSamples(Plan plan, List<Measure> measures, int mostValues) {
        this.measures = List.copyOf(measures);
        long cells = Math.max(1, (long) plan.points().size() * measures.size());
        kept = (int) Math.min(plan.replications(), mostValues / cells);
        values = new double[kept == 0 ? 0 : plan.points().size()][measures.size()][kept];
        for (double[][] ofPoint : values) {
            for (double[] ofMeasure : ofPoint) {
                Arrays.fill(ofMeasure, Double.NaN);
            }
        }
    }

    @Override
    public void accept(RunRow row) {
        if (row.replication() < kept) {
            for (int m = 0; m < measures.size(); m++) {
                values[row.point()][m][row.replication()] = measures.get(m).of(row);
            }
        }
    }

    List<Measure> measures() {
        return measures;
    }

    /** Replications that are kept of each point, the first ones. */
    int kept() {
        return kept;
    }

    /** Values by replication; NaN where a run has none. */
    double[] of(int point, int measure) {
        return values[point][measure];
    }
}
