package firesale.kernel.table;

import java.util.function.Function;

/**
 * One column of a tidy result table: its name (with the unit, where it has one), type, unit and meaning, and how its value
 * is read off a row object.
 *
 * @param <T>     the row
 * @param name    snake_case, unique in its table
 * @param type    the type in CSV and Parquet
 * @param unit    as printed: {@code USD}, {@code share}, {@code weeks}, {@code count}; empty for none
 * @param meaning one plain sentence
 * @param value   a {@link Double}, {@link Long}, {@link Boolean}, {@link String} or {@link java.time.LocalDate} as the type
 *                says; null or NaN means missing
 */
public record Column<T>(String name, Type type, String unit, String meaning, Function<? super T, ?> value) {

    /** The same column of rows that hold such a row as a part. */
    public <R> Column<R> of(Function<? super R, ? extends T> part) {
        return new Column<>(name, type, unit, meaning, row -> value.apply(part.apply(row)));
    }

    /** What a column holds. */
    public enum Type {
        REAL, INTEGER, BOOLEAN, TEXT, DATE
    }
}
