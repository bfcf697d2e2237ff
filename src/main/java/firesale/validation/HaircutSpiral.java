package firesale.validation;

import firesale.auction.BidBook;
import firesale.repo.HaircutParameters;
import firesale.repo.HaircutParameters.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Haircuts that follow the price, h = h0 + k(1 - x), where dealers have any amount of cash and buyers w of what units are worth:
 * sale after sale x becomes min(1, w/h). For h0 &lt;= w &lt; (h0 + k)^2 / (4k) both 1 and
 * <pre>
 *   [(h0 + k) - sqrt((h0 + k)^2 - 4kw)] / (2k)
 * </pre>
 * are stable, and the other root parts the starts that lead to the one from those that lead to the other; below h0 only the lower
 * root is, above the threshold only 1.
 */
final class HaircutSpiral {

    private static final double BASE = 0.25;
    private static final double SLOPE = 0.75;
    private static final double TOLERANCE = 0.001;
    private static final int MOST_SALES = 2_000;

    private final RepoCash market = new RepoCash();
    private final HaircutParameters haircut = new HaircutParameters(Rule.PROCYCLICAL, BASE, SLOPE, 0, 0, 0);

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (double cash : new double[] {0.2, 0.24, 0.3, 0.33, 0.34}) {
            checks.add(check(cash, "from value", 1, cash < BASE ? root(cash, -1) : 1));
            checks.add(check(cash, "from nothing", 0, onlyValueIsStable(cash) ? 1 : root(cash, -1)));
        }
        for (double cash : new double[] {0.3, 0.33}) {
            checks.add(check(cash, "above unstable", root(cash, 1) + 0.01, 1));
            checks.add(check(cash, "below unstable", root(cash, 1) - 0.01, root(cash, -1)));
        }
        return checks;
    }

    private static Check check(double cash, String start, double first, double expected) {
        return Check.exact("repo", "haircut spiral, w=" + Names.of(cash) + ", " + start, "price/V, h = 0.25 + 0.75(1 - price/V)",
                "Brunnermeier and Pedersen 2009; section 11 of the model", expected, TOLERANCE * expected,
                () -> new HaircutSpiral().end(cash, first));
    }

    private static boolean onlyValueIsStable(double cash) {
        return cash > (BASE + SLOPE) * (BASE + SLOPE) / (4 * SLOPE);
    }

    /** A price at which the haircut that follows from it leads to it again. */
    private static double root(double cash, int sign) {
        double sum = BASE + SLOPE;
        return (sum + sign * StrictMath.sqrt(sum * sum - 4 * SLOPE * cash)) / (2 * SLOPE);
    }

    /** Where sales end that start with the haircut after some price, relative to the value; NaN if they come to no end. */
    double end(double cash, double first) {
        double price = first;
        for (int sale = 0; sale < MOST_SALES; sale++) {
            double next = market.price(haircut.at(price, 0, 0), cash, BidBook.UNLIMITED);
            if (next == price) {
                return price;
            }
            price = next;
        }
        return Double.NaN;
    }
}
