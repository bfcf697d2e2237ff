/** Machines as data, lots of them, sites with power and cooling, and what fits where. */
package firesale.hardware;
