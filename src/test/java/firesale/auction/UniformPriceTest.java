package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.auction.UniformPrice.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UniformPriceTest {

    private final Outcome outcome = new Outcome();

    /** The highest price at which somebody buys and demand covers all cheaper lots (and one unit more), by trying each. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void priceByExhaustiveSearchOfTheDefinition(Rule rule) {
        Random random = new Random(11);
        int budgetsBind = 0;
        for (int i = 0; i < 20_000; i++) {
            RandomMarket market = RandomMarket.small(random);
            new UniformPrice(rule).clear(market.bids(), market.lots(), outcome);
            long expected = -1;
            for (long p = 0; p <= 20; p++) {
                long cheaper = market.reservedBelow(p);
                long extra = rule == Rule.HIGHEST_LOSING && cheaper > 0 ? 1 : 0;
                expected = market.demand(p) > 0 && market.demand(p) >= cheaper + extra ? p : expected;
            }
            long sold = expected < 0 ? 0 : Math.min(market.reservedBelow(expected + 1), market.demand(expected));
            assertThat(outcome.unitsSold()).as("%s", market).isEqualTo(sold);
            assertThat(outcome.clearingPrice()).as("%s", market).isEqualTo(sold == 0 ? -1 : expected);
            budgetsBind += sold > 0 && market.demand(expected) < market.bids().demandWithoutBudgets(expected) ? 1 : 0;
        }
        assertThat(budgetsBind).isGreaterThan(1000);
    }

    /** Who would take more at a price just above gets it; only the marginal price is rationed, by tie-break. */
    @Test
    void winnersAreThoseWhoWantMost() {
        Random random = new Random(12);
        for (int i = 0; i < 5000; i++) {
            RandomMarket market = RandomMarket.small(random);
            new UniformPrice(Rule.HIGHEST_LOSING).clear(market.bids(), market.lots(), outcome);
            if (outcome.awards() == 0) {
                continue;
            }
            long[] won = won(market.budget.length);
            long price = outcome.clearingPrice();
            for (int b = 0; b < won.length; b++) {
                assertThat(won[b]).as("%s", market).isBetween(market.demand(b, price + 1), market.demand(b, price));
                for (int other = 0; other < won.length; other++) {
                    boolean gotMargin = won[b] > market.demand(b, price + 1);
                    boolean lacksMargin = won[other] < market.demand(other, price);
                    assertThat(gotMargin && lacksMargin && Long.compareUnsigned(market.tie[other], market.tie[b]) < 0)
                            .as("a later number wins at the margin: %s", market).isFalse();
                }
            }
        }
    }

    /** Without budgets and with one reserve: the highest losing bid, or the reserve where no bid loses. */
    @Test
    void textbookHighestLosingBid() {
        Random random = new Random(13);
        for (int i = 0; i < 2000; i++) {
            int n = 1 + random.nextInt(8);
            long supply = 1 + random.nextInt(10);
            long reserve = random.nextInt(60);
            BidBook bids = new BidBook();
            bids.clear();
            List<Long> all = new ArrayList<>();
            for (int b = 0; b < n; b++) {
                bids.addBidder(Long.MAX_VALUE / 4, random.nextLong());
                long high = random.nextInt(100);
                long low = random.nextInt((int) high + 1);
                bids.addStep(high, 0, 1);
                bids.addStep(low, 0, 2);
                all.addAll(List.of(high, low, low));
            }
            all.removeIf(value -> value < reserve);
            all.sort(Comparator.reverseOrder());
            LotBook lots = new LotBook();
            lots.add(supply, reserve);
            new UniformPrice(Rule.HIGHEST_LOSING).clear(bids, lots, outcome);
            assertThat(outcome.unitsSold()).isEqualTo(Math.min(supply, all.size()));
            assertThat(outcome.clearingPrice())
                    .isEqualTo(all.isEmpty() ? -1 : all.size() > supply ? all.get((int) supply) : reserve);
            new UniformPrice(Rule.LOWEST_WINNING).clear(bids, lots, outcome);
            assertThat(outcome.clearingPrice())
                    .isEqualTo(all.isEmpty() ? -1 : all.size() >= supply ? all.get((int) supply - 1) : reserve);
        }
    }

    /** More supply never raises the price, more budget or another bidder never lowers it. */
    @Test
    void comparativeStatics() {
        Random random = new Random(14);
        UniformPrice format = new UniformPrice(Rule.HIGHEST_LOSING);
        int sales = 0;
        for (int i = 0; i < 4000; i++) {
            RandomMarket market = i % 2 == 0 ? RandomMarket.small(random) : RandomMarket.large(random);
            if (market.lotUnits.length == 0 || market.budget.length == 0) {
                continue;
            }
            format.clear(market.bids(), market.lots(), outcome);
            long price = outcome.clearingPrice();
            long sold = outcome.unitsSold();
            if (sold == 0) {
                continue;
            }
            sales++;
            LotBook more = market.lots();
            more.add(1 + random.nextInt(20), market.reserve[0]);
            format.clear(market.bids(), more, outcome);
            assertThat(outcome.clearingPrice()).as("%s", market).isLessThanOrEqualTo(price);
            BidBook another = market.bids();
            another.addBidder(Long.MAX_VALUE / 4, 5);
            another.addStep(random.nextInt(20), 0, 3);
            format.clear(another, market.lots(), outcome);
            assertThat(outcome.clearingPrice()).as("%s", market).isGreaterThanOrEqualTo(price);
            market.budget[random.nextInt(market.budget.length)] += 1 + random.nextInt(1_000_000);
            format.clear(market.bids(), market.lots(), outcome);
            assertThat(outcome.clearingPrice()).as("%s", market).isGreaterThanOrEqualTo(price);
        }
        assertThat(sales).isGreaterThan(1000);
    }

    @Test
    void booksRefuseNonsense() {
        BidBook bids = new BidBook();
        bids.clear();
        assertThatThrownBy(() -> bids.addStep(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.addBidder(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        bids.addBidder(1, 0);
        bids.addStep(10, 5, 1);
        assertThatThrownBy(() -> bids.addStep(11, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.addStep(9, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bids.addStep(9, 5, -1)).isInstanceOf(IllegalArgumentException.class);
        LotBook lots = new LotBook();
        assertThatThrownBy(() -> lots.add(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lots.add(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Books grow beyond their first arrays. */
    @Test
    void manyBiddersAndLots() {
        BidBook bids = new BidBook();
        bids.clear();
        LotBook lots = new LotBook();
        for (int i = 0; i < 1000; i++) {
            bids.addBidder(1_000_000, i);
            bids.addStep(1000 - i, 0, 1);
            bids.addStep(0, 0, 1);
            lots.add(1, 500);
        }
        assertThat(bids.demand(501)).isEqualTo(500);
        new UniformPrice(Rule.LOWEST_WINNING).clear(bids, lots, outcome);
        assertThat(outcome.unitsSold()).isEqualTo(501);
        assertThat(outcome.clearingPrice()).isEqualTo(500);
        assertThat(outcome.awards()).isEqualTo(501);
    }

    private long[] won(int bidders) {
        long[] won = new long[bidders];
        for (int a = 0; a < outcome.awards(); a++) {
            won[outcome.bidder(a)] += outcome.units(a);
        }
        return won;
    }
}
