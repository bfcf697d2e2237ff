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

/**
 * Estimates every measure at every point in one pass over the runs. Holds sums, not runs: one replication of all points at a
 * time, for the pairs with the baseline.
 */
final class SummaryEstimator {

    private final Plan plan;
    private final List<Measure> measures;
    private final Accumulator[][] cells;
    private final RunRow[] replication;
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
        replication = new RunRow[points];
    }

    static Summary estimate(Plan plan, List<Measure> measures, RunRows rows) throws IOException {
        SummaryEstimator estimator = new SummaryEstimator(plan, measures);
        rows.forEach(estimator::add);
        return estimator.finish();
    }

    private void add(RunRow row) {
        if (row.failed()) {
            failed++;
            firstFailure = firstFailure.isEmpty() ? row.reason() : firstFailure;
        }
        replication[row.point()] = row;
        if (row.point() == replication.length - 1) {
            for (int p = 0; p < replication.length; p++) {
                for (Accumulator cell : cells[p]) {
                    cell.add(replication[p], replication[plan.baseline(p)]);
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
        Resampled[] resampled = new Resampled[cells.length];
        for (int p = 0; p < cells.length; p++) {
            resampled[p] = bootstrap.resample(cells[p][m].sums);
        }
        for (int p = 0; p < cells.length; p++) {
            Accumulator cell = cells[p][m];
            Estimate pairs = cell.differences.estimate();
            Estimate difference = resampled[p].minus(resampled[plan.baseline(p)], pairs.n(), pairs.missing());
            estimates[p][m] = new Cell(resampled[p].estimate(), againstBaseline(p, cell, difference));
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

        void add(RunRow row, RunRow baseline) {
            double value = measure.of(row);
            double difference = value - measure.of(baseline);
            moments.add(value);
            differences.add(difference);
            if (difference > 0) {
                higher++;
            }
            if (measure.isRatio()) {
                sums.add(row.replication(), row.values()[measure.value()], row.values()[measure.denominator()]);
            }
        }

        double shareHigher() {
            long pairs = differences.estimate().n();
            return pairs == 0 ? Double.NaN : (double) higher / pairs;
        }
    }
}
