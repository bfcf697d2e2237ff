package firesale.analysis;

/**
 * A stretch on which a discount rises with the amount of money, by more than noise.
 *
 * @param from       the place of the smaller amount
 * @param to         the place of the larger one
 * @param difference by how much the discount is larger there, with the interval of the paired resamples
 */
public record Rise(int from, int to, Estimate difference) {
}
