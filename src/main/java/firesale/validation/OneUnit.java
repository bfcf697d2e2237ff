package firesale.validation;

import static firesale.validation.ClosedForms.firstPriceVariance;
import static firesale.validation.ClosedForms.revenue;
import static firesale.validation.ClosedForms.secondPriceVariance;

import firesale.auction.Format;
import firesale.kernel.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** One unit without reserve: revenue equivalence, the spread of revenue, the bid of a first-price sale. */
final class OneUnit {

    private static final String TOPIC = "one unit";
    private static final String UNIFORM = "values uniform on [0,1]";
    private static final String VICKREY = "Vickrey 1961";
    private static final String KRISHNA = "Krishna, Auction Theory, section 2.3";

    private OneUnit() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Format format : List.of(Format.ENGLISH, Format.DUTCH, Format.FIRST_PRICE, Format.VICKREY)) {
            for (int n : new int[] {2, 3, 5, 10}) {
                checks.add(Check.drawn(TOPIC, Names.of(format) + " revenue, n=" + n, conditions(format), VICKREY,
                        revenue(n), () -> {
                            Sale sale = new Sale(format, n);
                            return random -> sale.revenue(random);
                        }));
            }
        }
        for (Format format : List.of(Format.DUTCH, Format.FIRST_PRICE)) {
            checks.add(Check.exact(TOPIC, Names.of(format) + " bid, n=2..10", "error against v (n-1)/n", KRISHNA, 0, 2e-9,
                    () -> distanceOfBid(format)));
        }
        checks.add(variance(Format.FIRST_PRICE, firstPriceVariance(2)));
        checks.add(variance(Format.VICKREY, secondPriceVariance(2)));
        for (int n : new int[] {2, 3, 5, 10}) {
            checks.add(Check.drawn(TOPIC, "variance, first less second, n=" + n, "same values in both", KRISHNA,
                    firstPriceVariance(n) - secondPriceVariance(n), () -> varianceLess(n)));
        }
        return checks;
    }

    private static String conditions(Format format) {
        return UNIFORM + (format == Format.DUTCH || format == Format.FIRST_PRICE ? ", equilibrium" : "");
    }

    private static Check variance(Format format, double expected) {
        return Check.drawn(TOPIC, Names.of(format) + " variance of revenue, n=2", conditions(format), KRISHNA, expected, () -> {
            Sale sale = new Sale(format, 2);
            return random -> square(sale.revenue(random) - revenue(2));
        });
    }

    private static Check.Trial varianceLess(int n) {
        Sale first = new Sale(Format.FIRST_PRICE, n);
        Sale second = new Sale(Format.VICKREY, n);
        return random -> {
            double high = first.revenue(random);
            double low = second.revenue(first.values);
            return square(high - revenue(n)) - square(low - revenue(n));
        };
    }

    private static double distanceOfBid(Format format) {
        double largest = 0;
        for (int n = 2; n <= 10; n++) {
            SaleRoom room = SaleRoom.equilibrium(format, 0, 1);
            for (int tenths = 1; tenths <= 10; tenths++) {
                double value = tenths / 10.0;
                room.empty().lot(1, 0).bidder(value, 1);
                for (int rival = 1; rival < n; rival++) {
                    room.bidder(value * rival / (n + 1), 1);
                }
                largest = StrictMath.max(largest, StrictMath.abs(room.sell() - (n - 1) * value / n));
            }
        }
        return largest;
    }

    private static double square(double x) {
        return x * x;
    }

    /** One unit for bidders whose values are uniform, in equilibrium where winners pay their own bids. */
    private static final class Sale {

        private final SaleRoom room;
        private final double[] values;

        Sale(Format format, int n) {
            boolean paysOwnBid = format == Format.DUTCH || format == Format.FIRST_PRICE;
            room = paysOwnBid ? SaleRoom.equilibrium(format, 0, 1) : SaleRoom.truthful(format);
            values = new double[n];
        }

        double revenue(RandomStream random) {
            Draws.uniform(random, values);
            return revenue(values);
        }

        double revenue(double[] of) {
            return room.empty().lot(1, 0).bidders(of, of.length).sell();
        }
    }
}
