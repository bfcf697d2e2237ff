package firesale.auction;

import java.util.Arrays;

/**
 * Vickrey's auction for many units, pooled over lots: the highest bids win, and a bidder pays for its units the highest bids
 * that it keeps from winning, other bidders' and the sellers' reserves (Krishna, Auction Theory, section 12.3). A reserve is
 * the seller's bid for its own unit. Where a budget binds, a bid for a further unit is the highest price at which the budget
 * covers it, {@link BidBook#marginalBid}.
 */
public final class MultiUnitVickrey implements AuctionFormat {

    private static final int SELLER = -1;

    private final Crossing crossing = new Crossing(Demand.AT_THE_PRICE);
    private final Deal deal = new Deal();
    private final HighestFirst heap = new HighestFirst();
    private long[] won;
    private long[] next = new long[64];
    private int[] owner = new int[64];
    private long[] losingUnits = new long[64];
    private long[] losingBid = new long[64];
    private int losing;

    @Override
    public void clear(BidBook bids, LotBook lots, Outcome outcome) {
        outcome.clear();
        long price = crossing.price(bids, lots, false);
        if (price < 0) {
            return;
        }
        won = crossing.allocate(bids, lots, price);
        deal.clear();
        beginLosing(bids, lots, crossing.unitsSold());
        for (int i = 0; i < bids.bidders(); i++) {
            charge(bids, i);
        }
        deal.close(lots, outcome);
    }

    @Override
    public boolean sellsWholeLots() {
        return false;
    }

    /** Puts each bidder's first losing unit, and the reserves of what is sold, where the highest can be taken first. */
    private void beginLosing(BidBook bids, LotBook lots, long sold) {
        int n = bids.bidders();
        losing = 0;
        heap.clear();
        if (next.length < n) {
            next = new long[2 * n];
        }
        for (int i = 0; i < n; i++) {
            next[i] = won[i] + 1;
            push(bids, i);
        }
        int[] order = lots.byReserve();
        long left = sold;
        for (int k = 0; left > 0; k++) {
            long taken = Math.min(left, lots.units(order[k]));
            if (taken > 0) {
                heap.push(lots.reserve(order[k]), SELLER, taken);
            }
            left -= taken;
        }
    }

    private void push(BidBook bids, int bidder) {
        if (next[bidder] > bids.capacity(bidder)) {
            return;
        }
        long bid = bids.marginalBid(bidder, next[bidder]);
        if (bid >= 0) {
            long last = Math.max(next[bidder], bids.demand(bidder, bid));
            heap.push(bid, bidder, last - next[bidder] + 1);
        }
    }

    /** Takes the next highest losing bid off the heap. */
    private boolean extendLosing(BidBook bids) {
        if (heap.isEmpty()) {
            return false;
        }
        if (losing == owner.length) {
            owner = Arrays.copyOf(owner, 2 * losing);
            losingUnits = Arrays.copyOf(losingUnits, 2 * losing);
            losingBid = Arrays.copyOf(losingBid, 2 * losing);
        }
        owner[losing] = heap.topOwner();
        losingUnits[losing] = heap.topUnits();
        losingBid[losing] = heap.topKey();
        heap.pop();
        if (owner[losing] != SELLER) {
            next[owner[losing]] += losingUnits[losing];
            push(bids, owner[losing]);
        }
        losing++;
        return true;
    }

    /** Charges a bidder the highest losing bids of all others, as many as it wins units. */
    private void charge(BidBook bids, int bidder) {
        long left = won[bidder];
        for (int b = 0; left > 0 && (b < losing || extendLosing(bids)); b++) {
            if (owner[b] != bidder) {
                long taken = Math.min(left, losingUnits[b]);
                deal.add(bidder, taken, losingBid[b]);
                left -= taken;
            }
        }
    }
}
