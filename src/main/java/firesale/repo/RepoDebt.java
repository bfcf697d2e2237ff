package firesale.repo;

/**
 * What a buyer owes a dealer.
 *
 * @param buyer  the buyer's number
 * @param dealer the dealer's number
 * @param cents  principal, more than 0
 */
public record RepoDebt(int buyer, int dealer, long cents) {
}
