package firesale.auction;

import java.util.Arrays;

/**
 * Units sold, with bidder and price, before it is settled which lot each comes from. The cheapest unit comes from the lot with
 * the lowest reserve and so on: if any assignment respects all reserves, this one does.
 */
final class Deal {

    private int blocks;
    private int[] bidder = new int[64];
    private long[] units = new long[64];
    private long[] price = new long[64];
    private long[] order = new long[64];

    void clear() {
        blocks = 0;
    }

    /** Notes that a bidder gets units at a price each. */
    void add(int toBidder, long unitCount, long priceEach) {
        if (unitCount == 0) {
            return;
        }
        if (blocks == units.length) {
            bidder = Arrays.copyOf(bidder, 2 * blocks);
            units = Arrays.copyOf(units, 2 * blocks);
            price = Arrays.copyOf(price, 2 * blocks);
        }
        bidder[blocks] = toBidder;
        units[blocks] = unitCount;
        price[blocks] = priceEach;
        blocks++;
    }

    /** Takes the units out of the lots, writes the awards and, as the clearing price, the highest price of a unit. */
    void close(LotBook lots, Outcome outcome) {
        int[] lotOrder = lots.byReserve();
        boolean onePrice = sortByPrice();
        int position = 0;
        long inLot = lots.lots() == 0 ? 0 : lots.units(lotOrder[0]);
        for (int b = 0; b < blocks; b++) {
            int block = (int) (order[b] & 0xFFFFFFFFL);
            long wanted = units[block];
            while (wanted > 0) {
                while (inLot == 0) {
                    inLot = lots.units(lotOrder[++position]);
                }
                long given = Math.min(wanted, inLot);
                outcome.award(bidder[block], lotOrder[position], given, Math.multiplyExact(given, price[block]));
                wanted -= given;
                inLot -= given;
            }
        }
        if (blocks > 0) {
            outcome.clearingPrice(price[(int) (order[blocks - 1] & 0xFFFFFFFFL)]);
        }
        if (!onePrice) {
            outcome.mergeAwards();
        }
    }

    /** Fills the order, by price and then by entry; returns whether there is only one price. */
    private boolean sortByPrice() {
        boolean onePrice = true;
        boolean sorted = true;
        for (int b = 1; b < blocks; b++) {
            onePrice &= price[b] == price[0];
            sorted &= price[b] >= price[b - 1];
        }
        if (order.length < blocks) {
            order = new long[2 * blocks];
        }
        if (sorted) {
            for (int b = 0; b < blocks; b++) {
                order[b] = b;
            }
            return onePrice;
        }
        // primitive keys: the rank of the price above, the entry below
        long[] distinct = Arrays.copyOf(price, blocks);
        Arrays.sort(distinct);
        for (int b = 0; b < blocks; b++) {
            order[b] = (long) firstIndex(distinct, price[b]) << 32 | b;
        }
        Arrays.sort(order, 0, blocks);
        return false;
    }

    private static int firstIndex(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
