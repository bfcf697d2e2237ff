package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bound against every assignment there is, against itself by another way, and against what auctions bring about. */
class AssignmentBoundTest {

    private static final long AMPLE = BidBook.UNLIMITED;

    /**
     * A week of a few pools, bidders with a budget and a capacity each, in plain arrays, small enough to try every
     * assignment.
     */
    private static final class Week {

        final long[][] lotUnits;
        final long[][] reserve;
        final long[] budget;
        final double[] capacity;
        /** By bidder and pool. */
        final long[][] value;
        final long[][] side;
        final long[][] units;
        final double[][] amount;

        Week(Random random, int most, boolean ample) {
            int pools = 1 + random.nextInt(2);
            int bidders = 1 + random.nextInt(3);
            lotUnits = new long[pools][];
            reserve = new long[pools][];
            budget = new long[bidders];
            capacity = new double[bidders];
            value = new long[bidders][pools];
            side = new long[bidders][pools];
            units = new long[bidders][pools];
            amount = new double[bidders][pools];
            for (int p = 0; p < pools; p++) {
                int lots = random.nextInt(3);
                lotUnits[p] = new long[lots];
                reserve[p] = new long[lots];
                for (int l = 0; l < lots; l++) {
                    lotUnits[p][l] = random.nextInt(most + 1);
                    reserve[p][l] = random.nextInt(8);
                }
            }
            for (int i = 0; i < bidders; i++) {
                budget[i] = ample ? AMPLE : random.nextInt(25);
                capacity[i] = ample ? 1e9 : random.nextInt(9);
                for (int p = 0; p < pools; p++) {
                    value[i][p] = random.nextInt(12);
                    side[i][p] = random.nextInt(4);
                    units[i][p] = random.nextInt(most + 1);
                    amount[i][p] = random.nextInt(4);
                }
            }
        }

        AssignmentBound bound() {
            AssignmentBound bound = new AssignmentBound();
            for (int p = 0; p < reserve.length; p++) {
                bound.addPool();
                for (int l = 0; l < reserve[p].length; l++) {
                    bound.addLot(p, lotUnits[p][l], reserve[p][l]);
                }
            }
            for (int i = 0; i < budget.length; i++) {
                bound.addBidder(budget[i]);
                bound.addCapacity(capacity[i]);
                for (int p = 0; p < reserve.length; p++) {
                    bound.addStep(i, p, value[i][p], side[i][p], units[i][p], i, amount[i][p]);
                }
            }
            return bound;
        }

        /** The best surplus of whole units, each paid at its own lot's reserve, over all assignments of units to bidders. */
        long best() {
            long[][] left = new long[lotUnits.length][];
            for (int p = 0; p < left.length; p++) {
                left[p] = lotUnits[p].clone();
            }
            return best(0, left, budget.clone(), capacity.clone(), new long[budget.length][reserve.length]);
        }

        private long best(int lotIndex, long[][] left, long[] money, double[] room, long[][] won) {
            int p = 0;
            int l = lotIndex;
            while (p < left.length && l >= left[p].length) {
                l -= left[p].length;
                p++;
            }
            if (p == left.length) {
                return 0;
            }
            long best = best(lotIndex + 1, left, money, room, won);
            if (left[p][l] == 0) {
                return best;
            }
            for (int i = 0; i < money.length; i++) {
                long cost = reserve[p][l] + side[i][p];
                if (won[i][p] < units[i][p] && cost <= money[i] && amount[i][p] <= room[i]) {
                    left[p][l]--;
                    won[i][p]++;
                    money[i] -= cost;
                    room[i] -= amount[i][p];
                    best = Math.max(best, value[i][p] - reserve[p][l] + best(lotIndex, left, money, room, won));
                    left[p][l]++;
                    won[i][p]--;
                    money[i] += cost;
                    room[i] += amount[i][p];
                }
            }
            return best;
        }
    }

    @Test
    void noAssignmentOfWholeUnitsIsBetter() {
        Random random = new Random(1);
        int tight = 0;
        int something = 0;
        for (int i = 0; i < 4000; i++) {
            Week week = new Week(random, 2, false);
            long best = week.best();
            double quick = week.bound().surplusCents().orElseThrow();
            double slow = week.bound().surplusCents(false).orElseThrow();
            assertThat(quick).isGreaterThanOrEqualTo(best - 1e-9).isCloseTo(slow, within(1e-6));
            tight += Math.abs(quick - best) < 1e-9 ? 1 : 0;
            something += best > 0 ? 1 : 0;
        }
        assertThat(something).isGreaterThan(1200);
        assertThat(tight).as("instances in which whole units reach the bound").isGreaterThan(2000);
    }

    /** A bipartite assignment has a solution in whole units. */
    @Test
    void withoutBudgetsAndCapacitiesWholeUnitsReachIt() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            Week week = new Week(random, 2, true);
            long best = week.best();
            assertThat(week.bound().surplusCents().orElseThrow()).isEqualTo(best);
            assertThat(week.bound().surplusCents(false).orElseThrow()).isCloseTo(best, within(1e-6));
        }
    }

    /** In one pool the budgets are spent in the order of the steps: the merit order gives what the simplex method gives. */
    @Test
    void theShortCutGivesTheSameInASinglePool() {
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            RandomMarket market = i % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random);
            double quick = AssignmentBound.surplusCents(market.bids(), market.lots());
            AssignmentBound bound = new AssignmentBound();
            bound.addPool();
            for (int lot = 0; lot < market.reserve.length; lot++) {
                bound.addLot(0, market.lotUnits[lot], market.reserve[lot]);
            }
            for (int b = 0; b < market.budget.length; b++) {
                bound.addBidder(market.budget[b]);
                for (int k = 0; k < market.value[b].length; k++) {
                    bound.addStep(b, 0, market.value[b][k], market.side[b][k], market.units[b][k]);
                }
            }
            double slow = bound.surplusCents(false).orElseThrow();
            assertThat(slow).as("%s", market).isCloseTo(quick, within(1e-8 * quick + 1e-6));
            assertThat(bound.surplusCents().orElseThrow()).isEqualTo(quick);
        }
    }

    /** One pool of 10 at a reserve of 100: A wants 6 at 300 and B wants 8 at 200, so 6 x 200 + 4 x 100. */
    @Test
    void aSalesSurplusByHand() {
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        bids.clear();
        bids.addBidder(AMPLE, 1);
        bids.addStep(300, 0, 6);
        bids.addBidder(AMPLE, 2);
        bids.addStep(200, 0, 8);
        lots.add(10, 100);
        assertThat(AssignmentBound.surplusCents(bids, lots)).isEqualTo(1600);
        bids.clear();
        bids.addBidder(450, 1);
        bids.addStep(300, 50, 6);
        bids.addBidder(AMPLE, 2);
        bids.addStep(200, 0, 8);
        // 450 / (100 + 50) = 3 units for A, 7 for B
        assertThat(AssignmentBound.surplusCents(bids, lots)).isEqualTo(3 * 200 + 7 * 100);
        lots.add(5, 190);
        // and the eighth of B from the dearer lot
        assertThat(AssignmentBound.surplusCents(bids, lots)).isEqualTo(3 * 200 + 7 * 100 + 10);
    }

    /**
     * Two pools and one budget of 900: a unit gains 200 for 100 in one and 250 for 200 in the other, so five of one and two
     * of the other.
     */
    @Test
    void oneBudgetForTwoPools() {
        AssignmentBound bound = new AssignmentBound();
        int cheap = bound.addPool();
        int dear = bound.addPool();
        bound.addLot(cheap, 5, 100);
        bound.addLot(dear, 5, 200);
        int bidder = bound.addBidder(900);
        bound.addStep(bidder, cheap, 300, 0, 10);
        bound.addStep(bidder, dear, 450, 0, 10);
        assertThat(bound.surplusCents().orElseThrow()).isCloseTo(5 * 200 + 2 * 250, within(1e-9));
    }

    /**
     * 100 kW of racks for machines of 10 kW that gain 300 or of 40 kW that gain 800: the small ones first, 4 of them, then
     * 1.5 of the others.
     */
    @Test
    void onePowerForTwoPools() {
        AssignmentBound bound = new AssignmentBound();
        int small = bound.addPool();
        int large = bound.addPool();
        bound.addLot(small, 4, 0);
        bound.addLot(large, 4, 0);
        int bidder = bound.addBidder(AMPLE);
        int racks = bound.addCapacity(100);
        bound.addStep(bidder, small, 300, 0, 9, racks, 10);
        bound.addStep(bidder, large, 800, 0, 9, racks, 40);
        assertThat(bound.surplusCents().orElseThrow()).isCloseTo(4 * 300 + 1.5 * 800, within(1e-9));
        bound.clear();
        assertThat(bound.surplusCents().orElseThrow()).isZero();
    }

    @Test
    void degenerate() {
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        bids.clear();
        assertThat(AssignmentBound.surplusCents(bids, lots)).as("nothing at all").isZero();
        lots.add(0, 0);
        lots.add(3, 50);
        assertThat(AssignmentBound.surplusCents(bids, lots)).as("no bids").isZero();
        bids.addBidder(0, 1);
        bids.addStep(100, 0, 2);
        bids.addBidder(AMPLE, 1);
        bids.addStep(40, 0, 2);
        bids.addStep(-10, 0, 0);
        assertThat(AssignmentBound.surplusCents(bids, lots)).as("no money, or no gain").isZero();
        lots.clear();
        lots.add(0, 0);
        assertThat(AssignmentBound.surplusCents(bids, lots)).as("no units").isZero();
        lots.add(2, 0);
        assertThat(AssignmentBound.surplusCents(bids, lots)).as("no money is needed at no price").isEqualTo(200);
        bids.addBidder(AMPLE, 1);
        bids.addStep(BidBook.LARGEST, 0, BidBook.LARGEST_WORTH / BidBook.LARGEST);
        lots.clear();
        lots.add(2 * BidBook.LARGEST_COUNT, 0);
        assertThat(AssignmentBound.surplusCents(bids, lots)).as("the largest").isCloseTo(0x1p60, within(1e13));

        AssignmentBound bound = new AssignmentBound();
        assertThatThrownBy(() -> bound.addLot(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bound.addStep(0, 0, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bound.addBidder(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bound.addCapacity(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /**
     * A week of the size of the model's, twice: pools that are tied by budgets and by the power of ready and of convertible
     * racks.
     */
    private static AssignmentBound tiedWeek(Random random, int bidders, int pools) {
        AssignmentBound bound = new AssignmentBound();
        for (int p = 0; p < pools; p++) {
            bound.addPool();
            for (int lot = 0; lot < 4; lot++) {
                bound.addLot(p, 1 + random.nextInt(10 * bidders), 2_000_000 + random.nextInt(8_000_000));
            }
        }
        for (int i = 0; i < bidders; i++) {
            bound.addBidder((long) (1e8 * Math.pow(100, random.nextDouble())));
            double ready = 2000 * random.nextDouble();
            double convertible = 4000 * random.nextDouble();
            int readyRacks = bound.addCapacity(ready);
            int convertibleRacks = bound.addCapacity(convertible);
            double taste = 0.5 + random.nextDouble();
            for (int p = 0; p < pools; p++) {
                double kw = 6 + 2 * p;
                long value = (long) (taste * (8e6 + 2e6 * p) * (0.8 + 0.4 * random.nextDouble()));
                bound.addStep(i, p, value, 90_000, (long) (ready / kw), readyRacks, kw);
                bound.addStep(i, p, value - 1_500_000, 2_000_000, (long) (convertible / kw), convertibleRacks, kw);
            }
        }
        return bound;
    }

    @Test
    void whatIsTooLargeIsRefusedAndTheRestIsQuick() {
        assertThat(tiedWeek(new Random(4), 400, 5).surplusCents()).isEmpty();
        AssignmentBound week = tiedWeek(new Random(5), 120, 6);
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(week.surplusCents()).isPresent());
        // without short cuts there are many more rows, among them all that cannot bind
        AssignmentBound smaller = tiedWeek(new Random(6), 30, 4);
        double quick = smaller.surplusCents().orElseThrow();
        assertThat(smaller.surplusCents(false).orElseThrow()).isCloseTo(quick, within(1e-8 * quick));
    }

    /** What is at hand in one pool leaves less for the others: all pools together bring no more than each on its own. */
    @Test
    void tiesOnlyTakeAway() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            Week week = new Week(random, 5, false);
            double together = week.bound().surplusCents().orElseThrow();
            double apart = 0;
            for (int p = 0; p < week.reserve.length; p++) {
                AssignmentBound one = new AssignmentBound();
                one.addPool();
                for (int l = 0; l < week.reserve[p].length; l++) {
                    one.addLot(0, week.lotUnits[p][l], week.reserve[p][l]);
                }
                for (int b = 0; b < week.budget.length; b++) {
                    one.addBidder(week.budget[b]);
                    one.addCapacity(week.capacity[b]);
                    one.addStep(b, 0, week.value[b][p], week.side[b][p], week.units[b][p], b, week.amount[b][p]);
                }
                apart += one.surplusCents().orElseThrow();
            }
            assertThat(together).isBetween(0.0, apart + 1e-8);
        }
    }

    static Stream<Arguments> formats() {
        return AuctionInvariantsTest.formats();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void noAuctionBringsAboutMore(String name, AuctionFormat format) {
        Random random = new Random(6);
        Outcome outcome = new Outcome();
        double sum = 0;
        int sales = 0;
        for (int i = 0; i < 2000; i++) {
            RandomMarket market = i % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random);
            BidBook bids = market.bids();
            LotBook lots = market.lots();
            format.clear(bids, lots, outcome);
            double realised = Efficiency.realisedCents(bids, lots, outcome);
            double bound = AssignmentBound.surplusCents(bids, lots);
            assertThat(realised).as("%s", market).isNotNegative().isLessThanOrEqualTo(bound * (1 + 1e-12));
            if (bound > 0) {
                sum += Efficiency.of(realised, bound);
                sales++;
            }
        }
        assertThat(sum / sales).isBetween(0.2, 1.0);
    }

    @ParameterizedTest
    @EnumSource(names = {"VICKREY", "ENGLISH", "AUSUBEL_CLOCK", "MULTI_UNIT_VICKREY", "UNIFORM_PRICE"})
    void withUnitDemandAndAmpleFundsNothingIsLost(Format format) {
        Random random = new Random(7);
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        Outcome outcome = new Outcome();
        AuctionFormat kernel = format.kernel(Rules.plain());
        for (int i = 0; i < 2000; i++) {
            bids.clear();
            lots.clear();
            for (int b = random.nextInt(12); b > 0; b--) {
                bids.addBidder(AMPLE, random.nextLong());
                bids.addStep(random.nextInt(i % 2 == 0 ? 10 : 1_000_000), 0, 1);
            }
            long reserve = random.nextInt(5);
            for (int lot = random.nextInt(8); lot > 0; lot--) {
                lots.add(1, reserve);
            }
            kernel.clear(bids, lots, outcome);
            double bound = AssignmentBound.surplusCents(bids, lots);
            assertThat(Efficiency.of(Efficiency.realisedCents(bids, lots, outcome), bound)).isEqualTo(1);
        }
    }

    /** Where truthful bids for many units meet without budgets, who values a unit most gets it, whatever is paid. */
    @ParameterizedTest
    @EnumSource(names = {"UNIFORM_PRICE", "PAY_AS_BID", "AUSUBEL_CLOCK", "MULTI_UNIT_VICKREY"})
    void inAPoolWithAmpleFundsNothingIsLost(Format format) {
        Random random = new Random(9);
        Outcome outcome = new Outcome();
        int sales = 0;
        for (UniformPrice.Rule rule : UniformPrice.Rule.values()) {
            AuctionFormat kernel = format.kernel(Rules.plain().with(rule));
            for (int i = 0; i < 4000; i++) {
                RandomMarket market = i % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random);
                Arrays.fill(market.budget, AMPLE);
                kernel.clear(market.bids(), market.lots(), outcome);
                double bound = AssignmentBound.surplusCents(market.bids(), market.lots());
                double realised = Efficiency.realisedCents(market.bids(), market.lots(), outcome);
                assertThat(realised).as("%s", market).isEqualTo(bound);
                sales += bound > 0 ? 1 : 0;
            }
        }
        assertThat(sales).isGreaterThan(4000);
    }

    @Test
    void efficiencyOfNothing() {
        assertThat(Efficiency.of(0, 0)).isEqualTo(1);
        assertThat(Efficiency.of(50, 100)).isEqualTo(0.5);
        assertThat(Efficiency.of(100.0000000001, 100)).isEqualTo(1);
    }
}
