/** Chart windows: what became of prices, debts and inventories so far. */
package firesale.gui.charts;
