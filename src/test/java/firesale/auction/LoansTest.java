package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What bidders can buy who borrow against it, against counting unit by unit. */
class LoansTest {

    private static final int MARKETS = 6_000;

    private final BidBook bids = new BidBook();

    /** A small market whose bidders have credit of any size up to their limits, whoever would have allotted it. */
    private static BidBook withAnyCredit(RandomMarket market, Random loans) {
        BidBook book = market.bids();
        for (int i = 0; i < book.bidders(); i++) {
            book.credit(i, Math.min(market.limit[i], loans.nextInt(4) == 0 ? BidBook.UNLIMITED : loans.nextInt(60)));
        }
        return book;
    }

    private static long side(RandomMarket market, int bidder, long unit) {
        return market.sideCost(bidder, unit + 1) - market.sideCost(bidder, unit);
    }

    /** Whether m units pledged make n units at some prices payable; by the three conditions as they are written down. */
    private static boolean payable(RandomMarket market, int bidder, long credit, long[] prices, int n, int m) {
        long cost = 0;
        long haircuts = 0;
        long backed = 0;
        for (int unit = 0; unit < n; unit++) {
            cost += prices[unit] + side(market, bidder, unit);
            if (unit < m) {
                haircuts += prices[unit] + side(market, bidder, unit) - market.backs(prices[unit]);
                backed += market.backs(prices[unit]);
            }
        }
        return haircuts <= market.own[bidder] && cost <= market.budget[bidder] + Math.min(credit, backed);
    }

    private static boolean payable(RandomMarket market, int bidder, long credit, long[] prices, int n) {
        boolean payable = false;
        for (int m = 0; m <= n; m++) {
            payable |= payable(market, bidder, credit, prices, n, m);
        }
        return payable;
    }

    /** Values of a bidder's units in their order. */
    private static long[] values(RandomMarket market, int bidder) {
        long[] values = new long[(int) market.capacity(bidder)];
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] = market.worth(bidder, unit + 1) - market.worth(bidder, unit);
        }
        return values;
    }

    private static long[] all(int count, long price) {
        long[] prices = new long[count];
        Arrays.fill(prices, price);
        return prices;
    }

    /** Over all numbers of units and of pledged units; and what can be bought in part, if it can be bought in full. */
    @Test
    void demandByEnumeration() {
        Random random = new Random(21);
        Random loans = new Random(22);
        int more = 0;
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = RandomMarket.small(random).lend(loans);
            BidBook book = withAnyCredit(market, loans);
            for (int b = 0; b < book.bidders(); b++) {
                long[] values = values(market, b);
                for (long price = 0; price <= 13; price++) {
                    int wanted = 0;
                    while (wanted < values.length && values[wanted] >= price) {
                        wanted++;
                    }
                    int most = 0;
                    for (int n = 1; n <= wanted; n++) {
                        if (payable(market, b, book.credit(b), all(n, price), n)) {
                            assertThat(most).as("no gaps: %s", market).isEqualTo(n - 1);
                            most = n;
                        }
                    }
                    assertThat(book.demand(b, price)).as("bidder %d at %d: %s", b, price, market).isEqualTo(most);
                    more += most > market.demand(b, price) ? 1 : 0;
                }
            }
        }
        assertThat(more).as("loans that matter").isGreaterThan(3_000);
    }

    @Test
    void demandAtOwnBidsByEnumeration() {
        Random random = new Random(23);
        Random loans = new Random(24);
        int more = 0;
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = RandomMarket.small(random).lend(loans);
            BidBook book = withAnyCredit(market, loans);
            BidBook without = market.bids();
            for (int b = 0; b < book.bidders(); b++) {
                long[] values = values(market, b);
                for (long price = 0; price <= 13; price++) {
                    int most = 0;
                    while (most < values.length && values[most] >= price && payable(market, b, book.credit(b), values, most + 1)) {
                        most++;
                    }
                    assertThat(book.demandAtOwnBids(b, price)).as("bidder %d at %d: %s", b, price, market).isEqualTo(most);
                    more += most > without.demandAtOwnBids(b, price) ? 1 : 0;
                }
            }
        }
        assertThat(more).isGreaterThan(2_000);
    }

    /** Demand never rises with the price, nor falls with credit; the bid for a unit is the highest price at which it is wanted. */
    @Test
    void demandFallsAndBidsAreItsInverse() {
        Random random = new Random(25);
        Random loans = new Random(26);
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = RandomMarket.small(random).lend(loans);
            BidBook book = withAnyCredit(market, loans);
            for (int b = 0; b < book.bidders(); b++) {
                for (long count = 1; count <= market.capacity(b); count++) {
                    long bid = book.marginalBid(b, count);
                    for (long price = 0; price <= 13; price++) {
                        assertThat(book.demand(b, price) >= count).as("unit %d of %d at %d: %s", count, b, price, market)
                                .isEqualTo(bid >= price);
                    }
                }
            }
        }
    }

    /** With amounts of the size of real sales, at neighbouring cents and far apart. */
    @Test
    void largeDemandFallsCentByCent() {
        Random random = new Random(27);
        Random loans = new Random(28);
        int fell = 0;
        for (int i = 0; i < 2_000; i++) {
            RandomMarket market = RandomMarket.large(random).lend(loans);
            BidBook book = market.bidsWithCredit();
            for (int b = 0; b < book.bidders(); b++) {
                long from = (long) (40_000_000 * loans.nextDouble());
                long before = Long.MAX_VALUE;
                for (int k = 0; k < 60; k++) {
                    long price = k < 40 ? from + k : from + k * 200_000L;
                    long demand = book.demand(b, price);
                    assertThat(demand).as("bidder %d at %d: %s", b, price, market).isLessThanOrEqualTo(before);
                    fell += demand < before ? 1 : 0;
                    before = demand;
                }
            }
        }
        assertThat(fell).isGreaterThan(10_000);
    }

    /** What a lot as a whole is bid at most: by trying each cent. */
    @Test
    void paymentsForLotsByEnumeration() {
        Random random = new Random(29);
        Random loans = new Random(30);
        int more = 0;
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = RandomMarket.small(random).lend(loans);
            BidBook book = withAnyCredit(market, loans);
            for (int b = 0; b < book.bidders(); b++) {
                for (int count = 1; count <= market.capacity(b); count++) {
                    long most = -1;
                    for (long paid = 0; paid <= market.worth(b, count); paid++) {
                        long[] prices = all(count, paid / count);
                        for (int unit = 0; unit < paid % count; unit++) {
                            prices[unit]++;
                        }
                        if (payable(market, b, book.credit(b), prices, count)) {
                            assertThat(most).as("no gaps: %s", market).isEqualTo(paid - 1);
                            most = paid;
                        }
                    }
                    assertThat(Math.max(-1, book.mostPayment(b, count))).as("%d units of %d: %s", count, b, market).isEqualTo(most);
                    more += most > market.budget[b] - market.sideCost(b, count) ? 1 : 0;
                }
            }
        }
        assertThat(more).isGreaterThan(2_000);
    }

    /** Bought in two goes at one price it is as much as in one. */
    @Test
    void purchasesAddUp() {
        Random random = new Random(31);
        Random loans = new Random(32);
        int borrowed = 0;
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = RandomMarket.small(random).lend(loans);
            BidBook book = withAnyCredit(market, loans);
            BidBook copy = new BidBook();
            for (int b = 0; b < book.bidders(); b++) {
                long price = loans.nextInt(13);
                long demand = book.demand(b, price);
                for (long first = 0; first <= demand; first++) {
                    copy.copyOf(book);
                    copy.consume(b, first, first * price);
                    assertThat(copy.demand(b, price)).as("after %d of %d at %d: %s", first, b, price, market).isEqualTo(demand - first);
                    assertThat(copy.budget(b)).isNotNegative();
                    if (first < demand) {
                        assertThat(copy.marginalBid(b, demand - first)).as("%s", market)
                                .isEqualTo(lastPriceOf(copy, b, demand - first));
                    }
                    assertThat(book.credit(b) - copy.credit(b)).isEqualTo(book.loan(b, first, first * price));
                    borrowed += copy.credit(b) < book.credit(b) ? 1 : 0;
                }
            }
        }
        assertThat(borrowed).isGreaterThan(400);
    }

    private static long lastPriceOf(BidBook book, int bidder, long units) {
        long price = 0;
        while (price <= 13 && book.demand(bidder, price) >= units) {
            price++;
        }
        return price - 1;
    }

    /**
     * By hand: 100 of its own, a line of 40, a haircut of a quarter. At 40 a unit backs 30 and takes 10 + 5 of own funds: six can be
     * pledged and back 180. 45 a unit: 140 and 130 of credit pay for six, with 130 borrowed against five of them.
     */
    @Test
    void aBidderByHand() {
        bids.clear();
        bids.loans(0.75, 1_000);
        bids.addBidder(140, 0);
        bids.mayBorrow(100, 500);
        bids.addStep(40, 5, 10);
        assertThat(bids.demand(0, 40)).as("nothing is allotted").isEqualTo(3);
        bids.credit(0, 130);
        assertThat(bids.demand(0, 40)).isEqualTo(6);
        assertThat(bids.loan(0, 6, 240)).isEqualTo(130);
        assertThat(bids.pledgedUnits(0, 6, 240, 130)).isEqualTo(5);
        bids.credit(0, 500);
        // six back 180; seven would cost 315, and 140 + 180 pays for that
        assertThat(bids.demand(0, 40)).isEqualTo(7);
        assertThat(bids.loan(0, 7, 280)).isEqualTo(175);
        assertThat(bids.pledgedUnits(0, 7, 280, 175)).isEqualTo(6);
        assertThat(bids.loan(0, 3, 120)).isZero();
        assertThat(bids.pledgedUnits(0, 3, 120, 0)).isZero();
        assertThat(bids.marginalBid(0, 7)).isEqualTo(40);
        assertThat(bids.demand(0, 41)).isZero();
    }

    /** A line does not fund haircuts: the same budget, all borrowed on the line, buys only what it pays for in full. */
    @Test
    void linesDoNotFundHaircuts() {
        bids.clear();
        bids.loans(0.5, 1_000);
        bids.addBidder(200, 0);
        bids.mayBorrow(0, 1_000);
        bids.addStep(100, 0, 10);
        bids.credit(0, 1_000);
        assertThat(bids.demand(0, 100)).isEqualTo(2);
        bids.addBidder(200, 0);
        bids.mayBorrow(300, 1_000);
        bids.addStep(100, 0, 10);
        bids.credit(1, 1_000);
        assertThat(bids.demand(1, 100)).as("own funds are a part of the budget").isEqualTo(4);
        assertThat(bids.ownFunds(1)).isEqualTo(200);
    }

    /** Above the mark each further cent is the buyer's own. */
    @Test
    void lendersGoByTheMarkIfThatIsLower() {
        bids.clear();
        bids.loans(0.9, 50);
        bids.addBidder(220, 0);
        bids.mayBorrow(220, 10_000);
        bids.addStep(100, 0, 10);
        bids.credit(0, 10_000);
        // a unit at 100 backs 45 and takes 55
        assertThat(bids.demand(0, 100)).isEqualTo(4);
        assertThat(bids.loan(0, 4, 400)).isEqualTo(180);
        assertThat(bids.pledgedUnits(0, 4, 400, 180)).isEqualTo(4);
        assertThat(bids.demand(0, 50)).as("a unit at 50 takes 5").isEqualTo(10);
    }

    @Test
    void clearedBooksLendNothing() {
        bids.clear();
        bids.loans(1, 1_000);
        bids.addBidder(0, 0);
        bids.mayBorrow(0, 1_000);
        bids.addStep(10, 0, 5);
        bids.credit(0, 1_000);
        assertThat(bids.demand(0, 10)).as("without haircut nothing of its own is needed").isEqualTo(5);
        bids.clear();
        bids.addBidder(0, 0);
        bids.addStep(10, 0, 5);
        assertThat(bids.credit(0)).isZero();
        assertThat(bids.demand(0, 10)).isZero();
        bids.mayBorrow(0, 1_000);
        bids.credit(0, 1_000);
        assertThat(bids.demand(0, 10)).as("no terms").isZero();
    }

    @Test
    void booksRefuseNonsense() {
        bids.clear();
        assertThatThrownBy(() -> bids.mayBorrow(1, 1)).isInstanceOf(IllegalArgumentException.class);
        bids.addBidder(10, 0);
        assertThatThrownBy(() -> bids.loans(1.01, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.loans(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.loans(0.5, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.mayBorrow(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.mayBorrow(1, -1)).isInstanceOf(IllegalArgumentException.class);
        bids.mayBorrow(5, 7);
        assertThatThrownBy(() -> bids.credit(0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.credit(0, -1)).isInstanceOf(IllegalArgumentException.class);
        bids.addBidder(10, 1);
        assertThatThrownBy(() -> bids.credit(1, 1)).as("cannot borrow").isInstanceOf(IllegalArgumentException.class);
    }
}
