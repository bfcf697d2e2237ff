package firesale.buyers;

import firesale.auction.BidBook;
import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The truthful bids in a sale that does not take place. First {@link #freeze} a pool and {@link #ask} a question, then let those
 * {@link #enter} who would bid a price or more; what machines are worth to others is not found.
 */
final class ShadowBids {

    private static final long UNKNOWN = -1;

    private final HardwareParameters hardware;
    private final List<Buyer> buyers;
    private final FairMarketValue fmv;
    private final Money money;
    private final Endowments endowments;
    private final Bidding bidding;
    private final IntSupplier weeksOfSupply;
    private final PoolValues values;
    private final Visitors visitors;
    private final BidBook book;
    private final LoanSupply loans;
    /** Who has been asked for its bids. */
    private final boolean[] isIn;
    private final Berth.Limits[] limits = new Berth.Limits[4];
    private final double[] fmvAhead = new double[Waiting.HORIZONS];
    private double fmvNow;
    private boolean isAheadKnown;
    private Pool pool;
    private double[] stepUsd = new double[8];
    private Berth[] stepBerth = new Berth[8];
    private long[] stepRoom = new long[8];

    private int view;
    private boolean otherUse;
    private boolean funding;
    private boolean lends;
    private boolean waits;
    private boolean hurry;
    private Berth.Limits within;
    private long nodes;
    private int alone;
    private int weeks;
    private boolean calm;

    ShadowBids(HardwareParameters hardware, Market market, Streams streams, List<Buyer> buyers, FairMarketValue fmv,
            Resale resale, Money money, Endowments endowments, Bidding bidding, Consensus consensus, IntSupplier weeksOfSupply,
            BidBook book, LoanSupply loans) {
        this.hardware = hardware;
        this.buyers = buyers;
        this.fmv = fmv;
        this.money = money;
        this.endowments = endowments;
        this.bidding = bidding;
        this.weeksOfSupply = weeksOfSupply;
        this.values = new PoolValues(hardware, market, buyers, resale, consensus);
        this.visitors = new Visitors(market, streams, buyers);
        this.book = book;
        this.loans = loans;
        this.isIn = new boolean[buyers.size()];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = new Berth.Limits((i & 1) != 0, (i & 2) != 0);
        }
    }

    /** Takes machines of this kind, age and condition as what is sold from now on. */
    void freeze(Pool ofPool) {
        pool = ofPool;
        isAheadKnown = false;
        values.freeze(ofPool);
    }

    /**
     * Says what is asked from now on; what is in the book stays there.
     *
     * @param frictions those that are on, as bits
     * @param forSale   nodes for sale, at least 1
     * @param lot       the lot whose purchases alone count, see {@link Endowments}
     * @param exposure  weeks of exposure; 0 for those who come to this week's sale
     * @param inCalm    whether money and cost of capital are those of calm
     */
    void ask(int frictions, long forSale, int lot, int exposure, boolean inCalm) {
        boolean power = Friction.RACK_POWER.in(frictions);
        funding = Friction.FUNDING.in(frictions);
        lends = funding && Friction.REPO.in(frictions) && loans.isOpen();
        hurry = Friction.HURRY.in(frictions);
        view = PoolValues.view(Friction.BELIEFS.in(frictions), funding && !inCalm);
        otherUse = power && Friction.OTHER_USE_OF_POWER.in(frictions);
        within = limits[(power ? 1 : 0) + (Friction.COOLING.in(frictions) ? 2 : 0)];
        waits = Friction.WAITING.in(frictions) && bidding.waits();
        nodes = forSale;
        alone = lot;
        weeks = exposure;
        calm = inCalm;
        if (waits && !isAheadKnown) {
            lookAhead();
        }
    }

    /** Empties the book. */
    void begin() {
        book.clear();
        if (lends) {
            book.loans(loans.advance(pool), loans.markCents(pool));
        }
        Arrays.fill(isIn, false);
    }

    /**
     * Adds the bids of those who come and have not been asked yet.
     *
     * @param leastCents lower bids than this, in cents a node, may be left out
     */
    void enter(long leastCents) {
        double leastUsd = Math.max(0, leastCents - 1) / 100.0 / pool.machine().gpusPerNode();
        int supply = weeksOfSupply.getAsInt();
        for (int n = 0; n < buyers.size(); n++) {
            int i = values.ranked(n);
            if (!isIn[i] && !values.isWorthLess(view, i, leastUsd)
                    && (!hurry || (weeks > 0 ? visitors.comes(i, weeks, supply) : bidding.comes(i)))) {
                isIn[i] = true;
                int steps = findSteps(i, leastUsd);
                if (steps > 0) {
                    add(buyers.get(i), steps);
                }
            }
        }
    }

    private int findSteps(int i, double leastUsd) {
        Buyer buyer = buyers.get(i);
        Berth[] berths = buyer.berths();
        int steps = 0;
        long ready = UNKNOWN;
        double readyUsd = 0;
        for (int b = 0; b < berths.length; b++) {
            Berth berth = berths[b];
            boolean isFirst = berth.readyBeside() == b;
            if (!isFirst) {
                if (!isEnough(values.mostUsd(view, i, berth), leastUsd)) {
                    continue;
                }
                // ready racks stand first at their site; those yet to be made are never worth more, as in the sale itself, so that
                // nobody asks for them where ready ones have room for all
                ready = ready == UNKNOWN ? room(buyer, berths[berth.readyBeside()], nodes) : ready;
                if (ready == nodes || ready > 0 && !isEnough(readyUsd, leastUsd)) {
                    values.learn(view, i, berth);
                    continue;
                }
            }
            double value = afterOtherUse(i, berth, leastUsd);
            long room = isEnough(value, leastUsd) ? room(buyer, berth, nodes) : UNKNOWN;
            if (isFirst) {
                ready = room;
                readyUsd = value;
            } else if (ready > 0) {
                value = StrictMath.min(value, readyUsd);
            }
            if (room > 0 && isEnough(value, leastUsd)) {
                if (waits) {
                    value -= bidding.waitingUsd(buyer, pool, value, fmvNow, fmvAhead, values.premium(view), hurry);
                }
                if (isEnough(value, leastUsd)) {
                    steps = insert(steps, value, berth, room);
                }
            }
        }
        return steps;
    }

    private static boolean isEnough(double value, double leastUsd) {
        return value > 0 && value >= leastUsd;
    }

    /** Whether a buyer comes while a lot is exposed for so many weeks. */
    boolean visits(int buyer) {
        return !hurry || visitors.comes(buyer, weeks, weeksOfSupply.getAsInt());
    }

    Berth.Limits within() {
        return within;
    }

    private long room(Buyer buyer, Berth berth, long most) {
        if (berth.making() == Berth.Making.STORAGE) {
            return Math.min(most, Math.max(0, buyer.freeStorage() / pool.machine().gpusPerNode()));
        }
        return berth.serves(pool) ? berth.nodes(pool.machine(), within, most, endowments.givenBack(buyer, berth, alone)) : 0;
    }

    /** What a buyer can spend, cents. */
    long budget(Buyer buyer) {
        if (!funding) {
            return BidBook.UNLIMITED;
        }
        // who comes to the week's own sale has its yearly budget already; nothing more is due to it then
        long now = calm ? money.inCalm(buyer) : money.ifItComes(buyer);
        return alone == Endowments.AS_IT_IS ? now
                : endowments.funds(buyer, alone, now, calm ? money.unspentInCalm(buyer) : money.unspent(buyer));
    }

    /** What a buyer can spend of its own money, which alone may pay for what is not lent of a machine, cents. */
    private long own(Buyer buyer) {
        long now = money.ownIfItComes(buyer);
        return alone == Endowments.AS_IT_IS ? now : endowments.funds(buyer, alone, now, money.ownUnspent(buyer));
    }

    /** Whether money is lent against what is sold. */
    boolean lends() {
        return lends;
    }

    /** How much of it there is, cents: had no other lot taken any where lots are offered alone. */
    long capacityCents() {
        return loans.capacityCents(pool, alone != Endowments.AS_IT_IS);
    }

    /** What the pool is worth to a buyer in a berth, before any other use of its power, USD per GPU. */
    double grossUsd(int i, Berth berth) {
        return values.usd(view, i, berth);
    }

    /** What the pool is worth to a buyer in a berth, after the other use of its power if that counts, USD per GPU. */
    double worthUsd(int i, Berth berth) {
        Buyer buyer = buyers.get(i);
        double value = afterOtherUse(i, berth, Double.NEGATIVE_INFINITY);
        Berth beside = buyer.berths()[berth.readyBeside()];
        if (beside != berth && room(buyer, beside, 1) > 0) {
            // as in the sale itself: a rack yet to be made is never worth more than one that stands ready
            value = StrictMath.min(value, afterOtherUse(i, beside, Double.NEGATIVE_INFINITY));
        }
        return value;
    }

    /** The same, but for ready racks beside; or, where that is less than the least, any number between the two. */
    private double afterOtherUse(int i, Berth berth, double leastUsd) {
        double most = values.mostUsd(view, i, berth);
        if (most < leastUsd) {
            return most;
        }
        double forgone = otherUse && most > 0
                ? pool.machine().kwPerGpu() * values.forgoneUsdPerKw(view, i, berth, within.cooling()) : 0;
        if (most - forgone < leastUsd) {
            return most - forgone;
        }
        double value = values.usd(view, i, berth);
        return value > 0 ? value - forgone : value;
    }

    private int insert(int steps, double value, Berth berth, long room) {
        if (steps == stepUsd.length) {
            stepUsd = Arrays.copyOf(stepUsd, 2 * steps);
            stepBerth = Arrays.copyOf(stepBerth, 2 * steps);
            stepRoom = Arrays.copyOf(stepRoom, 2 * steps);
        }
        int s = steps;
        while (s > 0 && stepUsd[s - 1] < value) {
            stepUsd[s] = stepUsd[s - 1];
            stepBerth[s] = stepBerth[s - 1];
            stepRoom[s] = stepRoom[s - 1];
            s--;
        }
        stepUsd[s] = value;
        stepBerth[s] = berth;
        stepRoom[s] = room;
        return steps + 1;
    }

    private void add(Buyer buyer, int steps) {
        long left = nodes;
        int gpn = pool.machine().gpusPerNode();
        book.addBidder(budget(buyer), 0);
        if (lends) {
            book.mayBorrow(own(buyer), loans.limitCents(buyer, pool, alone != Endowments.AS_IT_IS));
        }
        for (int s = 0; s < steps && left > 0; s++) {
            long room = Math.min(left, stepRoom[s]);
            book.addStep(BidSteps.valueCents(stepUsd[s] * gpn), BidSteps.sideCents(stepBerth[s], pool, hardware), room);
            left -= room;
        }
    }

    private void lookAhead() {
        isAheadKnown = true;
        MachineType machine = pool.machine();
        fmvNow = fmv.usdPerGpu(machine, pool.ageYears(), pool.condition());
        for (int h = 0; h < fmvAhead.length; h++) {
            fmvAhead[h] = fmv.weeksAhead(machine, pool.ageYears(), pool.condition(), Waiting.weeksAhead(h));
        }
    }
}
