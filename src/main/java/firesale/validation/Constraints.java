package firesale.validation;

import static firesale.validation.ClosedForms.constrainedInsiders;
import static firesale.validation.ClosedForms.revenueWithBudgets;

import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.UniformPrice.Rule;
import firesale.kernel.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** Bidders short of funds or of capacity. */
final class Constraints {

    private static final String TOPIC = "funds and capacity";
    private static final double INSIDER = 0.9;
    private static final double OUTSIDER = 0.4;
    private static final long VALUE_CENTS = 2_500_000;
    private static final int SUPPLY = 20_000;
    private static final int BUYERS = 8;

    private Constraints() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Format format : List.of(Format.VICKREY, Format.UNIFORM_PRICE)) {
            for (int n : new int[] {2, 3, 5, 8}) {
                checks.add(budgets(format, n));
            }
        }
        for (boolean outsiders : new boolean[] {false, true}) {
            checks.add(insiders(2, 0.3, outsiders));
            checks.add(insiders(3, 0.5, outsiders));
            checks.add(insiders(6, 0.7, outsiders));
            checks.add(insiders(10, 0.9, outsiders));
        }
        for (Rule rule : Rule.values()) {
            checks.add(Check.exact(TOPIC, "cash in the market, " + Names.of(rule), "relative error, min(V, W/Q)",
                    "Allen and Gale 1994", 0, 0.001, () -> cashInTheMarket(rule, 0)));
            checks.add(Check.exact(TOPIC, "cash, cost of moving, " + Names.of(rule), "relative error, min(V, W/Q - cost)",
                    "Allen and Gale 1994", 0, 0.001, () -> cashInTheMarket(rule, 90_000)));
            checks.add(Check.exact(TOPIC, "scarce ready racks, " + Names.of(rule), "error against V, V - retrofit, cents",
                    "the marginal unit pays for a retrofit", 0, 0, () -> scarceCapacity(rule)));
        }
        return checks;
    }

    private static Check budgets(Format format, int n) {
        return Check.drawn(TOPIC, Names.of(format) + " on min(value, budget), n=" + n, "values, budgets uniform on [0,1]",
                "Che and Gale 1998", revenueWithBudgets(n), () -> {
                    SaleRoom room = SaleRoom.truthful(format);
                    return random -> {
                        room.empty().lot(1, 0);
                        for (int i = 0; i < n; i++) {
                            room.bidder(random.uniform(), random.uniform(), 1);
                        }
                        return room.sell();
                    };
                });
    }

    /** The reserve is what the good is worth to its seller: unsold it counts as much. */
    private static Check insiders(int m, double q, boolean outsiders) {
        String who = outsiders ? "two outsiders" : "reserve U";
        return Check.drawn(TOPIC, "english, m=" + m + ", q=" + Names.of(q) + ", " + who, "insiders worth V, no funds: chance q",
                "Shleifer and Vishny 1992", constrainedInsiders(INSIDER, OUTSIDER, m, q), () -> {
                    SaleRoom room = SaleRoom.truthful(Format.ENGLISH);
                    return random -> insiders(room, random, m, q, outsiders);
                });
    }

    private static double insiders(SaleRoom room, RandomStream random, int m, double q, boolean outsiders) {
        room.empty().lot(1, outsiders ? 0 : OUTSIDER);
        for (int i = 0; i < m; i++) {
            if (random.chance(q)) {
                room.bidder(0.0, INSIDER, 1);
            } else {
                room.bidder(INSIDER, 1);
            }
        }
        if (outsiders) {
            room.bidder(OUTSIDER, 1).bidder(OUTSIDER, 1);
        }
        double price = room.sell();
        return room.sold() ? price : OUTSIDER;
    }

    private static double cashInTheMarket(Rule rule, long costCents) {
        SaleRoom room = new SaleRoom(Format.UNIFORM_PRICE.kernel(Rules.plain().with(rule)));
        double largest = 0;
        for (int twentieths = 2; twentieths <= 40; twentieths++) {
            long cash = VALUE_CENTS * SUPPLY / 20 * twentieths;
            room.empty();
            for (int i = 0; i < BUYERS; i++) {
                room.bidder(cash / BUYERS, VALUE_CENTS, costCents, 10 * SUPPLY);
            }
            room.lots().add(SUPPLY, 0);
            room.sell();
            double expected = Math.min(VALUE_CENTS, (double) cash / SUPPLY - costCents);
            double distance = StrictMath.abs(room.outcome().clearingPrice() - expected) / expected;
            largest = StrictMath.max(largest, room.outcome().unitsSold() == SUPPLY ? distance : 1);
        }
        return largest;
    }

    /** Ten buyers with racks for 10 units each, and 30 more for a charge; prices around each of the two edges. */
    private static double scarceCapacity(Rule rule) {
        SaleRoom room = new SaleRoom(Format.UNIFORM_PRICE.kernel(Rules.plain().with(rule)));
        long largest = 0;
        for (int supply : new int[] {1, 50, 99, 101, 250, 399, 401, 500}) {
            room.empty();
            for (int i = 0; i < 10; i++) {
                room.bids().addBidder(BidBook.UNLIMITED, i);
                room.bids().addStep(1000, 0, 10);
                room.bids().addStep(760, 50, 30);
            }
            room.lots().add(supply, 0);
            room.sell();
            long expected = supply < 100 ? 1000 : supply < 400 ? 760 : 0;
            largest = Math.max(largest, Math.abs(room.outcome().clearingPrice() - expected));
            largest = Math.max(largest, Math.abs(room.outcome().unitsSold() - Math.min(supply, 400)));
        }
        return largest;
    }
}
