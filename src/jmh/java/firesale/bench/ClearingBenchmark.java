package firesale.bench;

import firesale.auction.AuctionFormat;
import firesale.auction.BidBook;
import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One clearing: a book of bidders with three steps each, entered and cleared, bids as they are and in equilibrium. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClearingBenchmark {

    @Param({"150", "10000"})
    public int bidders;

    @Param({"UNIFORM_PRICE", "PAY_AS_BID", "MULTI_UNIT_VICKREY", "AUSUBEL_CLOCK", "ENGLISH", "DUTCH", "FIRST_PRICE", "VICKREY", "SEARCH"})
    public Format format;

    @Param({"TRUTHFUL", "STRATEGIC"})
    public Bidding bidding;

    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private AuctionFormat kernel;

    /** Clocks tick by 400 USD a node, as they do by default. */
    @Setup
    public void build() {
        kernel = format.kernel(Rules.plain().with(bidding).withTick(400_00L));
    }

    /** Entering and clearing. */
    @Benchmark
    public long clear() {
        SplittableRandom random = new SplittableRandom(1);
        bids.clear();
        for (int i = 0; i < bidders; i++) {
            bids.addBidder(random.nextLong(1_000_000_000L, 100_000_000_000L), random.nextLong());
            long value = random.nextLong(10_000_00L, 200_000_00L);
            bids.addStep(value, 7_000_00L, random.nextLong(1, 100));
            bids.addStep(value / 2, 20_000_00L, random.nextLong(1, 100));
            bids.addStep(value / 4, 30_000_00L, random.nextLong(1, 100));
        }
        lots.clear();
        for (int i = 0; i < 20; i++) {
            lots.add(64, random.nextLong(20_000_00L, 100_000_00L));
        }
        kernel.clear(bids, lots, outcome);
        return outcome.revenue();
    }
}
