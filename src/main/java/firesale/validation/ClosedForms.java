package firesale.validation;

/** Expectations in closed form for independent values, uniform on [0, 1] unless said otherwise. */
final class ClosedForms {

    private ClosedForms() {
    }

    /** Mean revenue of one unit sold to n bidders without reserve: the second highest of n values. */
    static double revenue(int n) {
        return (n - 1) / (n + 1.0);
    }

    /** The same with a reserve r: (n-1)/(n+1) + r^n - 2n/(n+1) r^(n+1) (Myerson 1981; Krishna, Auction Theory, section 2.5). */
    static double revenue(int n, double r) {
        return revenue(n, r, 0, 1);
    }

    /** The same for values uniform on [low, high]; a reserve below all values matters to a single bidder only. */
    static double revenue(int n, double reserve, double low, double high) {
        double width = high - low;
        double t = StrictMath.max(0, (reserve - low) / width);
        double alone = reserve * n * (1 - t) * StrictMath.pow(t, n - 1);
        if (n == 1) {
            return alone;
        }
        // the second highest value has the density n (n-1) t^(n-2) (1-t) on the unit scale
        double atLow = n * (1 - StrictMath.pow(t, n - 1)) - (n - 1) * (1 - StrictMath.pow(t, n));
        double above = (n - 1) * (1 - StrictMath.pow(t, n)) - n * (n - 1.0) / (n + 1) * (1 - StrictMath.pow(t, n + 1));
        return alone + low * atLow + width * above;
    }

    /** Variance of the winner's equilibrium bid in a first-price sale, (n-1)/n of the highest value. */
    static double firstPriceVariance(int n) {
        double share = (n - 1.0) / n;
        return share * share * n / ((n + 1.0) * (n + 1) * (n + 2));
    }

    /** Variance of the second highest value. */
    static double secondPriceVariance(int n) {
        return 2 * (n - 1) / ((n + 1.0) * (n + 1) * (n + 2));
    }

    /** Mean price of k units sold to n bidders for one each at the highest losing bid. */
    static double price(int n, int k) {
        return (n - k) / (n + 1.0);
    }

    /**
     * The second highest of n draws of min(value, budget), both uniform: 1 - n I(n-1) + (n-1) I(n), where I(m) is the integral of
     * (1 - y^2)^m from 0 to 1, that is 2/3 x 4/5 x ... x 2m/(2m+1).
     */
    static double revenueWithBudgets(int n) {
        double before = 1;
        double integral = 1;
        for (int m = 1; m <= n; m++) {
            before = integral;
            integral *= 2.0 * m / (2 * m + 1);
        }
        return 1 - n * before + (n - 1) * integral;
    }

    /** Price of what is worth V to m insiders, each without funds with probability q, and U to others (Shleifer, Vishny 1992). */
    static double constrainedInsiders(double insider, double outsider, int m, double q) {
        double atMostOne = StrictMath.pow(q, m) + m * (1 - q) * StrictMath.pow(q, m - 1);
        return outsider + (insider - outsider) * (1 - atMostOne);
    }
}
