package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.auction.UniformPrice.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Published results. Values on [0, 1] stand in units of 10^-9; means are allowed four standard errors, estimated from the draws. */
class ClosedFormsTest {

    private static final long ONE = 1_000_000_000L;
    private static final long AMPLE = Long.MAX_VALUE / 4;
    private static final int DRAWS = 20_000;

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private final Random random = new Random(20260105);

    private interface Bidder {
        void enter(int index);
    }

    private long uniform() {
        return (long) (random.nextDouble() * ONE);
    }

    /** Mean revenue a unit over many sales, checked against an expectation. */
    private void assertMeanPrice(double expected, AuctionFormat format, int n, int units, double reserve, Bidder bidder) {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            bids.clear();
            lots.clear();
            lots.add(units, (long) (reserve * ONE));
            for (int i = 0; i < n; i++) {
                bidder.enter(i);
            }
            format.clear(bids, lots, outcome);
            double price = outcome.revenue() / (double) ONE / units;
            sum += price;
            squares += price * price;
        }
        double mean = sum / DRAWS;
        double error = Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);
        assertThat(mean).as("standard error %s", error).isCloseTo(expected, within(4 * error));
    }

    private void unitDemand(int index) {
        bids.addBidder(AMPLE, index);
        bids.addStep(uniform(), 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "10, 1", "4, 2", "6, 3", "10, 7", "30, 20"})
    void unitsWithUnitDemandFetchTheHighestLosingBid(int n, int k) {
        assertMeanPrice((n - k) / (n + 1.0), new UniformPrice(Rule.HIGHEST_LOSING), n, k, 0, this::unitDemand);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "6, 3", "10, 7"})
    void lowestWinningBid(int n, int k) {
        assertMeanPrice((n - k + 1) / (n + 1.0), new UniformPrice(Rule.LOWEST_WINNING), n, k, 0, this::unitDemand);
    }

    /** Myerson: with values uniform on [0, 1] the best reserve is 1/2; two bidders then pay 5/12 on average. */
    @Test
    void theBestReserve() {
        assertMeanPrice(5.0 / 12, new UniformPrice(Rule.HIGHEST_LOSING), 2, 1, 0.5, this::unitDemand);
    }

    /** Che and Gale: a second-price sale where bids are the smaller of value and budget, independent and uniform. */
    @ParameterizedTest
    @CsvSource({"2, 0.2000", "3, 0.3143", "5, 0.4459", "8, 0.5507"})
    void secondPriceWithBudgets(int n, double expected) {
        assertMeanPrice(expected, new UniformPrice(Rule.HIGHEST_LOSING), n, 1, 0, i -> {
            bids.addBidder(uniform(), i);
            bids.addStep(uniform(), 0, 1);
        });
    }

    /** Shleifer and Vishny: insiders worth V, each out of funds with probability q; two outsiders worth U. */
    @ParameterizedTest
    @CsvSource({"2, 0.3", "3, 0.5", "6, 0.7"})
    void constrainedInsiders(int m, double q) {
        double insider = 0.9;
        double outsider = 0.4;
        double expected = outsider + (insider - outsider) * (1 - Math.pow(q, m) - m * (1 - q) * Math.pow(q, m - 1));
        assertMeanPrice(expected, new UniformPrice(Rule.HIGHEST_LOSING), m + 2, 1, 0, i -> {
            bids.addBidder(i < m && random.nextDouble() < q ? 0 : AMPLE, i);
            bids.addStep((long) ((i < m ? insider : outsider) * ONE), 0, 1);
        });
    }

    /** Allen and Gale: identical buyers who take prices, single units: min(V, W / Q), here to 0.1 %. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void cashInTheMarket(Rule rule) {
        long value = 2_500_000;
        int supply = 20_000;
        for (double cash = 0.05; cash < 2; cash += 0.05) {
            bids.clear();
            lots.clear();
            int buyers = 8;
            for (int i = 0; i < buyers; i++) {
                bids.addBidder((long) (cash * value * supply / buyers), i);
                bids.addStep(value, 0, 10 * supply);
            }
            lots.add(supply, 0);
            new UniformPrice(rule).clear(bids, lots, outcome);
            double expected = Math.min(1, cash) * value;
            assertThat((double) outcome.clearingPrice()).as("cash %s", cash).isCloseTo(expected, within(0.001 * expected));
            assertThat(outcome.unitsSold()).isEqualTo(supply);
        }
    }

    /** The cost of moving a unit comes out of the same cash: min(V, W / Q - cost). */
    @Test
    void cashInTheMarketWithSideCost() {
        bids.clear();
        for (int i = 0; i < 4; i++) {
            bids.addBidder(5_000_000_000L, i);
            bids.addStep(2_500_000, 90_000, 100_000);
        }
        lots.add(20_000, 0);
        new UniformPrice(Rule.LOWEST_WINNING).clear(bids, lots, outcome);
        assertThat((double) outcome.clearingPrice()).isCloseTo(1_000_000 - 90_000, within(1000.0));
    }

    /** Ready racks for Y units, retrofits for more: between the two the marginal unit pays for a retrofit; V and V - charge. */
    @ParameterizedTest
    @CsvSource({"90, 1000", "99, 1000", "101, 760", "250, 760", "399, 760", "401, 0"})
    void scarceReadyCapacity(int supply, long expected) {
        for (Rule rule : Rule.values()) {
            bids.clear();
            lots.clear();
            for (int i = 0; i < 10; i++) {
                bids.addBidder(AMPLE, i);
                bids.addStep(1000, 0, 10);
                bids.addStep(760, 50, 30);
            }
            lots.add(supply, 0);
            new UniformPrice(rule).clear(bids, lots, outcome);
            assertThat(outcome.clearingPrice()).isEqualTo(expected);
            assertThat(outcome.unitsSold()).isEqualTo(Math.min(supply, 400));
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "10"})
    void truthfulFirstPriceEarnsTheHighestValue(int n) {
        assertMeanPrice(n / (n + 1.0), Format.FIRST_PRICE.kernel(Rules.plain()), n, 1, 0, this::unitDemand);
    }

    /** Revenue equivalence: in equilibrium a first-price sale earns what a second-price sale does, (n - 1) / (n + 1). */
    @ParameterizedTest
    @CsvSource({"2", "3", "5", "10", "40"})
    void firstPriceInEquilibrium(int n) {
        assertMeanPrice((n - 1) / (n + 1.0), Format.FIRST_PRICE.kernel(Rules.plain().with(Bidding.PRICE_TAKING)), n, 1, 0, this::unitDemand);
    }

    /** With a reserve as well: two bidders and 1/2 give 5/12. */
    @Test
    void firstPriceInEquilibriumWithTheBestReserve() {
        assertMeanPrice(5.0 / 12, Format.FIRST_PRICE.kernel(Rules.plain().with(Bidding.PRICE_TAKING)), 2, 1, 0.5, this::unitDemand);
    }
}
