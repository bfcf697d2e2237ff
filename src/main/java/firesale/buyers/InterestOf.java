package firesale.buyers;

import firesale.auction.BidBook;
import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds how one buyer stands to a lot: show it each berth, then ask. Racks of a site that stand ready say what is wrong with it;
 * racks yet to be made there are a way out, and no more: where they do not pay, what is wrong with the ready ones counts. Of
 * several sites the one that comes closest to a bid counts.
 */
final class InterestOf {

    private final Buyer buyer;
    private final Pool pool;
    private final Berth.Limits within;
    private final long nodes;
    private final long[] room = new long[Berth.Making.values().length];
    private double valueUsd = Double.NaN;
    /** What a node needs beside its price in the berth where that is least, of those with a bid; cents. */
    private long leastSideCents = Long.MAX_VALUE;
    private Obstacle closest = Obstacle.RACKS_TOO_WEAK;

    /** @param nodes of the lot; more are not asked for */
    InterestOf(Buyer buyer, Pool pool, Berth.Limits within, long nodes) {
        this.buyer = buyer;
        this.pool = pool;
        this.within = within;
        this.nodes = nodes;
    }

    /**
     * Sees the next berth.
     *
     * @param usd   what the machines are worth there, USD per GPU
     * @param ofUse the same after the other use of power
     */
    void see(int index, double usd, double ofUse, HardwareParameters hardware) {
        Berth berth = buyer.berths()[index];
        double scrap = pool.machine().scrapUsd();
        long here = roomIn(berth);
        int way = berth.making().ordinal();
        room[way] = Math.min(nodes, room[way] + here);
        if (here > 0) {
            valueUsd = Double.isNaN(valueUsd) ? ofUse : StrictMath.max(valueUsd, ofUse);
        }
        if (here > 0 && ofUse > scrap) {
            leastSideCents = Math.min(leastSideCents, BidSteps.sideCents(berth, pool, hardware));
        } else if (berth.making() == Berth.Making.READY || berth.making() == Berth.Making.STORAGE) {
            Obstacle first = here == 0 ? whyNoRoom(berth)
                    : usd > scrap ? Obstacle.OTHER_USE_OF_POWER : Obstacle.WORTH_NO_MORE_THAN_SCRAP;
            closest = first.compareTo(closest) > 0 ? first : closest;
        }
    }

    private long roomIn(Berth berth) {
        MachineType machine = pool.machine();
        return berth.making() == Berth.Making.STORAGE ? Math.min(nodes, Math.max(0, buyer.freeStorage() / machine.gpusPerNode()))
                : berth.serves(pool) ? berth.nodes(machine, within, nodes, Berth.Room.NONE) : 0;
    }

    private Obstacle whyNoRoom(Berth berth) {
        if (berth.making() == Berth.Making.STORAGE) {
            return Obstacle.NO_FREE_RACKS;
        } else if (within.power() && berth.site().nodesPerRack(pool.machine(), false) == 0) {
            return Obstacle.RACKS_TOO_WEAK;
        }
        boolean cooled = !within.cooling() || pool.machine().runsOn(berth.site().cooling());
        return cooled ? Obstacle.NO_FREE_RACKS : Obstacle.WRONG_COOLING;
    }

    /**
     * What came out.
     *
     * @param budget money, cents
     * @param comes  whether it comes while the lot is on offer
     */
    Interest interest(long budget, boolean comes) {
        int gpn = pool.machine().gpusPerNode();
        boolean bids = leastSideCents < Long.MAX_VALUE;
        boolean pays = bids && budget >= leastSideCents + Cents.of(pool.machine().scrapUsd() * gpn);
        Optional<Obstacle> obstacle = !bids ? Optional.of(closest) : !pays ? Optional.of(Obstacle.NO_MONEY)
                : comes ? Optional.empty() : Optional.of(Obstacle.NOT_IN_TIME);
        List<Long> gpus = new ArrayList<>();
        for (long each : room) {
            gpus.add(each * gpn);
        }
        return new Interest(buyer.type().name(), obstacle, valueUsd, gpus,
                budget == BidBook.UNLIMITED ? Double.POSITIVE_INFINITY : Cents.toUsd(budget));
    }
}
