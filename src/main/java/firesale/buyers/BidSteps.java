package firesale.buyers;

import firesale.auction.AssignmentBound;
import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;

/** Turns what buyers hold a pool worth into the steps of a book of bids, and what they win back into berths. */
final class BidSteps {

    private static final long POOL_SALT = 0xD1342543DE82EF95L;

    private final HardwareParameters hardware;
    private final Format format;
    private final Market market;
    private final Streams streams;
    private final Bidding bidding;
    private final Money money;
    private final Endowments endowments;
    private final boolean funding;
    private final LoanSupply loans;
    private Buyer[] bidderBuyer = new Buyer[64];
    private int[] firstStep = new int[65];
    private int bidders;
    private int steps;
    private Berth[] stepBerth = new Berth[128];
    private long[] stepNodes = new long[128];
    private double[] stepUsd = new double[128];

    BidSteps(HardwareParameters hardware, Format format, Market market, Streams streams, Bidding bidding, Money money,
            Endowments endowments, boolean funding, LoanSupply loans) {
        this.hardware = hardware;
        this.format = format;
        this.market = market;
        this.streams = streams;
        this.bidding = bidding;
        this.money = money;
        this.endowments = endowments;
        this.funding = funding;
        this.loans = loans;
    }

    /**
     * Enters the bids for one pool, with what buyers can host and pay for now.
     *
     * @param lot the one lot of the pool where lots do not crowd each other
     */
    void enter(Pool pool, int poolIndex, int lot, BidBook book) {
        enter(pool, poolIndex, lot, book, true, false);
    }

    /** The same without resellers, for what resellers offer. */
    void enterUsers(Pool pool, int poolIndex, BidBook book) {
        enter(pool, poolIndex, Endowments.AS_IT_IS, book, false, false);
    }

    /** Enters what the same bidders hold the pool worth, whatever they bid. */
    void enterValues(Pool pool, int poolIndex, int lot, BidBook book) {
        enter(pool, poolIndex, lot, book, true, true);
    }

    private void enter(Pool pool, int poolIndex, int lot, BidBook book, boolean withResellers, boolean values) {
        book.clear();
        bidders = 0;
        steps = 0;
        int alone = endowments.crowding() ? Endowments.AS_IT_IS : lot;
        boolean lends = loans.isOpen() && withResellers;
        if (lends) {
            book.loans(loans.advance(pool), loans.markCents(pool));
        }
        // whom a seller meets follows from these numbers: it should not be the same buyers in each pool
        long salt = format == Format.SEARCH ? POOL_SALT * (2L * poolIndex + (withResellers ? 1 : 2)) : 0;
        for (int a = 0; a < bidding.attending(); a++) {
            Buyer buyer = bidding.attending(a);
            boolean resells = buyer.type().business() == BuyerType.Business.RESELL;
            int first = steps;
            if (!resells || withResellers) {
                takeSteps(buyer, pool, poolIndex, a, alone, values);
            }
            if (steps == first) {
                continue;
            }
            addBidder(buyer, first);
            long tie = streams.number(Kind.BUYER, buyer.identity(), Purpose.TIE_BREAK, market.week()) + salt;
            long budget = funding ? endowments.funds(buyer, alone, money.of(buyer), money.unspent(buyer)) : BidBook.UNLIMITED;
            if (resells) {
                book.addDealer(budget, tie);
            } else {
                book.addBidder(budget, tie);
            }
            if (lends) {
                book.mayBorrow(endowments.funds(buyer, alone, money.own(buyer), money.ownUnspent(buyer)),
                        loans.limitCents(buyer, pool, alone != Endowments.AS_IT_IS));
            }
            for (int s = first; s < steps; s++) {
                book.addStep(valueCents(stepUsd[s] * pool.machine().gpusPerNode()), sideCents(stepBerth[s], pool, hardware),
                        stepNodes[s]);
            }
        }
    }

    /** The berths of a buyer that a pool is worth something in, the best first, each with the nodes that it takes there. */
    private void takeSteps(Buyer buyer, Pool pool, int poolIndex, int a, int alone, boolean values) {
        Berth[] berths = buyer.berths();
        int first = steps;
        if (stepUsd.length < steps + berths.length) {
            int size = 2 * (steps + berths.length);
            stepUsd = Arrays.copyOf(stepUsd, size);
            stepNodes = Arrays.copyOf(stepNodes, size);
            stepBerth = Arrays.copyOf(stepBerth, size);
        }
        for (int b = 0; b < berths.length; b++) {
            double usd = values ? bidding.valueUsd(a, b, poolIndex) : bidding.bidUsd(a, b, poolIndex);
            if (usd > 0) {
                int s = steps++;
                while (s > first && stepUsd[s - 1] < usd) {
                    stepUsd[s] = stepUsd[s - 1];
                    stepBerth[s] = stepBerth[s - 1];
                    s--;
                }
                stepUsd[s] = usd;
                stepBerth[s] = berths[b];
            }
        }
        // Nobody bids for more than the pool: the highest losing bid for a pool that one buyer could take alone is then that of the
        // second buyer, as in the definition of FMV, and not another bid of the first.
        long left = pool.nodes();
        int kept = first;
        for (int s = first; s < steps; s++) {
            long nodes = Math.min(left, room(buyer, stepBerth[s], pool, alone));
            if (nodes > 0) {
                stepUsd[kept] = stepUsd[s];
                stepBerth[kept] = stepBerth[s];
                stepNodes[kept++] = nodes;
                left -= nodes;
            }
        }
        steps = kept;
    }

    private void addBidder(Buyer buyer, int first) {
        if (bidders == bidderBuyer.length) {
            bidderBuyer = Arrays.copyOf(bidderBuyer, 2 * bidders);
            firstStep = Arrays.copyOf(firstStep, 2 * bidders + 1);
        }
        bidderBuyer[bidders] = buyer;
        firstStep[bidders++] = first;
        firstStep[bidders] = steps;
    }

    private long room(Buyer buyer, Berth berth, Pool pool, int alone) {
        if (berth.making() == Berth.Making.STORAGE) {
            return Math.min(pool.nodes(), Math.max(0, buyer.freeStorage() / pool.machine().gpusPerNode()));
        }
        return berth.nodes(pool.machine(), bidding.limits(), pool.nodes(), endowments.givenBack(buyer, berth, alone));
    }

    /** Enters everybody who comes into a bound on the week's surplus, with what they can host and pay for at its beginning. */
    void enter(List<Pool> pools, AssignmentBound bound) {
        for (int p = 0; p < pools.size(); p++) {
            bound.addPool();
        }
        boolean tied = endowments.crowding();
        for (int a = 0; a < bidding.attending(); a++) {
            Buyer buyer = bidding.attending(a);
            int bidder = bound.addBidder(funding && tied ? money.of(buyer) + lent(buyer, pools) : BidBook.UNLIMITED);
            for (Berth berth : buyer.berths()) {
                boolean stored = berth.making() == Berth.Making.STORAGE;
                boolean untied = !tied || berth.making() == Berth.Making.IN_PLACE || !stored && !bidding.limits().power();
                int capacity = untied ? AssignmentBound.NONE
                        : bound.addCapacity(stored ? Math.max(0, buyer.freeStorage()) : berth.capacity());
                for (int p = 0; p < pools.size(); p++) {
                    Pool pool = pools.get(p);
                    MachineType machine = pool.machine();
                    double usd = bidding.valueUsd(a, berth.index(), p);
                    long nodes = usd > 0 ? room(buyer, berth, pool, Endowments.AS_IT_IS) : 0;
                    if (nodes > 0) {
                        double amount = stored ? machine.gpusPerNode() : berth.amount(machine, bidding.limits().cooling());
                        bound.addStep(bidder, p, valueCents(usd * machine.gpusPerNode()),
                                sideCents(berth, pool, hardware), nodes, capacity, amount);
                    }
                }
            }
        }
    }

    /** The most that a buyer could borrow against any of the pools, cents; together they cannot, so that a bound stays one. */
    private long lent(Buyer buyer, List<Pool> pools) {
        long most = 0;
        for (int p = 0; loans.isOpen() && p < pools.size(); p++) {
            most = Math.max(most, loans.limitCents(buyer, pools.get(p), false));
        }
        return most;
    }

    /** Money that a node in a berth needs beside its price: moving, if it is moved, repair and racks, cents. */
    static long sideCents(Berth berth, Pool pool, HardwareParameters hardware) {
        return switch (berth.making()) {
            case STORAGE -> 0;
            case IN_PLACE -> mendingAnd(hardware.inPlaceUsdPerGpu(), pool, hardware);
            case READY, RETROFIT, BUILD -> mendingAnd(hardware.movingUsdPerGpu(), pool, hardware)
                    + Cents.of(berth.investmentUsdPerKw() * pool.machine().nodeKw());
        };
    }

    private static long mendingAnd(double usdPerGpu, Pool pool, HardwareParameters hardware) {
        return Cents.of((usdPerGpu + (1 - pool.condition()) * hardware.repairUsdPerGpu()) * pool.machine().gpusPerNode());
    }

    /** The buyer behind a bidder of the book that was entered last. */
    Buyer buyer(int bidder) {
        return bidderBuyer[bidder];
    }

    /** How many of the nodes that a bidder won go into its best berths up to and with one of its steps. */
    private long upTo(int bidder, int step, long nodes) {
        long sum = 0;
        for (int s = firstStep[bidder]; s <= step; s++) {
            sum += stepNodes[s];
        }
        return Math.min(sum, nodes);
    }

    /** Of the nodes that a bidder won, those that go into the berth of its n-th step. */
    long into(int bidder, int n, long nodes) {
        int step = firstStep[bidder] + n;
        return upTo(bidder, step, nodes) - upTo(bidder, step - 1, nodes);
    }

    /** How many steps a bidder has. */
    int steps(int bidder) {
        return firstStep[bidder + 1] - firstStep[bidder];
    }

    /** The berth of a bidder's n-th step. */
    Berth berth(int bidder, int n) {
        return stepBerth[firstStep[bidder] + n];
    }

    /** Money that a bidder needs beside the price for the nodes it won: moving, repair and retrofit, cents. */
    long sideCents(int bidder, Pool pool, long nodes) {
        long sum = 0;
        for (int n = 0; n < steps(bidder); n++) {
            sum += into(bidder, n, nodes) * sideCents(berth(bidder, n), pool, hardware);
        }
        return sum;
    }

    /** What a node is worth, no more than a book of bids takes: beliefs may be beyond every amount. */
    static long valueCents(double usd) {
        return Cents.of(StrictMath.min(usd, Cents.toUsd(BidBook.LARGEST)));
    }
}
