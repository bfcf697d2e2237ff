package firesale.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * First-price sales where nobody knows the distribution of values but by those present; {@code firesale.validation} holds what has a closed
 * form with it known. Values on [0, 1] stand in units of 10^-9; means are allowed four standard errors, estimated from the draws.
 */
class ClosedFormsTest {

    private static final long ONE = 1_000_000_000L;
    private static final int DRAWS = 20_000;

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private final Random random = new Random(20260105);

    /** Mean revenue over many sales of one unit, checked against an expectation. */
    private void assertMeanPrice(double expected, Bidding bidding, int n, double reserve) {
        AuctionFormat format = Format.FIRST_PRICE.kernel(Rules.plain().with(bidding));
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            bids.clear();
            lots.clear();
            lots.add(1, (long) (reserve * ONE));
            for (int i = 0; i < n; i++) {
                bids.addBidder(BidBook.UNLIMITED, i);
                bids.addStep((long) (random.nextDouble() * ONE), 0, 1);
            }
            format.clear(bids, lots, outcome);
            double price = outcome.revenue() / (double) ONE;
            sum += price;
            squares += price * price;
        }
        double mean = sum / DRAWS;
        double error = Math.sqrt((squares / DRAWS - mean * mean) / DRAWS);
        assertThat(mean).as("standard error %s", error).isCloseTo(expected, within(4 * error));
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "10"})
    void truthfulBidsEarnTheHighestValue(int n) {
        assertMeanPrice(n / (n + 1.0), Bidding.TRUTHFUL, n, 0);
    }

    /** In equilibrium the sale earns what a second-price sale does, (n - 1) / (n + 1); with the best reserve and two bidders 5/12. */
    @ParameterizedTest
    @CsvSource({"2, 0", "3, 0", "5, 0", "10, 0", "40, 0", "2, 0.5"})
    void equilibriumBidsEarnAsMuchAsASecondPriceSale(int n, double reserve) {
        assertMeanPrice(reserve == 0 ? (n - 1) / (n + 1.0) : 5.0 / 12, Bidding.PRICE_TAKING, n, reserve);
    }
}
