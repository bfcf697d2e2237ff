package firesale.validation;

import static firesale.validation.ClosedForms.revenue;

import firesale.auction.Format;
import java.util.ArrayList;
import java.util.List;

/** One unit with a reserve: revenue, the chance of no sale, the best reserve, and what it is worth against one more bidder. */
final class Reserves {

    private static final String TOPIC = "reserve";
    private static final String UNIFORM = "values uniform on [0,1]";
    private static final String MYERSON = "Myerson 1981";
    private static final List<Format> FORMATS = List.of(Format.VICKREY, Format.FIRST_PRICE);

    private Reserves() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Format format : FORMATS) {
            for (int n : new int[] {1, 2, 3, 5, 8}) {
                checks.add(revenueAt(format, n, 0.5));
            }
            checks.add(revenueAt(format, 2, 0.25));
            checks.add(revenueAt(format, 5, 0.8));
        }
        for (Format format : FORMATS) {
            checks.add(noSale(format, 3, 0.5));
            checks.add(noSale(format, 2, 0.25));
            checks.add(noSale(format, 5, 0.8));
        }
        for (int n : new int[] {1, 2, 3, 5, 8}) {
            checks.add(paired(n, 0.55, 0.45, 0, 1));
        }
        for (int n : new int[] {1, 2, 5}) {
            checks.add(paired(n, 0.5, 0.4, 0, 1));
            checks.add(paired(n, 0.5, 0.6, 0, 1));
        }
        for (double[] bounds : new double[][] {{0.2, 1}, {0.6, 1.6}, {1, 2}, {1, 1.5}}) {
            double best = StrictMath.max(bounds[0], bounds[1] / 2);
            checks.add(paired(3, best, 0.8 * best, bounds[0], bounds[1]));
            checks.add(paired(3, best, 1.2 * best, bounds[0], bounds[1]));
        }
        checks.add(paired(1, 1, 0.8, 1, 2));
        for (int n : new int[] {1, 2, 3, 5, 10}) {
            checks.add(oneMoreBidder(n));
        }
        return checks;
    }

    private static Check revenueAt(Format format, int n, double r) {
        return Check.drawn(TOPIC, Names.of(format) + " revenue, n=" + n + ", r=" + Names.of(r), UNIFORM + equilibrium(format),
                MYERSON, revenue(n, r), () -> {
                    SaleRoom room = room(format);
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values);
                        return room.empty().lot(1, r).bidders(values, n).sell();
                    };
                });
    }

    private static Check noSale(Format format, int n, double r) {
        return Check.drawn(TOPIC, Names.of(format) + " unsold, n=" + n + ", r=" + Names.of(r), "probability of no sale, r^n",
                "all values below r", StrictMath.pow(r, n), () -> {
                    SaleRoom room = room(format);
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values);
                        room.empty().lot(1, r).bidders(values, n).sell();
                        return room.sold() ? 0 : 1;
                    };
                });
    }

    /** What one reserve earns more than another on the same values, uniform between two bounds. */
    private static Check paired(int n, double one, double other, double low, double high) {
        String bounds = "[" + Names.of(low) + "," + Names.of(high) + "]";
        return Check.drawn(TOPIC, "r=" + Names.of(one) + " less r=" + Names.of(other) + ", n=" + n + ", " + bounds,
                "revenue; best reserve " + Names.of(StrictMath.max(low, high / 2)), MYERSON,
                revenue(n, one, low, high) - revenue(n, other, low, high), () -> {
                    SaleRoom room = SaleRoom.truthful(Format.VICKREY);
                    double[] values = new double[n];
                    return random -> {
                        Draws.uniform(random, values, low, high);
                        double gain = room.empty().lot(1, one).bidders(values, n).sell();
                        return gain - room.empty().lot(1, other).bidders(values, n).sell();
                    };
                });
    }

    private static Check oneMoreBidder(int n) {
        return Check.drawn(TOPIC, "n+1 without less n with reserve, n=" + n, UNIFORM + ", r=0.5", "Bulow and Klemperer 1996",
                revenue(n + 1) - revenue(n, 0.5), () -> {
                    SaleRoom room = SaleRoom.truthful(Format.VICKREY);
                    double[] values = new double[n + 1];
                    return random -> {
                        Draws.uniform(random, values);
                        double more = room.empty().lot(1, 0).bidders(values, n + 1).sell();
                        return more - room.empty().lot(1, 0.5).bidders(values, n).sell();
                    };
                });
    }

    private static SaleRoom room(Format format) {
        return format == Format.FIRST_PRICE ? SaleRoom.equilibrium(format, 0, 1) : SaleRoom.truthful(format);
    }

    private static String equilibrium(Format format) {
        return format == Format.FIRST_PRICE ? ", equilibrium" : "";
    }
}
