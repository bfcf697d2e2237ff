package firesale.experiment;

import firesale.analysis.RatioSums;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.Column;
import firesale.kernel.table.RatioMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is estimated over runs: the mean of a column, or a ratio of two columns' sums.
 *
 * @param name        as in tables
 * @param unit        as printed
 * @param meaning     one plain sentence
 * @param rank        its place in the printed summary, from 0; -1 if it is not in it
 * @param headline    whether sweeps print it
 * @param value       the column among the measures; of a ratio its numerator
 * @param denominator the denominator's column; -1 for a mean
 */
public record Measure(String name, String unit, String meaning, int rank, boolean headline, int value, int denominator) {

    /** Whether it is in the printed summary. */
    public boolean isMain() {
        return rank >= 0;
    }

    /** Whether this is a ratio of sums. */
    public boolean isRatio() {
        return denominator >= 0;
    }

    /** The value within one run. */
    double of(RunRow row) {
        if (!isRatio()) {
            return row.values()[value];
        }
        double bottom = row.values()[denominator];
        return bottom == 0 ? Double.NaN : row.values()[value] / bottom;
    }

    /** Adds a run's part in the estimate to sums whose ratio it is; a mean is the sum over the number of runs. */
    void addTo(RatioSums sums, RunRow row) {
        sums.add(row.replication(), row.values()[value], weight(row));
    }

    /** What the value of a run is divided by; NaN where the run has no value. */
    double weight(RunRow row) {
        return isRatio() ? row.values()[denominator] : Double.isNaN(row.values()[value]) ? Double.NaN : 1;
    }

    /**
     * The measure of a name.
     *
     * @throws InputException if there is none
     */
    static Measure named(List<Measure> measures, String name) {
        List<String> known = measures.stream().map(Measure::name).toList();
        int place = known.indexOf(name);
        if (place < 0) {
            throw new InputException("there is no measure " + name + Spelling.hint(name, known)
                    + "; firesale describe measures lists them");
        }
        return measures.get(place);
    }

    /**
     * Everything that is estimated of a model: its numeric columns in their order, then ratios that are no column.
     *
     * @param show names of measures that are printed after the usual ones, also of sweeps
     */
    static List<Measure> of(SimulatedModel<?> model, List<String> show) {
        List<Measure> measures = new ArrayList<>();
        for (Measure measure : of(model)) {
            int asked = show.indexOf(measure.name);
            int rank = measure.rank >= 0 || asked < 0 ? measure.rank : model.summaryMeasures().size() + asked;
            measures.add(new Measure(measure.name, measure.unit, measure.meaning, rank, measure.headline || asked >= 0,
                    measure.value, measure.denominator));
        }
        return measures;
    }

    private static List<Measure> of(SimulatedModel<?> model) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (Column<?> column : model.measures()) {
            int place = places.size();
            places.put(column.name(), place);
            if (column.type() != Type.TEXT && column.type() != Type.DATE) {
                String unit = column.type() == Type.BOOLEAN ? "share" : column.unit();
                measures.put(column.name(), new Measure(column.name(), unit, column.meaning(), rank(model, column.name()),
                        model.headlines().contains(column.name()), place, -1));
            }
        }
        for (RatioMeasure ratio : model.ratios()) {
            measures.put(ratio.name(), new Measure(ratio.name(), ratio.unit(), ratio.meaning(), rank(model, ratio.name()),
                    model.headlines().contains(ratio.name()), places.get(ratio.numerator()), places.get(ratio.denominator())));
        }
        return new ArrayList<>(measures.values());
    }

    private static int rank(SimulatedModel<?> model, String name) {
        return model.summaryMeasures().indexOf(name);
    }
}
