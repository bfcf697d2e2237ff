/** Points in the unit cube: designs that spread them evenly, and those from which sensitivities are estimated. Pure functions. */
package firesale.analysis.sampling;
