package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/** Where those machines of a purchase went that back a loan: what they earn there, and how they are taken away again. */
public final class Placement {

    private final Buyer buyer;
    private final Pool pool;
    private final int week;
    private final List<Part> parts = new ArrayList<>();
    private long nodesLeft;

    /**
     * @param pool  what was bought
     * @param week  when
     * @param nodes how many of them back the loan
     */
    public Placement(Buyer buyer, Pool pool, int week, long nodes) {
        this.buyer = buyer;
        this.pool = pool;
        this.week = week;
        this.nodesLeft = nodes;
    }

    /**
     * Machines that went the same way.
     *
     * @param nodes  how many
     * @param racks  ready racks that are free again when they are gone
     * @param loopKw the same of loops, kW
     * @param watts  power that was fitted out for them
     */
    record Part(Berth berth, Redeployment.Batch batch, long nodes, long racks, double loopKw, long watts) {
    }

    /**
     * Notes where machines of the purchase went; the first ones back the loan, until there are enough.
     *
     * @param nodes  how many went there
     * @param takesRoom whether they took racks there
     * @param cooled whether cooling counts
     * @param watts  power that is being fitted out for them
     */
    void put(Berth berth, Redeployment.Batch batch, long nodes, boolean takesRoom, boolean cooled, long watts) {
        long pledged = Math.min(nodesLeft, nodes);
        if (pledged == 0) {
            return;
        }
        nodesLeft -= pledged;
        MachineType machine = pool.machine();
        boolean ready = takesRoom && berth.making() == Berth.Making.READY;
        // a started rack was taken whole, and is free again when its last machine is gone
        long racks = ready ? berth.site().racksFor(machine, cooled, nodes)
                - berth.site().racksFor(machine, cooled, nodes - pledged) : 0;
        parts.add(new Part(berth, batch, pledged, racks, ready ? berth.loopKw(machine, cooled, pledged) : 0,
                pledged == nodes ? watts : Math.min(watts, pledged * machine.nodeWatts())));
    }

    public Buyer buyer() {
        return buyer;
    }

    /** What was bought, as it was then. */
    public Pool pool() {
        return pool;
    }

    /** Age of the machines in a week, years. */
    public double ageYears(int thisWeek) {
        return pool.ageYears() + (thisWeek - week) / Hours.WEEKS_PER_YEAR;
    }

    /** Machines that back the loan and have not been sold on, GPUs. */
    public long gpus() {
        long sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += gpus(parts.get(i));
        }
        return sum;
    }

    /** Machines of a part that have not been sold on, GPUs. */
    long gpus(Part part) {
        return Math.min(part.nodes() * pool.machine().gpusPerNode(), part.batch().gpus);
    }

    /**
     * What the machines that have arrived at a user earn in a week: rent at the user's utilisation less running cost, and
     * nothing where they would not be run. Machines that wait to be sold on earn nothing.
     *
     * @return USD, at least 0
     */
    public double earningUsdPerWeek(Market market) {
        MachineType machine = pool.machine();
        double rent = machine.rentRelativeToH100() * market.spotUsdPerHour() * Hours.PER_YEAR * buyer.utilisation()
                * pool.condition();
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.batch().hasArrived && part.batch().reseller == null) {
                sum += StrictMath.max(0, rent - part.berth().costUsdPerYear(machine, market.powerFactor())) * gpus(part);
            }
        }
        return sum / Hours.WEEKS_PER_YEAR;
    }

    /** Where they are. */
    List<Part> parts() {
        return parts;
    }

    /** Forgets them. */
    void clear() {
        parts.clear();
    }
}
