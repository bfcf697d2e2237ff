package firesale.experiment;

import java.util.List;

/**
 * What {@code kind: spread} tries.
 *
 * @param spreads spreads of loans at which the model is run beside its own, 1/a
 */
public record SpreadDesign(List<Double> spreads) {
}
