package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.auction.UniformPrice.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How dealers' cash is shared out before a sale. */
class LoanAllotmentTest {

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private final LoanAllotment allotment = new LoanAllotment();

    private void bidder(long own, long value, long units) {
        bids.addBidder(own, bids.bidders());
        bids.mayBorrow(own, BidBook.UNLIMITED);
        bids.addStep(value, 0, units);
    }

    private long[] credits() {
        long[] credits = new long[bids.bidders()];
        for (int i = 0; i < credits.length; i++) {
            credits[i] = bids.credit(i);
        }
        return credits;
    }

    /** Four units; half of the price is lent. The first can pay two, the second needs loans for its two, the third for one. */
    private void three() {
        bids.clear();
        bids.loans(0.5, BidBook.UNLIMITED);
        bidder(400, 100, 2);
        bidder(100, 100, 2);
        bidder(50, 90, 3);
        lots.clear();
        lots.add(4, 0);
    }

    /** The third's one unit at 90 makes the price; there the second lacks 80 and the third 40. */
    @Test
    void whoNeedsNoLoanGetsNone() {
        three();
        allotment.allot(bids, lots, 120);
        assertThat(credits()).containsExactly(0, 80, 40);
        new UniformPrice(Rule.HIGHEST_LOSING).clear(bids, lots, outcome);
        assertThat(outcome.clearingPrice()).isEqualTo(90);
    }

    /** Of 150 there are 30 left, which go by own funds, 400 to 100 to 50, in whole cents: 21.8, 5.5 and 2.7. */
    @Test
    void theRestGoesByOwnFunds() {
        three();
        allotment.allot(bids, lots, 150);
        assertThat(credits()).containsExactly(21, 85, 42);
    }

    /** Of 60 the second takes 40 and the third 20: enough for two and one units at 70, and at 71 for one and none. */
    @Test
    void tooLittleIsSharedByRequests() {
        three();
        allotment.allot(bids, lots, 60);
        assertThat(credits()).containsExactly(0, 40, 20);
        new UniformPrice(Rule.HIGHEST_LOSING).clear(bids, lots, outcome);
        assertThat(outcome.clearingPrice()).isEqualTo(70);
    }

    /** All that units could back: 2 x 50, 2 x 50 and 3 x 45. */
    @Test
    void unlimitedCapacityGivesEverybodyTheMost() {
        three();
        allotment.allot(bids, lots, BidBook.UNLIMITED);
        assertThat(credits()).containsExactly(100, 100, 135);
        allotment.allot(bids, lots, 0);
        assertThat(credits()).as("taken back").containsExactly(0, 0, 0);
    }

    @Test
    void withoutTermsNothingIsLent() {
        three();
        bids.loans(0, 100);
        allotment.allot(bids, lots, 1_000);
        assertThat(credits()).containsExactly(0, 0, 0);
        bids.loans(0.5, 0);
        allotment.allot(bids, lots, 1_000);
        assertThat(credits()).containsExactly(0, 0, 0);
        assertThatThrownBy(() -> allotment.allot(bids, lots, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Nothing above what there is or above a limit, and for units at one reserve the same as for a lot of them. */
    @Test
    void neverMoreThanThereIs() {
        Random random = new Random(41);
        Random loans = new Random(42);
        int scarce = 0;
        for (int i = 0; i < 4_000; i++) {
            RandomMarket market = (i % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random)).lend(loans);
            BidBook book = market.bids();
            allotment.allot(book, market.lots(), market.dealersCents);
            long sum = 0;
            for (int b = 0; b < book.bidders(); b++) {
                assertThat(book.credit(b)).as("%s", market).isBetween(0L, market.limit[b]);
                sum = Math.addExact(sum, book.credit(b));
            }
            assertThat(sum).as("%s", market).isLessThanOrEqualTo(market.dealersCents);
            scarce += sum > 0 && sum > market.dealersCents - book.bidders() ? 1 : 0;
            if (market.lotUnits.length > 0 && market.lotUnits[0] > 0) {
                BidBook other = market.bids();
                LotBook one = new LotBook();
                one.add(market.lotUnits[0], market.reserve[0]);
                allotment.allot(book, one, market.dealersCents);
                allotment.allot(other, market.lotUnits[0], market.reserve[0], market.dealersCents);
                for (int b = 0; b < book.bidders(); b++) {
                    assertThat(other.credit(b)).as("%s", market).isEqualTo(book.credit(b));
                }
            }
        }
        assertThat(scarce).as("all is lent").isGreaterThan(200);
    }

    /** A sale is never cheaper than without loans, nor dearer than with all the credit that there could be. */
    @Test
    void pricesLieBetweenThoseWithoutAndWithAllLoans() {
        Random random = new Random(43);
        Random loans = new Random(44);
        int between = 0;
        for (int i = 0; i < 2_000; i++) {
            RandomMarket market = RandomMarket.large(random).lend(loans);
            BidBook book = market.bids();
            long with = price(book, market, market.dealersCents);
            long all = price(book, market, BidBook.UNLIMITED);
            long none = price(book, market, 0);
            assertThat(with).as("%s", market).isBetween(none, all);
            between += none < with && with < all ? 1 : 0;
        }
        assertThat(between).as("prices in between").isGreaterThan(20);
    }

    private long price(BidBook book, RandomMarket market, long capacity) {
        allotment.allot(book, market.lots(), capacity);
        new UniformPrice(Rule.HIGHEST_LOSING).clear(book, market.lots(), outcome);
        return outcome.clearingPrice();
    }

    /** Among bidders who are all alike more capacity never lowers the price. */
    @Test
    void moreCapacityNeverLowersThePriceAmongEquals() {
        Random random = new Random(45);
        int rose = 0;
        for (int i = 0; i < 1_000; i++) {
            int n = 1 + random.nextInt(7);
            long own = random.nextInt(2_000);
            long line = random.nextInt(3) * (long) random.nextInt(1_000);
            long value = 1 + random.nextInt(200);
            long side = random.nextInt(20);
            long units = 1 + random.nextInt(30);
            bids.clear();
            bids.loans(0.2 + 0.8 * random.nextDouble(), random.nextBoolean() ? BidBook.UNLIMITED : random.nextInt(200));
            for (int b = 0; b < n; b++) {
                bids.addBidder(own + line, b);
                bids.mayBorrow(own, 3_000);
                bids.addStep(value, side, units);
                bids.addStep(value / 2, side, units);
            }
            lots.clear();
            lots.add(1 + random.nextInt((int) (2 * n * units)), random.nextInt(50));
            lots.add(random.nextInt(10), random.nextInt(100));
            long before = Long.MIN_VALUE;
            for (long capacity = 0; capacity < 12_000; capacity += 1 + random.nextInt(400)) {
                allotment.allot(bids, lots, capacity);
                new UniformPrice(Rule.HIGHEST_LOSING).clear(bids, lots, outcome);
                assertThat(outcome.clearingPrice()).as("market %d at %d", i, capacity).isGreaterThanOrEqualTo(before);
                rose += before > Long.MIN_VALUE && outcome.clearingPrice() > before ? 1 : 0;
                before = outcome.clearingPrice();
            }
        }
        assertThat(rose).isGreaterThan(1_000);
    }
}
