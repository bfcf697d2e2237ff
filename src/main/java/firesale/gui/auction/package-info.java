/** This week's sale: demand, supply, reserve and price. */
package firesale.gui.auction;
