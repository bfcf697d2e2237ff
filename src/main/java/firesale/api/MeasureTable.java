package firesale.api;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.model.Measures;
import firesale.model.RunOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run measures: the numeric columns of {@code runs.csv} in their order, then, within the run, the ratios that are no
 * column.
 */
final class MeasureTable {

    private static final List<Column<RunOutcome>> COLUMNS = RunOutcome.columns().stream().filter(MeasureTable::isNumber).toList();
    private static final List<RatioMeasure> RATIOS = Measures.ratios().stream()
            .filter(ratio -> COLUMNS.stream().noneMatch(column -> column.name().equals(ratio.name()))).toList();

    private MeasureTable() {
    }

    private static boolean isNumber(Column<?> column) {
        return column.type() != Type.TEXT && column.type() != Type.DATE;
    }

    static Map<String, Double> values(RunOutcome outcome) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Column<RunOutcome> column : COLUMNS) {
            values.put(column.name(), number(column.value().apply(outcome)));
        }
        for (RatioMeasure ratio : RATIOS) {
            double bottom = values.get(ratio.denominator());
            values.put(ratio.name(), bottom == 0 ? Double.NaN : values.get(ratio.numerator()) / bottom);
        }
        return Collections.unmodifiableMap(values);
    }

    private static double number(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value == null ? Double.NaN : ((Number) value).doubleValue();
    }

    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        COLUMNS.forEach(column -> units.put(column.name(), column.unit()));
        RATIOS.forEach(ratio -> units.put(ratio.name(), ratio.unit()));
        return Collections.unmodifiableMap(units);
    }

    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        COLUMNS.forEach(column -> meanings.put(column.name(), column.meaning()));
        RATIOS.forEach(ratio -> meanings.put(ratio.name(), ratio.meaning()));
        return Collections.unmodifiableMap(meanings);
    }
}
