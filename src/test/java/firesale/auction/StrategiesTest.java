package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether bids are what the theory of equilibrium says they are: best responses, and never above values. */
class StrategiesTest {

    private static final long ONE = 1_000_000_000L;

    private final BidBook values = new BidBook();
    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();

    private void unitDemand(long... each) {
        values.clear();
        for (int i = 0; i < each.length; i++) {
            values.addBidder(BidBook.UNLIMITED, i);
            values.addStep(each[i], 0, 1);
        }
    }

    private void offer(long units, long reserve) {
        lots.clear();
        lots.add(units, reserve);
    }

    /** With values uniform on [0, 1], n bidders and k units: b(v) solves b = E[k-th highest of n - 1 rivals | it is below v]. */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 1", "3, 2", "10, 4", "10, 9"})
    void payAsBidAgainstAKnownDistribution(int n, int k) {
        PayAsBidShading shading = new PayAsBidShading(ValueDistribution.uniform(0, ONE));
        long[] each = new long[n];
        for (int i = 0; i < n; i++) {
            each[i] = ONE * (i + 1) / n;
        }
        unitDemand(each);
        offer(k, 0);
        shading.bid(values, lots, bids);
        for (int i = 0; i < n; i++) {
            double v = (i + 1.0) / n;
            assertThat(bids.value(i) / (double) ONE).as("value %s", v).isCloseTo(conditionalMean(n - 1, k, v), within(2e-6));
        }
    }

    /** E[k-th highest of m uniform draws | at most v], by numerical integration of its distribution function. */
    private static double conditionalMean(int m, int k, double v) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += atMost(m, k, v * (i + 0.5) / steps);
        }
        return v - v * sum / steps / atMost(m, k, v);
    }

    /** P(at least m - k + 1 of m draws are at most x). */
    private static double atMost(int m, int k, double x) {
        double sum = 0;
        double ways = 1;
        for (int j = 0; j <= m; j++) {
            sum += j >= m - k + 1 ? ways * Math.pow(x, j) * Math.pow(1 - x, m - j) : 0;
            ways = ways * (m - j) / (j + 1);
        }
        return sum;
    }

    /**
     * Values drawn, distribution taken from what is there: on average the revenue of the second-price rule, k (n - k) / (n + 1), exactly for one
     * unit and two bidders; else a distribution estimated from few values is not the distribution, and bids are up to 3 % off.
     */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2", "12, 6", "20, 15"})
    void payAsBidAgainstTheValuesPresent(int n, int k) {
        AuctionFormat sale = Format.PAY_AS_BID.kernel(Rules.plain().with(Bidding.PRICE_TAKING));
        Random random = new Random(31);
        double sum = 0;
        double squares = 0;
        int draws = 4000;
        long[] each = new long[n];
        for (int d = 0; d < draws; d++) {
            for (int i = 0; i < n; i++) {
                each[i] = (long) (random.nextDouble() * ONE);
            }
            unitDemand(each);
            offer(k, 0);
            sale.clear(values, lots, outcome);
            double price = outcome.revenue() / (double) ONE / k;
            sum += price;
            squares += price * price;
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        assertThat(mean).as("standard error %s", error).isCloseTo((n - k) / (n + 1.0),
                within(4 * error + (k == 1 ? 0 : 0.03 * (n - k) / (n + 1.0))));
    }

    /** Higher values bid more, nobody above its value, and with reserves nobody below the lowest. */
    @Test
    void shadedBidsKeepTheOrderOfValues() {
        Random random = new Random(32);
        PayAsBidShading shading = new PayAsBidShading(null);
        int shaded = 0;
        for (int m = 0; m < 3000; m++) {
            RandomMarket market = m % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random);
            BidBook book = market.bids();
            LotBook offered = market.lots();
            shading.bid(book, offered, bids);
            for (int one = 0; one < book.steps(); one++) {
                assertThat(bids.value(one)).isLessThanOrEqualTo(book.value(one));
                shaded += bids.value(one) < book.value(one) ? 1 : 0;
                for (int other = 0; other < book.steps(); other++) {
                    assertThat(book.value(one) > book.value(other) && bids.value(one) < bids.value(other)).as("%s", market).isFalse();
                }
            }
        }
        assertThat(shaded).isGreaterThan(10_000);
    }

    /** More supply lowers bids in a discriminatory sale; no competition brings them down to the reserve. */
    @Test
    void moreSupplyLowersBids() {
        unitDemand(ONE / 5, ONE / 3, ONE / 2, ONE * 2 / 3, ONE);
        long last = Long.MAX_VALUE;
        for (int k = 1; k <= 5; k++) {
            offer(k, ONE / 10);
            new PayAsBidShading(null).bid(values, lots, bids);
            assertThat(bids.value(4)).isLessThan(last);
            last = bids.value(4);
        }
        assertThat(last).isEqualTo(ONE / 10);
    }

    /** Two bidders who want two units each at flat values: there is an equilibrium at price 0 with one unit each. */
    @ParameterizedTest
    @ValueSource(longs = {0, 30})
    void demandReduction(long reserve) {
        values.clear();
        for (int i = 0; i < 2; i++) {
            values.addBidder(BidBook.UNLIMITED, i);
            values.addStep(100, 0, 2);
        }
        offer(2, reserve);
        Format.UNIFORM_PRICE.kernel(Rules.plain().with(Bidding.STRATEGIC)).clear(values, lots, outcome);
        assertThat(outcome.clearingPrice()).isEqualTo(reserve);
        assertThat(outcome.awards()).isEqualTo(2);
        assertThat(outcome.units(0)).isEqualTo(1);
        Format.UNIFORM_PRICE.kernel(Rules.plain()).clear(values, lots, outcome);
        assertThat(outcome.clearingPrice()).isEqualTo(100);
    }

    /** Who wants one unit at most has nothing to hold back, and the price is that of truthful bids. */
    @Test
    void unitDemandIsNotReduced() {
        Random random = new Random(33);
        for (int d = 0; d < 500; d++) {
            long[] each = random.longs(8, 0, ONE).toArray();
            unitDemand(each);
            offer(1 + random.nextInt(7), 0);
            Format.UNIFORM_PRICE.kernel(Rules.plain()).clear(values, lots, outcome);
            long truthful = outcome.clearingPrice();
            Format.UNIFORM_PRICE.kernel(Rules.plain().with(Bidding.STRATEGIC)).clear(values, lots, outcome);
            assertThat(outcome.clearingPrice()).isEqualTo(truthful);
        }
    }

    /** No bidder gains by asking for another quantity, given what the others ask for: in nearly all generated markets. */
    @Test
    void reducedDemandIsABestResponse() {
        Random random = new Random(34);
        DemandReduction reduction = new DemandReduction();
        AuctionFormat uniform = Format.UNIFORM_PRICE.kernel(Rules.plain());
        int markets = 0;
        int stable = 0;
        int reduced = 0;
        for (int m = 0; m < 1500; m++) {
            RandomMarket market = RandomMarket.small(random);
            java.util.Arrays.fill(market.budget, BidBook.UNLIMITED);
            for (long[] side : market.side) {
                java.util.Arrays.fill(side, 0);
            }
            BidBook book = market.bids();
            LotBook offered = market.lots();
            reduction.bid(book, offered, bids);
            BidBook asked = new BidBook();
            asked.copyOf(bids);
            boolean isStable = true;
            for (int i = 0; i < book.bidders(); i++) {
                reduced += asked.capacity(i) < book.capacity(i) ? 1 : 0;
                double gain = gain(uniform, market, asked, offered, i);
                for (long quantity = 0; quantity <= book.capacity(i); quantity++) {
                    BidBook deviation = new BidBook();
                    deviation.copyOf(asked);
                    long left = quantity;
                    for (int s = book.firstStep(i); s < book.endStep(i); s++) {
                        deviation.units(s, Math.min(left, book.units(s)));
                        left -= deviation.units(s);
                    }
                    isStable &= gain(uniform, market, deviation, offered, i) <= gain;
                }
            }
            markets++;
            stable += isStable ? 1 : 0;
        }
        assertThat(reduced).isGreaterThan(300);
        assertThat(stable / (double) markets).as("share of markets in equilibrium").isGreaterThan(0.9);
    }

    private double gain(AuctionFormat format, RandomMarket market, BidBook book, LotBook offered, int bidder) {
        format.clear(book, offered, outcome);
        long won = 0;
        long paid = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            won += outcome.bidder(a) == bidder ? outcome.units(a) : 0;
            paid += outcome.bidder(a) == bidder ? outcome.payment(a) : 0;
        }
        return market.worth(bidder, won) - paid;
    }

    /** A clock's price is the second bid up to a tick, and sealed formats do not know ticks. */
    @Test
    void clocksAgreeWithSealedBidsUpToATick() {
        Random random = new Random(35);
        long tick = 7_000_000;
        for (int d = 0; d < 2000; d++) {
            unitDemand(random.longs(5, 0, ONE).toArray());
            offer(1, random.nextInt(3) == 0 ? ONE / 2 : 0);
            long english = revenue(Format.ENGLISH, Rules.plain().withTick(tick));
            long vickrey = revenue(Format.VICKREY, Rules.plain().withTick(tick));
            assertThat(english).isBetween(vickrey - tick, vickrey + tick);
            assertThat(revenue(Format.ENGLISH, Rules.plain())).isEqualTo(vickrey);
            long sealed = revenue(Format.FIRST_PRICE, Rules.plain().with(Bidding.PRICE_TAKING));
            assertThat(revenue(Format.DUTCH, Rules.plain().with(Bidding.PRICE_TAKING).withTick(tick))).isBetween(sealed - tick, sealed);
            assertThat(revenue(Format.DUTCH, Rules.plain().with(Bidding.PRICE_TAKING))).isEqualTo(sealed);
        }
    }

    private long revenue(Format format, Rules rules) {
        format.kernel(rules).clear(values, lots, outcome);
        return outcome.revenue();
    }

    /** On a Dutch clock two bids within a tick are equal: the tie-break decides, and both ways happen. */
    @Test
    void bidsWithinATickTie() {
        int lower = 0;
        for (int tie = 0; tie < 2; tie++) {
            values.clear();
            values.addBidder(BidBook.UNLIMITED, tie);
            values.addStep(104, 0, 1);
            values.addBidder(BidBook.UNLIMITED, 1 - tie);
            values.addStep(101, 0, 1);
            offer(1, 0);
            Format.DUTCH.kernel(Rules.plain().withTick(10)).clear(values, lots, outcome);
            assertThat(outcome.revenue()).isEqualTo(100);
            lower += outcome.bidder(0);
        }
        assertThat(lower).isEqualTo(1);
    }

    /** Meets at a rate: a single user at rate 1/week is met within the week with probability 1 - 1/e. */
    @Test
    void searchMeetsAtItsRate() {
        Rules rules = new Rules(UniformPrice.Rule.HIGHEST_LOSING, Bidding.TRUTHFUL, 0, 1, 0, 0.25, false, false);
        AuctionFormat search = Format.SEARCH.kernel(rules);
        Random random = new Random(36);
        int met = 0;
        int draws = 20_000;
        for (int d = 0; d < draws; d++) {
            values.clear();
            values.addBidder(BidBook.UNLIMITED, random.nextLong());
            values.addStep(1000, 0, 5);
            values.addDealer(BidBook.UNLIMITED, random.nextLong());
            values.addStep(1000, 0, 5);
            offer(3, 200);
            search.clear(values, lots, outcome);
            met += outcome.awards();
            if (outcome.awards() > 0) {
                assertThat(outcome.bidder(0)).as("dealers are never met").isZero();
                assertThat(outcome.payment(0)).as("1000 less a quarter of the gain of 800, three units").isEqualTo(3 * 800);
            }
        }
        double expected = 1 - Math.exp(-1);
        assertThat(met / (double) draws).isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / draws)));
    }

    /** Erev and Roth: who pays what it bids learns to bid less than who pays the second bid. */
    @Test
    void markUpsAreLearntWhereTheyPay() {
        assertThat(meanMarkUp(Format.FIRST_PRICE)).isGreaterThan(meanMarkUp(Format.VICKREY) + 0.05);
    }

    private double meanMarkUp(Format format) {
        Random random = new Random(37);
        AuctionFormat sale = format.kernel(Rules.plain());
        int n = 4;
        MarkUpLearning[] learners = new MarkUpLearning[n];
        for (int i = 0; i < n; i++) {
            learners[i] = new MarkUpLearning(0.02, 0.2);
        }
        double sum = 0;
        int rounds = 20_000;
        long[] worth = new long[n];
        for (int round = 0; round < rounds; round++) {
            values.clear();
            for (int i = 0; i < n; i++) {
                worth[i] = (long) (random.nextDouble() * ONE);
                values.addBidder(BidBook.UNLIMITED, random.nextLong());
                values.addStep((long) (worth[i] * (1 - learners[i].choose(random.nextDouble()))), 0, 1);
            }
            offer(1, 0);
            sale.clear(values, lots, outcome);
            for (int i = 0; i < n; i++) {
                boolean won = outcome.awards() > 0 && outcome.bidder(0) == i;
                learners[i].learn(won ? (worth[i] - outcome.payment(0)) / (double) worth[i] : 0);
                sum += round >= rounds / 2 ? learners[i].expectedMarkUp() : 0;
            }
        }
        return sum / n / (rounds / 2);
    }

    /** A pool whose lots go as wholes, and lots cleared one by one, sell no more than the pool, and never a part of a lot. */
    @Test
    void wholeLotsOnly() {
        values.clear();
        values.addBidder(BidBook.UNLIMITED, 0);
        values.addStep(100, 0, 7);
        lots.clear();
        lots.add(5, 0);
        lots.add(5, 10);
        Format.UNIFORM_PRICE.kernel(Rules.plain()).clear(values, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(7);
        Rules whole = new Rules(UniformPrice.Rule.HIGHEST_LOSING, Bidding.TRUTHFUL, 0, 0, 0, 0, false, true);
        Format.UNIFORM_PRICE.kernel(whole).clear(values, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(5);
        Rules each = new Rules(UniformPrice.Rule.HIGHEST_LOSING, Bidding.TRUTHFUL, 0, 0, 0, 0, true, false);
        Format.UNIFORM_PRICE.kernel(each).clear(values, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(7);
        assertThat(outcome.revenue()).as("alone for each lot: the reserves").isEqualTo(5 * 0 + 2 * 10);
    }

    @Test
    void aCreditBidActsAsAReserveAndIsSeen() {
        lots.clear();
        lots.add(3, 50, 80);
        lots.add(3, 50, 20);
        assertThat(lots.reserve(0)).isEqualTo(80);
        assertThat(lots.hasCreditBid(0)).isTrue();
        assertThat(lots.reserve(1)).isEqualTo(50);
        assertThat(lots.hasCreditBid(1)).as("below the reserve it wins nothing").isFalse();
    }

    /** Who could take more than is on sale bids no more for it: nobody needs more units than there are. */
    @ParameterizedTest
    @ValueSource(longs = {5, 10, 1000})
    void roomBeyondTheSupplyChangesNoBid(long room) {
        values.clear();
        values.addBidder(BidBook.UNLIMITED, 0);
        values.addStep(ONE, 0, room);
        offer(5, ONE / 10);
        new PayAsBidShading(null).bid(values, lots, bids);
        assertThat(bids.value(0)).as("alone: the reserve").isEqualTo(ONE / 10);
        values.addBidder(BidBook.UNLIMITED, 1);
        values.addStep(ONE / 2, 0, room);
        new PayAsBidShading(null).bid(values, lots, bids);
        long[] two = {bids.value(0), bids.value(1)};
        unitDemand(ONE, ONE / 2);
        offer(1, ONE / 10);
        new PayAsBidShading(null).bid(values, lots, bids);
        assertThat(two).as("as for one unit").containsExactly(bids.value(0), bids.value(1));
    }

    /** Cash in the market: where money and not values makes the price, all is sold at W / Q, however winners pay. */
    @Test
    void payAsBidSpendsTheMoneyThatThereIs() {
        values.clear();
        for (int i = 0; i < 20; i++) {
            values.addBidder(5000, i);
            values.addStep(1000, 0, 200);
        }
        offer(200, 0);
        Format.PAY_AS_BID.kernel(Rules.plain().with(Bidding.PRICE_TAKING)).clear(values, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(200);
        assertThat(outcome.revenue()).isBetween(95_000L, 100_000L);
    }

    @Test
    void strategicBidsNeedTheHighestLosingBid() {
        Rules rules = Rules.plain().with(Bidding.STRATEGIC).with(UniformPrice.Rule.LOWEST_WINNING);
        assertThatThrownBy(() -> Format.UNIFORM_PRICE.kernel(rules)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("highest-losing");
    }

    /** Weber with budgets for one lot each: room for more lots makes nobody a stronger rival. */
    @Test
    void aBudgetForOneLotIsUnitDemand() {
        Random random = new Random(38);
        double withRoom = 0;
        double unit = 0;
        AuctionFormat sale = Format.VICKREY.kernel(Rules.plain().with(Bidding.STRATEGIC));
        for (int d = 0; d < 500; d++) {
            long[] each = random.longs(12, 1, ONE).toArray();
            for (boolean room : new boolean[] {false, true}) {
                values.clear();
                for (int i = 0; i < each.length; i++) {
                    values.addBidder(each[i], i);
                    values.addStep(each[i], 0, room ? 6 : 1);
                }
                lots.clear();
                for (int l = 0; l < 6; l++) {
                    lots.add(1, 0);
                }
                sale.clear(values, lots, outcome);
                withRoom += room ? outcome.revenue() : 0;
                unit += room ? 0 : outcome.revenue();
            }
        }
        assertThat(withRoom / unit).isBetween(0.95, 1.1);
    }

    /** A buyer with less money than the bargain asks, but more than the reserve, spends it on one unit. */
    @Test
    void searchTakesWhatTheBuyerHas() {
        values.clear();
        values.addBidder(50, 1);
        values.addStep(100, 0, 3);
        offer(2, 20);
        Rules rules = new Rules(UniformPrice.Rule.HIGHEST_LOSING, Bidding.TRUTHFUL, 0, 50, 50, 0.5, false, false);
        Format.SEARCH.kernel(rules).clear(values, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(1);
        assertThat(outcome.revenue()).isEqualTo(50);
    }

    /** Units left over when the clock stops go first to those who dropped out for want of money: they gain by them. */
    @Test
    void theClockLeavesNothingThatSomebodyStillWants() {
        values.clear();
        values.addBidder(487, 0);
        values.addStep(59, 0, 8);
        values.addBidder(359, 1);
        values.addStep(177, 0, 8);
        offer(8, 0);
        Format.AUSUBEL_CLOCK.kernel(Rules.plain()).clear(values, lots, outcome);
        long paid = 0;
        long won = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            paid += outcome.bidder(a) == 1 ? outcome.payment(a) : 0;
            won += outcome.bidder(a) == 1 ? outcome.units(a) : 0;
        }
        assertThat(outcome.unitsSold()).isEqualTo(8);
        assertThat(359 - paid).as("too little for another unit at 59, after %s units", won).isLessThan(59);
    }
}
