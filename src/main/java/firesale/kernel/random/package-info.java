/** Random streams found by (seed, kind, identity, purpose, week), so that scenarios with one seed stay synchronised. */
package firesale.kernel.random;
