/**
 * Who stands behind prices and losses (S17 and section 8 of the model): an authority with a guarantee or a price floor, the vendor with a
 * buy-back, and standby money of outsiders; and how lenders who believe in a backstop lend more.
 */
package firesale.policy;
