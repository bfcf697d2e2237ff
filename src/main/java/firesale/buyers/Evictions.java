package firesale.buyers;

import firesale.hardware.MachineType;
import firesale.hardware.PowerBook;
import firesale.hardware.Site;
import firesale.kernel.books.Account;

/** Takes machines away from buyers who have not kept what they promised for them, and frees the room that they took. */
final class Evictions {

    private final Redeployment redeployment;
    private final PowerBook power;
    private final Endowments endowments;

    Evictions(Redeployment redeployment, PowerBook power, Endowments endowments) {
        this.redeployment = redeployment;
        this.power = power;
        this.endowments = endowments;
    }

    /**
     * Takes away what is left of the machines of a placement: those that a reseller has sold on are gone.
     *
     * @param to where they go
     */
    void evict(Placement placement, Account to) {
        for (Placement.Part part : placement.parts()) {
            MachineType machine = placement.pool().machine();
            double freed = free(part, machine);
            Account back = part.berth().making() == Berth.Making.BUILD ? power.elsewhere() : power.legacy();
            redeployment.withdraw(part.batch(), placement.gpus(part), part.watts(), to, back);
            if (endowments.isKept() && freed > 0) {
                endowments.giveBack(placement.buyer(), part.berth(), freed, part.loopKw());
            }
        }
        placement.clear();
    }

    /** Frees racks, or gives up what was fitted out for the machines. @return racks or kW, as the berth counts them */
    private double free(Placement.Part part, MachineType machine) {
        Site site = part.berth().site();
        switch (part.berth().making()) {
            case READY -> {
                long occupied = site.occupiedWatts();
                site.vacate(part.racks(), part.loopKw());
                power.move(power.occupied(), power.ready(), occupied - site.occupiedWatts());
                return part.racks();
            }
            case RETROFIT -> {
                return part.watts() == 0 ? 0 : site.unconvert(machine, part.nodes(), part.watts());
            }
            case BUILD -> {
                return part.watts() == 0 ? 0 : site.unbuild(machine, part.nodes());
            }
            case IN_PLACE -> {
                // the contract with the host ends
                power.move(power.hosted(), power.elsewhere(), part.nodes() * machine.nodeWatts());
                return 0;
            }
            case STORAGE -> {
                return 0;
            }
        }
        throw new IllegalStateException("a berth of an unknown kind");
    }
}
