package firesale.validation;

import static firesale.validation.ClosedForms.price;

import firesale.auction.Format;
import java.util.ArrayList;
import java.util.List;

/** Single units sold one after another to bidders who want one in all (Weber 1983). */
final class OneAfterAnother {

    private static final String TOPIC = "one after another";
    private static final String EQUILIBRIUM = "unit demand, equilibrium bids";
    private static final String WEBER = "Weber 1983";

    private OneAfterAnother() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Format format : List.of(Format.VICKREY, Format.ENGLISH, Format.FIRST_PRICE, Format.DUTCH)) {
            boolean sealed = format == Format.VICKREY || format == Format.FIRST_PRICE;
            for (int[] nk : sealed ? new int[][] {{4, 2}, {6, 3}, {10, 5}} : new int[][] {{6, 3}}) {
                checks.add(meanPrice(format, nk[0], nk[1]));
            }
        }
        for (Format format : List.of(Format.VICKREY, Format.FIRST_PRICE)) {
            checks.add(trend(format, 6, 3, 2));
            checks.add(trend(format, 6, 3, 3));
            checks.add(trend(format, 10, 5, 5));
            checks.add(Check.exact(TOPIC, Names.of(format) + " bid in each round",
                    "error against " + (format == Format.VICKREY ? "v (n-k)/(n-l)" : "v (n-k)/(n-l+1)"), WEBER, 0, 2e-9,
                    () -> distanceOfBids(format)));
        }
        for (int round = 1; round <= 3; round++) {
            checks.add(truthful(6, 3, round));
        }
        return checks;
    }

    private static Check meanPrice(Format format, int n, int k) {
        return Check.drawn(TOPIC, Names.of(format) + " mean price, n=" + n + ", k=" + k, EQUILIBRIUM, WEBER, price(n, k), () -> {
            SaleRoom room = SaleRoom.equilibrium(format, 0, 1);
            double[] values = new double[n];
            return random -> {
                Draws.uniform(random, values);
                return sell(room, values, k) / k;
            };
        });
    }

    private static Check trend(Format format, int n, int k, int round) {
        return Check.drawn(TOPIC, Names.of(format) + " round " + round + " less 1, n=" + n + ", k=" + k, EQUILIBRIUM, WEBER, 0,
                () -> {
                    SaleRoom room = SaleRoom.equilibrium(format, 0, 1);
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values);
                        sell(room, values, k);
                        return room.paid(round - 1) - room.paid(0);
                    };
                });
    }

    private static Check truthful(int n, int k, int round) {
        return Check.drawn(TOPIC, "vickrey truthful round " + round + ", n=" + n + ", k=" + k, "unit demand, bids are values",
                "order statistics: (n-l)/(n+1) in round l", price(n, round), () -> {
                    SaleRoom room = SaleRoom.truthful(Format.VICKREY);
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values);
                        sell(room, values, k);
                        return room.paid(round - 1);
                    };
                });
    }

    private static double sell(SaleRoom room, double[] values, int k) {
        room.empty();
        for (int lot = 0; lot < k; lot++) {
            room.lot(1, 0);
        }
        return room.bidders(values, values.length).sell();
    }

    /** Values fall evenly, so that the bidder with rank l wins round l and pays its own bid or that of rank l + 1. */
    private static double distanceOfBids(Format format) {
        SaleRoom room = SaleRoom.equilibrium(format, 0, 1);
        double largest = 0;
        for (int n = 2; n <= 10; n++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = (n - i - 0.3) / n;
            }
            for (int k = 1; k < n; k++) {
                sell(room, values, k);
                for (int round = 1; round <= k; round++) {
                    double expected = format == Format.VICKREY ? values[round] * (n - k) / (n - round)
                            : values[round - 1] * (n - k) / (n - round + 1);
                    largest = StrictMath.max(largest, StrictMath.abs(room.paid(round - 1) - expected));
                }
            }
        }
        return largest;
    }
}
