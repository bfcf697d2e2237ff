package firesale.experiment;

import firesale.analysis.ReplicationNoise;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What some measures are at each point: means over its replications, or ratios of sums over them. The values of some replications
 * are kept to tell how much of that is noise: all of them up to a million values, else the first ones.
 */
final class PointOutputs implements Consumer<RunRow> {

    /** Values that are kept in all. */
    static final int MOST_VALUES = 1_000_000;

    private final List<Measure> measures;
    private final int replications;
    private final int kept;
    /** By measure, then by point. */
    private final double[][] tops;
    private final double[][] bottoms;
    /** By measure, then by point, then by replication. */
    private final double[][][] values;
    private final double[][][] weights;

    PointOutputs(Plan plan, List<Measure> measures) {
        this(plan, measures, MOST_VALUES);
    }

    /** The same with another bound. */
    PointOutputs(Plan plan, List<Measure> measures, int mostValues) {
        this.measures = List.copyOf(measures);
        replications = plan.replications();
        int points = plan.points().size();
        kept = (int) Math.min(replications, mostValues / Math.max(1, (long) points * measures.size()));
        tops = new double[measures.size()][points];
        bottoms = new double[measures.size()][points];
        values = new double[measures.size()][points][kept];
        weights = new double[measures.size()][points][kept];
        for (int m = 0; m < measures.size(); m++) {
            for (int p = 0; p < points; p++) {
                Arrays.fill(values[m][p], Double.NaN);
                Arrays.fill(weights[m][p], Double.NaN);
            }
        }
    }

    @Override
    public void accept(RunRow row) {
        for (int m = 0; m < measures.size(); m++) {
            double value = row.values()[measures.get(m).value()];
            double weight = measures.get(m).weight(row);
            if (!Double.isNaN(value) && !Double.isNaN(weight)) {
                tops[m][row.point()] += value;
                bottoms[m][row.point()] += weight;
            }
            if (row.replication() < kept) {
                values[m][row.point()][row.replication()] = value;
                weights[m][row.point()][row.replication()] = weight;
            }
        }
    }

    /** A measure by point; NaN where no run has a value. */
    double[] of(int measure) {
        double[] outputs = new double[tops[measure].length];
        for (int p = 0; p < outputs.length; p++) {
            outputs[p] = bottoms[measure][p] == 0 ? Double.NaN : tops[measure][p] / bottoms[measure][p];
        }
        return outputs;
    }

    /** Which share of a measure's variance across points is noise of replications; NaN with one replication. */
    double noise(int measure) {
        return ReplicationNoise.share(values[measure], weights[measure], replications, of(measure));
    }

    /** How many replications are kept. */
    int kept() {
        return kept;
    }

    /** A standard error over the replications that are kept as one over all of them. */
    double ofAll(double standardError) {
        return standardError * Math.sqrt((double) kept / replications);
    }

    /** A measure by point over the replications that are kept, but one; NaN where none of these runs has a value. */
    double[] without(int measure, int replication) {
        double[] outputs = new double[values[measure].length];
        for (int p = 0; p < outputs.length; p++) {
            double top = 0;
            double bottom = 0;
            for (int r = 0; r < kept; r++) {
                double value = values[measure][p][r];
                double weight = weights[measure][p][r];
                if (r != replication && !Double.isNaN(value) && !Double.isNaN(weight)) {
                    top += value;
                    bottom += weight;
                }
            }
            outputs[p] = bottom == 0 ? Double.NaN : top / bottom;
        }
        return outputs;
    }
}
