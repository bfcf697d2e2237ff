package firesale.buyers;

import firesale.hardware.Site;

/**
 * A site of a buyer.
 *
 * @param type what making further racks costs there and how long it takes
 * @param site its racks and power
 */
record Premises(SiteType type, Site site) {
}
