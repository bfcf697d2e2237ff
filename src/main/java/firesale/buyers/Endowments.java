package firesale.buyers;

import firesale.auction.BidBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What buyers have of racks and money: as it is, or as it would be for one lot alone, had nothing been spent on other lots. What was
 * spent on which lot is kept for that; racks and money that a lot took itself stay taken.
 */
final class Endowments {

    /** No lot: racks and money as they are. */
    static final int AS_IT_IS = -1;
    /** A lot that took nothing: racks and money as they would be had nothing ever been sold. */
    static final int NOBODYS = Integer.MAX_VALUE;

    /** What one lot took, buyer by buyer, in the order in which they bought first. */
    private static final class Taken {

        private final List<double[]> byBuyer = new ArrayList<>();
        private final List<Integer> buyers = new ArrayList<>();

        /** Room by berth, and money in the last place. */
        double[] of(int buyer, int berths) {
            double[] taken = find(buyer);
            if (taken == null) {
                taken = new double[berths + 1];
                buyers.add(buyer);
                byBuyer.add(taken);
            }
            return taken;
        }

        double[] find(int buyer) {
            for (int i = 0; i < buyers.size(); i++) {
                if (buyers.get(i) == buyer) {
                    return byBuyer.get(i);
                }
            }
            return null;
        }
    }

    private final boolean crowding;
    private final boolean kept;
    private final double[][] total;
    private final List<Taken> lots = new ArrayList<>();

    /**
     * @param crowding whether lots take racks and money from each other
     * @param kept     whether anybody will ask what a lot would find alone
     */
    Endowments(List<Buyer> buyers, boolean crowding, boolean kept) {
        this.crowding = crowding;
        this.kept = kept;
        this.total = new double[buyers.size()][];
    }

    /** Whether what one lot takes is gone for others. */
    boolean crowding() {
        return crowding;
    }

    /** Whether purchases have to be noted. */
    boolean isKept() {
        return kept;
    }

    /**
     * Notes a purchase.
     *
     * @param shares of which lots it is; none if it is not of a seized lot
     * @param room   what it takes by berth, racks or kW
     * @param cents  money
     */
    void note(Buyer buyer, LotShares shares, double[] room, long cents) {
        double[] sum = total[buyer.id()];
        if (sum == null) {
            sum = new double[room.length + 1];
            total[buyer.id()] = sum;
        }
        if (shares.count() == 0) {
            add(sum, room, cents, 1);
        }
        for (int i = 0; i < shares.count(); i++) {
            add(sum, room, cents, shares.share(i));
            while (lots.size() <= shares.lot(i)) {
                lots.add(null);
            }
            if (lots.get(shares.lot(i)) == null) {
                lots.set(shares.lot(i), new Taken());
            }
            add(lots.get(shares.lot(i)).of(buyer.id(), room.length), room, cents, shares.share(i));
        }
    }

    private static void add(double[] sum, double[] room, long cents, double share) {
        for (int b = 0; b < room.length; b++) {
            sum[b] += room[b] * share;
        }
        sum[room.length] += cents * share;
    }

    /** Racks, or kW of legacy power, of a berth that count as free beside those that are, for a lot alone. */
    double givenBack(Buyer buyer, Berth berth, int lot) {
        double[] spent = total[buyer.id()];
        if (lot == AS_IT_IS || spent == null) {
            return 0;
        }
        double own = own(buyer, lot, berth.index());
        // where lots do not crowd, they leave the site itself as it is
        return crowding ? spent[berth.index()] - own : -own;
    }

    /**
     * Money of a buyer for a lot alone.
     *
     * @param cents   money as it is
     * @param unspent money had nothing been spent
     * @return cents, at least 0
     */
    long funds(Buyer buyer, int lot, long cents, long unspent) {
        double[] spent = total[buyer.id()];
        int money = buyer.berths().length;
        if (lot == AS_IT_IS || spent == null || spent[money] == 0) {
            return cents;
        }
        double others = 1 - own(buyer, lot, money) / spent[money];
        // yearly budgets bring back what was spent on this lot and on others alike
        return Math.max(0, Math.min(BidBook.UNLIMITED, cents + (long) (StrictMath.max(0, unspent - cents) * others)));
    }

    private double own(Buyer buyer, int lot, int place) {
        if (lot >= lots.size() || lots.get(lot) == null) {
            return 0;
        }
        double[] own = lots.get(lot).find(buyer.id());
        return own == null ? 0 : own[place];
    }
}
