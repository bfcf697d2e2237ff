package firesale.model;

import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Lot;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.policy.Floor;
import java.util.Arrays;
import java.util.List;

/**
 * Puts floors under the lots of a sale. A floor is the seller's put: units that it covers are reserved at its price, and what
 * nobody buys of them goes to the floor's owner at exactly that price. It covers as many units as its budget pays for, fleet by
 * fleet in the order in which lots are called; the highest price serves first, and units beyond all budgets are offered at the
 * seller's own reserve in the same sale. Money promised for units that find buyers is free again for the next pool.
 *
 * <p>A seller who asks for more than the floor pays, by its reserve or its credit bid, does not use it: it waits. And nobody
 * posts scrap value or less, at which scrap dealers take any quantity: an orderly liquidation value is never below it.
 */
final class PriceFloors {

    private static final int NONE = -1;

    private final FireSale run;
    private final List<Floor> floors;
    private final OrderlyValue olv;
    /** What each floor pays for a node of each fleet of the pool, fleet by fleet, cents; 0 where it does not buy. */
    private long[] nodeCents = new long[16];
    /** Which floor covers each lot of the sale. */
    private int[] coveredBy = new int[16];
    private int lots;

    PriceFloors(FireSale run) {
        this.run = run;
        this.floors = run.backstop().floors();
        this.olv = new OrderlyValue(run);
    }

    /** Posts prices for the fleets of a pool, which is offered next. */
    void post(List<Lot> fleets, double[] fleetFmv) {
        lots = 0;
        if (nodeCents.length < fleets.size() * floors.size()) {
            nodeCents = new long[2 * fleets.size() * floors.size()];
        }
        for (int k = 0; k < floors.size(); k++) {
            boolean isOpen = floors.get(k).isOpen();
            for (int f = 0; f < fleets.size(); f++) {
                nodeCents[f * floors.size() + k] = isOpen ? nodeCents(floors.get(k), fleets.get(f), fleetFmv[f]) : 0;
            }
        }
    }

    private long nodeCents(Floor floor, Lot fleet, double fmv) {
        double usd = floor.share() * (floor.owner().followsOlv() ? olv.usdPerGpu(fleet, fmv) : fmv);
        return usd <= fleet.machine().scrapUsd() ? 0 : Cents.of(fleet.machine().gpusPerNode() * usd);
    }

    /**
     * Enters the units of a lot that floors cover.
     *
     * @param fleet  of the pool, by its place
     * @param units  of the lot
     * @param least  what the seller asks for a unit, cents: its reserve, or its credit bid if that is higher
     * @param whole  whether the lot may not be split
     * @param fleetOf takes down whose lot each is
     * @return units that no floor covers
     */
    long cover(int fleet, long units, long least, boolean whole, LotBook book, FleetOfLot fleetOf) {
        long left = units;
        int k = floors.isEmpty() ? NONE : best(fleet, least, whole ? left : 1);
        while (left > 0 && k != NONE) {
            long price = nodeCents[fleet * floors.size() + k];
            long covered = Math.min(left, floors.get(k).payable(price));
            floors.get(k).commit(covered * price);
            int lot = book.add(covered, price);
            fleetOf.note(lot, fleet);
            cover(lot, k);
            left -= covered;
            k = best(fleet, least, whole ? left : 1);
        }
        return left;
    }

    private void cover(int lot, int floor) {
        if (coveredBy.length <= lot) {
            coveredBy = Arrays.copyOf(coveredBy, 2 * lot + 1);
        }
        Arrays.fill(coveredBy, lots, lot, NONE);
        coveredBy[lot] = floor;
        lots = lot + 1;
    }

    /** The floor that pays most, at least what the seller asks, and can pay for so many units; of equal ones the first. */
    private int best(int fleet, long least, long units) {
        int best = NONE;
        long most = 0;
        for (int k = 0; k < floors.size(); k++) {
            long price = nodeCents[fleet * floors.size() + k];
            if (price > most && price >= least && floors.get(k).payable(price) >= units) {
                best = k;
                most = price;
            }
        }
        return best;
    }

    /** Ends the promises of a sale whose outcome is known. */
    void release() {
        for (int k = 0; k < floors.size(); k++) {
            floors.get(k).release();
        }
    }

    /** Units of all lots that go to owners of floors. */
    long unitsTaken(LotBook book, Outcome outcome) {
        long sum = 0;
        for (int lot = 0; lot < lots; lot++) {
            sum += unitsTaken(lot, book, outcome);
        }
        return sum;
    }

    /** Units of a lot that nobody bought and that go to the owner of the floor that covers it. */
    long unitsTaken(int lot, LotBook book, Outcome outcome) {
        if (lot >= lots || coveredBy[lot] == NONE) {
            return 0;
        }
        long left = book.units(lot);
        for (int a = 0; a < outcome.awards(); a++) {
            left -= outcome.lot(a) == lot ? outcome.units(a) : 0;
        }
        return left;
    }

    /** The floor that covers a lot, of which units are {@link #unitsTaken taken}. */
    Floor floorOf(int lot) {
        return floors.get(coveredBy[lot]);
    }

    /** Lots up to the last that is covered. */
    int lots() {
        return lots;
    }

    /** Takes down whose lot each is. */
    @FunctionalInterface
    interface FleetOfLot {

        void note(int lot, int fleet);
    }
}
