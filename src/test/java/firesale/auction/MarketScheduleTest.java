package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Demand and supply of a clearing, kept. */
class MarketScheduleTest {

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final MarketSchedule schedule = new MarketSchedule();

    private void bidder(long budget, long... valuesAndUnits) {
        bids.addBidder(budget, bids.bidders());
        for (int i = 0; i < valuesAndUnits.length; i += 2) {
            bids.addStep(valuesAndUnits[i], 0, valuesAndUnits[i + 1]);
        }
    }

    @Test
    void pricesAreThoseAtWhichACurveSteps() {
        bidder(BidBook.UNLIMITED, 900, 2, 500, 3);
        bidder(BidBook.UNLIMITED, 700, 0, 600, 4);
        lots.add(5, 400);
        lots.add(1, 500);
        lots.add(0, 450);
        schedule.copy(bids, lots);
        assertThat(schedule.prices(150, 550, -1)).containsExactly(0, 400, 500, 550, 600, 900);
        assertThat(schedule.demand(500)).isEqualTo(9);
        assertThat(schedule.demand(501)).isEqualTo(6);
        assertThat(schedule.supply(399)).isZero();
        assertThat(schedule.supply(400)).isEqualTo(5);
        assertThat(schedule.supply(500)).isEqualTo(6);
    }

    @Test
    void itOutlivesItsBooks() {
        bidder(BidBook.UNLIMITED, 900, 2);
        lots.add(5, 400);
        schedule.copy(bids, lots);
        bids.clear();
        lots.clear();
        assertThat(schedule.demand(900)).isEqualTo(2);
        assertThat(schedule.supply(400)).isEqualTo(5);
    }

    /** A budget of 1,000 buys 10 units at 100, and fewer from unit to unit as the price rises. */
    @Test
    void whereBudgetsBindThereIsAGrid() {
        bidder(1_000, 600, 20);
        lots.add(5, 100);
        schedule.copy(bids, lots);
        long[] prices = schedule.prices(150);
        assertThat(prices).hasSizeBetween(60, 70).isSorted().doesNotHaveDuplicates();
        assertThat(schedule.demand(100)).isEqualTo(10);
        assertThat(schedule.demandWithoutBudgets(100)).isEqualTo(20);
    }

    /** With 500 of credit at a haircut of a half it buys 15, and there is still a grid. */
    @Test
    void demandIsThatWithCredit() {
        bids.loans(0.5, 10_000);
        bidder(1_000, 600, 20);
        bids.mayBorrow(1_000, 500);
        bids.credit(0, 500);
        schedule.copy(bids, lots);
        bids.clear();
        assertThat(schedule.demand(100)).isEqualTo(15);
        assertThat(schedule.prices(150)).hasSizeGreaterThan(60);
    }

    @Test
    void thereAreNeverTooManyPrices() {
        for (int i = 0; i < 500; i++) {
            bidder(10_000, 10_000 + 7 * i, 3);
            lots.add(1, 11 * i);
        }
        schedule.copy(bids, lots);
        assertThat(schedule.prices(150, 12_345)).hasSizeBetween(100, 150).isSorted().doesNotHaveDuplicates()
                .contains(0, 12_345, 499 * 11, 10_000 + 499 * 7);
    }

    @Test
    void emptyBooksHaveNoSteps() {
        schedule.copy(bids, lots);
        assertThat(schedule.prices(150)).containsExactly(0);
    }
}
