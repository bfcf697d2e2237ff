package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Payments against the definition, unit by unit: what the others, sellers included, could have had of the units that a bidder takes. */
class MultiUnitVickreyTest {

    private final AuctionFormat vickrey = Format.MULTI_UNIT_VICKREY.kernel(Rules.plain());
    private final Outcome outcome = new Outcome();

    private static RandomMarket withoutBudgets(Random random) {
        RandomMarket market = RandomMarket.small(random);
        java.util.Arrays.fill(market.budget, BidBook.UNLIMITED);
        return market;
    }

    /** Bids for single units, highest first: of all bidders but one, and of the sellers for their own units. */
    private static List<Long> unitBids(RandomMarket market, int butFor) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < market.budget.length; i++) {
            for (int k = 0; i != butFor && k < market.value[i].length; k++) {
                all.addAll(Collections.nCopies((int) market.units[i][k], market.value[i][k]));
            }
        }
        for (int lot = 0; lot < market.lotUnits.length; lot++) {
            all.addAll(Collections.nCopies((int) market.lotUnits[lot], market.reserve[lot]));
        }
        all.sort(Collections.reverseOrder());
        return all;
    }

    private static long best(RandomMarket market, int butFor) {
        return unitBids(market, butFor).stream().limit(market.offered()).mapToLong(Long::longValue).sum();
    }

    @Test
    void everyoneLeavesTheOthersAsWellOffAsWithoutHim() {
        Random random = new Random(21);
        int paid = 0;
        for (int m = 0; m < 20_000; m++) {
            RandomMarket market = withoutBudgets(random);
            vickrey.clear(market.bids(), market.lots(), outcome);
            long[] won = new long[market.budget.length];
            long[] payment = new long[won.length];
            long welfare = kept(market);
            for (int a = 0; a < outcome.awards(); a++) {
                won[outcome.bidder(a)] += outcome.units(a);
                payment[outcome.bidder(a)] += outcome.payment(a);
            }
            for (int i = 0; i < won.length; i++) {
                welfare += market.worth(i, won[i]);
            }
            assertThat(welfare).as("efficient: %s", market).isEqualTo(best(market, -1));
            for (int i = 0; i < won.length; i++) {
                long others = welfare - market.worth(i, won[i]);
                assertThat(payment[i]).as("bidder %s of %s", i, market).isEqualTo(best(market, i) - others);
                paid += payment[i] > 0 ? 1 : 0;
            }
        }
        assertThat(paid).isGreaterThan(5000);
    }

    /** What the sellers keep, at their reserves. */
    private long kept(RandomMarket market) {
        long[] left = market.lotUnits.clone();
        for (int a = 0; a < outcome.awards(); a++) {
            left[outcome.lot(a)] -= outcome.units(a);
        }
        long sum = 0;
        for (int lot = 0; lot < left.length; lot++) {
            sum += left[lot] * market.reserve[lot];
        }
        return sum;
    }

    /** With decreasing values and divisible lots, a losing bid that is raised and still loses never lowers anybody's payment. */
    @Test
    void aHigherLosingBidLowersNoPayment() {
        Random random = new Random(22);
        int raised = 0;
        for (int m = 0; m < 20_000; m++) {
            RandomMarket market = withoutBudgets(random);
            long[][] before = cleared(market);
            if (before.length == 0) {
                continue;
            }
            int i = random.nextInt(before.length);
            if (before[i][0] > 0 || market.value[i].length == 0) {
                continue;
            }
            for (int k = 0; k < market.value[i].length; k++) {
                market.value[i][k] += 3;
            }
            long[][] after = cleared(market);
            if (after[i][0] == 0) {
                raised++;
                for (int j = 0; j < before.length; j++) {
                    assertThat(after[j][1]).as("bidder %s when %s bids more: %s", j, i, market).isGreaterThanOrEqualTo(before[j][1]);
                }
            }
        }
        assertThat(raised).isGreaterThan(2000);
    }

    private long[][] cleared(RandomMarket market) {
        vickrey.clear(market.bids(), market.lots(), outcome);
        long[][] result = new long[market.budget.length][2];
        for (int a = 0; a < outcome.awards(); a++) {
            result[outcome.bidder(a)][0] += outcome.units(a);
            result[outcome.bidder(a)][1] += outcome.payment(a);
        }
        return result;
    }

    /** The clock with the smallest tick sells the same units for the same money, bidder by bidder, where no bids tie. */
    @Test
    void theClockWithClinchingIsTheSame() {
        Random random = new Random(23);
        AuctionFormat clock = Format.AUSUBEL_CLOCK.kernel(Rules.plain());
        Outcome other = new Outcome();
        int compared = 0;
        for (int m = 0; m < 10_000; m++) {
            RandomMarket market = m % 2 == 0 ? withoutBudgets(random) : ample(RandomMarket.large(random));
            vickrey.clear(market.bids(), market.lots(), outcome);
            clock.clear(market.bids(), market.lots(), other);
            assertThat(other.unitsSold()).as("%s", market).isEqualTo(outcome.unitsSold());
            assertThat(other.revenue()).as("%s", market).isEqualTo(outcome.revenue());
            assertThat(other.clearingPrice()).as("%s", market).isEqualTo(outcome.clearingPrice());
            compared += outcome.awards() > 0 ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(5000);
    }

    private static RandomMarket ample(RandomMarket market) {
        java.util.Arrays.fill(market.budget, BidBook.UNLIMITED);
        return market;
    }
}
