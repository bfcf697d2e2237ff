package firesale.experiment;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import firesale.analysis.Moments;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.RatioBootstrap.Resampled;
import firesale.analysis.RatioSums;
import firesale.analysis.StudentQuantiles;
import firesale.experiment.Summary.Cell;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Estimates every measure at every point in one pass over the runs. Holds sums, not runs: the values of one replication of all
 * points at a time, for the pairs with the baseline.
 */
final class SummaryEstimator {

    private final Plan plan;
    private final List<Measure> measures;
    private final Accumulator[][] cells;
    /** Values of the replication under way, by point, then by measure. */
    private final double[][] replication;
    private long failed;
    private String firstFailure = "";

    private SummaryEstimator(Plan plan, List<Measure> measures) {
        this.plan = plan;
        this.measures = measures;
        StudentQuantiles quantiles = new StudentQuantiles();
        int points = plan.points().size();
        cells = new Accumulator[points][measures.size()];
        for (Accumulator[] row : cells) {
            for (int m = 0; m < row.length; m++) {
                row[m] = new Accumulator(measures.get(m), quantiles, plan.replications());
            }
        }
        replication = new double[points][measures.size()];
    }

    static Summary estimate(Plan plan, List<Measure> measures, RunRows rows) throws IOException {
        return estimate(plan, measures, rows, row -> { });
    }

    /** @param also is handed every row of the same pass */
    static Summary estimate(Plan plan, List<Measure> measures, RunRows rows, Consumer<RunRow> also) throws IOException {
        SummaryEstimator estimator = new SummaryEstimator(plan, measures);
        rows.forEach(row -> {
            estimator.add(row);
            also.accept(row);
        });
        return estimator.finish();
    }

    private void add(RunRow row) {
        if (row.failed()) {
            failed++;
            firstFailure = firstFailure.isEmpty() ? row.reason() : firstFailure;
        }
        Accumulator[] ofPoint = cells[row.point()];
        for (int m = 0; m < ofPoint.length; m++) {
            replication[row.point()][m] = ofPoint[m].add(row);
        }
        if (row.point() == replication.length - 1) {
            for (int p = 0; p < replication.length; p++) {
                double[] baseline = replication[plan.baseline(p)];
                for (int m = 0; m < baseline.length; m++) {
                    cells[p][m].compare(replication[p][m] - baseline[m]);
                }
            }
        }
    }

    private Summary finish() {
        RatioBootstrap bootstrap = measures.stream().anyMatch(Measure::isRatio) ? new RatioBootstrap(plan.replications()) : null;
        Cell[][] estimates = new Cell[cells.length][measures.size()];
        for (int m = 0; m < measures.size(); m++) {
            if (measures.get(m).isRatio()) {
                ratios(m, bootstrap, estimates);
            } else {
                means(m, estimates);
            }
        }
        List<String> ids = plan.points().stream().map(Point::id).toList();
        return new Summary(plan.name(), plan.question(), plan.seed(), plan.replications(), failed, firstFailure, ids,
                plan.baselines(), measures, Arrays.stream(estimates).map(List::of).toList());
    }

    private void means(int m, Cell[][] estimates) {
        for (int p = 0; p < cells.length; p++) {
            Accumulator cell = cells[p][m];
            estimates[p][m] = new Cell(cell.moments.estimate(), againstBaseline(p, cell, cell.differences.estimate()));
        }
    }

    private void ratios(int m, RatioBootstrap bootstrap, Cell[][] estimates) {
        int known = -1;
        Resampled ofKnown = null;
        for (int p = 0; p < cells.length; p++) {
            Accumulator cell = cells[p][m];
            if (plan.baseline(p) != known) {
                known = plan.baseline(p);
                ofKnown = bootstrap.resample(cells[known][m].sums);
            }
            Resampled resampled = p == known ? ofKnown : bootstrap.resample(cell.sums);
            Estimate pairs = cell.differences.estimate();
            Estimate difference = resampled.minus(ofKnown, pairs.n(), pairs.missing());
            estimates[p][m] = new Cell(resampled.estimate(), againstBaseline(p, cell, difference));
        }
    }

    private Optional<Difference> againstBaseline(int point, Accumulator cell, Estimate difference) {
        return point == plan.baseline(point) ? Optional.empty() : Optional.of(new Difference(difference, cell.shareHigher()));
    }

    /** One measure at one point. */
    private static final class Accumulator {

        private final Measure measure;
        private final Moments moments;
        private final Moments differences;
        private final RatioSums sums;
        private long higher;

        Accumulator(Measure measure, StudentQuantiles quantiles, int replications) {
            this.measure = measure;
            this.moments = new Moments(quantiles);
            this.differences = new Moments(quantiles);
            this.sums = measure.isRatio() ? new RatioSums(replications) : null;
        }

        /** Adds a run and returns its value. */
        double add(RunRow row) {
            double value = measure.of(row);
            moments.add(value);
            if (measure.isRatio()) {
                sums.add(row.replication(), row.values()[measure.value()], row.values()[measure.denominator()]);
            }
            return value;
        }

        /** Adds the difference to the baseline's run of the same seed. */
        void compare(double difference) {
            differences.add(difference);
            if (difference > 0) {
                higher++;
            }
        }

        double shareHigher() {
            long pairs = differences.estimate().n();
            return pairs == 0 ? Double.NaN : (double) higher / pairs;
        }
    }
}
