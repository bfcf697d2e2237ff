package firesale.auction;

import java.util.Arrays;

/** Who comes first among equal bids: the smaller tie-break number (unsigned), of equal numbers the bidder entered first. */
final class TieBreak {

    /** Mostly one or two are at the margin; where there are more, sorting pays. */
    private static final int MOST_SCANS = 8;

    private TieBreak() {
    }

    /**
     * Serves units to bidders at the margin in the order of their numbers.
     *
     * @param wanted what each bidder wants; emptied as it is served
     * @param left   units to serve
     * @param won    is increased by what each bidder gets
     */
    static void serve(BidBook bids, long[] wanted, long left, long[] won) {
        int served = 0;
        while (left > 0) {
            if (served++ == MOST_SCANS) {
                serveInOrder(bids, wanted, left, won);
                return;
            }
            int next = -1;
            for (int i = 0; i < bids.bidders(); i++) {
                if (wanted[i] > 0 && (next < 0 || isFirst(bids, i, next))) {
                    next = i;
                }
            }
            long given = Math.min(left, wanted[next]);
            won[next] += given;
            wanted[next] = 0;
            left -= given;
        }
    }

    private static void serveInOrder(BidBook bids, long[] wanted, long units, long[] won) {
        long left = units;
        for (int bidder : order(bids)) {
            long given = Math.min(left, wanted[bidder]);
            won[bidder] += given;
            wanted[bidder] -= given;
            left -= given;
        }
    }

    /** Whether one bidder comes before another. */
    static boolean isFirst(BidBook bids, int one, int other) {
        return Long.compareUnsigned(bids.tieBreak(one), bids.tieBreak(other)) < 0;
    }

    /** All bidders in the order of their numbers. */
    static int[] order(BidBook bids) {
        Integer[] order = new Integer[bids.bidders()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (one, other) -> Long.compareUnsigned(bids.tieBreak(one), bids.tieBreak(other)));
        int[] bidders = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            bidders[i] = order[i];
        }
        return bidders;
    }
}
