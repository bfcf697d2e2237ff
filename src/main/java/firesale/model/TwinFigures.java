package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A run beside its {@link Twins}; all missing unless they are asked for. Borrowers are matched by their numbers.
 *
 * @param defaultsWithoutFeedbacks defaults of the twin without feedbacks
 * @param defaultsInitial          defaults of the twin with a warehouse
 * @param defaultsInduced          defaults that the twin with a warehouse does not have
 * @param defaultsPrevented        defaults that only that twin has
 * @param defaultsAccelerated      defaults that it has later
 * @param weeksAccelerated         how much earlier these are, in all, weeks
 * @param defaultsDelayed          defaults that it has earlier
 * @param lossesWithoutFeedbacksUsd lenders' losses in the twin without feedbacks
 * @param lossesWarehouseUsd       losses of the warehouse, net of what estates pay, and of lenders in its twin
 * @param warehouseAboveFmvUsd     what the warehouse pays above FMV, before estates pay
 */
public record TwinFigures(double defaultsWithoutFeedbacks, double defaultsInitial, double defaultsInduced,
        double defaultsPrevented, double defaultsAccelerated, double weeksAccelerated, double defaultsDelayed,
        double lossesWithoutFeedbacksUsd, double lossesWarehouseUsd, double warehouseAboveFmvUsd) {

    /** Figures of a run whose twins were not asked for. */
    static TwinFigures none() {
        double no = Double.NaN;
        return new TwinFigures(no, no, no, no, no, no, no, no, no, no);
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, TwinFigures> part) {
        return Stream.<Column<TwinFigures>>of(
                new Column<>("defaults_without_feedbacks", Type.REAL, "count",
                        "Defaults of the twin without feedbacks; missing unless twins", f -> f.defaultsWithoutFeedbacks),
                new Column<>("defaults_initial", Type.REAL, "count",
                        "Defaults of the twin with a warehouse that takes seized machines at FMV and makes lenders whole",
                        f -> f.defaultsInitial),
                new Column<>("defaults_induced", Type.REAL, "count", "Defaults that the twin with a warehouse does not have",
                        f -> f.defaultsInduced),
                new Column<>("defaults_prevented", Type.REAL, "count",
                        "Defaults of the twin with a warehouse that the run does not have", f -> f.defaultsPrevented),
                new Column<>("defaults_accelerated", Type.REAL, "count", "Defaults that the twin with a warehouse has later",
                        f -> f.defaultsAccelerated),
                new Column<>("weeks_accelerated", Type.REAL, "weeks", "How much earlier these are, summed up",
                        f -> f.weeksAccelerated),
                new Column<>("defaults_delayed", Type.REAL, "count", "Defaults that the twin with a warehouse has earlier",
                        f -> f.defaultsDelayed),
                new Column<>("losses_without_feedbacks_usd", Type.REAL, "USD", "Losses of lenders in the twin without feedbacks",
                        f -> f.lossesWithoutFeedbacksUsd),
                new Column<>("losses_warehouse_usd", Type.REAL, "USD",
                        "What the warehouse pays above FMV less what estates pay back, and lenders' losses on lines in that twin",
                        f -> f.lossesWarehouseUsd),
                new Column<>("warehouse_above_fmv_usd", Type.REAL, "USD",
                        "What the warehouse pays above FMV, before estates pay it back", f -> f.warehouseAboveFmvUsd))
                .map(column -> column.of(part)).toList();
    }
}
