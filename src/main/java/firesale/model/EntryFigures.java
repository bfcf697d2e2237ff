package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Capital that came from outside because sales were seen to be cheap.
 *
 * @param usd       money that arrived
 * @param firstWeek when the first of it did; missing if none came
 */
public record EntryFigures(double usd, double firstWeek) {

    static EntryFigures of(FireSale run) {
        return new EntryFigures(run.buyers().enteredUsd(), run.buyers().firstEntryWeek());
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, EntryFigures> part) {
        return Stream.<Column<EntryFigures>>of(
                new Column<>("entry_usd", Type.REAL, "USD", "Outside money that discounts drew in, as far as it arrived",
                        f -> f.usd),
                new Column<>("first_entry_week", Type.REAL, "weeks", "Week in which the first of it arrived; missing if none did",
                        f -> f.firstWeek))
                .map(column -> column.of(part)).toList();
    }
}
