package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.Quantiles;
import firesale.analysis.TailMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Quantiles of measures across runs, and the means beyond the outermost of them. */
final class RunQuantiles {

    /** Rows that the table may have. */
    static final int MOST_ROWS = 100_000;

    private final RunSamples samples;
    private final List<Double> levels;
    private final TailMeans tails;
    /** By size of a sample, then by level. */
    private final Map<Integer, int[][]> ranks = new TreeMap<>();

    /**
     * Of samples that are complete.
     *
     * @param levels rising
     */
    RunQuantiles(RunSamples samples, List<Double> levels) {
        this.samples = samples;
        this.levels = List.copyOf(levels);
        this.tails = samples.kept() == 0 ? null : new TailMeans(samples.kept());
    }

    /** What is asked for, rising and once each. */
    static List<Double> levels(Design design) {
        return design.quantiles().stream().distinct().sorted().toList();
    }

    /** Measures of the printed summary; of many points only the headlines, of very many none. */
    static List<Measure> measures(Plan plan, List<Measure> all) {
        long rowsOfEach = plan.points().size() * (levels(plan.design()).size() + 2L);
        List<Measure> main = all.stream().filter(Measure::isMain).toList();
        if (main.size() * rowsOfEach <= MOST_ROWS) {
            return main;
        }
        List<Measure> headlines = main.stream().filter(Measure::headline).toList();
        return headlines.size() * rowsOfEach <= MOST_ROWS ? headlines : List.of();
    }

    /** What an estimate is of. */
    enum Kind {
        QUANTILE("quantile"), TAIL_MEAN("tail-mean");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As written in tables. */
        String text() {
            return text;
        }
    }

    /**
     * One estimate.
     *
     * @param level of the quantile; of a tail mean the one beyond which the tail lies, below it if that is under one half
     */
    record Found(Kind kind, double level, Estimate estimate) {
    }

    RunSamples samples() {
        return samples;
    }

    /** Quantiles by rising level, then the mean of the lower and of the upper tail, where a level is below or above one half. */
    List<Found> of(int point, int measure) {
        double[] values = samples.of(point, measure);
        double[] there = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        List<Found> found = new ArrayList<>();
        Quantiles quantiles = there.length == 0 ? null : new Quantiles(there);
        for (int i = 0; i < levels.size(); i++) {
            Estimate estimate = quantiles == null
                    ? new Estimate(Double.NaN, Double.NaN, Double.NaN, 0, values.length, Estimate.Method.ORDER_STATISTICS)
                    : quantiles.estimate(levels.get(i), ranks(there.length)[i], (long) values.length - there.length);
            found.add(new Found(Kind.QUANTILE, levels.get(i), estimate));
        }
        double lowest = levels.get(0);
        if (lowest < 0.5) {
            found.add(new Found(Kind.TAIL_MEAN, lowest, tails.of(values, lowest, false)));
        }
        double highest = levels.get(levels.size() - 1);
        if (highest > 0.5) {
            found.add(new Found(Kind.TAIL_MEAN, highest, tails.of(values, 1 - highest, true)));
        }
        return found;
    }

    private int[][] ranks(int n) {
        return ranks.computeIfAbsent(n, size -> levels.stream().map(level -> Quantiles.ranks(size, level)).toArray(int[][]::new));
    }
}
