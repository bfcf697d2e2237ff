package firesale.validation;

import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.LoanAllotment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Cash in the market where buyers borrow against what they buy: identical buyers with cash W, a haircut h on the clearing price,
 * dealers with C dollars, Q units worth V. The price is min(V, min(W/h, W + C)/Q). W and C are in units of VQ here, prices of V.
 */
final class RepoCash {

    /** Units for sale, so many that a unit more or less of each buyer is nothing. */
    private static final long SUPPLY = 20_000_000;
    private static final long VALUE_CENTS = 2_500_000;
    private static final long WORTH_CENTS = SUPPLY * VALUE_CENTS;
    private static final int BUYERS = 20;
    private static final double TOLERANCE = 0.001;

    private final double[] haircuts = {0.05, 0.1, 0.25, 0.5, 0.8, 1};
    private final double[] cash = {0.04, 0.08, 0.2, 0.44, 0.7, 1.1};
    private final double[] capacities = {0, 0.03, 0.1, 0.3, 0.6, 2};
    /** None of them where W/h is just enough: there a cent decides. */
    private final double[] discounts = {0.02, 0.1, 0.25, 0.5, 0.85};
    private final SaleRoom room = SaleRoom.truthful(Format.UNIFORM_PRICE);
    private final LoanAllotment allotment = new LoanAllotment();

    /** Which of the three makes the price. */
    enum Branch {
        VALUE, HAIRCUTS, CAPACITY;

        static Branch of(double haircut, double cash, double capacity) {
            double funds = StrictMath.min(cash / haircut, cash + capacity);
            return funds >= 1 ? VALUE : cash / haircut < cash + capacity ? HAIRCUTS : CAPACITY;
        }
    }

    static List<Check> checks() {
        String source = "Allen and Gale 1994; section 7 of the model";
        List<Check> checks = new ArrayList<>();
        for (Branch branch : Branch.values()) {
            checks.add(Check.exact("repo", "cash in the market, repo, by " + Names.of(branch),
                    "relative error, min(V, W/hQ, (W+C)/Q)", source, 0, TOLERANCE, () -> new RepoCash().error(branch)));
        }
        checks.add(Check.exact("repo", "missing depth", "relative error, max(0, (1-d)VQ - W)", source, 0, TOLERANCE,
                () -> new RepoCash().missingDepthError()));
        checks.add(Check.exact("repo", "floor of the discount", "relative error of price, 1 - W/(hVQ)", source, 0, TOLERANCE,
                () -> new RepoCash().floorError()));
        return checks;
    }

    /**
     * The clearing price.
     *
     * @param haircut       h, above 0
     * @param ownFunds      W relative to what all units are worth
     * @param capacityCents C
     * @return relative to the value; NaN if not all is sold
     */
    double price(double haircut, double ownFunds, long capacityCents) {
        room.empty().lots().add(SUPPLY, 0);
        room.bids().loans(1 - haircut, BidBook.UNLIMITED);
        long own = (long) (ownFunds * WORTH_CENTS / BUYERS);
        for (int i = 0; i < BUYERS; i++) {
            room.bidder(own, VALUE_CENTS, 0, 10 * SUPPLY);
            room.bids().mayBorrow(own, BidBook.UNLIMITED);
        }
        allotment.allot(room.bids(), room.lots(), capacityCents);
        room.sell();
        return room.outcome().unitsSold() == SUPPLY ? room.outcome().clearingPrice() / (double) VALUE_CENTS : Double.NaN;
    }

    private static long cents(double capacity) {
        return (long) (capacity * WORTH_CENTS);
    }

    /** The largest relative error of a price in a branch; NaN if the grid has no point there. */
    private double error(Branch branch) {
        double largest = Double.NaN;
        for (double haircut : haircuts) {
            for (double own : cash) {
                for (double capacity : capacities) {
                    if (Branch.of(haircut, own, capacity) == branch) {
                        double expected = StrictMath.min(1, StrictMath.min(own / haircut, own + capacity));
                        double distance = StrictMath.abs(price(haircut, own, cents(capacity)) / expected - 1);
                        largest = largest(largest, distance);
                    }
                }
            }
        }
        return largest;
    }

    private static double largest(double before, double distance) {
        return Double.isNaN(before) && !Double.isNaN(distance) ? distance : StrictMath.max(before, distance);
    }

    private double missingDepthError() {
        return overTargets(true, point -> {
            double expected = StrictMath.max(0, 1 - point[2] - point[1]);
            double found = missingDepth(point[0], point[1], 1 - point[2]);
            return expected == 0 ? found : StrictMath.abs(found / expected - 1);
        });
    }

    private double floorError() {
        return overTargets(false, point -> {
            double price = price(point[0], point[1], BidBook.UNLIMITED);
            double missed = missingDepth(point[0], point[1], 1 - point[2]);
            return Double.isInfinite(missed) ? StrictMath.abs(price / (point[1] / point[0]) - 1) : Double.POSITIVE_INFINITY;
        });
    }

    /** The largest error over haircuts, cash and discounts that can be held, or over those that no capacity holds. */
    private double overTargets(boolean held, ToDoubleFunction<double[]> error) {
        double largest = 0;
        for (double haircut : haircuts) {
            for (double own : cash) {
                for (double discount : discounts) {
                    if (1 - discount <= own / haircut == held) {
                        largest = StrictMath.max(largest, error.applyAsDouble(new double[] {haircut, own, discount}));
                    }
                }
            }
        }
        return largest;
    }

    /** The least capacity at which the price is at least the target, by bisection in cents; infinite if there is none. */
    double missingDepth(double haircut, double ownFunds, double target) {
        long low = -1;
        long high = 2 * WORTH_CENTS;
        if (!(price(haircut, ownFunds, high) >= target)) {
            return Double.POSITIVE_INFINITY;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (price(haircut, ownFunds, middle) >= target) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high / (double) WORTH_CENTS;
    }
}
