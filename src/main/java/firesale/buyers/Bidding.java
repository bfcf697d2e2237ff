package firesale.buyers;

import firesale.auction.AuctionParameters;
import firesale.auction.BidBook;
import firesale.auction.MarkUpLearning;
import firesale.auction.Outcome;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Pool;
import firesale.hardware.Site;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What each buyer holds each pool worth in a week, and what it bids. Values depend on the week alone and are computed once; what a
 * buyer can host and pay for is asked anew for each pool, since it shrinks as it wins.
 */
final class Bidding {

    /** The value of a berth without room: no bid is above or below it. */
    private static final double NO_ROOM = Double.NaN;

    private final HardwareParameters hardware;
    private final AuctionParameters auction;
    private final Market market;
    private final Streams streams;
    private final OutsideWorld outside;
    private final List<Buyer> buyers;
    private final FairMarketValue fmv;
    private final Resale resale;
    private final Money money;
    private final Berth.Limits limits;
    private final boolean otherUse;
    private final boolean beliefs;
    private final boolean funding;
    private final boolean hurry;
    private final Appraiser appraiser;
    private final int[] attending;
    private final boolean[] comes;
    private int attendingCount;
    private int poolCount;
    /** The most berths that a buyer has this week. */
    private int berths;
    private double[] usd = new double[0];
    /** Empty where nobody waits. */
    private double[] waitUsd = new double[0];
    private final Waiting waiting;
    private final MarkUpLearning[] markUps;
    private final double[] bidShare;
    /** What each buyer bid for since it chose its mark-up, at its values, and what it gained of it. */
    private final double[] wantedCents;
    private final double[] gainedCents;
    private double[] fmvUsd = new double[0];
    private double[] fmvAheadUsd = new double[0];

    Bidding(HardwareParameters hardware, AuctionParameters auction, Set<Friction> frictions, Market market, Streams streams,
            OutsideWorld outside, List<Buyer> buyers, FairMarketValue fmv, Resale resale, Money money) {
        this.hardware = hardware;
        this.auction = auction;
        this.waiting = auction.waiting() && frictions.contains(Friction.WAITING)
                ? new Waiting(hardware.machines(), auction.reserveDecayPerWeek()) : null;
        this.markUps = auction.bidding() == firesale.auction.Bidding.LEARNING ? markUps(buyers.size()) : null;
        this.market = market;
        this.streams = streams;
        this.outside = outside;
        this.buyers = buyers;
        this.fmv = fmv;
        this.resale = resale;
        this.money = money;
        this.limits = new Berth.Limits(frictions.contains(Friction.RACK_POWER), frictions.contains(Friction.COOLING));
        // power that is not short has no other use to forgo
        this.otherUse = frictions.contains(Friction.OTHER_USE_OF_POWER) && limits.power();
        this.beliefs = frictions.contains(Friction.BELIEFS);
        this.funding = frictions.contains(Friction.FUNDING);
        this.hurry = frictions.contains(Friction.HURRY);
        this.appraiser = new Appraiser(hardware, market);
        this.attending = new int[buyers.size()];
        this.comes = new boolean[buyers.size()];
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
        money.ask(week);
        double premium = premium();
        appraiser.see(beliefs ? believedDecline : market.outlook().declineWithoutReleases(), beliefs, premium);
        poolCount = pools.size();
        berths = mostBerths();
        int needed = buyers.size() * berths * poolCount;
        if (usd.length < needed) {
            usd = new double[needed];
            waitUsd = waiting == null ? waitUsd : new double[needed];
        }
        resale.beginWeek();
        if (waiting != null) {
            waiting.beginWeek();
            lookAhead(pools);
        }
        attendingCount = 0;
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            comes[i] = !hurry || weeksOfSupply >= buyer.type().arrivalWeeks()
                    && streams.weekly(Kind.BUYER, buyer.identity(), Purpose.ATTENDANCE, week).chance(buyer.attendance());
            if (comes[i]) {
                buyer.replenish(week, outside);
                valuePools(buyer, pools, premium, attendingCount * berths * poolCount);
                if (waiting != null) {
                    valueWaiting(buyer, pools, premium, attendingCount * berths * poolCount);
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

    private int mostBerths() {
        int most = 1;
        for (int i = 0; i < buyers.size(); i++) {
            most = Math.max(most, buyers.get(i).berths().length);
        }
        return most;
    }

    /** What the funding spread adds to every cost of capital this week, 1/a. */
    double premium() {
        return funding ? market.spread() - market.calmSpread() : 0;
    }

    private void valuePools(Buyer buyer, List<Pool> pools, double premium, int offset) {
        Berth[] ways = buyer.berths();
        if (buyer.type().business() == BuyerType.Business.RESELL) {
            for (int p = 0; p < poolCount; p++) {
                usd[offset + p] = resale.usd(buyer, pools.get(p), premium);
            }
            return;
        }
        appraiser.ask(buyer);
        for (int b = 0; b < ways.length; b++) {
            Berth berth = ways[b];
            int cells = offset + b * poolCount;
            double forgone = Double.NaN;
            for (int p = 0; p < poolCount; p++) {
                Pool pool = pools.get(p);
                double value = NO_ROOM;
                if (berth.nodes(pool.machine(), limits, 1, Berth.Room.NONE) > 0) {
                    value = appraiser.usd(berth, pool);
                    if (otherUse && berth.making() == Berth.Making.READY && buyer.type().newMachines()) {
                        forgone = Double.isNaN(forgone) ? appraiser.otherUseUsdPerKw(berth, limits.cooling()) : forgone;
                        value -= pool.machine().kwPerGpu() * forgone;
                    }
                    double beside = usd[offset + berth.readyBeside() * poolCount + p];
                    if (berth.readyBeside() != b && !Double.isNaN(beside)) {
                        // a rack yet to be made is never worth more than one that stands ready beside it
                        value = StrictMath.min(value, beside);
                    }
                }
                usd[cells + p] = value;
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
                fmvAheadUsd[p * horizons + h] = fmv.weeksAhead(pool.machine(), pool.ageYears(), pool.condition(),
                        Waiting.weeksAhead(h));
            }
        }
    }

    private void valueWaiting(Buyer buyer, List<Pool> pools, double premium, int offset) {
        double rate = buyer.discount().rate() + premium;
        double attends = hurry ? buyer.attendance() : 1;
        for (int b = 0; b < buyer.berths().length; b++) {
            for (int p = 0; p < poolCount; p++) {
                int cell = offset + b * poolCount + p;
                waitUsd[cell] = waiting.worth(pools.get(p).machineIndex(), usd[cell], fmvUsd[p], fmvAheadUsd, p * Waiting.HORIZONS,
                        rate, attends);
            }
        }
    }

    /** Lets the market learn from a sale: what it fetched, and what bidders' mark-ups brought them. */
    void learn(Pool pool, BidBook book, BidSteps steps, long offered, Outcome outcome, long soldAtReserve, long[] won,
            long[] paid) {
        if (waiting != null) {
            long sold = outcome.unitsSold();
            double price = sold == 0 ? 0 : Cents.toUsd(outcome.revenue()) / (sold * pool.machine().gpusPerNode());
            waiting.observe(pool, offered, sold, soldAtReserve, price,
                    fmv.usdPerGpu(pool.machine(), pool.ageYears(), pool.condition()));
        }
        if (markUps != null) {
            for (int bidder = 0; bidder < book.bidders(); bidder++) {
                int buyer = steps.buyer(bidder).id();
                wantedCents[buyer] += book.totalValue(bidder, Math.min(offered, book.capacity(bidder))) / bidShare[buyer];
                gainedCents[buyer] += won[bidder] == 0 ? 0 : book.totalValue(bidder, won[bidder]) / bidShare[buyer]
                        - paid[bidder];
            }
        }
    }

    /** How many buyers come this week. */
    int attending() {
        return attendingCount;
    }

    /** One of those who come, in the order of their numbers. */
    Buyer attending(int a) {
        return buyers.get(attending[a]);
    }

    /** Whether a buyer comes this week. */
    boolean comes(int buyer) {
        return comes[buyer];
    }

    /** What a pool is worth in a berth to one of those who come, USD per GPU. */
    double valueUsd(int a, int berth, int poolIndex) {
        return usd[(a * berths + berth) * poolCount + poolIndex];
    }

    /** What it bids for it, USD per GPU. */
    double bidUsd(int a, int berth, int poolIndex) {
        int cell = (a * berths + berth) * poolCount + poolIndex;
        return (waiting == null ? usd[cell] : usd[cell] - waitUsd[cell]) * bidShare[attending[a]];
    }

    /** What waiting is worth to a buyer who would hold a machine worth so much; 0 where nobody waits. */
    double waitingUsd(Buyer buyer, Pool pool, double valueUsd, double fmvNow, double[] fmvAhead, double premium, boolean hurried) {
        return waiting == null ? 0 : waiting.worth(pool.machineIndex(), valueUsd, fmvNow, fmvAhead, 0,
                buyer.discount().rate() + premium, hurried ? buyer.attendance() : 1);
    }

    /** Whether buyers hold back for later sales. */
    boolean waits() {
        return waiting != null;
    }

    /** Which limits of racks bind. */
    Berth.Limits limits() {
        return limits;
    }

    /** Power of free ready racks, at those who come, that could hold at least one of the pools, kW. */
    double readyKw(List<Pool> pools) {
        double sum = 0;
        for (int a = 0; a < attendingCount; a++) {
            List<Site> sites = attending(a).sites();
            for (int s = 0; s < sites.size(); s++) {
                for (int p = 0; p < pools.size(); p++) {
                    if (sites.get(s).nodesPerRack(pools.get(p).machine()) > 0) {
                        sum += sites.get(s).coolableKw();
                        break;
                    }
                }
            }
        }
        return sum;
    }

    /** Money of those who come, USD. */
    double fundsUsd() {
        double sum = 0;
        for (int a = 0; a < attendingCount; a++) {
            sum += Cents.toUsd(money.of(attending(a)));
        }
        return sum;
    }
}
