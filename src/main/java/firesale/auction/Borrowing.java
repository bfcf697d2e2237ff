package firesale.auction;

import java.util.Arrays;

/**
 * What the bidders of a book may borrow against what they buy. A unit bought at a price p backs a loan of at most
 * <pre>
 *   l(p) = floor(a min(p, mark))       a the advance, one less the haircut
 * </pre>
 * cents, in whole numbers throughout, so that l never rises faster than the price. A book in which nobody may borrow touches no
 * array.
 */
final class Borrowing {

    /** Advances are kept in billionths. */
    private static final long WHOLE = 1_000_000_000L;

    private long advance;
    private long mark;
    /** Bidders from here on cannot borrow. */
    private int used;
    private boolean lent;
    private long[] own = new long[0];
    private long[] limit = new long[0];
    private long[] credit = new long[0];
    /** What units already bought and pledged would back beyond what is drawn against them. */
    private long[] spare = new long[0];

    void clear() {
        advance = 0;
        mark = 0;
        lent = false;
        if (used > 0) {
            Arrays.fill(own, 0, used, 0);
            Arrays.fill(limit, 0, used, 0);
            Arrays.fill(credit, 0, used, 0);
            Arrays.fill(spare, 0, used, 0);
            used = 0;
        }
    }

    void terms(double share, long markCents) {
        if (!(share >= 0 && share <= 1) || markCents < 0) {
            throw new IllegalArgumentException("an advance is between 0 and 1, a mark at least 0: " + share + ", " + markCents);
        }
        advance = (long) StrictMath.rint(share * WHOLE);
        mark = markCents;
    }

    void borrower(int bidder, long ownFundsCents, long limitCents) {
        if (ownFundsCents < 0 || limitCents < 0) {
            throw new IllegalArgumentException("own funds and limits are at least 0: " + ownFundsCents + ", " + limitCents);
        }
        if (bidder >= own.length) {
            grow(Math.max(16, 2 * bidder + 2));
        }
        own[bidder] = ownFundsCents;
        limit[bidder] = Math.min(BidBook.UNLIMITED, limitCents);
        used = Math.max(used, bidder + 1);
    }

    private void grow(int length) {
        own = Arrays.copyOf(own, length);
        limit = Arrays.copyOf(limit, length);
        credit = Arrays.copyOf(credit, length);
        spare = Arrays.copyOf(spare, length);
    }

    void copyOf(Borrowing other) {
        if (used + other.used > 0) {
            clear();
            if (own.length < other.used) {
                grow(other.own.length);
            }
            used = other.used;
            System.arraycopy(other.own, 0, own, 0, used);
            System.arraycopy(other.limit, 0, limit, 0, used);
            System.arraycopy(other.credit, 0, credit, 0, used);
            System.arraycopy(other.spare, 0, spare, 0, used);
        }
        lent = other.lent;
        advance = other.advance;
        mark = other.mark;
    }

    /** Whether anybody has been allotted credit. */
    boolean lent() {
        return lent;
    }

    /** Whether anything can be lent to anybody. */
    boolean possible() {
        return used > 0 && advance > 0 && mark > 0;
    }

    long own(int bidder) {
        return bidder < used ? own[bidder] : 0;
    }

    long limit(int bidder) {
        return bidder < used ? limit[bidder] : 0;
    }

    long credit(int bidder) {
        return bidder < used ? credit[bidder] : 0;
    }

    void credit(int bidder, long cents) {
        if (cents < 0 || cents > limit(bidder)) {
            throw new IllegalArgumentException("credit is between 0 and what dealers would lend, " + limit(bidder) + ": " + cents);
        }
        if (bidder < used) {
            credit[bidder] = cents;
            lent |= cents > 0;
        }
    }

    /** Takes everybody's credit back. */
    void withdraw() {
        if (used > 0) {
            Arrays.fill(credit, 0, used, 0);
        }
        lent = false;
    }

    /** The loan that units of so much worth back, at a mark of their own. */
    long advanceOn(long cents) {
        return cents <= 0 ? 0 : cents / WHOLE * advance + cents % WHOLE * advance / WHOLE;
    }

    /** The loan that a unit backs that is bought at a price. */
    long of(long price) {
        return advanceOn(Math.min(price, mark));
    }

    /** The loan that units back of which the first ones are bought at a cent more than a price. */
    long of(long units, long price, long dearer) {
        long more = Math.min(units, dearer);
        return more * (more == 0 ? 0 : of(price + 1)) + (units - more) * of(price);
    }

    /** The same against all of them together. */
    long together(long units, long price, long dearer) {
        return advanceOn(mark <= price ? units * mark : units * price + Math.min(units, dearer));
    }

    /** What a bidder can borrow if it pledges units that back so much, beside what it has pledged before. */
    long drawable(int bidder, long backed) {
        return Math.min(credit[bidder], spare[bidder] + backed);
    }

    /**
     * Settles a purchase of a bidder with credit.
     *
     * @param haircuts what pledged units take of own funds
     * @param backed   what they back
     * @param left     what is left of the budget; what is below zero has to be borrowed
     */
    void settle(int bidder, long haircuts, long backed, long left) {
        long drawn = Math.max(0, -left);
        credit[bidder] -= drawn;
        // a purchase of units at several prices may need a little more than units at their mean price back
        spare[bidder] = Math.max(0, spare[bidder] + backed - drawn);
        own[bidder] = Math.min(own[bidder] - haircuts, Math.max(0, left) + spare[bidder]);
    }
}
