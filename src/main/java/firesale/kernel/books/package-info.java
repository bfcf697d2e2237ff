/** Double-entry books of money, coins and machines: nothing is created or lost. */
package firesale.kernel.books;
