package firesale.experiment;

import firesale.kernel.table.Column;
import firesale.model.Recording;
import java.util.List;
import java.util.function.Function;

/**
 * Rows that a run writes beside its measures.
 *
 * @param <R>       the outcome of a run
 * @param <S>       the row
 * @param name      the name of its file without the ending, for example {@code sales}
 * @param recording what must be recorded for the table to be written
 * @param columns   its columns, after run, point and replication
 * @param rows      reads the rows off an outcome
 */
public record SubTable<R, S>(String name, Recording recording, List<Column<S>> columns, Function<R, List<S>> rows) {
}
