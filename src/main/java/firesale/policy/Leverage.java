package firesale.policy;

/**
 * What a believed backstop makes of the advance that a lender would grant. The drawn LTV of each loan is multiplied by
 * LTV*(backstop) / LTV*(none), so that without a backstop nothing changes and lenders stay as different as they are; the
 * product is capped, and never below what was drawn.
 *
 * @param factor LTV*(backstop) / LTV*(none), at least 1
 * @param most   largest advance on cost to which the factor leads
 */
public record Leverage(double factor, double most) {

    /** Loans are as they are drawn. */
    public static final Leverage AS_DRAWN = new Leverage(1, 0);

    /**
     * The response to a policy.
     *
     * @param spread what lenders charge over the risk-free rate, 1/a
     */
    static Leverage of(PolicyParameters policy, double spread) {
        OriginationParameters seen = policy.origination();
        if (!policy.announced() || !seen.responds()) {
            return AS_DRAWN;
        }
        AdvanceRate rate = new AdvanceRate(seen.hazardPerYear(), spread, seen.priceShareOfCost(), seen.logSd(), seen.mostLtv());
        double guaranteed = policy.guarantee().isOn() ? policy.belief() * policy.guarantee().share() : 0;
        double floor = policy.floor().isOn() ? policy.belief() * policy.floor().shareOfOlv() * seen.olvShareOfCost() : 0;
        double without = rate.largest(0, 0);
        return new Leverage(without > 0 ? rate.largest(guaranteed, floor) / without : 1, seen.mostLtv());
    }

    /** The advance granted where another would have been without a backstop. */
    public double of(double drawnLtv) {
        return factor == 1 ? drawnLtv : StrictMath.max(drawnLtv, StrictMath.min(most, factor * drawnLtv));
    }
}
