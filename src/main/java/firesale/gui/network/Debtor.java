package firesale.gui.network;

/**
 * A borrower as far as its place depends on it.
 *
 * @param lender  to whom it owed most at the start; -1 if nothing
 * @param cents   what it owed on machines at the start
 * @param sponsor the host that leases its machines; -1 if none does
 */
record Debtor(int lender, long cents, int sponsor) {
}
