package firesale.experiment;

import firesale.experiment.statistics.Difference;
import firesale.experiment.statistics.Estimate;
import firesale.experiment.statistics.Moments;
import firesale.experiment.statistics.RatioBootstrap;
import firesale.experiment.statistics.RatioSums;
import firesale.experiment.statistics.StudentQuantiles;
import firesale.experiment.Summary.Cell;
import java.io.IOException;
import java.util.ArrayList;
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
                    cell.add(replication[p], replication[plan.baseline()]);
                }
            }
        }
    }

    private Summary finish() {
        RatioBootstrap bootstrap = measures.stream().anyMatch(Measure::isRatio) ? new RatioBootstrap(plan.replications()) : null;
        List<List<Cell>> estimates = new ArrayList<>();
        for (int p = 0; p < cells.length; p++) {
            List<Cell> row = new ArrayList<>();
            for (int m = 0; m < measures.size(); m++) {
                Accumulator baseline = cells[plan.baseline()][m];
                Estimate estimate = cells[p][m].estimate(bootstrap);
                row.add(new Cell(estimate, p == plan.baseline()
                        ? Optional.empty() : Optional.of(cells[p][m].difference(baseline, bootstrap))));
            }
            estimates.add(List.copyOf(row));
        }
        List<String> ids = plan.points().stream().map(Point::id).toList();
        return new Summary(plan.name(), plan.question(), plan.seed(), plan.replications(), failed, firstFailure, ids,
                plan.baseline(), measures, List.copyOf(estimates));
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

        Estimate estimate(RatioBootstrap bootstrap) {
            return measure.isRatio() ? bootstrap.estimate(sums) : moments.estimate();
        }

        Difference difference(Accumulator baseline, RatioBootstrap bootstrap) {
            Estimate paired = differences.estimate();
            double share = paired.n() == 0 ? Double.NaN : (double) higher / paired.n();
            return new Difference(measure.isRatio()
                    ? bootstrap.difference(sums, baseline.sums, paired.n(), paired.missing()) : paired, share);
        }
    }
}
