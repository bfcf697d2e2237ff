package firesale.buyers;

import firesale.auction.AssignmentBound;
import firesale.auction.AuctionParameters;
import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.Outcome;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.hardware.PowerBook;
import firesale.hardware.Site;
import firesale.kernel.books.Account;
import firesale.kernel.books.Coins;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All buyers of a run: their beliefs, their bids, what they have won and what is on its way to them. */
public final class Buyers {

    private final List<Buyer> buyers;
    private final List<Custody> custody;
    private final OutsideWorld outside;
    private final Market market;
    private final LineSupply lines;
    private final Consensus consensus;
    private final FairMarketValue fmv;
    private final Bidding bidding;
    private final BidSteps steps;
    private final Endowments endowments;
    private final Redeployment redeployment;
    private final DealerSales dealers;
    private final PowerBook power;
    private final Evictions evictions;
    private final Tenants tenants;
    private final Supplier<ShadowMarket> openShadows;
    /** Most runs never ask for it. */
    private ShadowMarket shadows;
    private final Entry entry;
    private long satoshiSold;
    private int supplySince = -1;
    private int lastSupplyWeek = -1;

    /**
     * @param own    buyers that are given, not drawn
     * @param power  where racks are; the sites of buyers are brought in
     * @param lines  what lenders of the model grant of buyers' lines
     * @param loans  what is lent against machines that are bought
     * @param shadow whether {@link #shadow()} will be asked what a lot would fetch alone
     */
    public Buyers(BuyersParameters parameters, OwnBuyers own, AuctionParameters auction, Set<Friction> frictions,
            HardwareParameters hardware, OutsideWorld outside, List<Custody> custody, PowerBook power, Streams streams,
            Market market, LineSupply lines, LoanSupply loans, boolean shadow) {
        this.buyers = BuyerPopulation.draw(parameters, own, outside, streams, lines);
        this.power = power;
        this.tenants = new Tenants(buyers, hardware, power);
        bringIn(hardware);
        this.custody = custody;
        this.outside = outside;
        this.market = market;
        this.lines = lines;
        this.consensus = new Consensus(market, parameters.learningPerYear());
        this.fmv = new FairMarketValue(hardware, market, buyers);
        this.redeployment = new Redeployment(custody, power, outside, fmv, parameters.resaleDepthGpus());
        boolean funding = frictions.contains(Friction.FUNDING);
        Money money = new Money(market, lines);
        this.endowments = new Endowments(buyers, frictions.contains(Friction.CROWDING),
                shadow || !frictions.contains(Friction.CROWDING));
        this.evictions = new Evictions(redeployment, power, endowments);
        Resale resale = new Resale(fmv, redeployment, auction.storageUsdPerGpuWeek());
        this.bidding = new Bidding(hardware, auction, frictions, market, streams, outside, buyers, fmv,
                resale, money);
        this.steps = new BidSteps(hardware, auction.format(), market, streams, bidding, money, endowments, funding,
                loans);
        this.openShadows = () -> new ShadowMarket(hardware, market, streams, buyers, fmv, resale, money, endowments, bidding,
                consensus, this::weeksOfSupply, loans);
        this.entry = new Entry(parameters.entry(), outside, buyers);
        this.dealers = auction.format() == Format.SEARCH
                ? new DealerSales(auction, market, outside, custody, hardware, fmv, bidding, steps, redeployment) : null;
    }

    /** Enters sites into the book of racks, and lets users run machines on in place where that may happen. */
    private void bringIn(HardwareParameters hardware) {
        Site contract = hardware.hosts().contract();
        for (Buyer buyer : buyers) {
            buyer.sites().forEach(power::add);
            if (hardware.inPlace().share() > 0 && buyer.type().business() == BuyerType.Business.USE) {
                buyer.mayHost(contract, hardware.inPlace().weeks());
            }
        }
    }

    /**
     * Lets vacant racks in which machines of one kind stood to a user, whole racks only.
     *
     * @param nodes how many machines stood in them
     * @param draw  by which the user is found
     * @return the power that is let, W; 0 if nobody takes it
     */
    public long let(MachineType machine, long nodes, RandomStream draw) {
        return tenants.let(machine, nodes, draw);
    }

    /** Updates beliefs with this week's rent. */
    public void observe() {
        consensus.learn();
    }

    /** Lets outside money arrive that is due, in time for the week's sale. */
    public void admitEntrants() {
        entry.arrive(market.week());
    }

    /** Outside money that discounts have drawn in, as far as it has arrived, USD. */
    public double enteredUsd() {
        return entry.enteredUsd();
    }

    /** Week in which the first of it arrived; missing if none has. */
    public double firstEntryWeek() {
        return entry.firstWeek();
    }

    /** Lets dealers offer what they hold to users, where machines are traded by search; else they wait for customers outside. */
    public void resell() {
        if (dealers != null) {
            dealers.sell(this, consensus.declineWithoutReleases());
        }
    }

    /** What resellers have been paid for what they sold on, USD. */
    public double resaleUsd() {
        return redeployment.resaleUsd();
    }

    /** What they had paid for what they sold on, USD. */
    public double resoldCostUsd() {
        return redeployment.resoldCostUsd();
    }

    /** GPUs that dealers sold to users of this market. */
    public long gpusResoldToUsers() {
        return dealers == null ? 0 : dealers.gpusSold();
    }

    /** Lets machines arrive that are due this week, and outside money set out for what this week's sales were like. */
    public void arrive() {
        redeployment.arrive(market.week());
        if (entry.isOn()) {
            entry.decide(market.week());
        }
    }

    /** Values the pools on offer this week for every buyer who comes. */
    public void value(List<Pool> pools) {
        if (supplySince < 0 || market.week() > lastSupplyWeek + 1) {
            supplySince = market.week();
        }
        lastSupplyWeek = market.week();
        bidding.value(pools, consensus.declineWithoutReleases(), weeksOfSupply());
    }

    /** Weeks for which lots will have been on offer without a break if some are this week. */
    private int weeksOfSupply() {
        return supplySince < 0 || market.week() > lastSupplyWeek + 1 ? 0 : market.week() - supplySince;
    }

    /**
     * Enters bids for a pool into a book.
     *
     * @param lot the one lot of the pool where lots do not crowd each other, else any
     */
    public void enter(Pool pool, int poolIndex, int lot, BidBook book) {
        steps.enter(pool, poolIndex, lot, book);
    }

    /** Enters what the same bidders hold the pool worth, whatever they bid, into a book of the same order. */
    public void enterValues(Pool pool, int poolIndex, int lot, BidBook book) {
        steps.enterValues(pool, poolIndex, lot, book);
    }

    /** Enters everybody who comes this week into a bound on the surplus of all pools together. */
    public void enter(List<Pool> pools, AssignmentBound bound) {
        steps.enter(pools, bound);
    }

    /**
     * Lets buyers learn from a sale.
     *
     * @param book    the bids made
     * @param offered nodes that were on offer
     * @param soldAtReserve nodes whose price was the reserve
     * @param won     nodes that each bidder won
     * @param paid    what each bidder paid for them, cents
     */
    public void learn(Pool pool, BidBook book, long offered, Outcome outcome, long soldAtReserve, long[] won, long[] paid) {
        bidding.learn(pool, book, steps, offered, outcome, soldAtReserve, won, paid);
        if (entry.isOn()) {
            long gpus = outcome.unitsSold() * pool.machine().gpusPerNode();
            entry.observe(market.week(), gpus == 0 ? 0 : Cents.toUsd(outcome.revenue()),
                    gpus == 0 ? 0 : gpus * fmv.usdPerGpu(pool.machine(), pool.ageYears(), pool.condition()));
        }
    }

    /** The buyer behind a bidder of the book that was entered last. */
    public Buyer buyer(int bidder) {
        return steps.buyer(bidder);
    }

    /**
     * Sells a bidder's coins and draws on its line so that its cash covers what it pays for the nodes that it won and for moving
     * and housing them.
     *
     * @param lentCents what is lent to it for that, and reaches its cash after this
     */
    public void fund(int bidder, Pool pool, long nodes, long priceCents, long lentCents) {
        satoshiSold += steps.buyer(bidder).raise(priceCents + steps.sideCents(bidder, pool, nodes) - lentCents, market.btcUsd(),
                outside);
    }

    /** A buyer's own money, with yearly budgets in that have become due, cents. */
    public long ownCents(Buyer buyer) {
        buyer.replenish(market.week(), outside);
        return buyer.own(market.btcUsd());
    }

    /** Sells coins so that a buyer's cash covers an amount, which its own money must suffice for. */
    public void raiseOwn(Buyer buyer, long cents) {
        satoshiSold += buyer.raise(cents, market.btcUsd(), outside);
    }

    /** Coins that buyers have sold since the last call, BTC. */
    public double takeCoinsSold() {
        double sold = satoshiSold / Coins.SATOSHI;
        satoshiSold = 0;
        return sold;
    }

    /**
     * Houses the nodes that a bidder won at a price in all: pays for moving and racks, takes the racks, and sends the
     * machines on their way.
     *
     * @param lots    of which lots the nodes are
     * @param pledged takes note where those go that back a loan; null if none do
     * @return nodes that stay where they stand
     */
    public long house(int bidder, Pool pool, long nodes, long paidCents, LotShares lots, Placement pledged) {
        Buyer buyer = steps.buyer(bidder);
        long sideCents = steps.sideCents(bidder, pool, nodes);
        outside.money().transfer(buyer.cash(), outside.services(), sideCents);
        int gpn = pool.machine().gpusPerNode();
        BuyerType type = buyer.type();
        long staying = 0;
        double[] room = endowments.isKept() ? new double[buyer.places()] : null;
        if (type.business() == BuyerType.Business.RESELL) {
            buyer.store(nodes * gpn);
            Redeployment.Batch batch = redeployment.hold(buyer, pool.machine(), pool.machineIndex(), nodes * gpn,
                    market.week() + type.holdingWeeks(), pool.ageYears() + type.holdingWeeks() / Hours.WEEKS_PER_YEAR,
                    pool.condition(), Cents.toUsd(paidCents) / (nodes * gpn));
            if (pledged != null) {
                pledged.put(steps.berth(bidder, 0), batch, nodes, false, false, 0);
            }
        } else {
            for (int n = 0; n < steps.steps(bidder); n++) {
                long into = steps.into(bidder, n, nodes);
                Berth berth = steps.berth(bidder, n);
                long made = berth.site().madeWatts();
                double taken = take(berth, pool, into);
                if (room != null) {
                    room[berth.place()] = taken;
                    room[berth.loopPlace()] = bidding.limits().power()
                            ? berth.loopKw(pool.machine(), bidding.limits().cooling(), into) : 0;
                }
                staying += berth.making() == Berth.Making.IN_PLACE ? into : 0;
                if (into > 0) {
                    long watts = berth.site().madeWatts() - made;
                    Redeployment.Batch batch = redeployment.deploy(pool.machineIndex(), into * gpn,
                            market.week() + berth.leadWeeks(market.leadTimeFactor()), watts);
                    if (pledged != null) {
                        pledged.put(berth, batch, into, bidding.limits().power() && endowments.crowding(),
                                bidding.limits().cooling(), watts);
                    }
                }
            }
        }
        if (room != null) {
            endowments.note(buyer, lots, room, paidCents + sideCents);
        }
        return staying;
    }

    /** Takes room; where lots do not crowd each other each finds what there was, and nothing is taken but noted. */
    private double take(Berth berth, Pool pool, long nodes) {
        Berth.Limits limits = bidding.limits();
        if (!limits.power() || nodes == 0) {
            return 0;
        }
        if (!endowments.crowding()) {
            return berth.wouldTake(pool.machine(), limits.cooling(), nodes);
        }
        Site site = berth.site();
        long occupied = site.occupiedWatts();
        long retrofitted = site.retrofittedWatts();
        long made = site.madeWatts();
        double taken = berth.take(pool.machine(), limits.cooling(), nodes);
        power.move(power.ready(), power.occupied(), site.occupiedWatts() - occupied);
        retrofitted = site.retrofittedWatts() - retrofitted;
        power.move(power.legacy(), power.inRetrofit(), retrofitted);
        power.move(power.elsewhere(), power.inRetrofit(), site.madeWatts() - made - retrofitted);
        return taken;
    }

    /** Takes machines away from a buyer who has not kept what it promised for them; their racks are free again. */
    public void surrender(Placement placement, Account to) {
        evictions.evict(placement, to);
    }

    /** Where machines that a bidder wins go first. */
    public Account destination(int bidder, Pool pool) {
        Custody place = custody.get(pool.machineIndex());
        return steps.buyer(bidder).type().business() == BuyerType.Business.RESELL ? place.resellers() : place.transit();
    }

    /** Power of free ready racks that their cooling can carry, at this week's bidders, for at least one of the pools, kW. */
    public double readyKw(List<Pool> pools) {
        return bidding.readyKw(pools);
    }

    /** Money that this week's bidders have for purchases, USD. */
    public double fundsUsd() {
        return bidding.fundsUsd();
    }

    public List<Buyer> buyers() {
        return buyers;
    }

    /**
     * Money that a buyer has for purchases if it comes this week, USD: its own, with what of its yearly budgets has become due,
     * and what
     * is left of its line. Nothing is paid by asking.
     */
    public double spendableUsd(Buyer buyer) {
        double share = buyer.lineLender() < 0 ? 0 : lines.share(buyer.lineLender());
        return Cents.toUsd(buyer.fundsReplenished(market.week(), market.exogenousSpread() - market.calmSpread(), share,
                market.btcUsd()));
    }

    /** The same if funding were as in calm. */
    public double spendableInCalmUsd(Buyer buyer) {
        return Cents.toUsd(buyer.fundsReplenished(market.week(), 0, 1, market.btcUsd()));
    }

    /** What it would have in calm had it spent nothing so far, USD. */
    public double fullFundsUsd(Buyer buyer) {
        return Cents.toUsd(buyer.fundsUnspent(0, 1, market.btcUsd()));
    }

    /** The reference value. */
    public FairMarketValue fmv() {
        return fmv;
    }

    /**
     * Lets machines that nobody has seized come on offer, to see what they would fetch: everybody's yearly budgets come in first.
     * For a run that goes no further.
     */
    public ShadowMarket offer(Pool pool) {
        value(List.of(pool));
        for (int i = 0; i < buyers.size(); i++) {
            buyers.get(i).replenish(market.week(), outside);
        }
        shadow().freeze(pool);
        return shadow();
    }

    /** Sales that do not take place, to see what prices would be under other frictions. */
    public ShadowMarket shadow() {
        if (shadows == null) {
            shadows = openShadows.get();
        }
        return shadows;
    }

    /** Whether buyers hold back for later sales. */
    public boolean holdBack() {
        return bidding.waits();
    }

    /** What the market believes. */
    public Consensus consensus() {
        return consensus;
    }

    /** GPUs bought but not yet earning. */
    public long inTransit() {
        return redeployment.inTransit();
    }
}
