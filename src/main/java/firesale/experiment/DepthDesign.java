package firesale.experiment;

import java.util.List;

/**
 * What {@code kind: depth} tries.
 *
 * @param targets    discounts under which the market should hold, shares
 * @param lowUsd     the least capacity beside none, USD
 * @param highUsd    the largest capacity beside one without limit, USD
 * @param capacities how many from the least to the largest, evenly in logs
 * @param haircuts   haircuts beside the model's, for the frontier
 */
public record DepthDesign(List<Double> targets, double lowUsd, double highUsd, int capacities, List<Double> haircuts) {
}
