/**
 * Tables as CSV: strict reading, and writing with the same bytes on every machine.
 */
package firesale.kernel.table;
