package firesale.validation;

import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.UniformPrice.Rule;
import java.util.function.DoubleUnaryOperator;

/**
 * The market of one security whose buyers are reduced to a rule of price impact: after x units the next is worth f(x). The rule
 * becomes a demand book in fine steps, each worth f at its far end, and sales clear in the kernel of uniform-price auctions at
 * the lowest winning bid. What x units fetch lies between f(x + step) and f(x). Who has bought does not buy again.
 */
final class ImpactMarket {

    private static final int RULE = 0;
    private static final int UNLEVERED = 1;

    private final SaleRoom room = new SaleRoom(Format.UNIFORM_PRICE.kernel(Rules.plain().with(Rule.LOWEST_WINNING)));
    private final DoubleUnaryOperator value;
    private final long units;
    private final long step;
    private final double floor;
    private long bought;
    private double mark;

    private ImpactMarket(DoubleUnaryOperator value, long units, long step, double floor, double mark) {
        this.value = value;
        this.units = units;
        this.step = step;
        this.floor = floor;
        this.mark = mark;
    }

    /** The rule of Cifuentes, Ferrucci and Shin, f(x) = e^(-alpha x). */
    static ImpactMarket exponential(double alpha, long units, long step) {
        return new ImpactMarket(x -> StrictMath.exp(-alpha * x), units, step, 0, 1);
    }

    /** Linear impact, f(x) = 1 - x / depth. */
    static ImpactMarket linear(double depth, long units, long step) {
        return new ImpactMarket(x -> StrictMath.max(0, 1 - x / depth), units, step, 0, 1);
    }

    /** The same with buyers without debt who take any number at a price. */
    ImpactMarket withFloor(double price) {
        return new ImpactMarket(value, units, step, price, mark);
    }

    /** The price at which the last sale cleared; 1 before the first. */
    double mark() {
        return mark;
    }

    /** What offers would fetch for a unit if sellers offered them now; the mark if there are none. Nothing changes hands. */
    double quote(long[] offers) {
        clear(offers);
        return room.sold() ? room.outcome().clearingPrice() / (double) SaleRoom.ONE : mark;
    }

    /**
     * Sells what each seller offers; the price is the new mark.
     *
     * @return units sold
     */
    long sell(long[] offers) {
        mark = quote(offers);
        bought += room.units(RULE);
        return room.outcome().unitsSold();
    }

    /** What a seller got in the last sale. */
    double proceeds(int seller) {
        return room.paid(seller);
    }

    /** Units of a seller that the last sale sold. */
    long sold(int seller) {
        long sum = 0;
        for (int a = 0; a < room.outcome().awards(); a++) {
            sum += room.outcome().lot(a) == seller ? room.outcome().units(a) : 0;
        }
        return sum;
    }

    private void clear(long[] offers) {
        room.empty();
        for (long offer : offers) {
            room.lots().add(offer, 0);
        }
        room.bids().addBidder(BidBook.UNLIMITED, RULE);
        // bids for more than what is on offer would lose
        long last = StrictMath.min(units, bought + room.lots().units());
        for (long x = bought; x < last;) {
            long end = StrictMath.min(units, (x / step + 1) * step);
            room.bids().addStep(SaleRoom.cents(value.applyAsDouble(end)), 0, end - x);
            x = end;
        }
        room.bids().addBidder(BidBook.UNLIMITED, UNLEVERED);
        room.bids().addStep(SaleRoom.cents(floor), 0, floor > 0 ? units : 0);
        room.sell();
    }
}
