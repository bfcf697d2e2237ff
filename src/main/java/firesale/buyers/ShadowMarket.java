package firesale.buyers;

import firesale.auction.BidBook;
import firesale.auction.MarginalPrice;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

    private static final int VIEWS = 4;
    private static final double NONE = Double.NEGATIVE_INFINITY;

    private final HardwareParameters hardware;
    private final Market market;
    private final Streams streams;
    private final List<Buyer> buyers;
    private final FairMarketValue fmv;
    private final Resale resale;
    private final Money money;
    private final Endowments endowments;
    private final Bidding bidding;
    private final Consensus consensus;
    private final Appraiser appraiser;
    private final BidBook book = new BidBook();
    private final MarginalPrice marginal = new MarginalPrice();
    private final Berth.Limits[] limits = new Berth.Limits[4];
    /** The buyer's place in the arrays of values. */
    private int[] firstCell = new int[0];
    private final double[][] usd = new double[VIEWS][0];
    /** USD per kW that ready racks forgo, by view and whether cooling counts. */
    private final double[][] forgoneUsdPerKw = new double[2 * VIEWS][0];
    private final boolean[] isKnown = new boolean[VIEWS];
    private final boolean[] isForgoneKnown = new boolean[2 * VIEWS];
    private final double[] fmvAhead = new double[Waiting.HORIZONS];
    private double fmvNow;
    private boolean isAheadKnown;
    private Pool pool;
    private long soldNodes;
    private double[] stepUsd = new double[8];
    private Berth[] stepBerth = new Berth[8];

    ShadowMarket(HardwareParameters hardware, Market market, Streams streams, List<Buyer> buyers, FairMarketValue fmv,
            Resale resale, Money money, Endowments endowments, Bidding bidding, Consensus consensus) {
        this.hardware = hardware;
        this.market = market;
        this.streams = streams;
        this.buyers = buyers;
        this.fmv = fmv;
        this.resale = resale;
        this.money = money;
        this.endowments = endowments;
        this.bidding = bidding;
        this.consensus = consensus;
        this.appraiser = new Appraiser(hardware, market);
        for (int i = 0; i < limits.length; i++) {
            limits[i] = new Berth.Limits((i & 1) != 0, (i & 2) != 0);
        }
    }

    /** Takes machines of this kind, age and condition as what is sold from now on. */
    public void freeze(Pool ofPool) {
        pool = ofPool;
        Arrays.fill(isKnown, false);
        Arrays.fill(isForgoneKnown, false);
        isAheadKnown = false;
        if (firstCell.length < buyers.size() + 1) {
            firstCell = new int[buyers.size() + 1];
        }
        for (int i = 0; i < buyers.size(); i++) {
            firstCell[i + 1] = firstCell[i] + buyers.get(i).berths().length;
        }
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
        enter(frictions, nodes, lot, Exposure.THIS_WEEK, 0);
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
        int alone = frictions & ~(Friction.CROWDING.bit() | Friction.WAITING.bit());
        enter(alone, nodes, lot, Exposure.WEEKS, weeks);
        return price(nodes, pool.machine().scrapUsd());
    }

    /** Of what was priced last the nodes that somebody bid the floor or more for; the others would go for less, or to scrap. */
    public long soldNodes() {
        return soldNodes;
    }

    /** How much is left of FMV after some weeks of exposure, by the expected path, age and storage: a factor. */
    public double melt(int weeks) {
        double years = weeks / Hours.WEEKS_PER_YEAR;
        double condition = pool.condition() * StrictMath.exp(-hardware.storageDecayPerYear() * years);
        return fmv.ahead(pool.machine(), pool.ageYears(), condition, years)
                / fmv.usdPerGpu(pool.machine(), pool.ageYears(), pool.condition());
    }

    private enum Exposure {
        THIS_WEEK, WEEKS
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

    private void enter(int frictions, long nodes, int lot, Exposure exposure, int weeks) {
        book.clear();
        boolean power = Friction.RACK_POWER.in(frictions);
        boolean cooling = Friction.COOLING.in(frictions);
        boolean funding = Friction.FUNDING.in(frictions);
        boolean calm = exposure == Exposure.WEEKS;
        double premium = funding && !calm ? market.spread() - market.calmSpread() : 0;
        int view = (Friction.BELIEFS.in(frictions) ? 1 : 0) + (funding && !calm ? 2 : 0);
        int alone = Friction.CROWDING.in(frictions) ? Endowments.AS_IT_IS : lot;
        boolean otherUse = power && Friction.OTHER_USE_OF_POWER.in(frictions);
        know(view);
        if (otherUse) {
            knowForgone(view, cooling);
        }
        Berth.Limits within = limits[(power ? 1 : 0) + (cooling ? 2 : 0)];
        boolean waits = Friction.WAITING.in(frictions) && bidding.waits();
        if (waits && !isAheadKnown) {
            lookAhead();
        }
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            if (Friction.HURRY.in(frictions) && !(calm ? comesWithin(buyer, weeks) : bidding.comes(i))) {
                continue;
            }
            Berth[] berths = buyer.berths();
            int steps = 0;
            for (int b = 0; b < berths.length; b++) {
                double value = worthUsd(i, b, view, within, otherUse, alone);
                if (waits) {
                    value -= bidding.waitingUsd(buyer, pool, value, fmvNow, fmvAhead, premium,
                            Friction.HURRY.in(frictions));
                }
                if (value > 0) {
                    steps = insert(steps, value, berths[b]);
                }
            }
            if (steps > 0) {
                add(buyer, steps, nodes, alone, within, funding ? budget(buyer, alone, calm) : BidBook.UNLIMITED);
            }
        }
    }

    /** What the pool is worth to a buyer in a berth, after the other use of its power if that counts, USD per GPU. */
    private double worthUsd(int i, int b, int view, Berth.Limits within, boolean otherUse, int alone) {
        Buyer buyer = buyers.get(i);
        Berth[] berths = buyer.berths();
        int cell = firstCell[i] + b;
        double value = usd[view][cell];
        if (otherUse && value > 0) {
            value -= forgoneUsd(cell, view, within);
        }
        if (berths[b].making() == Berth.Making.RETROFIT
                && berths[b - 1].nodes(pool.machine(), within, 1, endowments.givenBack(buyer, berths[b - 1], alone)) > 0) {
            // as in the sale itself: a rack yet to be made is never worth more than one that stands ready
            value = StrictMath.min(value, usd[view][cell - 1] - (otherUse ? forgoneUsd(cell - 1, view, within) : 0));
        }
        return value;
    }

    private double forgoneUsd(int cell, int view, Berth.Limits within) {
        return pool.machine().kwPerGpu() * forgoneUsdPerKw[2 * view + (within.cooling() ? 1 : 0)][cell];
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
        int view = Friction.BELIEFS.in(frictions) ? 1 : 0;
        know(view);
        if (otherUse) {
            knowForgone(view, cooling);
        }
        Berth.Limits within = limits[(power ? 1 : 0) + (cooling ? 2 : 0)];
        List<Interest> interests = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            InterestOf of = new InterestOf(buyer, pool, within, nodes);
            for (int b = 0; b < buyer.berths().length; b++) {
                of.see(b, usd[view][firstCell[i] + b], worthUsd(i, b, view, within, otherUse, NO_LOT), hardware);
            }
            long budget = Friction.FUNDING.in(frictions) ? budget(buyer, NO_LOT, true) : BidBook.UNLIMITED;
            interests.add(of.interest(budget, !Friction.HURRY.in(frictions) || comesWithin(buyer, weeks)));
        }
        return interests;
    }

    private long budget(Buyer buyer, int alone, boolean calm) {
        return calm ? endowments.funds(buyer, alone, money.inCalm(buyer), money.unspentInCalm(buyer))
                : endowments.funds(buyer, alone, money.of(buyer), money.unspent(buyer));
    }

    private int insert(int steps, double value, Berth berth) {
        if (steps == stepUsd.length) {
            stepUsd = Arrays.copyOf(stepUsd, 2 * steps);
            stepBerth = Arrays.copyOf(stepBerth, 2 * steps);
        }
        int s = steps;
        while (s > 0 && stepUsd[s - 1] < value) {
            stepUsd[s] = stepUsd[s - 1];
            stepBerth[s] = stepBerth[s - 1];
            s--;
        }
        stepUsd[s] = value;
        stepBerth[s] = berth;
        return steps + 1;
    }

    private void add(Buyer buyer, int steps, long nodes, int alone, Berth.Limits within, long budget) {
        long left = nodes;
        boolean isIn = false;
        int gpn = pool.machine().gpusPerNode();
        for (int s = 0; s < steps && left > 0; s++) {
            Berth berth = stepBerth[s];
            long room = Math.min(left, berth.making() == Berth.Making.STORAGE ? Math.max(0, buyer.freeStorage() / gpn)
                    : berth.nodes(pool.machine(), within, left, endowments.givenBack(buyer, berth, alone)));
            if (room > 0) {
                if (!isIn) {
                    book.addBidder(budget, 0);
                    isIn = true;
                }
                book.addStep(BidSteps.valueCents(stepUsd[s] * gpn), BidSteps.sideCents(berth, pool, hardware), room);
                left -= room;
            }
        }
    }

    private boolean comesWithin(Buyer buyer, int weeks) {
        int chances = Math.min(weeks, bidding.weeksOfSupply() + weeks - buyer.type().arrivalWeeks());
        if (chances <= 0) {
            return false;
        }
        double comes = -StrictMath.expm1(chances * StrictMath.log1p(-StrictMath.min(buyer.attendance(), 1 - 1e-15)));
        return streams.weekly(Kind.BUYER, buyer.identity(), Purpose.SHADOW_ATTENDANCE, market.week()).chance(comes);
    }

    private void know(int view) {
        if (isKnown[view]) {
            return;
        }
        isKnown[view] = true;
        int cells = firstCell[buyers.size()];
        if (usd[view].length < cells) {
            usd[view] = new double[cells];
        }
        double premium = (view & 2) != 0 ? market.spread() - market.calmSpread() : 0;
        see(view, premium);
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            Berth[] berths = buyer.berths();
            if (buyer.type().business() == BuyerType.Business.RESELL) {
                usd[view][firstCell[i]] = resale.usd(buyer, pool, premium);
                continue;
            }
            appraiser.ask(buyer);
            for (int b = 0; b < berths.length; b++) {
                usd[view][firstCell[i] + b] = berths[b].isOfUse(pool.machine()) ? appraiser.usd(berths[b], pool) : NONE;
            }
        }
    }

    private void see(int view, double premium) {
        boolean beliefs = (view & 1) != 0;
        appraiser.see(beliefs ? consensus.declineWithoutReleases() : market.outlook().declineWithoutReleases(), beliefs, premium);
    }

    private void knowForgone(int view, boolean cooled) {
        int which = 2 * view + (cooled ? 1 : 0);
        if (isForgoneKnown[which]) {
            return;
        }
        isForgoneKnown[which] = true;
        int cells = firstCell[buyers.size()];
        if (forgoneUsdPerKw[which].length < cells) {
            forgoneUsdPerKw[which] = new double[cells];
        }
        see(view, (view & 2) != 0 ? market.spread() - market.calmSpread() : 0);
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            Berth[] berths = buyer.berths();
            boolean asked = false;
            for (int b = 0; b < berths.length; b++) {
                double perKw = 0;
                if (buyer.type().newMachines() && berths[b].making() == Berth.Making.READY) {
                    if (!asked) {
                        appraiser.ask(buyer);
                        asked = true;
                    }
                    perKw = appraiser.otherUseUsdPerKw(berths[b], cooled);
                }
                forgoneUsdPerKw[which][firstCell[i] + b] = perKw;
            }
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
