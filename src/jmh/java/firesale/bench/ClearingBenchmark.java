package firesale.bench;

import firesale.auction.AuctionFormat;
import firesale.auction.BidBook;
import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.auction.UniformPrice;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One clearing: a book of bidders with two steps each, entered and cleared. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClearingBenchmark {

    @Param({"150", "10000"})
    public int bidders;

    @Param({"uniform-price", "first-price"})
    public String format;

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();

    /** Entering and clearing. */
    @Benchmark
    public long clear() {
        AuctionFormat kernel = Format.valueOf(format.toUpperCase(java.util.Locale.ROOT).replace('-', '_')).kernel(Rules.plain());
                : Format.FIRST_PRICE.kernel(Rules.plain().with(Bidding.PRICE_TAKING));
        SplittableRandom random = new SplittableRandom(1);
        bids.clear();
        for (int i = 0; i < bidders; i++) {
            bids.addBidder(random.nextLong(1_000_000_000L, 100_000_000_000L), random.nextLong());
            long value = random.nextLong(10_000_00L, 200_000_00L);
            bids.addStep(value, 7_000_00L, random.nextLong(1, 100));
            bids.addStep(value / 2, 20_000_00L, random.nextLong(1, 100));
        }
        lots.clear();
        for (int i = 0; i < 20; i++) {
            lots.add(64, random.nextLong(20_000_00L, 100_000_00L));
        }
        kernel.clear(bids, lots, outcome);
        return outcome.revenue();
    }
}
