package firesale.validation;

import static firesale.validation.SaleRoom.ONE;
import static firesale.validation.SaleRoom.cents;

import firesale.auction.Bargain;
import firesale.auction.BidBook;
import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.UniformPrice.Rule;
import firesale.kernel.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** One seller and one buyer: the double auction, the Nash bargain, and meeting by search. */
final class TwoPeople {

    private static final String TOPIC = "seller and buyer";
    private static final String LINEAR = "uniform, linear equilibrium";
    private static final String CHATTERJEE = "Chatterjee and Samuelson 1983";
    private static final String NASH = "error against a V_s + (1-a) V_b";
    private static final List<Double> WEIGHTS = List.of(0.0, 0.25, 0.5, 0.8, 1.0);

    private TwoPeople() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.drawn(TOPIC, "double auction, gains from trade", LINEAR, CHATTERJEE, 9 / 64.0, () -> TwoPeople::gains));
        checks.add(Check.drawn(TOPIC, "double auction, chance of trade", LINEAR, CHATTERJEE, 9 / 32.0,
                () -> random -> gains(random) > 0 ? 1 : 0));
        checks.add(Check.drawn(TOPIC, "double auction, efficiency", "gains as a share of the best, 1/6", CHATTERJEE, 27 / 32.0,
                () -> random -> 6 * gains(random)));
        checks.add(Check.exact(TOPIC, "nash bargain", NASH, "Nash 1950", 0, 1e-9, TwoPeople::nash));
        checks.add(Check.exact(TOPIC, "search, price between two who meet", NASH, "Nash 1950", 0, 1e-9, TwoPeople::search));
        for (double rate : new double[] {0.2, 0.7, 2}) {
            checks.add(Check.drawn(TOPIC, "search, met within the week, rate " + Names.of(rate),
                    "exponential waiting: 1 - e^-rate", "Duffie, Garleanu and Pedersen 2005",
                    -StrictMath.expm1(-rate), () -> met(rate)));
        }
        return checks;
    }

    /** What seller and buyer gain together; 0 without trade. */
    private static double gains(RandomStream random) {
        long value = cents(random.uniform());
        long cost = cents(random.uniform());
        long price = Bargain.doubleAuction(Bargain.linearBid(value, ONE), Bargain.linearAsk(cost, ONE));
        return price < 0 ? 0 : (value - cost) / (double) ONE;
    }

    private static double nash() {
        double largest = 0;
        for (double weight : WEIGHTS) {
            for (int seller = 0; seller <= 10; seller++) {
                for (int buyer = seller; buyer <= 10; buyer++) {
                    long price = Bargain.nash(cents(seller / 10.0), cents(buyer / 10.0), weight);
                    double expected = weight * seller / 10 + (1 - weight) * buyer / 10;
                    largest = StrictMath.max(largest, StrictMath.abs(price / (double) ONE - expected));
                }
            }
        }
        return largest;
    }

    private static double search() {
        double largest = 0;
        for (double weight : WEIGHTS) {
            SaleRoom room = room(1e6, weight);
            for (int seller = 0; seller <= 9; seller++) {
                for (int buyer = seller + 1; buyer <= 10; buyer++) {
                    double price = room.empty().lot(1, seller / 10.0).bidder(buyer / 10.0, 1).sell();
                    double expected = weight * seller / 10 + (1 - weight) * buyer / 10;
                    largest = StrictMath.max(largest, room.sold() ? StrictMath.abs(price - expected) : 1);
                }
            }
        }
        return largest;
    }

    private static Check.Trial met(double rate) {
        SaleRoom room = room(rate, 0.5);
        return random -> {
            room.empty().lot(1, 0);
            room.bids().addBidder(BidBook.UNLIMITED, (long) (random.uniform() * 0x1p62));
            room.bids().addStep(ONE, 0, 1);
            room.sell();
            return room.sold() ? 1 : 0;
        };
    }

    private static SaleRoom room(double usersPerWeek, double buyersWeight) {
        return new SaleRoom(Format.SEARCH.kernel(
                new Rules(Rule.HIGHEST_LOSING, Bidding.TRUTHFUL, 0, usersPerWeek, 0, buyersWeight, false, false)));
    }
}
