package firesale.auction;

import java.util.Arrays;

/**
 * Who won how much of which lot and pays what: a list of awards, plus the price that cleared (for formats that have one).
 * Reused from one clearing to the next.
 */
public final class Outcome {

    private int awards;
    private int[] bidder = new int[32];
    private int[] lot = new int[32];
    private long[] units = new long[32];
    private long[] payment = new long[32];
    private long clearingPrice;

    void clear() {
        awards = 0;
        clearingPrice = -1;
    }

    void clearingPrice(long cents) {
        clearingPrice = cents;
    }

    void award(int toBidder, int ofLot, long unitCount, long paymentCents) {
        if (awards == bidder.length) {
            bidder = Arrays.copyOf(bidder, 2 * awards);
            lot = Arrays.copyOf(lot, 2 * awards);
            units = Arrays.copyOf(units, 2 * awards);
            payment = Arrays.copyOf(payment, 2 * awards);
        }
        bidder[awards] = toBidder;
        lot[awards] = ofLot;
        units[awards] = unitCount;
        payment[awards] = paymentCents;
        awards++;
    }

    /** Makes one award of all that one bidder wins of one lot; awards are then in the order of bidder and lot. */
    void mergeAwards() {
        long[] keys = new long[awards];
        for (int a = 0; a < awards; a++) {
            keys[a] = (long) bidder[a] << 32 | lot[a];
        }
        Arrays.sort(keys);
        int merged = 0;
        for (int a = 0; a < awards; a++) {
            if (a == 0 || keys[a] != keys[a - 1]) {
                keys[merged++] = keys[a];
            }
        }
        long[] unitSum = new long[merged];
        long[] paymentSum = new long[merged];
        for (int a = 0; a < awards; a++) {
            int at = Arrays.binarySearch(keys, 0, merged, (long) bidder[a] << 32 | lot[a]);
            unitSum[at] += units[a];
            paymentSum[at] += payment[a];
        }
        for (int a = 0; a < merged; a++) {
            bidder[a] = (int) (keys[a] >>> 32);
            lot[a] = (int) keys[a];
            units[a] = unitSum[a];
            payment[a] = paymentSum[a];
        }
        awards = merged;
    }

    /** How many awards there are. */
    public int awards() {
        return awards;
    }

    public int bidder(int award) {
        return bidder[award];
    }

    public int lot(int award) {
        return lot[award];
    }

    /** Units of an award, at least 1. */
    public long units(int award) {
        return units[award];
    }

    /** What the bidder pays for the whole award, cents. */
    public long payment(int award) {
        return payment[award];
    }

    /**
     * The price of a unit, the highest if not all pay the same, cents; of lots sold whole their price over units, rounded
     * down; -1 if nothing was sold.
     */
    public long clearingPrice() {
        return clearingPrice;
    }

    /** Takes the highest mean price of an award, rounded down, as the clearing price. */
    void dearestIsClearingPrice() {
        clearingPrice = -1;
        for (int a = 0; a < awards; a++) {
            clearingPrice = Math.max(clearingPrice, payment[a] / units[a]);
        }
    }

    /** Units sold in all. */
    public long unitsSold() {
        long sum = 0;
        for (int award = 0; award < awards; award++) {
            sum += units[award];
        }
        return sum;
    }

    /** Money paid in all, cents. */
    public long revenue() {
        long sum = 0;
        for (int award = 0; award < awards; award++) {
            sum = Math.addExact(sum, payment[award]);
        }
        return sum;
    }
}
