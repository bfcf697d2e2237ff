/** Small numerical pieces that give the same bits on every machine. */
package firesale.kernel.numerics;
