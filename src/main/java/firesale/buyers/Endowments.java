package firesale.buyers;

import firesale.auction.BidBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What buyers have of racks and money: as it is, or as it would be for one lot alone, had nothing been spent on other lots. What was
 * spent on which lot is kept for that; racks and money that a lot took itself stay taken.
 */
final class Endowments {

    private static final int MONEY = 0;

    /** No lot: racks and money as they are. */
    static final int AS_IT_IS = -1;
    /** A lot that took nothing: racks and money as they would be had nothing ever been sold. */
    static final int NOBODYS = Integer.MAX_VALUE;

    private final boolean crowding;
    private final boolean kept;
    /** What each buyer has spent, null for nothing: money in the first place, then room, berth by berth racks or kW and kW of loops. */
    private final double[][] total;
    private boolean boughtOfNoLot;
    /** The same on each lot; null for a lot that took nothing. */
    private final List<double[][]> lots = new ArrayList<>();

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

    /** Whether no lot but this one has taken anything, and nothing was bought that is of no lot. */
    boolean onlyLot(int lot) {
        if (boughtOfNoLot) {
            return false;
        }
        for (int i = 0; i < lots.size(); i++) {
            if (i != lot && lots.get(i) != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether purchases have to be noted. */
    boolean isKept() {
        return kept;
    }

    /**
     * Notes a purchase.
     *
     * @param shares of which lots it is; none if it is not of a seized lot
     * @param room   what it takes, berth by berth racks or kW and then kW of loops; buyers may come to have more berths
     * @param cents  money
     */
    void note(Buyer buyer, LotShares shares, double[] room, long cents) {
        double[] sum = wideEnough(total, buyer, room.length);
        if (shares.count() == 0) {
            boughtOfNoLot = true;
            add(sum, room, cents, 1);
        }
        for (int i = 0; i < shares.count(); i++) {
            add(sum, room, cents, shares.share(i));
            while (lots.size() <= shares.lot(i)) {
                lots.add(null);
            }
            if (lots.get(shares.lot(i)) == null) {
                lots.set(shares.lot(i), new double[total.length][]);
            }
            add(wideEnough(lots.get(shares.lot(i)), buyer, room.length), room, cents, shares.share(i));
        }
    }

    private static void add(double[] sum, double[] room, long cents, double share) {
        for (int b = 0; b < room.length; b++) {
            sum[1 + b] += room[b] * share;
        }
        sum[MONEY] += cents * share;
    }

    /** What a buyer took, with room for so many places. */
    private static double[] wideEnough(double[][] taken, Buyer buyer, int places) {
        double[] noted = taken[buyer.id()];
        if (noted == null || noted.length <= places) {
            noted = noted == null ? new double[1 + places] : Arrays.copyOf(noted, 1 + places);
            taken[buyer.id()] = noted;
        }
        return noted;
    }

    /** Notes that room is free again: of what each lot took there the same share. */
    void giveBack(Buyer buyer, Berth berth, double amount, double loopKw) {
        giveBack(buyer, 1 + berth.place(), amount);
        giveBack(buyer, 1 + berth.loopPlace(), loopKw);
    }

    private void giveBack(Buyer buyer, int place, double amount) {
        double[] spent = total[buyer.id()];
        if (spent == null || at(spent, place) == 0) {
            return;
        }
        double left = StrictMath.max(0, 1 - amount / spent[place]);
        spent[place] *= left;
        for (int i = 0; i < lots.size(); i++) {
            double[] own = lots.get(i) == null ? null : lots.get(i)[buyer.id()];
            if (own != null && place < own.length) {
                own[place] *= left;
            }
        }
    }

    /** Room of a berth that counts as free beside what is, for a lot alone. */
    Berth.Room givenBack(Buyer buyer, Berth berth, int lot) {
        double[] spent = total[buyer.id()];
        if (lot == AS_IT_IS || spent == null) {
            return Berth.Room.NONE;
        }
        return new Berth.Room(givenBack(buyer, spent, 1 + berth.place(), lot),
                givenBack(buyer, spent, 1 + berth.loopPlace(), lot));
    }

    private double givenBack(Buyer buyer, double[] spent, int place, int lot) {
        double own = own(buyer, lot, place);
        // where lots do not crowd, they leave the site itself as it is
        return crowding ? at(spent, place) - own : -own;
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
        if (lot == AS_IT_IS || spent == null || spent[MONEY] == 0) {
            return cents;
        }
        double others = 1 - own(buyer, lot, MONEY) / spent[MONEY];
        // yearly budgets bring back what was spent on this lot and on others alike
        return Math.max(0, Math.min(BidBook.UNLIMITED, cents + (long) (StrictMath.max(0, unspent - cents) * others)));
    }

    private double own(Buyer buyer, int lot, int place) {
        if (lot >= lots.size() || lots.get(lot) == null) {
            return 0;
        }
        double[] own = lots.get(lot)[buyer.id()];
        return own == null ? 0 : at(own, place);
    }

    /** Nothing was ever taken in a berth that has come since. */
    private static double at(double[] taken, int place) {
        return place < taken.length ? taken[place] : 0;
    }
}
