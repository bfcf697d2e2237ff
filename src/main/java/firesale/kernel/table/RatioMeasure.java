package firesale.kernel.table;

/**
 * A measure that is estimated over runs as a ratio of sums, not as a mean of the runs' ratios. If a column of the same name
 * exists (the ratio within each run), this estimate takes the place of that column's mean.
 *
 * @param name        snake_case
 * @param unit        as printed
 * @param meaning     one plain sentence
 * @param numerator   the column whose sum over runs is divided
 * @param denominator the column by whose sum it is divided
 */
public record RatioMeasure(String name, String unit, String meaning, String numerator, String denominator) {
}
