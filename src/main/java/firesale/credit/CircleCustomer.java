package firesale.credit;

/**
 * A customer of the funding circle in a week.
 *
 * @param means          AI equity times the customer's own strength: what it can raise, 1 for a customer of mean strength at the start
 * @param hasRenegotiated whether it has renegotiated its contracts
 * @param hasRepudiated  whether it has repudiated them
 */
public record CircleCustomer(double means, boolean hasRenegotiated, boolean hasRepudiated) {
}
