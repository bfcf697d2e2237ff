package firesale.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One price, institutions with a minimum ratio of capital to securities, p = e^(-alpha x): Cifuentes, Ferrucci and Shin 2005.
 * Their claims of banks on each other are left out. Cash carries no weight here; with them liquid assets do as long as they are
 * kept, but they are sold first, so that as many securities are sold.
 */
final class PriceContagion {

    private static final String TOPIC = "contagion: minimum ratio, p = e^(-alpha x)";
    private static final String SOURCE = "Cifuentes, Ferrucci and Shin 2005";
    private static final int COUNT = 10;
    private static final long EACH = 10_000_000;
    private static final long STOCK = COUNT * EACH;
    private static final long STEP = 5_000;
    /** At this impact the price is 0.5 when all is sold. */
    private static final double HALF = StrictMath.log(2) / STOCK;
    private static final double MILD = 0.05 / STOCK;
    /** Prices are whole numbers of these. */
    private static final double UNIT = 1.0 / SaleRoom.ONE;

    private PriceContagion() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (double ratio : new double[] {0.05, 0.08, 0.10, 0.12}) {
            double expected = greatest(MILD, 0.045, ratio, 0);
            // the program's map lies between that of the rule and that of the rule with a step and ten units more
            double tolerance = expected - greatest(MILD, 0.045, ratio, STEP + COUNT) + UNIT;
            checks.add(Check.exact(TOPIC, "greatest fixed point, ratio " + Names.of(ratio),
                    "capital of 5.5 to 14.5 % after losses", SOURCE, expected, tolerance,
                    () -> system(MILD, 0.045, ratio).fixedPoint(1)));
        }
        checks.add(Check.exact(TOPIC, "ratios at which the price is higher", "0.050, 0.055, ..., 0.200", SOURCE, 0, 0,
                PriceContagion::higherPrices));
        checks.add(Check.exact(TOPIC, "steps up on the way down", "ratio 0.12, from p = 1", SOURCE, 0, 0,
                PriceContagion::stepsUp));
        checks.add(Check.exact(TOPIC, "price if all is sold", "alpha = ln 2 / stock, no capital left", SOURCE, 0.5, UNIT,
                () -> system(HALF, 0.2, 0.08).fixedPoint(1)));
        checks.add(Check.exact(TOPIC, "price after a loss of 4.5 %", "alpha = ln 2 / stock, ratio 0.08", SOURCE,
                greatest(HALF, 0.045, 0.08, 0), UNIT, () -> system(HALF, 0.045, 0.08).fixedPoint(1)));
        checks.add(Check.exact(TOPIC, "two fixed points: from p = 1", "alpha = ln 2 / stock, no loss", SOURCE, 1, 0,
                () -> system(HALF, 0, 0.08).fixedPoint(1)));
        checks.add(Check.exact(TOPIC, "two fixed points: from p = 0.5", "alpha = ln 2 / stock, no loss", SOURCE, 0.5, UNIT,
                () -> system(HALF, 0, 0.08).fixedPoint(0.5)));
        checks.add(Check.exact(TOPIC, "price with buyers without debt at 0.8", "alpha = ln 2 / stock, loss of 4.5 %",
                "a price floor", 0.8, UNIT, () -> system(HALF, 0.045, 0.08, 0.8).fixedPoint(1)));
        return checks;
    }

    /** Ten institutions with capital of 10, 11, ..., 19 % of their securities, less a loss of a share of these. */
    static Deleveraging system(double alpha, double loss, double ratio) {
        return system(alpha, loss, ratio, 0);
    }

    private static Deleveraging system(double alpha, double loss, double ratio, double floor) {
        List<Institution> institutions = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            institutions.add(new Institution(new long[] {EACH}, 0, netDebt(i, loss), 1 / ratio));
        }
        return new Deleveraging(List.of(ImpactMarket.exponential(alpha, STOCK, STEP).withFloor(floor)), institutions);
    }

    private static double netDebt(int i, double loss) {
        return EACH * (0.90 - 0.01 * i + loss);
    }

    /**
     * The greatest p with p = e^(-alpha (x(p) + more)) in plain arithmetic: down from 1 in small steps to the first price that is
     * not above what it leads to, then by bisection. With nothing to sell the price is 1.
     */
    static double greatest(double alpha, double loss, double ratio, double more) {
        DoubleUnaryOperator excess = p -> {
            double sold = 0;
            for (int i = 0; i < COUNT; i++) {
                double equity = p * EACH - netDebt(i, loss);
                sold += StrictMath.min(EACH, StrictMath.max(0, EACH - equity / (ratio * p)));
            }
            return (sold > 0 ? StrictMath.exp(-alpha * (sold + more)) : 1) - p;
        };
        int grid = 100_000;
        int at = grid;
        while (excess.applyAsDouble((double) at / grid) < 0) {
            at--;
        }
        if (at == grid) {
            return 1;
        }
        double low = (double) at / grid;
        double high = (at + 1.0) / grid;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (excess.applyAsDouble(middle) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double higherPrices() {
        int higher = 0;
        double before = 1;
        for (int i = 10; i <= 40; i++) {
            double price = system(MILD, 0.045, 0.005 * i).fixedPoint(1);
            higher += price > before ? 1 : 0;
            before = price;
        }
        return before < 1 ? higher : Double.NaN;
    }

    private static double stepsUp() {
        Deleveraging system = system(MILD, 0.045, 0.12);
        int up = 0;
        double price = 1;
        double next = system.next(price);
        while (next != price) {
            up += next > price ? 1 : 0;
            price = next;
            next = system.next(price);
        }
        return price < 1 ? up : Double.NaN;
    }
}
