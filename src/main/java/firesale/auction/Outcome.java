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

    /** The uniform price a unit, cents; the highest price paid where formats discriminate; -1 if nothing was sold. */
    public long clearingPrice() {
        return clearingPrice;
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
            sum += payment[award];
        }
        return sum;
    }
}
