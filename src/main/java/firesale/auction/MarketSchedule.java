package firesale.auction;

import java.util.Arrays;

/**
 * Demand and supply of one clearing, kept after its books are used for the next: what bidders are willing to pay, before they
 * shade bids or hold back, against the reserves of the lots. Copying is cheap; curves are worked out when they are asked for.
 * Prices are cents for a unit.
 */
public final class MarketSchedule {

    private static final int MOST_MARKS = 40;
    private static final int GRID = 60;

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();

    /** Makes this the schedule of a clearing; whatever was in it is gone. */
    public void copy(BidBook ofBids, LotBook ofLots) {
        bids.copyOf(ofBids);
        lots.clear();
        for (int lot = 0; lot < ofLots.lots(); lot++) {
            lots.add(ofLots.units(lot), ofLots.reserve(lot));
        }
    }

    /** Units that bidders want and can pay for at a price, with the credit allotted for the clearing. */
    public long demand(long price) {
        return bids.demand(price);
    }

    /** Units that bidders want at a price, whatever their budgets. */
    public long demandWithoutBudgets(long price) {
        return bids.demandWithoutBudgets(price);
    }

    /** Units of the lots whose reserve is at most a price. */
    public long supply(long price) {
        return lots.unitsReservedBelow(price + 1);
    }

    /**
     * Prices at which the curves step: zero, reserves, values of bidders and, where budgets bind, a grid of prices, since there
     * demand falls from unit to unit. Where these are too many, reserves and values are thinned out evenly by rank.
     *
     * @param most  how many prices at most; some more than a hundred
     * @param marks further prices to be among them; negative ones are left out
     * @return cents, in rising order, each once
     */
    public long[] prices(int most, long... marks) {
        long[] reserves = new long[lots.lots()];
        int count = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            if (lots.units(lot) > 0) {
                reserves[count++] = lots.reserve(lot);
            }
        }
        long[] fixed = join(new long[] {0}, notNegative(marks), thinned(distinct(Arrays.copyOf(reserves, count)), MOST_MARKS));
        long[] values = new long[bids.steps()];
        for (int step = 0; step < values.length; step++) {
            values[step] = bids.units(step) > 0 ? bids.value(step) : -1;
        }
        values = distinct(notNegative(values));
        if (budgetsBind(values)) {
            fixed = join(fixed, grid(values[values.length - 1]));
        }
        return distinct(join(fixed, thinned(values, most - fixed.length)));
    }

    private boolean budgetsBind(long[] values) {
        for (long value : values) {
            if (demand(value) < demandWithoutBudgets(value)) {
                return true;
            }
        }
        return false;
    }

    /** Evenly spaced prices above zero, up to the highest value. */
    private static long[] grid(long highest) {
        long[] grid = new long[GRID];
        for (int i = 0; i < GRID; i++) {
            grid[i] = highest / GRID * (i + 1);
        }
        return grid;
    }

    private static long[] notNegative(long[] prices) {
        return Arrays.stream(prices).filter(price -> price >= 0).toArray();
    }

    private static long[] distinct(long[] prices) {
        return Arrays.stream(prices).sorted().distinct().toArray();
    }

    private static long[] join(long[]... parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
    }

    /** Of prices in rising order as many as allowed, the first and the last among them. */
    private static long[] thinned(long[] sorted, int most) {
        if (sorted.length <= most) {
            return sorted;
        }
        long[] kept = new long[most];
        for (int i = 0; i < most; i++) {
            kept[i] = sorted[(int) ((long) i * (sorted.length - 1) / (most - 1))];
        }
        return kept;
    }
}
