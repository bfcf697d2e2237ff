package firesale.buyers;

import firesale.auction.BidBook;
import firesale.auction.DemandCurve;
import firesale.auction.LoanAllotment;
import firesale.auction.MarginalPrice;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What units would fetch in a sale that does not take place: this week, at one price (the highest losing bid) from truthful bids, under
 * any set of {@link Friction frictions}. Nothing changes by it: no draw is shifted, no rack or dollar taken. First {@link #freeze} a
 * pool; what the pool is worth to whom is found when it is first needed.
 *
 * <p>What a friction means when it is off:
 * <ul>
 * <li>rack power: every site has as many racks, dense enough, as are wanted; power has no other use then;
 * <li>cooling: every rack cools everything, and with rack power off too everything stands in ready racks. With cooling on and rack
 * power off, machines that the site's cooling does not serve are retrofitted;
 * <li>beliefs: all expect the common path; funding: budgets are unlimited and cost of capital is that of calm;
 * <li>repo: nobody lends against machines;
 * <li>crowding: nothing was taken by other lots, and the lot is offered alone; waiting: nobody holds back; hurry: everybody comes.
 * </ul>
 */
public final class ShadowMarket {

    /** A lot that nobody has seized: buyers have what is left to them. */
    public static final int NO_LOT = Endowments.AS_IT_IS;

    /** What the next price is expected to be at least, relative to the last. */
    private static final double NEXT = 0.9;
    /** Frictions that mean nothing to what is exposed for weeks: these are what buyers would wait for, and dealers lend in a sale. */
    private static final int LEFT_OUT = Friction.WAITING.bit() | Friction.REPO.bit();

    private final HardwareParameters hardware;
    private final Market market;
    private final List<Buyer> buyers;
    private final FairMarketValue fmv;
    private final Resale resale;
    private final Money money;
    private final Endowments endowments;
    private final ShadowBids bids;
    private final DemandCurve curve = new DemandCurve();
    private final BidBook book = curve.book();
    private final MarginalPrice marginal = new MarginalPrice();
    private final LoanAllotment allotment = new LoanAllotment();
    private Pool pool;
    private long soldNodes;
    /** The price found last, or expected first, in cents a node; and the least bid in the book. */
    private long lastCents;
    private long leastCents;

    ShadowMarket(HardwareParameters hardware, Market market, Streams streams, List<Buyer> buyers, FairMarketValue fmv,
            Resale resale, Money money, Endowments endowments, Bidding bidding, Consensus consensus, IntSupplier weeksOfSupply,
            LoanSupply loans) {
        this.hardware = hardware;
        this.market = market;
        this.buyers = buyers;
        this.fmv = fmv;
        this.resale = resale;
        this.money = money;
        this.endowments = endowments;
        this.bids = new ShadowBids(hardware, market, streams, buyers, fmv, resale, money, endowments, bidding, consensus,
                weeksOfSupply, book, loans);
    }

    /** Takes machines of this kind, age and condition as what is sold from now on. */
    public void freeze(Pool ofPool) {
        freeze(ofPool, 0);
    }

    /**
     * The same.
     *
     * @param expectedUsd about what it may fetch, USD per GPU: the better it is known, the fewer values have to be found
     */
    public void freeze(Pool ofPool, double expectedUsd) {
        pool = ofPool;
        lastCents = BidSteps.valueCents(expectedUsd * ofPool.machine().gpusPerNode());
        bids.freeze(ofPool);
    }

    /**
     * The same for a pool that nobody offers, before the week's sale or in a week without one: lenders are asked for buyers'
     * lines first, as they are before a sale.
     */
    public void freezeReference(Pool ofPool) {
        money.ask(market.week());
        resale.beginWeek();
        freeze(ofPool);
    }

    /**
     * What units of the frozen pool would fetch on the average. Units that nobody takes at the floor count at what they would fetch
     * without it, never below scrap.
     *
     * @param frictions those that are on, as bits
     * @param nodes     nodes for sale, at least 1
     * @param lot       the lot that is offered, whose own purchases stay where crowding is off
     * @param floorUsd  the seller's least price, USD per GPU
     * @return USD per GPU
     */
    public double priceUsd(int frictions, long nodes, int lot, double floorUsd) {
        bids.ask(frictions, nodes, Friction.CROWDING.in(frictions) ? Endowments.AS_IT_IS : lot, 0, false);
        return newPrice(nodes, floorUsd);
    }

    /**
     * What a lot alone would fetch, had it been offered for some weeks to those who come meanwhile, with funds as in calm, without
     * dealers' loans and without a floor, before anything melts. Racks, their other use, cooling and beliefs are as the set of
     * frictions says; of the others funding limits budgets and hurry limits who comes, if they are in it.
     *
     * @param frictions those that are on, as bits
     * @return USD per GPU
     */
    public double exposedUsd(int frictions, long nodes, int lot, int weeks) {
        bids.ask(frictions & ~LEFT_OUT, nodes, lot, weeks, true);
        return newPrice(nodes, pool.machine().scrapUsd());
    }

    /**
     * The same for more weeks than were asked for last, with nothing else changed: those who come by then are added to those
     * who are there already.
     */
    public double longerExposedUsd(int frictions, long nodes, int lot, int weeks) {
        bids.ask(frictions & ~LEFT_OUT, nodes, lot, weeks, true);
        return price(nodes, pool.machine().scrapUsd());
    }

    /** Whether no other lot has taken anything yet, so that a lot finds what it would find alone. */
    public boolean isOnlyLot(int lot) {
        return endowments.onlyLot(lot);
    }

    /** In which state buyers are found by a reference lot. */
    public enum State {
        /** Racks, money and cost of capital are what they are this week. */
        AS_IT_IS,
        /** Racks and money are what they would be this week had no lot ever been sold. */
        NOTHING_SOLD,
        /** That, and money and cost of capital are those of calm. */
        CALM
    }

    /**
     * What any quantity of the frozen pool would fetch, had it been offered for some weeks to those who come meanwhile, before
     * anything melts. Buyers do not hold back and nobody lends against machines: the weeks of exposure are what they would wait
     * for. Yearly budgets count as far as they are due now. Units and prices are nodes and cents a node.
     *
     * @param frictions those that are on, as bits; without crowding nothing was taken by any lot
     * @param mostNodes the largest quantity that will be asked for
     * @param weeks     of exposure, at least 1
     * @return valid until the next question to this market
     */
    public DemandCurve curve(int frictions, State state, long mostNodes, int weeks) {
        bids.begin();
        return longerCurve(frictions, state, mostNodes, weeks);
    }

    /**
     * The same for more weeks than were asked for last, with nothing else changed: those who come by then are added to those
     * who are there already.
     */
    public DemandCurve longerCurve(int frictions, State state, long mostNodes, int weeks) {
        boolean asItIs = state == State.AS_IT_IS && Friction.CROWDING.in(frictions);
        bids.ask(frictions & ~LEFT_OUT, mostNodes, asItIs ? Endowments.AS_IT_IS : Endowments.NOBODYS, weeks,
                state == State.CALM);
        bids.enter(0);
        return curve;
    }

    /** Of what was priced last the nodes that somebody bid the floor or more for; the others would go for less, or to scrap. */
    public long soldNodes() {
        return soldNodes;
    }

    /**
     * What is left of a price after some weeks of exposure, USD per GPU. Scrap value does not melt: who finds no better price by then
     * still has it.
     *
     * @param melt {@link #melt} over these weeks
     */
    public double afterMelt(double usd, double melt) {
        return StrictMath.max(pool.machine().scrapUsd(), usd * melt);
    }

    /** How much is left of FMV after some weeks of exposure, by the expected path, age and storage: a factor. */
    public double melt(int weeks) {
        return melt(weeks, fmv.usdPerGpu(pool.machine(), pool.ageYears(), pool.condition()));
    }

    /** The same where FMV of the pool is known, USD per GPU. */
    public double melt(int weeks, double fmvUsd) {
        double years = weeks / Hours.WEEKS_PER_YEAR;
        double condition = pool.condition() * StrictMath.exp(-hardware.storageDecayPerYear() * years);
        return fmv.weeksAhead(pool.machine(), pool.ageYears(), condition, weeks) / fmvUsd;
    }

    private double newPrice(long nodes, double floorUsd) {
        bids.begin();
        leastCents = (long) (NEXT * lastCents);
        return price(nodes, floorUsd);
    }

    /** The price of what was asked about last, with the bids that are in the book and all others that can matter. */
    private double price(long nodes, double floorUsd) {
        int gpn = pool.machine().gpusPerNode();
        long scrap = Cents.of(pool.machine().scrapUsd() * gpn);
        long floor = Math.max(scrap, BidSteps.valueCents(floorUsd * gpn));
        leastCents = Math.max(floor, leastCents);
        bids.enter(leastCents);
        long price = marginal(nodes, leastCents);
        while (price <= leastCents && leastCents > floor) {
            // those who bid as much do not take all, so that lower bids matter too
            enterAnew(Math.max(floor, (long) (NEXT * NEXT * leastCents)));
            price = marginal(nodes, leastCents);
        }
        long sold = price < 0 ? 0 : Math.min(nodes, book.demand(price));
        soldNodes = sold;
        double sum = sold == 0 ? 0 : (double) price * sold;
        if (sold < nodes) {
            if (scrap < leastCents) {
                enterAnew(scrap);
            }
            sum += (double) Math.max(scrap, marginal(nodes, scrap)) * (nodes - sold);
        }
        lastCents = (long) (sum / nodes);
        return sum / 100 / nodes / gpn;
    }

    private long marginal(long nodes, long least) {
        if (bids.lends()) {
            allotment.allot(book, nodes, least, bids.capacityCents());
        }
        return marginal.of(book, nodes, least);
    }

    private void enterAnew(long least) {
        leastCents = least;
        bids.begin();
        bids.enter(least);
    }

    /**
     * How each buyer stands to a lot of the frozen pool that is offered alone for some weeks, funds as in calm: who is behind what
     * {@link #exposedUsd} finds, and who is not.
     *
     * @param frictions those that are on, as bits
     * @return one for each buyer, in the order of their numbers
     */
    public List<Interest> interests(int frictions, long nodes, int weeks) {
        bids.ask(frictions & ~LEFT_OUT, nodes, NO_LOT, weeks, true);
        List<Interest> interests = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            InterestOf of = new InterestOf(buyer, pool, bids.within(), nodes);
            for (Berth berth : buyer.berths()) {
                of.see(berth.index(), bids.grossUsd(i, berth), bids.worthUsd(i, berth), hardware);
            }
            interests.add(of.interest(bids.budget(buyer), bids.visits(i)));
        }
        return interests;
    }
}
