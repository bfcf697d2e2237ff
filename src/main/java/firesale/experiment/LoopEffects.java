package firesale.experiment;

import firesale.analysis.Estimate;

/**
 * What feedback loops do to a measure.
 *
 * @param attributed what each loop adds
 * @param without    the measure without any loop
 * @param with       the measure with all loops
 */
record LoopEffects(Attributed attributed, Estimate without, Estimate with) {
}
