package firesale.validation;

/**
 * Who holds assets that others hold too, has borrowed against them, and must keep its leverage at or below a limit. The
 * constraint has one side: below the limit it does nothing. Above it sells the same share of all its securities, the least that
 * brings leverage back to the limit at the marks; proceeds repay debt at once.
 * <pre>
 *   A = F + sum p h     E = A - L     above the limit m if A &gt; m E     share sold = min(1, (A - m E) / sum p h)
 * </pre>
 * F are assets that cannot be sold, h units of securities, p their marks, L debt less cash: cash carries no weight. A limit m is
 * a minimum ratio 1/m of capital to assets. A limit equal to the leverage of today is leverage targeting, as far as losses go: it
 * would buy after a gain, which nobody does here.
 *
 * <p>Amounts are in units of a security's price before the shock.
 */
final class Institution {

    private final long[] units;
    private final double limit;
    private double otherAssets;
    private double netDebt;

    /**
     * @param units       of each security, at least 0
     * @param otherAssets F, which cannot be sold
     * @param netDebt     L, debt less cash
     * @param limit       m, largest ratio of assets to equity, above 1
     */
    Institution(long[] units, double otherAssets, double netDebt, double limit) {
        this.units = units.clone();
        this.otherAssets = otherAssets;
        this.netDebt = netDebt;
        this.limit = limit;
    }

    /** Writes off some of what cannot be sold; what is more than that is owed. */
    Institution lose(double amount) {
        double written = StrictMath.min(amount, otherAssets);
        otherAssets -= written;
        netDebt += amount - written;
        return this;
    }

    /** What its securities would fetch at the marks. */
    double securities(double[] marks) {
        double sum = 0;
        for (int a = 0; a < units.length; a++) {
            sum += marks[a] * units[a];
        }
        return sum;
    }

    /** Assets less debt at the marks. */
    double equity(double[] marks) {
        return otherAssets + securities(marks) - netDebt;
    }

    /** Assets over equity at the marks; infinite without equity. */
    double leverage(double[] marks) {
        double equity = equity(marks);
        return equity <= 0 ? Double.POSITIVE_INFINITY : (otherAssets + securities(marks)) / equity;
    }

    /** Whether it has neither met its limit nor anything left to sell. */
    boolean illiquid(double[] marks) {
        return securities(marks) == 0 && leverage(marks) > limit;
    }

    /** Whether debts are at least what assets are worth. */
    boolean insolvent(double[] marks) {
        return equity(marks) <= 0;
    }

    /** Units of a security that it must sell at the marks, the next whole number above the least. */
    long toSell(int security, double[] marks) {
        double excess = otherAssets + securities(marks) - limit * equity(marks);
        return excess <= 0 ? 0 : (long) StrictMath.ceil(units[security] * StrictMath.min(1, excess / securities(marks)));
    }

    /** Units of a security that it holds. */
    long units(int security) {
        return units[security];
    }

    /** Hands over what was sold. */
    void deliver(int security, long sold, double proceeds) {
        units[security] -= sold;
        netDebt -= proceeds;
    }
}
