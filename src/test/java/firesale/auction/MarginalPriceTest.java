package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MarginalPriceTest {

    /** The price is that of a uniform-price sale of one lot, whatever the bids and budgets. */
    @Test
    void itIsThePriceOfASaleAtOnePrice() {
        Random random = new Random(1);
        BidBook bids = new BidBook();
        LotBook lots = new LotBook();
        Outcome outcome = new Outcome();
        MarginalPrice marginal = new MarginalPrice();
        int sold = 0;
        int bound = 0;
        for (int i = 0; i < 20_000; i++) {
            bids.clear();
            for (int b = random.nextInt(7); b > 0; b--) {
                bids.addBidder(random.nextInt(3) > 0 ? BidBook.UNLIMITED : random.nextInt(600), random.nextLong());
                long value = random.nextInt(60);
                for (int s = random.nextInt(4); s > 0; s--) {
                    bids.addStep(value, random.nextInt(8), random.nextInt(5));
                    value -= random.nextInt((int) value + 1);
                }
            }
            lots.clear();
            long units = 1 + random.nextInt(12);
            long reserve = random.nextInt(30);
            lots.add(units, reserve);
            new UniformPrice(UniformPrice.Rule.HIGHEST_LOSING).clear(bids, lots, outcome);
            long price = marginal.of(bids, units, reserve);
            if (outcome.awards() == 0) {
                assertThat(price).isEqualTo(-1);
            } else {
                assertThat(price).isEqualTo(outcome.clearingPrice());
                sold++;
                bound += bids.demandWithoutBudgets(price) > bids.demand(price) ? 1 : 0;
            }
        }
        assertThat(sold).isGreaterThan(10_000);
        assertThat(bound).isGreaterThan(900);
    }

    /** The same where bidders have borrowed. */
    @Test
    void loansCount() {
        Random random = new Random(2);
        Random loans = new Random(3);
        Outcome outcome = new Outcome();
        MarginalPrice marginal = new MarginalPrice();
        int raised = 0;
        for (int i = 0; i < 5_000; i++) {
            RandomMarket market = RandomMarket.large(random).lend(loans);
            long units = 1 + random.nextInt(600);
            long reserve = random.nextInt(20_000_000);
            BidBook bids = market.bids();
            long without = marginal.of(bids, units, reserve);
            new LoanAllotment().allot(bids, units, reserve, market.dealersCents);
            LotBook lots = new LotBook();
            lots.add(units, reserve);
            new UniformPrice(UniformPrice.Rule.HIGHEST_LOSING).clear(bids, lots, outcome);
            long price = marginal.of(bids, units, reserve);
            assertThat(price).as("%s", market).isEqualTo(outcome.clearingPrice()).isGreaterThanOrEqualTo(without);
            raised += price > without ? 1 : 0;
        }
        assertThat(raised).isGreaterThan(50);
    }

    /** By hand: bids 9, 8, 8, 5 for one unit each. */
    @Test
    void theHighestLosingBidMakesThePrice() {
        BidBook bids = new BidBook();
        bids.clear();
        for (long value : new long[] {8, 5, 9, 8}) {
            bids.addBidder(BidBook.UNLIMITED, 0);
            bids.addStep(value, 0, 1);
        }
        MarginalPrice marginal = new MarginalPrice();
        assertThat(marginal.of(bids, 1, 0)).isEqualTo(8);
        assertThat(marginal.of(bids, 3, 0)).isEqualTo(5);
        assertThat(marginal.of(bids, 4, 2)).isEqualTo(2);
        assertThat(marginal.of(bids, 2, 8)).isEqualTo(8);
        assertThat(marginal.of(bids, 1, 10)).isEqualTo(-1);
    }
}
