package firesale.buyers;

import firesale.auction.AssignmentBound;
import firesale.auction.AuctionParameters;
import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.MarkUpLearning;
import firesale.auction.Outcome;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.valuation.Knots;
import firesale.valuation.Outlook;
import firesale.valuation.PathValue;
import firesale.valuation.RackCharge;
import firesale.valuation.RevenuePath;
import firesale.valuation.Start;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What each buyer bids for each pool in a week. Values depend on the week alone and are computed once; what a buyer can host and
 * pay for is asked anew for each pool, since it shrinks as it wins.
 */
final class Bidding {

    private static final long POOL_SALT = 0xD1342543DE82EF95L;

    private final HardwareParameters hardware;
    private final AuctionParameters auction;
    private final Market market;
    private final Streams streams;
    private final OutsideWorld outside;
    private final List<Buyer> buyers;
    private final FairMarketValue fmv;
    private final Redeployment redeployment;
    private final LineSupply lines;
    /** What each lender lends of what it lent at the start, as the week's sales find it. */
    private final double[] lenderShare;
    private int lineWeek = -1;
    private final boolean racks;
    private final boolean otherUse;
    private final boolean beliefs;
    private final boolean funding;
    private final boolean attendance;
    private final RevenuePath path = new RevenuePath();
    private final Outlook outlook;
    private final PathValue pathValue = new PathValue();
    private final Start inReadyRacks = new Start();
    private final Start inRetrofittedRacks = new Start();
    private final Knots nothing = new Knots(0);
    private final int[] attending;
    private int attendingCount;
    private int poolCount;
    private double[] readyUsd = new double[0];
    private double[] retrofitUsd = new double[0];
    private double[] readyWaitUsd = new double[0];
    private double[] retrofitWaitUsd = new double[0];
    private final int[] holdingWeeks;
    private double[] resaleUsd = new double[0];
    private final int[] bidderBuyer;
    private final long[] bidderReadyNodes;
    private final Waiting waiting;
    private final MarkUpLearning[] markUps;
    private final double[] bidShare;
    /** What each buyer bid for since it chose its mark-up, at its values, and what it gained of it. */
    private final double[] wantedCents;
    private final double[] gainedCents;
    private double[] fmvUsd = new double[0];
    private double[] fmvAheadUsd = new double[0];

    Bidding(HardwareParameters hardware, AuctionParameters auction, Set<Friction> frictions, Market market, Streams streams,
            OutsideWorld outside, List<Buyer> buyers, FairMarketValue fmv, Redeployment redeployment, LineSupply lines) {
        this.hardware = hardware;
        this.outlook = new Outlook(hardware.longestLifeYears());
        this.auction = auction;
        this.waiting = auction.waiting() ? new Waiting(hardware.machines(), auction.reserveDecayPerWeek()) : null;
        this.markUps = auction.bidding() == firesale.auction.Bidding.LEARNING ? markUps(buyers.size()) : null;
        this.market = market;
        this.streams = streams;
        this.outside = outside;
        this.buyers = buyers;
        this.fmv = fmv;
        this.redeployment = redeployment;
        this.lines = lines;
        this.lenderShare = new double[lines.lenders()];
        this.racks = frictions.contains(Friction.RACKS);
        this.otherUse = frictions.contains(Friction.OTHER_USE_OF_POWER);
        this.beliefs = frictions.contains(Friction.BELIEFS);
        this.funding = frictions.contains(Friction.FUNDING);
        this.attendance = frictions.contains(Friction.ATTENDANCE);
        this.holdingWeeks = holdingWeeks(buyers);
        this.attending = new int[buyers.size()];
        this.bidderBuyer = new int[buyers.size()];
        this.bidderReadyNodes = new long[buyers.size()];
        this.bidShare = new double[buyers.size()];
        Arrays.fill(bidShare, 1);
        this.wantedCents = new double[buyers.size()];
        this.gainedCents = new double[buyers.size()];
    }

    private MarkUpLearning[] markUps(int count) {
        MarkUpLearning[] learners = new MarkUpLearning[count];
        for (int i = 0; i < count; i++) {
            learners[i] = new MarkUpLearning(auction.learning().forgetting(), auction.learning().experiment());
        }
        return learners;
    }

    /**
     * Values the week's pools for every buyer who comes.
     *
     * @param believedDecline consensus on the decline of rent between releases, 1/a
     * @param weeksOfSupply   weeks for which lots have been on offer without a break
     */
    void value(List<Pool> pools, double believedDecline, int weeksOfSupply) {
        int week = market.week();
        askLenders(week);
        double decline = beliefs ? believedDecline : market.outlook().declineWithoutReleases();
        market.outlook().set(path, week, market.regime(), decline);
        Knots premium = new Knots(premium());
        poolCount = pools.size();
        int needed = buyers.size() * poolCount;
        if (readyUsd.length < needed) {
            readyUsd = new double[needed];
            retrofitUsd = new double[needed];
            readyWaitUsd = new double[needed];
            retrofitWaitUsd = new double[needed];
        }
        forgetResale();
        if (waiting != null) {
            lookAhead(pools);
        }
        attendingCount = 0;
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            boolean comes = !attendance || streams.weekly(Kind.BUYER, buyer.identity(), Purpose.ATTENDANCE, week)
                    .chance(buyer.type().attendance());
            if (comes && weeksOfSupply >= buyer.type().arrivalWeeks()) {
                buyer.replenish(week, outside);
                valuePools(buyer, pools, premium, attendingCount * poolCount);
                if (waiting != null) {
                    valueWaiting(buyer, pools, premium.rate(), attendingCount * poolCount);
                }
                if (markUps != null) {
                    if (wantedCents[i] > 0) {
                        markUps[i].learn(gainedCents[i] / wantedCents[i]);
                        wantedCents[i] = 0;
                        gainedCents[i] = 0;
                    }
                    bidShare[i] = 1 - markUps[i].choose(
                            streams.weekly(Kind.BUYER, buyer.identity(), Purpose.MARK_UP, week).uniform());
                }
                attending[attendingCount++] = i;
            }
        }
    }

    /** Lines are as the week finds them: losses of its own sales cut those of the next week. */
    private void askLenders(int week) {
        if (lineWeek != week) {
            lineWeek = week;
            for (int i = 0; i < lenderShare.length; i++) {
                lenderShare[i] = lines.share(i);
            }
        }
    }

    private long funds(Buyer buyer, double spreadAboveCalm) {
        int lender = buyer.lineLender();
        return buyer.funds(spreadAboveCalm, lender < 0 ? 0 : lenderShare[lender], market.btcUsd());
    }

    /** What the funding spread adds to every cost of capital this week, 1/a. */
    double premium() {
        return funding ? market.spread() - market.calmSpread() : 0;
    }

    private void valuePools(Buyer buyer, List<Pool> pools, Knots premium, int offset) {
        if (buyer.type().business() == BuyerType.Business.RESELL) {
            for (int p = 0; p < poolCount; p++) {
                readyUsd[offset + p] = resaleValue(buyer, pools.get(p), p, premium.rate());
                retrofitUsd[offset + p] = 0;
            }
            return;
        }
        outlook.set(path, beliefs ? buyer.disagreement() : nothing, buyer.discount(), premium);
        inReadyRacks.set(outlook, buyer.deploymentYears(market.leadTimeFactor()));
        inRetrofittedRacks.set(outlook, buyer.retrofitYears(market.leadTimeFactor()));
        double powerUsdPerKw = otherUse && buyer.type().newMachines() ? otherUseUsdPerKw(buyer) : 0;
        double powerFactor = market.powerFactor();
        for (int p = 0; p < poolCount; p++) {
            Pool pool = pools.get(p);
            MachineType machine = pool.machine();
            boolean ready = !racks || buyer.site().readyNodes(machine) > 0;
            readyUsd[offset + p] = ready
                    ? use(buyer, pool, buyer.readyCostUsd(machine, powerFactor), inReadyRacks)
                            - machine.kwPerGpu() * powerUsdPerKw : 0;
            if (racks && buyer.site().convertibleNodes(machine) > 0) {
                double gross = use(buyer, pool, buyer.retrofitCostUsd(machine, powerFactor), inRetrofittedRacks);
                double value = gross - RackCharge.usdPerGpu(buyer.type().retrofitUsdPerKw(), machine.kwPerGpu(), outlook.rate(),
                        pathValue.runYears(), hardware.rackLifeYears());
                // a rack yet to be made is never worth more than one that stands ready
                retrofitUsd[offset + p] = ready ? StrictMath.min(value, readyUsd[offset + p]) : value;
            } else {
                retrofitUsd[offset + p] = 0;
            }
        }
    }

    /** FMV of each pool, now and some weeks ahead. */
    private void lookAhead(List<Pool> pools) {
        int horizons = Waiting.HORIZONS;
        if (fmvUsd.length < poolCount) {
            fmvUsd = new double[poolCount];
            fmvAheadUsd = new double[poolCount * horizons];
        }
        for (int p = 0; p < poolCount; p++) {
            Pool pool = pools.get(p);
            fmvUsd[p] = fmv.usdPerGpu(pool.machine(), pool.ageYears(), pool.condition());
            for (int h = 0; h < horizons; h++) {
                fmvAheadUsd[p * horizons + h] = fmv.ahead(pool.machine(), pool.ageYears(), pool.condition(),
                        Waiting.weeksAhead(h) / Hours.WEEKS_PER_YEAR);
            }
        }
    }

    private void valueWaiting(Buyer buyer, List<Pool> pools, double premium, int offset) {
        double rate = buyer.discount().rate() + premium;
        double attends = attendance ? buyer.type().attendance() : 1;
        for (int p = 0; p < poolCount; p++) {
            int machine = pools.get(p).machineIndex();
            int ahead = p * Waiting.HORIZONS;
            int cell = offset + p;
            readyWaitUsd[cell] = waiting.worth(machine, readyUsd[cell], fmvUsd[p], fmvAheadUsd, ahead, rate, attends);
            retrofitWaitUsd[cell] = waiting.worth(machine, retrofitUsd[cell], fmvUsd[p], fmvAheadUsd, ahead, rate, attends);
        }
    }

    /** Lets the market learn from a sale: what it fetched, and what bidders' mark-ups brought them. */
    void learn(Pool pool, BidBook book, long offered, Outcome outcome, long soldAtReserve, long[] won, long[] paid) {
        if (waiting != null) {
            long sold = outcome.unitsSold();
            double price = sold == 0 ? 0 : Cents.toUsd(outcome.revenue()) / (sold * pool.machine().gpusPerNode());
            waiting.observe(pool, offered, sold, soldAtReserve, price,
                    fmv.usdPerGpu(pool.machine(), pool.ageYears(), pool.condition()));
        }
        if (markUps != null) {
            for (int bidder = 0; bidder < book.bidders(); bidder++) {
                int buyer = bidderBuyer[bidder];
                wantedCents[buyer] += book.totalValue(bidder, Math.min(offered, book.capacity(bidder))) / bidShare[buyer];
                gainedCents[buyer] += won[bidder] == 0 ? 0 : book.totalValue(bidder, won[bidder]) / bidShare[buyer]
                        - paid[bidder];
            }
        }
    }

    /** What running a machine is worth after moving and mending it, before racks, USD per GPU. */
    private double use(Buyer buyer, Pool pool, double costUsd, Start start) {
        MachineType machine = pool.machine();
        double revenue = machine.rentRelativeToH100() * market.spotUsdPerHour() * Hours.PER_YEAR * buyer.utilisation()
                * pool.condition();
        return pathValue.of(outlook, start, revenue, costUsd, machine.scrapUsd(), machine.lifeYears() - pool.ageYears())
                - hardware.deploymentUsdPerGpu() - (1 - pool.condition()) * hardware.repairUsdPerGpu();
    }

    /**
     * The opportunity cost of ready power: the best surplus of a generation on sale new that these racks can hold, USD per kW.
     */
    private double otherUseUsdPerKw(Buyer buyer) {
        double best = 0;
        double newPriceFactor = market.newPriceFactor();
        for (int m = 0; m < hardware.machines().size(); m++) {
            MachineType machine = hardware.machines().get(m);
            if (machine.onSaleNew() && buyer.site().nodesPerRack(machine) > 0) {
                double revenue = machine.rentRelativeToH100() * market.spotUsdPerHour() * Hours.PER_YEAR * buyer.utilisation();
                double value = pathValue.of(outlook, inReadyRacks, revenue,
                        buyer.readyCostUsd(machine, market.powerFactor()), machine.scrapUsd(), machine.lifeYears())
                        - hardware.deploymentUsdPerGpu();
                best = StrictMath.max(best, (value - machine.newPriceUsd() * newPriceFactor) / machine.kwPerGpu());
            }
        }
        return best;
    }

    /** E[resale] e^(-hurdle n) less storage: what a machine is worth to somebody who sells it on. */
    private double resaleValue(Buyer buyer, Pool pool, int poolIndex, double premium) {
        BuyerType type = buyer.type();
        double years = type.holdingWeeks() / Hours.WEEKS_PER_YEAR;
        double resale = type.resaleShare() * redeployment.crowding() * fmvAhead(type.holdingWeeks(), pool, poolIndex);
        return resale * StrictMath.exp(-(buyer.discount().rate() + premium) * years) - auction.storageUsdPerGpuWeek()
                * type.holdingWeeks();
    }

    /** FMV of a pool some weeks ahead; the same for all resellers who hold machines as long, so it is computed once a week. */
    private double fmvAhead(int weeks, Pool pool, int poolIndex) {
        int h = 0;
        while (holdingWeeks[h] != weeks) {
            h++;
        }
        int cell = h * poolCount + poolIndex;
        if (Double.isNaN(resaleUsd[cell])) {
            resaleUsd[cell] = fmv.ahead(pool.machine(), pool.ageYears(), pool.condition(), weeks / Hours.WEEKS_PER_YEAR);
        }
        return resaleUsd[cell];
    }

    private void forgetResale() {
        int cells = holdingWeeks.length * poolCount;
        if (resaleUsd.length < cells) {
            resaleUsd = new double[cells];
        }
        Arrays.fill(resaleUsd, 0, cells, Double.NaN);
    }

    private static int[] holdingWeeks(List<Buyer> buyers) {
        return buyers.stream().filter(buyer -> buyer.type().business() == BuyerType.Business.RESELL)
                .mapToInt(buyer -> buyer.type().holdingWeeks()).distinct().toArray();
    }

    /** Enters the bids for one pool, with what buyers can host and pay for now. */
    void enter(Pool pool, int poolIndex, BidBook book) {
        enter(pool, poolIndex, book, true, false);
    }

    /** The same without resellers. */
    void enterUsers(Pool pool, int poolIndex, BidBook book) {
        enter(pool, poolIndex, book, false, false);
    }

    /** Enters what the same bidders hold the pool worth, whatever they bid. */
    void enterValues(Pool pool, int poolIndex, BidBook book) {
        enter(pool, poolIndex, book, true, true);
    }

    private void enter(Pool pool, int poolIndex, BidBook book, boolean withResellers, boolean values) {
        book.clear();
        int bidders = 0;
        // whom a seller meets follows from these numbers: it should not be the same buyers in each pool
        long salt = auction.format() == Format.SEARCH ? POOL_SALT * (2L * poolIndex + (withResellers ? 1 : 2)) : 0;
        double spreadAboveCalm = market.exogenousSpread() - market.calmSpread();
        int gpn = pool.machine().gpusPerNode();
        long moving = movingAndMending(pool);
        for (int a = 0; a < attendingCount; a++) {
            Buyer buyer = buyers.get(attending[a]);
            int cell = a * poolCount + poolIndex;
            double share = values ? 1 : bidShare[attending[a]];
            double ready = (readyUsd[cell] - (values ? 0 : readyWaitUsd[cell])) * share;
            double retrofit = (retrofitUsd[cell] - (values ? 0 : retrofitWaitUsd[cell])) * share;
            long readyNodes = ready > 0 ? readyNodes(buyer, pool) : 0;
            long retrofitNodes = retrofit > 0 ? retrofitNodes(buyer, pool, readyNodes) : 0;
            boolean resells = buyer.type().business() == BuyerType.Business.RESELL;
            if (readyNodes + retrofitNodes == 0 || resells && !withResellers) {
                continue;
            }
            long tie = streams.number(Kind.BUYER, buyer.identity(), Purpose.TIE_BREAK, market.week()) + salt;
            long budget = funding ? funds(buyer, spreadAboveCalm) : BidBook.UNLIMITED;
            if (resells) {
                book.addDealer(budget, tie);
            } else {
                book.addBidder(budget, tie);
            }
            bidderBuyer[bidders] = attending[a];
            bidderReadyNodes[bidders] = readyNodes;
            bidders++;
            if (readyNodes > 0) {
                book.addStep(valueCents(ready * gpn), movingCents(buyer, moving), readyNodes);
            }
            if (retrofitNodes > 0) {
                long racksCents = Cents.of(buyer.type().retrofitUsdPerKw() * pool.machine().nodeKw());
                book.addStep(valueCents(retrofit * gpn), moving + racksCents, retrofitNodes);
            }
        }
    }

    /** Enters everybody who comes into a bound on the week's surplus, with what they can host and pay for at its beginning. */
    void enter(List<Pool> pools, AssignmentBound bound) {
        double spreadAboveCalm = market.exogenousSpread() - market.calmSpread();
        for (int p = 0; p < pools.size(); p++) {
            bound.addPool();
        }
        for (int a = 0; a < attendingCount; a++) {
            Buyer buyer = buyers.get(attending[a]);
            boolean resells = buyer.type().business() == BuyerType.Business.RESELL;
            int bidder = bound.addBidder(funding ? funds(buyer, spreadAboveCalm) : BidBook.UNLIMITED);
            int room = resells ? bound.addCapacity(Math.max(0, buyer.freeStorage())) : racks ? bound.addCapacity(1)
                    : AssignmentBound.NONE;
            int legacy = racks && !resells ? bound.addCapacity(buyer.site().convertibleKw()) : AssignmentBound.NONE;
            for (int p = 0; p < pools.size(); p++) {
                Pool pool = pools.get(p);
                MachineType machine = pool.machine();
                int gpn = machine.gpusPerNode();
                long moving = movingAndMending(pool);
                double ready = readyUsd[a * poolCount + p];
                double retrofit = retrofitUsd[a * poolCount + p];
                long readyNodes = ready > 0 ? readyNodes(buyer, pool) : 0;
                long retrofitNodes = retrofit > 0 ? buyer.site().convertibleNodes(machine) : 0;
                long rackNodes = racks && !resells ? buyer.site().readyNodes(machine) : 1;
                if (readyNodes > 0) {
                    bound.addStep(bidder, p, valueCents(ready * gpn), movingCents(buyer, moving), readyNodes, room,
                            resells ? gpn : 1.0 / rackNodes);
                }
                if (retrofitNodes > 0) {
                    long racksCents = Cents.of(buyer.type().retrofitUsdPerKw() * machine.nodeKw());
                    bound.addStep(bidder, p, valueCents(retrofit * gpn), moving + racksCents, retrofitNodes, legacy,
                            machine.nodeKw());
                }
            }
        }
    }

    /**
     * What a buyer can take at once. Nobody bids for more than the pool: the highest losing bid for a pool that one buyer
     * could take alone is then that of the second buyer, as in the definition of FMV, and not another bid of the first.
     */
    private long readyNodes(Buyer buyer, Pool pool) {
        if (buyer.type().business() == BuyerType.Business.RESELL) {
            return Math.min(pool.nodes(), Math.max(0, buyer.freeStorage() / pool.machine().gpusPerNode()));
        }
        return racks ? Math.min(pool.nodes(), buyer.site().readyNodes(pool.machine())) : pool.nodes();
    }

    /** What it could take into racks yet to be made, of what it cannot take at once. */
    private static long retrofitNodes(Buyer buyer, Pool pool, long readyNodes) {
        return Math.min(pool.nodes() - readyNodes, buyer.site().convertibleNodes(pool.machine()));
    }

    /** What a node costs its user beside the price and racks, cents. */
    private long movingAndMending(Pool pool) {
        return Cents.of((hardware.deploymentUsdPerGpu() + (1 - pool.condition()) * hardware.repairUsdPerGpu())
                * pool.machine().gpusPerNode());
    }

    private static long movingCents(Buyer buyer, long moving) {
        return buyer.type().business() == BuyerType.Business.RESELL ? 0 : moving;
    }

    /** The buyer behind a bidder of the book that was entered last. */
    Buyer buyer(int bidder) {
        return buyers.get(bidderBuyer[bidder]);
    }

    /** Of the nodes that a bidder won, those that go into ready racks or storage; the rest is retrofitted. */
    long intoReady(int bidder, long nodes) {
        return Math.min(nodes, bidderReadyNodes[bidder]);
    }

    /** Money that a bidder needs beside the price for the nodes it won: moving, repair and retrofit, cents. */
    long sideCents(int bidder, Pool pool, long nodes) {
        Buyer buyer = buyer(bidder);
        long moving = movingCents(buyer, movingAndMending(pool));
        long racksCents = Cents.of(buyer.type().retrofitUsdPerKw() * pool.machine().nodeKw());
        return nodes * moving + (nodes - intoReady(bidder, nodes)) * racksCents;
    }

    /** What a node is worth, no more than a book of bids takes: beliefs may be beyond every amount. */
    private static long valueCents(double usd) {
        return Cents.of(StrictMath.min(usd, Cents.toUsd(BidBook.LARGEST)));
    }

    /** Whether racks bind at all; where they do not, winners' sites stay as they are. */
    boolean racksBind() {
        return racks;
    }

    /** Power of free ready racks, at those who come, that could hold at least one of the pools, kW. */
    double readyKw(List<Pool> pools) {
        double sum = 0;
        for (int a = 0; a < attendingCount; a++) {
            Buyer buyer = buyers.get(attending[a]);
            for (int p = 0; p < pools.size(); p++) {
                if (buyer.site().nodesPerRack(pools.get(p).machine()) > 0) {
                    sum += buyer.site().freeKw();
                    break;
                }
            }
        }
        return sum;
    }

    /** Money of those who come, USD. */
    double fundsUsd() {
        double sum = 0;
        double spreadAboveCalm = market.exogenousSpread() - market.calmSpread();
        for (int a = 0; a < attendingCount; a++) {
            sum += Cents.toUsd(funds(buyers.get(attending[a]), spreadAboveCalm));
        }
        return sum;
    }
}
