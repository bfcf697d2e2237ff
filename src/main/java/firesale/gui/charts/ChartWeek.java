package firesale.gui.charts;

import firesale.model.Week;
import firesale.world.Regime;

/**
 * What charts show of one week; what is missing is not a number.
 *
 * @param state           the world and the institutions at its end
 * @param regime          its regime
 * @param fmvUsd          mean FMV of what was on offer, USD per GPU
 * @param olvUsd          the same of orderly liquidation values
 * @param bookUsd         the same of book values
 * @param priceUsd        mean price paid, USD per GPU
 * @param soldFmvUsd      mean FMV of what was sold, USD per GPU
 * @param soldGpus        GPUs sold in the week, by dealers too
 * @param discountSoFar   of all sales so far, share of FMV
 * @param repoDepthUsd    collateral of an age of 1.5 years that could still be financed by repo
 * @param haircut         least haircut of such collateral, share
 * @param oldHaircut      the same of machines of 3 years
 * @param initialDefaults defaults so far that would have come about without any fire sale
 * @param inducedDefaults the other defaults so far
 */
record ChartWeek(Week state, Regime regime, double fmvUsd, double olvUsd, double bookUsd, double priceUsd, double soldFmvUsd,
        long soldGpus, double discountSoFar, double repoDepthUsd, double haircut, double oldHaircut, long initialDefaults,
        long inducedDefaults) {

    int week() {
        return state.week();
    }

    /** How far the week's prices were below FMV of what was sold, share. */
    double discountOfWeek() {
        return 1 - priceUsd / soldFmvUsd;
    }
}
