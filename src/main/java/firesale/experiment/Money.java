package firesale.experiment;

import firesale.analysis.Threshold;

/** Least amounts of money as a reader wants them. */
final class Money {

    private final String beyond;
    private final String none;

    private Money(String beyond, String none) {
        this.beyond = beyond;
        this.none = none;
    }

    /** As in a sentence. */
    static Money inWords(double largestUsd) {
        return new Money("more than " + UnitText.of(largestUsd, "USD"), "no amount");
    }

    /** As in a table. */
    static Money inShort(double largestUsd) {
        return new Money(">" + UnitText.of(largestUsd, "USD"), "none");
    }

    /** An amount; infinite for more than the largest tried, NaN for none. */
    String of(double usd) {
        if (Double.isNaN(usd)) {
            return none;
        }
        return Double.isInfinite(usd) ? beyond : usd == 0 ? "$0" : UnitText.of(usd, "USD");
    }

    /** The interval; a dash without one. */
    String interval(Threshold amount) {
        if (!amount.hasInterval()) {
            return "-";
        }
        String low = of(amount.lowUsd());
        String high = of(amount.highUsd());
        return low.equals(high) ? low : low + " to " + high;
    }

    /** An amount with its interval, where that says more. */
    String both(Threshold amount) {
        String value = of(amount.usd());
        String interval = interval(amount);
        return Prose.unbroken(!amount.hasInterval() || interval.equals(value) ? value : value + " (" + interval + ")");
    }
}
