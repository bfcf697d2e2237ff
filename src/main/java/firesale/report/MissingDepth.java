package firesale.report;

import java.util.List;

/**
 * What a declared point's market lacks, as the result folder says it.
 *
 * @param point    its name
 * @param haircut  the model's own
 * @param dyn      the discount by capacity of the repo market, seizures responding
 * @param fix      the same with what is seized without a market
 * @param haircuts the discount with unlimited repo and the capacity that holds each target, by haircut, the smallest first
 * @param relaxed  the discount with unlimited repo and without some friction
 * @param targets  the discounts to be held, the smallest first
 * @param standby  standby money that holds each of them
 */
record MissingDepth(String point, double haircut, List<At> dyn, List<At> fix, List<Haircut> haircuts, List<Relaxed> relaxed,
        List<Double> targets, List<Need> standby) {

    /** The discount at a capacity; infinite without limit. */
    record At(double usd, Interval discount) {

        boolean hasBand() {
            return discount.hasMean() && discount.hasEnds();
        }
    }

    /** A haircut. */
    record Haircut(double haircut, Interval floor, List<Need> needs) {
    }

    /** What is switched off and what is left then. */
    record Relaxed(String without, Interval discount) {
    }

    /** An amount with its interval: infinite for more than the largest that was tried, NaN for none that does it. */
    record Need(double usd, double lowUsd, double highUsd, boolean hasInterval) {

        boolean isNumber() {
            return Double.isFinite(usd);
        }

        boolean exists() {
            return !Double.isNaN(usd);
        }
    }

    /** Whether nothing was sold at any capacity. */
    boolean isEmpty() {
        return dyn.stream().noneMatch(at -> at.discount.hasMean());
    }

    /** The model's own haircut. */
    Haircut own() {
        return haircuts.stream().filter(at -> at.haircut == haircut).findFirst().orElseThrow();
    }

    double leastUsd() {
        return dyn.get(1).usd;
    }

    double mostUsd() {
        return dyn.get(dyn.size() - 2).usd;
    }
}
