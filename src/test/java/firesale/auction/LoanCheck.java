package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;

/** What loans in an outcome must obey, by arithmetic of its own. */
final class LoanCheck {

    private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000_000L);

    private final RandomMarket market;
    private final BidBook bids;
    private final BigInteger advance;

    LoanCheck(RandomMarket market, BidBook bids) {
        this.market = market;
        this.bids = bids;
        this.advance = BigInteger.valueOf((long) Math.rint(market.advance * 1e9));
    }

    /** Whether each bidder pays one price for all units, or less than at one price for which the rule holds. */
    static boolean onePriceForAll(String format) {
        return (format.startsWith("UNIFORM_PRICE") || format.startsWith("MULTI_UNIT_VICKREY") || format.startsWith("uniform price"))
                && !format.contains("lot ");
    }

    /** The same for lots that are sold one after another. */
    static boolean onePriceForALot(String format) {
        return format.startsWith("ENGLISH") || format.startsWith("DUTCH") || format.startsWith("FIRST_PRICE")
                || format.startsWith("VICKREY") || format.startsWith("UNIFORM_PRICE") || format.startsWith("MULTI_UNIT_VICKREY");
    }

    /**
     * What must hold whatever each unit cost, to the cent: budget and credit cover payment and side costs; loans are at most the
     * advance on what is paid, the mark and the least number of units pledged; own funds are at least the haircut that goes with
     * the loan, and the side costs of as many units as back it at the highest price possible.
     *
     * @return how many bidders borrow
     */
    int holds(Outcome outcome) {
        int borrowers = 0;
        long lent = 0;
        for (int i = 0; i < bids.bidders(); i++) {
            long won = 0;
            long paid = 0;
            for (int a = 0; a < outcome.awards(); a++) {
                won += outcome.bidder(a) == i ? outcome.units(a) : 0;
                paid += outcome.bidder(a) == i ? outcome.payment(a) : 0;
            }
            assertThat(won).as("capacity: %s", market).isLessThanOrEqualTo(market.capacity(i));
            assertThat(paid).as("rationality: %s", market).isLessThanOrEqualTo(market.worth(i, won));
            long loan = Math.max(0, paid + market.sideCost(i, won) - market.budget[i]);
            assertThat(loan).as("credit of bidder %d: %s", i, market).isLessThanOrEqualTo(bids.credit(i))
                    .isEqualTo(bids.loan(i, won, paid));
            if (loan > 0) {
                borrowers++;
                lent += loan;
                pledged(i, won, paid, loan);
                haircut(i, loan);
            }
        }
        assertThat(lent).as("dealers: %s", market).isLessThanOrEqualTo(market.dealersCents);
        return borrowers;
    }

    private void pledged(int bidder, long won, long paid, long loan) {
        long pledged = bids.pledgedUnits(bidder, won, paid, loan);
        assertThat(pledged).as("pledged units: %s", market).isBetween(1L, won);
        assertThat(backed(pledged, won, paid)).as("backing: %s", market).isGreaterThanOrEqualTo(loan);
        assertThat(backed(pledged - 1, won, paid)).as("the least: %s", market).isLessThan(loan);
    }

    /** The advance on units at the mean price or the mark, rounded down once; the first of the units are the dearer by a cent. */
    private long backed(long units, long won, long paid) {
        long worth = 0;
        for (long unit = 0; unit < units; unit++) {
            worth += Math.min(market.mark, paid / won + (unit < paid % won ? 1 : 0));
        }
        return BigInteger.valueOf(worth).multiply(advance).divide(WHOLE).longValueExact();
    }

    private void haircut(int bidder, long loan) {
        long each = market.backs(market.value[bidder][0]);
        long least = (loan + each - 1) / each;
        BigInteger own = BigInteger.valueOf(market.own[bidder] - market.sideCost(bidder, least));
        assertThat(own.multiply(advance)).as("own funds of bidder %d: %s", bidder, market)
                .isGreaterThanOrEqualTo(BigInteger.valueOf(loan).multiply(WHOLE.subtract(advance)));
    }

    /** All that a bidder wins is one purchase at its mean price. */
    void holdsTogether(Outcome outcome) {
        for (int i = 0; i < bids.bidders(); i++) {
            Purchases purchases = new Purchases(i);
            long won = 0;
            long paid = 0;
            for (int a = 0; a < outcome.awards(); a++) {
                won += outcome.bidder(a) == i ? outcome.units(a) : 0;
                paid += outcome.bidder(a) == i ? outcome.payment(a) : 0;
            }
            purchases.buy(won, paid);
        }
    }

    /** Each lot is a purchase, in the order in which they are sold. */
    void holdsLotByLot(Outcome outcome) {
        for (int i = 0; i < bids.bidders(); i++) {
            Purchases purchases = new Purchases(i);
            for (int a = 0; a < outcome.awards(); a++) {
                if (outcome.bidder(a) == i) {
                    purchases.buy(outcome.units(a), outcome.payment(a));
                }
            }
        }
    }

    /** What a bidder buys, unit by unit: of each purchase it pledges units from the first on, as long as own funds last. */
    private final class Purchases {

        private final int bidder;
        private long own;
        private long cost;
        private long backed;
        private int step;
        private long ofStep;

        Purchases(int bidder) {
            this.bidder = bidder;
            this.own = market.own[bidder];
        }

        void buy(long units, long paid) {
            boolean pledges = true;
            for (long unit = 0; unit < units; unit++) {
                while (ofStep == market.units[bidder][step]) {
                    step++;
                    ofStep = 0;
                }
                ofStep++;
                long price = paid / units + (unit < paid % units ? 1 : 0);
                long side = market.side[bidder][step];
                long loan = bids.credit(bidder) == 0 ? 0 : market.backs(price);
                pledges &= price + side - loan <= own;
                if (pledges) {
                    own -= price + side - loan;
                    backed += loan;
                }
                cost += price + side;
            }
            assertThat(cost - market.budget[bidder]).as("bidder %d: %s", bidder, market)
                    .isLessThanOrEqualTo(Math.min(bids.credit(bidder), backed));
        }
    }
}
