package firesale.validation;

import static firesale.validation.ClosedForms.price;

import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.UniformPrice.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Several units sold together to bidders who want one each. */
final class SeveralUnits {

    private static final String TOPIC = "several units, unit demand";
    private static final String UNIFORM = "values uniform on [0,1]";
    private static final String LOSING = "order statistics: the (k+1)-th highest value";

    private SeveralUnits() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (int[] nk : new int[][] {{4, 2}, {6, 3}, {10, 3}, {10, 5}, {10, 8}, {20, 15}}) {
            checks.add(meanPrice("uniform-price losing bid" + at(nk), Rule.HIGHEST_LOSING, nk[0], nk[1], price(nk[0], nk[1])));
        }
        for (int k : new int[] {3, 5, 8}) {
            checks.add(discount(10, k));
        }
        for (int[] nk : new int[][] {{4, 2}, {10, 5}, {20, 15}}) {
            checks.add(meanPrice("uniform-price winning bid" + at(nk), Rule.LOWEST_WINNING, nk[0], nk[1],
                    price(nk[0], nk[1] - 1)));
        }
        for (int[] nk : new int[][] {{4, 2}, {6, 3}, {10, 5}}) {
            checks.add(revenue(Format.PAY_AS_BID, ", equilibrium", () -> SaleRoom.equilibrium(Format.PAY_AS_BID, 0, 1),
                    nk[0], nk[1]));
        }
        for (Format format : List.of(Format.AUSUBEL_CLOCK, Format.MULTI_UNIT_VICKREY)) {
            for (int[] nk : new int[][] {{4, 2}, {10, 5}, {20, 15}}) {
                checks.add(revenue(format, "", () -> SaleRoom.truthful(format), nk[0], nk[1]));
            }
        }
        return checks;
    }

    private static String at(int[] nk) {
        return ", n=" + nk[0] + ", k=" + nk[1];
    }

    private static Check meanPrice(String name, Rule rule, int n, int k, double expected) {
        return Check.drawn(TOPIC, name, UNIFORM, LOSING, expected, () -> {
            SaleRoom room = new SaleRoom(Format.UNIFORM_PRICE.kernel(Rules.plain().with(rule)));
            double[] values = new double[n];
            return random -> {
                Draws.uniform(random, values);
                return room.empty().lot(k, 0).bidders(values, n).sell() / k;
            };
        });
    }

    /** What a unit of k fetches less than a single one on the same values, as a share of what that fetches on average. */
    private static Check discount(int n, int k) {
        return Check.drawn(TOPIC, "quantity discount, n=" + n + ", k=" + k, "share of the price at k=1", LOSING,
                (k - 1) / (n - 1.0), () -> {
                    SaleRoom room = SaleRoom.truthful(Format.UNIFORM_PRICE);
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values);
                        double single = room.empty().lot(1, 0).bidders(values, n).sell();
                        return (single - room.empty().lot(k, 0).bidders(values, n).sell() / k) / price(n, 1);
                    };
                });
    }

    private static Check revenue(Format format, String bids, Supplier<SaleRoom> rooms, int n, int k) {
        return Check.drawn(TOPIC, Names.of(format) + " revenue, n=" + n + ", k=" + k, UNIFORM + bids,
                "revenue equivalence: k (n-k)/(n+1)", k * price(n, k), () -> {
                    SaleRoom room = rooms.get();
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values);
                        return room.empty().lot(k, 0).bidders(values, n).sell();
                    };
                });
    }
}
