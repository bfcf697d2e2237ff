/** What is owed and permitted: loans, notes, lines, leases and rents. A contract decides nothing and moves no money. */
package firesale.credit.contracts;
