package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** When policy eased, when prices were lowest, and what power cost at most; yielded by {@link WorldMeasure}. */
public record WorldFigures(double policyDelayWeeks, double easingWeek, double btcLowWeek, double rentLowWeek,
        double powerFactorPeak, double powerFactorPeakWeek, double inflationPeak) {

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, WorldFigures> part) {
        return Stream.<Column<WorldFigures>>of(
                new Column<>("policy_delay_weeks", Type.REAL, "weeks",
                        "Length of the first squeeze, as far as the run shows it; missing without a squeeze",
                        f -> f.policyDelayWeeks),
                new Column<>("easing_week", Type.REAL, "weeks", "First week of easing; missing if there is none",
                        f -> f.easingWeek),
                new Column<>("btc_low_week", Type.REAL, "weeks", "Week of the lowest BTC price", f -> f.btcLowWeek),
                new Column<>("rent_low_week", Type.REAL, "weeks", "Week of the lowest spot rent", f -> f.rentLowWeek),
                new Column<>("power_factor_peak", Type.REAL, "ratio", "Highest price of power relative to the start",
                        f -> f.powerFactorPeak),
                new Column<>("power_factor_peak_week", Type.REAL, "weeks", "When that was", f -> f.powerFactorPeakWeek),
                new Column<>("inflation_peak", Type.REAL, "1/a", "Highest inflation", f -> f.inflationPeak))
                .map(column -> column.of(part)).toList();
    }
}
