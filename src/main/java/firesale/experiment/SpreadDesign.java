package firesale.experiment;

import java.util.List;

/**
 * What {@code kind: spread} tries.
 *
 * @param spreads spreads of loans at which the model is run beside its own, 1/a
 * @param costOfCapital return on what losses may exceed their mean by, over the run
 */
public record SpreadDesign(List<Double> spreads, double costOfCapital) {

    /** What capital wants unless the file says otherwise. */
    static final double USUAL_COST_OF_CAPITAL = 0.10;
}
