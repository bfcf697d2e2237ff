package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@link EarningsMeasure} yields; all missing unless it is asked for. */
public record EarningsFigures(double equityReported6yUsd, double equityReported5yUsd, double equityReported4yUsd,
        double equityEconomicUsd, double insolventReported6y, double insolventEconomic, double depreciationReported6yUsd,
        double depreciationReported5yUsd, double depreciationReported4yUsd, double depreciationEconomicUsd,
        double bookAboveFmv6yYears, double bookAboveFmv4yYears) {

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, EarningsFigures> part) {
        return Stream.<Column<EarningsFigures>>of(
                new Column<>("equity_reported_6y_usd", Type.REAL, "USD",
                        "Borrowers' equity at the start, machines in straight line over six years; missing unless "
                        + "credit.measureEarnings", f -> f.equityReported6yUsd),
                new Column<>("equity_reported_5y_usd", Type.REAL, "USD",
                        "The same over five years", f -> f.equityReported5yUsd),
                new Column<>("equity_reported_4y_usd", Type.REAL, "USD",
                        "The same over four years", f -> f.equityReported4yUsd),
                new Column<>("equity_economic_usd", Type.REAL, "USD",
                        "The same with machines at FMV", f -> f.equityEconomicUsd),
                new Column<>("insolvent_reported_6y", Type.REAL, "count",
                        "Borrowers whose equity at the start is negative, six years", f -> f.insolventReported6y),
                new Column<>("insolvent_economic", Type.REAL, "count",
                        "Borrowers whose equity at the start is negative, FMV", f -> f.insolventEconomic),
                new Column<>("depreciation_reported_6y_usd", Type.REAL, "USD",
                        "Depreciation of the first year, straight line over six years, fleets of the start",
                        f -> f.depreciationReported6yUsd),
                new Column<>("depreciation_reported_5y_usd", Type.REAL, "USD",
                        "The same over five years", f -> f.depreciationReported5yUsd),
                new Column<>("depreciation_reported_4y_usd", Type.REAL, "USD",
                        "The same over four years", f -> f.depreciationReported4yUsd),
                new Column<>("depreciation_economic_usd", Type.REAL, "USD",
                        "Fall of FMV of the same fleets in the first year", f -> f.depreciationEconomicUsd),
                new Column<>("book_above_fmv_6y_years", Type.REAL, "a",
                        "Age from which on book over six years exceeds FMV, commonest machine, prices of the start",
                        f -> f.bookAboveFmv6yYears),
                new Column<>("book_above_fmv_4y_years", Type.REAL, "a",
                        "The same over four years", f -> f.bookAboveFmv4yYears))
                .map(column -> column.of(part)).toList();
    }
}
