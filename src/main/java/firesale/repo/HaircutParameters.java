package firesale.repo;

import firesale.kernel.parameters.Param;

/** How the haircuts of repos are set. */
public record HaircutParameters(
        @Param(meaning = "The rule", def = "fixed", source = "assumption") Rule rule,
        @Param(meaning = "Haircut of the rule fixed, and of the rule procyclical where machines sell at FMV", unit = "share",
                def = "0.25", min = 0, max = 1,
                source = "one less the LTV, about 75 to 80 %, of on-chain loans on GPUs [usdai-underwriting]") double base,
        @Param(meaning = "Rule procyclical: what a discount adds to the haircut, relative to it", unit = "1", def = "0.75", min = 0,
                max = 100, source = "assumption: such that a discount of 40 % takes haircuts to the level of 2008 [gorton-metrick-2012]")
                double slope,
        @Param(meaning = "Rule value-at-risk: how many standard deviations are covered", unit = "1", def = "2.33", min = 0,
                max = 10, source = "assumption: 99 per cent of normal moves") double deviations,
        @Param(meaning = "Rule value-at-risk: standard deviation of the log value of machines over a year", unit = "1/sqrt(a)",
                def = "0.35", min = 0, max = 10, source = "assumption: a little above that of rent, since cost is fixed")
                double volatility,
        @Param(meaning = "Rule value-at-risk: shortest time in which dealers expect to be able to liquidate", unit = "weeks",
                def = "4", min = 0, max = 520, source = "assumption: as long as a forced liquidation") int liquidationWeeks) {

    /** How haircuts are set. */
    public enum Rule {
        /** The base. */
        FIXED,
        /** base + slope (1 - price / FMV), price of recent auctions. */
        PROCYCLICAL,
        /** 1 - exp(-deviations volatility sqrt(tau) - melt over tau), tau the expected time to liquidate. */
        VALUE_AT_RISK
    }

    /**
     * The haircut by the rule,
     * <pre>
     *   fixed          h0
     *   procyclical    h0 + k (1 - x)                          x the price relative to FMV
     *   value at risk  1 - exp(-z sigma sqrt(tau) - melt)      tau the time to liquidate, melt over it included
     * </pre>
     * Source: section 7 of the model.
     *
     * @param priceOverFmv what machines fetch relative to FMV
     * @param years        time in which dealers expect to be able to liquidate
     * @param melt         what value is expected to lose in that time, as a log: -ln(value then / value now)
     * @return share of the collateral that is not lent, 0 to 1
     */
    public double at(double priceOverFmv, double years, double melt) {
        double haircut = switch (rule) {
            case FIXED -> base;
            case PROCYCLICAL -> base + slope * (1 - priceOverFmv);
            case VALUE_AT_RISK -> -StrictMath.expm1(-deviations * volatility * StrictMath.sqrt(years) - melt);
        };
        return StrictMath.max(0, StrictMath.min(1, haircut));
    }

    /** The same with another base. */
    public HaircutParameters withBase(double other) {
        return new HaircutParameters(rule, other, slope, deviations, volatility, liquidationWeeks);
    }
}
