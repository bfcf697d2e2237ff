package firesale.auction;

/**
 * Demand reduction in uniform-price sales (Ausubel, Cramton and others 2014): who wants several units asks for fewer, since
 * the unit that loses makes the price of all. Each bidder in turn, by tie-break number, chooses the quantity that gains it
 * most, given what the others ask for: if it leaves the price at p, it gets what the others leave at that price, min(own
 * demand at p, supply - others' demand above p), and gains sum of values - p x units. Starting from shares of the supply in
 * proportion to demand, best responses are repeated until nobody moves or the rounds are over. Of several equilibria that is
 * one in which bidders hold back most; two bidders who want two units each at flat values pay nothing.
 */
final class DemandReduction implements PoolBids {

    private static final int MOST_ROUNDS = 12;
    private static final int MOST_PRICES = 128;

    private long[] prices = new long[64];
    private int priceCount;
    private long[] ask = new long[64];
    private long[] above = new long[64];
    private long[] supply = new long[64];

    @Override
    public void bid(BidBook values, LotBook lots, BidBook bids) {
        bids.copyOf(values);
        long lowest = lots.lowestReserve();
        long all = lowest < 0 ? 0 : values.demand(lowest);
        int n = values.bidders();
        if (all == 0 || n == 0) {
            return;
        }
        findPrices(values, lots, lowest);
        if (ask.length < n) {
            ask = new long[2 * n];
        }
        for (int i = 0; i < n; i++) {
            double share = (double) values.demand(i, lowest) * Math.min(lots.units(), all) / all;
            ask[i] = share == 0 ? 0 : Math.max(1, (long) share);
        }
        for (int p = 0; p < priceCount; p++) {
            above[p] = 0;
            for (int i = 0; i < n; i++) {
                above[p] += asked(values, i, prices[p] + 1);
            }
            supply[p] = lots.unitsReservedBelow(prices[p] + 1);
        }
        int[] order = TieBreak.order(values);
        boolean moved = true;
        for (int round = 0; round < MOST_ROUNDS && moved; round++) {
            moved = false;
            for (int turn = 0; turn < n; turn++) {
                moved |= respond(values, order[turn]);
            }
        }
        for (int i = 0; i < n; i++) {
            curtail(bids, i);
        }
    }

    /** Prices at which demand or supply changes, at most so many. */
    private void findPrices(BidBook values, LotBook lots, long lowest) {
        int most = values.steps() + lots.lots();
        if (prices.length < most) {
            prices = new long[2 * most];
        }
        int count = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            if (lots.units(lot) > 0) {
                prices[count++] = lots.reserve(lot);
            }
        }
        for (int s = 0; s < values.steps(); s++) {
            if (values.value(s) >= lowest) {
                prices[count++] = values.value(s);
            }
        }
        priceCount = Levels.distinct(prices, count, MOST_PRICES);
        if (above.length < priceCount) {
            above = new long[2 * priceCount];
            supply = new long[2 * priceCount];
        }
    }

    /** What a bidder asks for at a price: its demand, but for what it holds back. */
    private long asked(BidBook values, int bidder, long price) {
        return Math.min(ask[bidder], values.demand(bidder, price));
    }

    /** Sets what a bidder asks for to its best response; returns whether it changes. */
    private boolean respond(BidBook values, int bidder) {
        double best = 0;
        long bestAsk = ask[bidder];
        boolean any = false;
        for (int p = 0; p < priceCount; p++) {
            long others = above[p] - asked(values, bidder, prices[p] + 1);
            long own = values.demand(bidder, prices[p]);
            long gets = Math.min(own, supply[p] - others);
            if (gets > 0) {
                double gain = values.totalValue(bidder, gets) - (double) gets * prices[p];
                if (!any || gain > best) {
                    any = true;
                    best = gain;
                    bestAsk = gets;
                }
            }
        }
        if (!any || bestAsk == ask[bidder]) {
            return false;
        }
        for (int p = 0; p < priceCount; p++) {
            long demand = values.demand(bidder, prices[p] + 1);
            above[p] += Math.min(bestAsk, demand) - Math.min(ask[bidder], demand);
        }
        ask[bidder] = bestAsk;
        return true;
    }

    private void curtail(BidBook bids, int bidder) {
        long left = ask[bidder];
        for (int s = bids.firstStep(bidder); s < bids.endStep(bidder); s++) {
            long kept = Math.min(left, bids.units(s));
            bids.units(s, kept);
            left -= kept;
        }
    }
}
