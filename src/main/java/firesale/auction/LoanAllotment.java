package firesale.auction;

/**
 * Shares out what dealers can lend among the bidders of a sale, before it. Lines that are committed beforehand leave each
 * bidder's demand a function of the price alone that never rises with it, so that any format can be run on the book; loans granted
 * while prices move would not. Equal or proportional lines would be wasted on who needs none. So bidders ask for what they
 * would need at the price at which the sale is expected to clear.
 *
 * <p>At a candidate price each bidder requests the least loan that pays for its demand there with all that dealers would lend
 * it, of at most a unit more than there are for sale. Requests are granted in full if there is enough, else in proportion, in
 * whole cents, and what is left by rounding goes to nobody. The price is where the demand with these credits meets supply by
 * the rule of {@link Crossing}, highest losing bid; the credits are those granted there. What is left is shared among those who
 * can still borrow, in proportion to own funds, as formats in which some pay more than that price can use it.
 *
 * <p>With given credits demand never rises with the price. Across candidate prices, each with credits of its own, it may: as
 * a price rises and some drop out, their share goes to others. Bisection then still ends at a price where demand covers supply,
 * next to one where it does not; there may be others. Among bidders who are all alike there are none.
 *
 * <p>Working arrays are kept between calls: one a thread.
 */
public final class LoanAllotment {

    /** Whole numbers up to here, and their quotients to within a few, survive the way through floating point. */
    private static final long EXACT = 1L << 53;

    private long[] most = new long[64];
    private long[] wanted = new long[64];
    private BidBook bids;
    /** The lots; null for so many units at one reserve. */
    private LotBook lots;
    private long units;
    private long reserve;

    /**
     * Allots credit for a sale. Any allotted before is taken back.
     *
     * @param book          bids, with own funds and limits of those who may borrow, and terms
     * @param forSale       units and reserves
     * @param capacityCents what dealers can lend in all, at least 0
     */
    public void allot(BidBook book, LotBook forSale, long capacityCents) {
        lots = forSale;
        allot(book, capacityCents);
    }

    /** The same for a sale of some units that are all alike, as {@link MarginalPrice} and {@link DemandCurve} know it. */
    public void allot(BidBook book, long unitCount, long reserveCents, long capacityCents) {
        lots = null;
        units = unitCount;
        reserve = reserveCents;
        allot(book, capacityCents);
    }

    private void allot(BidBook book, long capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity cannot be negative: " + capacity);
        }
        book.withdrawCredit();
        if (capacity > 0 && book.lends()) {
            bids = book;
            share(capacity);
            bids = null;
        }
        lots = null;
    }

    private void share(long capacity) {
        int n = bids.bidders();
        if (most.length < n) {
            most = new long[2 * n];
            wanted = new long[2 * n];
        }
        long all = 0;
        for (int i = 0; i < n; i++) {
            most[i] = bids.mostCredit(i);
            all = plus(all, most[i]);
        }
        if (all <= capacity) {
            for (int i = 0; i < n; i++) {
                bids.credit(i, most[i]);
            }
            return;
        }
        long low = -1;
        long high = bids.highestValue() + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            grant(middle, capacity);
            if (covers(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        shareRest(low < 0 ? withdraw(capacity) : grant(low, capacity));
    }

    private long withdraw(long capacity) {
        bids.withdrawCredit();
        return capacity;
    }

    /** Grants what is requested at a price, or as much as there is of it; returns what is left. */
    private long grant(long price, long capacity) {
        long useful = (lots == null ? units : lots.units()) + 1;
        long sum = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            wanted[i] = 0;
            if (most[i] > 0) {
                bids.credit(i, most[i]);
                long demand = Math.min(useful, bids.demand(i, price));
                wanted[i] = bids.loan(i, demand, demand * price);
                sum = plus(sum, wanted[i]);
            }
        }
        long left = capacity;
        for (int i = 0; i < bids.bidders(); i++) {
            if (most[i] > 0) {
                long granted = sum <= capacity ? wanted[i] : Math.min(left, portion(capacity, wanted[i], sum));
                bids.credit(i, granted);
                left -= granted;
            }
        }
        return left;
    }

    private boolean covers(long price) {
        long cheaper = lots == null ? reserve < price ? units : 0 : lots.unitsReservedBelow(price);
        long needed = Math.max(1, cheaper + (cheaper > 0 ? 1 : 0));
        long sum = 0;
        for (int i = 0; i < bids.bidders() && sum < needed; i++) {
            sum += bids.demand(i, price);
        }
        return sum >= needed;
    }

    /** Shares what is left in proportion to own funds, again and again as long as somebody comes to its limit. */
    private void shareRest(long rest) {
        long left = rest;
        boolean again = left > 0;
        while (again) {
            long own = 0;
            for (int i = 0; i < bids.bidders(); i++) {
                own = plus(own, bids.credit(i) < most[i] ? bids.ownFunds(i) : 0);
            }
            again = false;
            long before = left;
            for (int i = 0; i < bids.bidders() && own > 0; i++) {
                long room = most[i] - bids.credit(i);
                if (room > 0) {
                    long more = Math.min(left, portion(before, bids.ownFunds(i), own));
                    again |= more >= room;
                    more = Math.min(more, room);
                    bids.credit(i, bids.credit(i) + more);
                    left -= more;
                }
            }
            again &= left > 0;
        }
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** floor(total part / whole), part at most the whole, without going beyond 64 bits; of astronomical amounts only nearly. */
    private static long portion(long total, long part, long whole) {
        long near = (long) (total * ((double) part / whole));
        if (total > EXACT || whole > EXACT) {
            return near;
        }
        // what overflows here cancels out
        return near + Math.floorDiv(total * part - near * whole, whole);
    }
}
