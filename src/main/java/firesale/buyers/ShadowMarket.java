package firesale.buyers;

import firesale.auction.BidBook;
import firesale.auction.DemandCurve;
import firesale.auction.MarginalPrice;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.Arrays;
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
 * <li>crowding: nothing was taken by other lots, and the lot is offered alone; waiting: nobody holds back; hurry: everybody comes.
 * </ul>
 */
public final class ShadowMarket {

    /** A lot that nobody has seized: buyers have what is left to them. */
    public static final int NO_LOT = Endowments.AS_IT_IS;

    private final HardwareParameters hardware;
    private final Market market;
    private final List<Buyer> buyers;
    private final FairMarketValue fmv;
    private final Resale resale;
    private final Money money;
    private final Endowments endowments;
    private final Bidding bidding;
    private final IntSupplier weeksOfSupply;
    private final PoolValues values;
    private final Visitors visitors;
    private final DemandCurve curve = new DemandCurve();
    private final BidBook book = curve.book();
    private final MarginalPrice marginal = new MarginalPrice();
    /** Whose bids are in the book. */
    private final boolean[] isIn;
    private final Berth.Limits[] limits = new Berth.Limits[4];
    private final double[] fmvAhead = new double[Waiting.HORIZONS];
    private double fmvNow;
    private boolean isAheadKnown;
    private Pool pool;
    private long soldNodes;
    private double[] stepUsd = new double[8];
    private Berth[] stepBerth = new Berth[8];
    private long[] stepRoom = new long[8];

    ShadowMarket(HardwareParameters hardware, Market market, Streams streams, List<Buyer> buyers, FairMarketValue fmv,
            Resale resale, Money money, Endowments endowments, Bidding bidding, Consensus consensus, IntSupplier weeksOfSupply) {
        this.hardware = hardware;
        this.market = market;
        this.buyers = buyers;
        this.fmv = fmv;
        this.resale = resale;
        this.money = money;
        this.endowments = endowments;
        this.bidding = bidding;
        this.weeksOfSupply = weeksOfSupply;
        this.values = new PoolValues(hardware, market, buyers, resale, consensus);
        this.isIn = new boolean[buyers.size()];
        this.visitors = new Visitors(market, streams, buyers);
        for (int i = 0; i < limits.length; i++) {
            limits[i] = new Berth.Limits((i & 1) != 0, (i & 2) != 0);
        }
    }

    /** Takes machines of this kind, age and condition as what is sold from now on. */
    public void freeze(Pool ofPool) {
        pool = ofPool;
        isAheadKnown = false;
        values.freeze(ofPool);
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
        enter(frictions, nodes, Friction.CROWDING.in(frictions) ? Endowments.AS_IT_IS : lot, 0, false);
        return price(nodes, floorUsd);
    }

    /**
     * What a lot alone would fetch, had it been offered for some weeks to those who come meanwhile, with funds as in calm and without
     * a floor, before anything melts. Racks, their other use, cooling and beliefs are as the set of frictions says; of the others
     * funding limits budgets and hurry limits who comes, if they are in it.
     *
     * @param frictions those that are on, as bits
     * @return USD per GPU
     */
    public double exposedUsd(int frictions, long nodes, int lot, int weeks) {
        begin();
        return longerExposedUsd(frictions, nodes, lot, weeks);
    }

    /**
     * The same for more weeks than were asked for last, with nothing else changed: those who come by then are added to those
     * who are there already.
     */
    public double longerExposedUsd(int frictions, long nodes, int lot, int weeks) {
        add(frictions & ~Friction.WAITING.bit(), nodes, lot, weeks, true);
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
     * anything melts. Buyers do not hold back: the weeks of exposure are what they would wait for. Yearly budgets count as far
     * as they are due now. Units and prices are nodes and cents a node.
     *
     * @param frictions those that are on, as bits; without crowding nothing was taken by any lot
     * @param mostNodes the largest quantity that will be asked for
     * @param weeks     of exposure, at least 1
     * @return valid until the next question to this market
     */
    public DemandCurve curve(int frictions, State state, long mostNodes, int weeks) {
        begin();
        return longerCurve(frictions, state, mostNodes, weeks);
    }

    /**
     * The same for more weeks than were asked for last, with nothing else changed: those who come by then are added to those
     * who are there already.
     */
    public DemandCurve longerCurve(int frictions, State state, long mostNodes, int weeks) {
        boolean asItIs = state == State.AS_IT_IS && Friction.CROWDING.in(frictions);
        add(frictions & ~Friction.WAITING.bit(), mostNodes, asItIs ? Endowments.AS_IT_IS : Endowments.NOBODYS, weeks,
                state == State.CALM);
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
        return fmv.ahead(pool.machine(), pool.ageYears(), condition, years) / fmvUsd;
    }

    private double price(long nodes, double floorUsd) {
        int gpn = pool.machine().gpusPerNode();
        long scrap = Cents.of(pool.machine().scrapUsd() * gpn);
        long floor = Math.max(scrap, BidSteps.valueCents(floorUsd * gpn));
        long price = marginal.of(book, nodes, floor);
        long sold = price < 0 ? 0 : Math.min(nodes, book.demand(price));
        soldNodes = sold;
        double sum = sold == 0 ? 0 : (double) price * sold;
        if (sold < nodes) {
            sum += (double) Math.max(scrap, marginal.of(book, nodes, scrap)) * (nodes - sold);
        }
        return sum / 100 / nodes / gpn;
    }

    private void enter(int frictions, long nodes, int alone, int weeks, boolean calm) {
        begin();
        add(frictions, nodes, alone, weeks, calm);
    }

    private void begin() {
        book.clear();
        Arrays.fill(isIn, false);
    }

    /**
     * Adds the bids of those who come and are not in the book yet.
     *
     * @param alone the lot whose purchases alone count, see {@link Endowments}
     * @param weeks of exposure; 0 for those who come to this week's sale
     * @param calm  whether money and cost of capital are those of calm
     */
    private void add(int frictions, long nodes, int alone, int weeks, boolean calm) {
        boolean power = Friction.RACK_POWER.in(frictions);
        boolean cooling = Friction.COOLING.in(frictions);
        boolean funding = Friction.FUNDING.in(frictions);
        boolean hurry = Friction.HURRY.in(frictions);
        int view = PoolValues.view(Friction.BELIEFS.in(frictions), funding && !calm);
        boolean otherUse = power && Friction.OTHER_USE_OF_POWER.in(frictions);
        Berth.Limits within = limits[(power ? 1 : 0) + (cooling ? 2 : 0)];
        boolean waits = Friction.WAITING.in(frictions) && bidding.waits();
        if (waits && !isAheadKnown) {
            lookAhead();
        }
        int supply = weeksOfSupply.getAsInt();
        for (int i = 0; i < buyers.size(); i++) {
            if (isIn[i] || hurry && !(weeks > 0 ? visitors.comes(i, weeks, supply) : bidding.comes(i))) {
                continue;
            }
            isIn[i] = true;
            Buyer buyer = buyers.get(i);
            Berth[] berths = buyer.berths();
            int steps = 0;
            long ready = 0;
            double readyUsd = 0;
            for (Berth berth : berths) {
                // ready racks stand first at their site; those yet to be made are never worth more, as in the sale itself, so that
                // nobody asks for them where ready ones have room for all
                boolean isFirst = berth.readyBeside() == berth.index();
                long room = isFirst || ready < nodes ? room(buyer, berth, nodes, within, alone) : 0;
                double value = room > 0 ? afterOtherUse(i, berth, view, within, otherUse) : 0;
                if (isFirst) {
                    ready = room;
                    readyUsd = value;
                } else if (ready > 0) {
                    value = StrictMath.min(value, readyUsd);
                }
                if (room > 0) {
                    if (waits) {
                        value -= bidding.waitingUsd(buyer, pool, value, fmvNow, fmvAhead, values.premium(view), hurry);
                    }
                    if (value > 0) {
                        steps = insert(steps, value, berth, room);
                    }
                }
            }
            if (steps > 0) {
                add(steps, nodes, funding ? budget(buyer, alone, calm) : BidBook.UNLIMITED);
            }
        }
    }

    private long room(Buyer buyer, Berth berth, long nodes, Berth.Limits within, int alone) {
        if (berth.making() == Berth.Making.STORAGE) {
            return Math.min(nodes, Math.max(0, buyer.freeStorage() / pool.machine().gpusPerNode()));
        }
        return berth.serves(pool) ? berth.nodes(pool.machine(), within, nodes, endowments.givenBack(buyer, berth, alone)) : 0;
    }

    private long budget(Buyer buyer, int alone, boolean calm) {
        // who comes to the week's own sale has its yearly budget already; nothing more is due to it then
        long now = calm ? money.inCalm(buyer) : money.ifItComes(buyer);
        return alone == Endowments.AS_IT_IS ? now
                : endowments.funds(buyer, alone, now, calm ? money.unspentInCalm(buyer) : money.unspent(buyer));
    }

    /** What the pool is worth to a buyer in a berth, after the other use of its power if that counts, USD per GPU. */
    private double worthUsd(int i, Berth berth, int view, Berth.Limits within, boolean otherUse, int alone) {
        Buyer buyer = buyers.get(i);
        double value = afterOtherUse(i, berth, view, within, otherUse);
        Berth beside = buyer.berths()[berth.readyBeside()];
        if (beside != berth && room(buyer, beside, 1, within, alone) > 0) {
            // as in the sale itself: a rack yet to be made is never worth more than one that stands ready
            value = StrictMath.min(value, afterOtherUse(i, beside, view, within, otherUse));
        }
        return value;
    }

    private double afterOtherUse(int i, Berth berth, int view, Berth.Limits within, boolean otherUse) {
        double value = values.usd(view, i, berth);
        return otherUse && value > 0
                ? value - pool.machine().kwPerGpu() * values.forgoneUsdPerKw(view, i, berth, within.cooling()) : value;
    }

    /**
     * How each buyer stands to a lot of the frozen pool that is offered alone for some weeks, funds as in calm: who is behind what
     * {@link #exposedUsd} finds, and who is not.
     *
     * @param frictions those that are on, as bits
     * @return one for each buyer, in the order of their numbers
     */
    public List<Interest> interests(int frictions, long nodes, int weeks) {
        boolean power = Friction.RACK_POWER.in(frictions);
        boolean cooling = Friction.COOLING.in(frictions);
        boolean otherUse = power && Friction.OTHER_USE_OF_POWER.in(frictions);
        int view = PoolValues.view(Friction.BELIEFS.in(frictions), false);
        Berth.Limits within = limits[(power ? 1 : 0) + (cooling ? 2 : 0)];
        List<Interest> interests = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            InterestOf of = new InterestOf(buyer, pool, within, nodes);
            for (Berth berth : buyer.berths()) {
                of.see(berth.index(), values.usd(view, i, berth), worthUsd(i, berth, view, within, otherUse, NO_LOT), hardware);
            }
            long budget = Friction.FUNDING.in(frictions) ? budget(buyer, NO_LOT, true) : BidBook.UNLIMITED;
            interests.add(of.interest(budget,
                    !Friction.HURRY.in(frictions) || visitors.comes(i, weeks, weeksOfSupply.getAsInt())));
        }
        return interests;
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

    private void add(int steps, long nodes, long budget) {
        long left = nodes;
        int gpn = pool.machine().gpusPerNode();
        book.addBidder(budget, 0);
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
            fmvAhead[h] = fmv.ahead(machine, pool.ageYears(), pool.condition(), Waiting.weeksAhead(h) / Hours.WEEKS_PER_YEAR);
        }
    }
}
