/** Who can buy: buyers with racks, beliefs and funds, what a machine is worth to each, and the reference value FMV. */
package firesale.buyers;
