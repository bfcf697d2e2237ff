package firesale.buyers;

import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.hardware.PowerBook;
import firesale.hardware.Site;
import firesale.kernel.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Users who take racks that a default has freed. They are those whose own racks cost a colocation rent, or nearly so; each is as
 * likely as another, as each would sign but one contract. Who has halls of its own, at a third or a half of that rent, stays there.
 */
final class Tenants {

    private final HardwareParameters hardware;
    private final PowerBook power;
    private final List<Buyer> tenants = new ArrayList<>();

    Tenants(List<Buyer> buyers, HardwareParameters hardware, PowerBook power) {
        this.hardware = hardware;
        this.power = power;
        for (int i = 0; i < buyers.size(); i++) {
            BuyerType type = buyers.get(i).type();
            if (type.business() == BuyerType.Business.USE
                    && type.rackRentUsdPerKwMonth() >= hardware.relet().tenantUsdPerKwMonth()) {
                tenants.add(buyers.get(i));
            }
        }
    }

    /**
     * Lets vacant racks to one of them; whole racks only.
     *
     * @param nodes how many machines stood in them
     * @param draw  by which the tenant is found
     * @return the power that is let, W; 0 if there is no tenant or not one whole rack
     */
    long let(MachineType machine, long nodes, RandomStream draw) {
        long racks = nodes / hardware.hosts().nodesPerRack(machine);
        if (tenants.isEmpty() || racks == 0) {
            return 0;
        }
        Site site = hardware.hosts().freed(machine, racks);
        long watts = Math.min(site.freeWatts(), nodes * machine.nodeWatts());
        tenants.get(draw.below(tenants.size())).rent(site, racks);
        power.move(power.vacant(), power.ready(), watts);
        // a rack of several nodes is rounded to watts once, each node once
        power.move(power.elsewhere(), power.ready(), site.freeWatts() - watts);
        return watts;
    }
}
