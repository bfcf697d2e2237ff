package firesale.validation;

import firesale.auction.AuctionFormat;
import firesale.auction.BidBook;
import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.auction.Rules;

/** One sale after another in one format, with amounts as theory has them: 1 is 10^9 cents. For one thread. */
final class SaleRoom {

    /** What stands for 1, cents. */
    static final long ONE = 1_000_000_000L;

    private final AuctionFormat format;
    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();

    SaleRoom(AuctionFormat format) {
        this.format = format;
    }

    /** A room where bids are values. */
    static SaleRoom truthful(Format format) {
        return new SaleRoom(format.kernel(Rules.plain()));
    }

    /** A room of equilibrium bids where values are known to be uniform from low to high. */
    static SaleRoom equilibrium(Format format, double low, double high) {
        return new SaleRoom(format.kernelWithUniformPrior(Rules.plain().with(Bidding.STRATEGIC), cents(low), cents(high)));
    }

    static long cents(double amount) {
        return (long) (amount * ONE);
    }

    /** Empties the room. */
    SaleRoom empty() {
        bids.clear();
        lots.clear();
        return this;
    }

    /** Puts a lot up. */
    SaleRoom lot(long units, double reserve) {
        lots.add(units, cents(reserve));
        return this;
    }

    /** Lets in bidders who want a unit each, as many as are told. */
    SaleRoom bidders(double[] values, int count) {
        for (int i = 0; i < count; i++) {
            bidder(BidBook.UNLIMITED, cents(values[i]), 0, 1);
        }
        return this;
    }

    /** Lets in a bidder who wants some units at one value. */
    SaleRoom bidder(double value, long units) {
        return bidder(BidBook.UNLIMITED, cents(value), 0, units);
    }

    /** The same with a budget. */
    SaleRoom bidder(double budget, double value, long units) {
        return bidder(cents(budget), cents(value), 0, units);
    }

    /** Lets in a bidder by amounts in cents; ties go to who came first. */
    SaleRoom bidder(long budgetCents, long valueCents, long sideCents, long units) {
        bids.addBidder(budgetCents, bids.bidders());
        bids.addStep(valueCents, sideCents, units);
        return this;
    }

    /** The books, for what has no short form here. */
    BidBook bids() {
        return bids;
    }

    LotBook lots() {
        return lots;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Sells; returns what all pay together. */
    double sell() {
        format.clear(bids, lots, outcome);
        return outcome.revenue() / (double) ONE;
    }

    /** Whether anything was sold. */
    boolean sold() {
        return outcome.awards() > 0;
    }

    /** What was paid for a lot; 0 if it was not sold. */
    double paid(int lot) {
        long sum = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            sum += outcome.lot(a) == lot ? outcome.payment(a) : 0;
        }
        return sum / (double) ONE;
    }

    /** Units that a bidder won. */
    long units(int bidder) {
        long sum = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            sum += outcome.bidder(a) == bidder ? outcome.units(a) : 0;
        }
        return sum;
    }

    /** What a bidder pays, cents. */
    long payment(int bidder) {
        long sum = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            sum += outcome.bidder(a) == bidder ? outcome.payment(a) : 0;
        }
        return sum;
    }
}
