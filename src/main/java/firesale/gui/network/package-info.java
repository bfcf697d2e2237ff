/** The debt network: who owes whom, and how default spreads. */
package firesale.gui.network;
