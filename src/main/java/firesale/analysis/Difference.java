package firesale.analysis;

/**
 * A difference to the baseline under common random numbers: run minus baseline run of the same seed.
 *
 * @param estimate    the difference and its interval; its {@code n} counts pairs, its {@code missing} replications without one
 * @param shareHigher the share of pairs in which the value is higher than the baseline's; NaN without pairs
 */
public record Difference(Estimate estimate, double shareHigher) {
}
