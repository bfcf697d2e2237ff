package firesale.model;

import firesale.auction.AuctionParameters;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Lot;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What lenders put up for sale in a week: which fleets are pooled, in which order pools and lots are called, and each lot's
 * reserve and credit bid. Fleets of one kind whose ages lie in one half-year form a pool; those that may be sold where they stand
 * form one apart from those that were removed.
 */
final class Consignment {

    /** More lots than a fleet is ever cut into, to number them. */
    private static final long MOST_PIECES = 1L << 32;

    private final FireSale run;
    private final AuctionParameters parameters;
    private final ReserveRule reserves;
    private final PriceFloors floors;
    private final PriceFloors.FleetOfLot fleetOfLot = this::isOf;
    private final List<List<Lot>> poolFleets = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private int[] lotFleet = new int[16];
    private double[] fleetFmv = new double[16];
    private int[] pieceFleet = new int[16];
    private int[] pieceNumber = new int[16];
    private long[] pieceNodes = new long[16];

    Consignment(FireSale run) {
        this.run = run;
        this.parameters = run.parameters().auction();
        this.floors = new PriceFloors(run);
        this.reserves = parameters.reserveSetting() == AuctionParameters.ReserveSetting.OPTIMAL ? new OptimalReserve(run)
                : new DecayingReserve(parameters, run.parameters().time().horizon());
    }

    /** Pools what is on offer this week; lenders in distress, and all in the last week, offer what they held back too. */
    void gather(boolean last) {
        pools.clear();
        int used = gather(run.credit().inventory(), 0);
        used = gather(run.repo().lots(), used);
        for (int p = 0; p < used; p++) {
            pools.add(pool(poolFleets.get(p)));
        }
        sortPools(used);
    }

    /** Puts lots into pools, of which so many are in use; returns how many are then. */
    private int gather(List<? extends Lot> offered, int inUse) {
        int used = inUse;
        for (int i = 0; i < offered.size(); i++) {
            Lot fleet = offered.get(i);
            if (!isOffered(fleet, run)) {
                continue;
            }
            int p = 0;
            while (p < used && !samePool(poolFleets.get(p).get(0), fleet)) {
                p++;
            }
            if (p == used) {
                if (used == poolFleets.size()) {
                    poolFleets.add(new ArrayList<>());
                }
                poolFleets.get(used++).clear();
            }
            poolFleets.get(p).add(fleet);
        }
        return used;
    }

    /** Whether a fleet is on offer this week: not held back, unless its lender is in distress or it is the last week. */
    static boolean isOffered(Lot fleet, FireSale run) {
        return !fleet.isHeld(run.week()) || fleet.mustSell() || run.week() == run.parameters().time().horizon() - 1;
    }

    /** This week's pools, in the order in which they are sold. */
    List<Pool> pools() {
        return pools;
    }

    /** The fleets of a pool, in the order of seizure. */
    List<Lot> fleets(int pool) {
        return poolFleets.get(pool);
    }

    /** Whether a fleet is on offer for the first week since it was listed. */
    boolean isAnyNew() {
        for (int p = 0; p < pools.size(); p++) {
            for (int f = 0; f < poolFleets.get(p).size(); f++) {
                if (poolFleets.get(p).get(f).weeksOffered() == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean samePool(Lot one, Lot other) {
        int week = run.week();
        return run.lotsCrowd() && one.machineIndex() == other.machineIndex()
                && one.isInPlace(week) == other.isInPlace(week)
                && Pool.ageClass(one.ageYears(week)) == Pool.ageClass(other.ageYears(week));
    }

    private Pool pool(List<Lot> fleets) {
        long gpus = 0;
        double age = 0;
        double condition = 0;
        for (int i = 0; i < fleets.size(); i++) {
            Lot fleet = fleets.get(i);
            long count = fleet.gpus().balance();
            gpus += count;
            age += count * fleet.ageYears(run.week());
            condition += count * fleet.condition(run.week());
        }
        Lot first = fleets.get(0);
        return new Pool(first.machine(), first.machineIndex(), gpus / first.machine().gpusPerNode(), age / gpus,
                condition / gpus, first.isInPlace(run.week()));
    }

    /** Insertion sort; few pools, and equal ones keep the order of seizure. */
    private void sortPools(int count) {
        for (int i = 1; i < count; i++) {
            Pool pool = pools.get(i);
            List<Lot> fleets = poolFleets.get(i);
            double rank = rank(pool, fleets);
            int j = i;
            while (j > 0 && rank(pools.get(j - 1), poolFleets.get(j - 1)) < rank) {
                pools.set(j, pools.get(j - 1));
                poolFleets.set(j, poolFleets.get(j - 1));
                j--;
            }
            pools.set(j, pool);
            poolFleets.set(j, fleets);
        }
    }

    private double rank(Pool pool, List<Lot> fleets) {
        return switch (parameters.lotOrder()) {
            case SIZE -> pool.kw();
            case AGE -> pool.ageYears();
            case RANDOM -> number(fleets.get(0).identity());
        };
    }

    private double number(long lot) {
        return run.streams().number(Kind.LOT, lot, Purpose.LOT_ORDER, run.week());
    }

    /**
     * Enters a pool's lots.
     *
     * @param cut   whether fleets are cut into lots; else each fleet is one
     * @param whole whether a lot is sold as a whole, so that a floor covers all of it or nothing
     */
    void enterLots(int poolIndex, boolean cut, boolean whole, boolean last, LotBook lots) {
        lots.clear();
        List<Lot> fleets = poolFleets.get(poolIndex);
        int gpn = pools.get(poolIndex).machine().gpusPerNode();
        if (fleetFmv.length < fleets.size()) {
            fleetFmv = new double[2 * fleets.size()];
        }
        long lotNodes = cut ? Math.max(1, parameters.lotGpus() / gpn) : Long.MAX_VALUE;
        int pieces = 0;
        for (int f = 0; f < fleets.size(); f++) {
            Lot fleet = fleets.get(f);
            fleetFmv[f] = run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(run.week()), fleet.condition(run.week()));
            int number = 0;
            for (long nodes = fleet.gpus().balance() / gpn; nodes > 0; nodes -= Math.min(nodes, lotNodes)) {
                if (pieces == pieceFleet.length) {
                    pieceFleet = Arrays.copyOf(pieceFleet, 2 * pieces);
                    pieceNodes = Arrays.copyOf(pieceNodes, 2 * pieces);
                    pieceNumber = Arrays.copyOf(pieceNumber, 2 * pieces);
                }
                pieceFleet[pieces] = f;
                pieceNumber[pieces] = number++;
                pieceNodes[pieces++] = Math.min(nodes, lotNodes);
            }
        }
        int[] order = cut ? lotOrder(fleets, pieces) : null;
        floors.post(fleets, fleetFmv);
        for (int i = 0; i < pieces; i++) {
            int piece = order == null ? i : order[i];
            enter(pieceFleet[piece], fleets.get(pieceFleet[piece]), pieceNodes[piece], whole, last, lots);
        }
        for (int f = 0; f < fleets.size(); f++) {
            fleets.get(f).offered();
        }
    }

    /** Enters a lot: what floors cover of it, and the rest at the seller's own reserve. */
    private void enter(int f, Lot fleet, long nodes, boolean whole, boolean last, LotBook lots) {
        int gpn = fleet.machine().gpusPerNode();
        long reserve = Cents.of(gpn * reserveUsd(fleet, fleetFmv[f], last));
        long creditBid = creditBidCents(fleet, fleetFmv[f], gpn, last);
        long left = floors.cover(f, nodes, Math.max(reserve, creditBid), whole, lots, fleetOfLot);
        if (left > 0) {
            isOf(lots.add(left, reserve, creditBid), f);
        }
    }

    private void isOf(int lot, int f) {
        if (lotFleet.length <= lot) {
            lotFleet = Arrays.copyOf(lotFleet, 2 * lot + 1);
        }
        lotFleet[lot] = f;
    }

    /** The floors under the lots that were entered last. */
    PriceFloors floors() {
        return floors;
    }

    /** Pieces in the order in which they are called; equal ones in the order of seizure. */
    private int[] lotOrder(List<Lot> fleets, int pieces) {
        double[] rank = new double[pieces];
        Integer[] boxed = new Integer[pieces];
        for (int i = 0; i < pieces; i++) {
            Lot fleet = fleets.get(pieceFleet[i]);
            boxed[i] = i;
            rank[i] = switch (parameters.lotOrder()) {
                case SIZE -> pieceNodes[i];
                case AGE -> fleet.ageYears(run.week());
                case RANDOM -> number(MOST_PIECES * (fleet.identity() + 1) + pieceNumber[i]);
            };
        }
        Arrays.sort(boxed, (one, other) -> Double.compare(rank[other], rank[one]));
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    /** The least price, by the rule of reserves; scrap value for a lender in distress or at the end. */
    private double reserveUsd(Lot fleet, double fmv, boolean last) {
        double scrap = fleet.machine().scrapUsd();
        return last || fleet.mustSell() ? scrap : StrictMath.max(scrap, reserves.usdPerGpu(fleet, fmv));
    }

    /**
     * What the lender bids with its claim for a node, which it need not pay in money; nothing if it has to sell or owns the
     * machines.
     */
    private long creditBidCents(Lot fleet, double fmv, int gpn, boolean last) {
        if (parameters.creditBidShare() == 0 || last || fleet.mustSell()) {
            return 0;
        }
        long bid = Cents.of(gpn * fmv * parameters.creditBidShare());
        return Math.max(0, Math.min(bid, fleet.creditBidLimit() * gpn));
    }

    /** The fleet of a lot, by its place in the pool. */
    int fleetOf(int lot) {
        return lotFleet[lot];
    }

    /** FMV of a fleet of the pool whose lots were entered last, USD per GPU. */
    double fmv(int fleet) {
        return fleetFmv[fleet];
    }

    /**
     * Takes off the market what was offered for long enough, and what lenders won by credit bid.
     *
     * @param lots    the pool's lots, all of whose units may be sold
     * @param outcome what was sold of them
     * @return GPUs won by credit bid
     */
    long withdraw(int poolIndex, LotBook lots, Outcome outcome) {
        List<Lot> fleets = poolFleets.get(poolIndex);
        int gpn = pools.get(poolIndex).machine().gpusPerNode();
        long gpusWon = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            if (lots.hasCreditBid(lot)) {
                gpusWon += lots.units(lot) * gpn;
            }
        }
        for (int a = 0; a < outcome.awards(); a++) {
            gpusWon -= lots.hasCreditBid(outcome.lot(a)) ? outcome.units(a) * gpn : 0;
        }
        for (int lot = 0; lot < lots.lots(); lot++) {
            Lot fleet = fleets.get(lotFleet[lot]);
            if (lots.hasCreditBid(lot) && fleet.gpus().balance() > 0) {
                // all lots of a fleet carry the same bid, so that what is left of it was won by it
                fleet.setOff(lots.reserve(lot) * (fleet.gpus().balance() / gpn));
                fleet.holdUntil(run.week() + parameters.relistAfterWeeks());
            }
        }
        for (int f = 0; f < fleets.size(); f++) {
            Lot fleet = fleets.get(f);
            if (parameters.withdrawAfterWeeks() > 0 && fleet.gpus().balance() > 0
                    && fleet.weeksOffered() >= parameters.withdrawAfterWeeks()) {
                fleet.holdUntil(run.week() + parameters.relistAfterWeeks());
            }
        }
        return gpusWon;
    }
}
