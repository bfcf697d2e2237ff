package firesale.credit;

/**
 * What is special about a vehicle: it owns machines, lets them under one lease and owes one loan without recourse to anybody.
 *
 * @param isSponsored whether a host of the model has the machines on lease; else a customer outside it
 * @param vendorShare share of its equity that the machines' vendor holds
 * @param reserve     cash that it keeps; what exceeds it goes to its shareholders, cents
 * @param walksAway   whether its shareholders default when that pays
 */
public record Vehicle(boolean isSponsored, double vendorShare, long reserve, boolean walksAway) {
}
