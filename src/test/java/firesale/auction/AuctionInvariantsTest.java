package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.auction.UniformPrice.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no auction may ever do, over thousands of generated markets, to the cent and to the unit. */
class AuctionInvariantsTest {

    private static final int MARKETS = 4000;

    /** Every format with every way of bidding and every way of pooling that it knows. */
    static Stream<Arguments> formats() {
        List<Arguments> all = new ArrayList<>();
        for (Format format : Format.values()) {
            for (Bidding bidding : List.of(Bidding.TRUTHFUL, Bidding.PRICE_TAKING, Bidding.STRATEGIC)) {
                Rules rules = Rules.plain().with(bidding);
                all.add(Arguments.of(format + " " + bidding, format.kernel(rules)));
                all.add(Arguments.of(format + " " + bidding + " ticks of 3", format.kernel(rules.withTick(3))));
            }
        }
        Rules rules = Rules.plain();
        for (Format format : List.of(Format.UNIFORM_PRICE, Format.PAY_AS_BID, Format.AUSUBEL_CLOCK, Format.MULTI_UNIT_VICKREY)) {
            all.add(Arguments.of(format + " lot by lot", format.kernel(pooling(rules, true, false))));
            all.add(Arguments.of(format + " all or nothing", format.kernel(pooling(rules, false, true))));
            all.add(Arguments.of(format + " each lot all or nothing", format.kernel(pooling(rules.with(Bidding.STRATEGIC), true, true))));
        }
        all.add(Arguments.of("uniform price, lowest winning", Format.UNIFORM_PRICE.kernel(rules.with(Rule.LOWEST_WINNING))));
        return all.stream();
    }

    private static Rules pooling(Rules r, boolean lotByLot, boolean allOrNothing) {
        return new Rules(r.uniformPriceRule(), r.bidding(), r.tickCents(), r.usersPerWeek(), r.dealersPerWeek(), r.buyersWeight(),
                lotByLot, allOrNothing);
    }

    private static RandomMarket market(int i, Random random) {
        return i % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void nobodyIsHarmedAndNothingIsSoldTwice(String name, AuctionFormat format) {
        Random random = new Random(1);
        Outcome outcome = new Outcome();
        int sales = 0;
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = market(i, random);
            format.clear(market.bids(), market.lots(), outcome);
            check(market, outcome, format.sellsWholeLots());
            sales += outcome.awards() > 0 ? 1 : 0;
        }
        assertThat(sales).isBetween(MARKETS / 4, MARKETS - 100);
    }

    private static void check(RandomMarket market, Outcome outcome, boolean whole) {
        long[] won = new long[market.budget.length];
        long[] paid = new long[won.length];
        long[] sold = new long[market.lotUnits.length];
        long revenue = 0;
        long units = 0;
        long dearest = -1;
        for (int a = 0; a < outcome.awards(); a++) {
            int lot = outcome.lot(a);
            assertThat(outcome.units(a)).isPositive();
            assertThat(outcome.payment(a)).as("reserve: %s", market).isGreaterThanOrEqualTo(market.reserve[lot] * outcome.units(a));
            won[outcome.bidder(a)] += outcome.units(a);
            paid[outcome.bidder(a)] += outcome.payment(a);
            sold[lot] += outcome.units(a);
            revenue += outcome.payment(a);
            units += outcome.units(a);
            dearest = Math.max(dearest, outcome.payment(a) / outcome.units(a));
        }
        for (int i = 0; i < won.length; i++) {
            assertThat(won[i]).as("capacity: %s", market).isLessThanOrEqualTo(market.capacity(i));
            assertThat(paid[i]).as("rationality: %s", market).isLessThanOrEqualTo(market.worth(i, won[i]));
            assertThat(paid[i] + market.sideCost(i, won[i])).as("budget: %s", market).isLessThanOrEqualTo(market.budget[i]);
        }
        for (int lot = 0; lot < sold.length; lot++) {
            assertThat(sold[lot]).as("units of a lot: %s", market).isLessThanOrEqualTo(market.lotUnits[lot]);
            assertThat(!whole || sold[lot] == 0 || sold[lot] == market.lotUnits[lot]).as("a part of a lot: %s", market).isTrue();
        }
        assertThat(outcome.revenue()).isEqualTo(revenue);
        assertThat(outcome.unitsSold()).isEqualTo(units);
        assertThat(outcome.clearingPrice()).isGreaterThanOrEqualTo(dearest);
        assertThat(outcome.clearingPrice() < 0).isEqualTo(outcome.awards() == 0);
    }

    /**
     * Loans: nobody pays more than its budget and its credit, what is lent is backed by what is pledged, and haircuts and side costs
     * of that are the buyer's own money.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void loansAreBackedAndHaircutsPaid(String name, AuctionFormat format) {
        Random random = new Random(4);
        Random loans = new Random(5);
        Outcome outcome = new Outcome();
        int borrowed = 0;
        for (int i = 0; i < MARKETS / 2; i++) {
            RandomMarket market = market(i, random).lend(loans);
            BidBook bids = market.bidsWithCredit();
            LoanCheck check = new LoanCheck(market, bids);
            format.clear(bids, market.lots(), outcome);
            borrowed += check.holds(outcome);
            if (LoanCheck.onePriceForAll(name)) {
                check.holdsTogether(outcome);
            } else if (LoanCheck.onePriceForALot(name)) {
                check.holdsLotByLot(outcome);
            }
            double bound = AssignmentBound.surplusCents(bids, market.lots());
            assertThat(Efficiency.realisedCents(bids, market.lots(), outcome)).as("bound: %s", market)
                    .isLessThanOrEqualTo(bound * (1 + 1e-9) + 1e-3);
        }
        assertThat(borrowed).as("loans").isGreaterThan(100);
    }

    /** Who may borrow but is allotted nothing is as who may not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void withoutCapacityLoansChangeNothing(String name, AuctionFormat format) {
        Random random = new Random(6);
        Random loans = new Random(7);
        Outcome with = new Outcome();
        Outcome without = new Outcome();
        for (int i = 0; i < 500; i++) {
            RandomMarket market = market(i, random).lend(loans);
            market.dealersCents = 0;
            format.clear(market.bidsWithCredit(), market.lots(), with);
            Arrays.fill(market.limit, 0);
            market.advance = 0;
            format.clear(market.bids(), market.lots(), without);
            assertThat(rows(with)).as("%s", market).isEqualTo(rows(without));
        }
    }

    /** With the same numbers for ties, the order in which bidders are listed decides nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void theOrderOfBiddersDoesNotMatter(String name, AuctionFormat format) {
        Random random = new Random(2);
        Random loans = new Random(8);
        Outcome one = new Outcome();
        Outcome other = new Outcome();
        for (int i = 0; i < MARKETS; i++) {
            RandomMarket market = market(i, random);
            market = i % 3 == 0 ? market.lend(loans) : market;
            List<Integer> shuffled = new ArrayList<>();
            for (int b = 0; b < market.budget.length; b++) {
                shuffled.add(random.nextInt(b + 1), b);
            }
            int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
            format.clear(market.bidsWithCredit(), market.lots(), one);
            format.clear(market.bidsWithCredit(order), market.lots(), other);
            assertThat(other.clearingPrice()).isEqualTo(one.clearingPrice());
            long[] difference = new long[2 * order.length];
            for (int a = 0; a < one.awards(); a++) {
                difference[2 * one.bidder(a)] += one.units(a);
                difference[2 * one.bidder(a) + 1] += one.payment(a);
            }
            for (int a = 0; a < other.awards(); a++) {
                difference[2 * order[other.bidder(a)]] -= other.units(a);
                difference[2 * order[other.bidder(a)] + 1] -= other.payment(a);
            }
            assertThat(difference).as("%s", market).containsOnly(order.length == 0 ? new long[0] : new long[] {0});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void reusedBooksAndOutcomesGiveTheSame(String name, AuctionFormat format) {
        Random random = new Random(3);
        Outcome reused = new Outcome();
        for (int i = 0; i < 500; i++) {
            RandomMarket market = market(i, random);
            Outcome fresh = new Outcome();
            format.clear(market.bids(), market.lots(), fresh);
            format.clear(market.bids(), market.lots(), reused);
            assertThat(rows(reused)).isEqualTo(rows(fresh));
        }
    }

    private static List<List<Long>> rows(Outcome outcome) {
        List<List<Long>> rows = new ArrayList<>();
        rows.add(List.of(outcome.clearingPrice(), outcome.revenue(), outcome.unitsSold()));
        for (int a = 0; a < outcome.awards(); a++) {
            rows.add(List.of((long) outcome.bidder(a), (long) outcome.lot(a), outcome.units(a), outcome.payment(a)));
        }
        return rows;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void degenerateMarkets(String name, AuctionFormat format) {
        Outcome outcome = new Outcome();
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        bids.clear();
        format.clear(bids, lots, outcome);
        assertThat(outcome.awards()).isZero();
        assertThat(outcome.clearingPrice()).isEqualTo(-1);

        lots.add(0, 0);
        lots.add(5, 100);
        format.clear(bids, lots, outcome);
        assertThat(outcome.awards()).as("no bidder").isZero();

        bids.addBidder(1_000_000, 1);
        format.clear(bids, lots, outcome);
        assertThat(outcome.awards()).as("no step").isZero();
        bids.addStep(99, 0, 5);
        format.clear(bids, lots, outcome);
        assertThat(outcome.awards()).as("reserve above all").isZero();

        bids.clear();
        bids.addBidder(1_000_000, 1);
        bids.addStep(300, 0, 5);
        format.clear(bids, lots, outcome);
        assertThat(outcome.unitsSold()).as("one bidder").isEqualTo(5);
        assertThat(outcome.revenue()).isBetween(500L, 1500L);
        assertThat(outcome.clearingPrice()).isBetween(100L, 300L);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void aMillionUnitsForTensOfBillions(String name, AuctionFormat format) {
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        Outcome outcome = new Outcome();
        bids.clear();
        for (int i = 0; i < 3; i++) {
            bids.addBidder(Long.MAX_VALUE / 4, i);
            bids.addStep(24_000_000, 90_000, 10_000_000);
        }
        lots.add(1_000_000, 5_000_000);
        format.clear(bids, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(1_000_000);
        assertThat(outcome.revenue()).isBetween(5_000_000_000_000L, 24_000_000_000_000L);
    }

    /** What could not be added up without overflow is refused when it is entered. */
    @Test
    void amountsBeyondArithmeticAreRefused() {
        BidBook bids = new BidBook();
        bids.addBidder(BidBook.UNLIMITED, 0);
        bids.addStep(BidBook.LARGEST, 0, 1_000_000);
        assertThatThrownBy(() -> bids.addStep(1, 0, BidBook.LARGEST_COUNT + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.addStep(BidBook.LARGEST, 0, 10_000_000)).hasMessageContaining("more than can be added up");
        assertThatThrownBy(() -> bids.addStep(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.addStep(1, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.addBidder(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A value below zero is a bid that never wins, not an error: somebody would have to be paid to take the machine. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void negativeValuesNeverWin(String name, AuctionFormat format) {
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        Outcome outcome = new Outcome();
        bids.addBidder(1000, 1);
        bids.addStep(-5, 0, 10);
        lots.add(3, 0);
        format.clear(bids, lots, outcome);
        assertThat(outcome.awards()).isZero();
    }
}
