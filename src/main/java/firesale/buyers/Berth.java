package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.hardware.Site;
import java.util.List;

/**
 * One way in which a buyer can take machines in: the ready racks of one of its sites, racks yet to be fitted out or built there,
 * or a reseller's storage. What a machine is worth, what it costs beside the price and how many find room depends on the berth.
 */
final class Berth {

    /** What has to be done before machines run. */
    enum Making {
        /** Racks stand ready. */
        READY,
        /** Legacy power of the site is fitted out with racks of any density and cooling. */
        RETROFIT,
        /** Racks of any density and cooling are built anew, with their shell and plant. */
        BUILD,
        /** Machines are stored until they are sold on. */
        STORAGE,
        /** Machines run on where they stand, under a hosting contract; there is room for all that stand there, and no more. */
        IN_PLACE
    }

    private final int index;
    private final int readyBeside;
    private final SiteType terms;
    private final Site site;
    private final Making making;
    private final BuyerType type;
    private final int deploymentWeeks;
    /** 1 or -1, 0 until it is asked. */
    private int coolsAllNew;

    /**
     * @param index       its place among the buyer's berths
     * @param readyBeside the place of the ready racks of the same site; its own for those
     */
    Berth(int index, int readyBeside, Premises premises, Making making, BuyerType type) {
        this(index, readyBeside, premises, making, type, type.deploymentWeeks());
    }

    private Berth(int index, int readyBeside, Premises premises, Making making, BuyerType type, int deploymentWeeks) {
        this.index = index;
        this.readyBeside = readyBeside;
        this.terms = premises.type();
        this.site = premises.site();
        this.making = making;
        this.type = type;
        this.deploymentWeeks = deploymentWeeks;
    }

    /**
     * Machines where they stand.
     *
     * @param contract what hosting costs there
     * @param weeks    time until they earn
     */
    static Berth inPlace(int index, Site contract, BuyerType type, int weeks) {
        return new Berth(index, index, new Premises(type.ownSite(), contract), Making.IN_PLACE, type, weeks);
    }

    /** Whether machines of a pool can be taken in this way, if there is room: only those that stand in place can stay. */
    boolean serves(Pool pool) {
        return making != Making.IN_PLACE || pool.inPlace();
    }

    int index() {
        return index;
    }

    /** The place, among the buyer's berths, of the ready racks of the same site; its own for those. */
    int readyBeside() {
        return readyBeside;
    }

    /** Where, among the places of a buyer's room, the racks or kW that it takes are noted. */
    int place() {
        return 2 * index;
    }

    /** The same for the loops. */
    int loopPlace() {
        return 2 * index + 1;
    }

    Site site() {
        return site;
    }

    Making making() {
        return making;
    }

    /** Money for racks yet to be made, USD per kW. */
    double investmentUsdPerKw() {
        return switch (making) {
            case READY, STORAGE, IN_PLACE -> 0;
            case RETROFIT -> terms.retrofitUsdPerKw();
            case BUILD -> terms.buildUsdPerKw();
        };
    }

    /**
     * Time until a machine bought this week earns, whole weeks.
     *
     * @param leadTimeFactor by what lead times are multiplied this week
     */
    int leadWeeks(double leadTimeFactor) {
        int deployment = (int) Math.round(deploymentWeeks * leadTimeFactor);
        return switch (making) {
            case READY, STORAGE, IN_PLACE -> deployment;
            case RETROFIT -> (int) Math.round(terms.retrofitWeeks() * leadTimeFactor) + deployment;
            case BUILD -> (int) Math.round(terms.buildWeeks() * leadTimeFactor) + deployment;
        };
    }

    /** The same in years. */
    double leadYears(double leadTimeFactor) {
        return leadWeeks(leadTimeFactor) / Hours.WEEKS_PER_YEAR;
    }

    /**
     * Yearly cost of running a machine, USD per GPU: energy, maintenance and the rent of ready racks, or of the shell where racks
     * are fitted out and charged apart, or neither where shell and racks are built and charged apart.
     *
     * @param powerFactor price of power relative to the start
     */
    double costUsdPerYear(MachineType machine, double powerFactor) {
        double perKw = switch (making) {
            case READY, STORAGE, IN_PLACE -> site.usdPerKwYear(powerFactor);
            case RETROFIT -> site.retrofittedUsdPerKwYear(powerFactor);
            case BUILD -> site.builtUsdPerKwYear(powerFactor);
        };
        return machine.kwPerGpu() * perKw + machine.maintenanceUsdPerYear();
    }

    /**
     * Nodes that find room, of machines that it {@link #serves}.
     *
     * @param limits    what binds
     * @param most      more than this is not asked for, and there is no limit beyond it
     * @param givenBack room that counts as free beside what is
     */
    long nodes(MachineType machine, Limits limits, long most, Room givenBack) {
        return switch (making) {
            case READY -> ready(machine, limits, most, givenBack);
            case RETROFIT -> limits.power() ? Math.min(most, site.convertibleNodes(machine, givenBack.amount()))
                    : limits.cooling() && !machine.runsOn(site.cooling()) ? most : 0;
            // where power is not short nothing needs to be built
            case BUILD -> limits.power() ? Math.min(most, site.buildableNodes(machine, givenBack.amount())) : 0;
            case IN_PLACE -> most;
            case STORAGE -> throw new IllegalStateException("a reseller knows what it can store");
        };
    }

    /** Whether ready racks cool every generation on sale new that their power would hold. */
    boolean coolsAllNew(List<MachineType> machines) {
        if (coolsAllNew == 0) {
            coolsAllNew = 1;
            for (int m = 0; m < machines.size(); m++) {
                MachineType machine = machines.get(m);
                if (machine.onSaleNew() && site.nodesPerRack(machine, true) != site.nodesPerRack(machine, false)) {
                    coolsAllNew = -1;
                }
            }
        }
        return coolsAllNew > 0;
    }

    private long ready(MachineType machine, Limits limits, long most, Room givenBack) {
        if (!limits.power()) {
            return limits.cooling() && !machine.runsOn(site.cooling()) ? 0 : most;
        }
        return Math.min(most, site.readyNodes(machine, limits.cooling(), givenBack.amount(), givenBack.loopKw()));
    }

    /** Takes room for nodes. @return racks taken, or kW to be fitted out or built; none of a buyer's where machines stay */
    double take(MachineType machine, boolean cooled, long nodes) {
        return switch (making) {
            case READY -> site.occupy(machine, cooled, nodes);
            case RETROFIT -> site.convert(machine, nodes);
            case BUILD -> site.build(machine, nodes);
            case IN_PLACE, STORAGE -> 0;
        };
    }

    /** What taking room for nodes would take, racks or kW. */
    double wouldTake(MachineType machine, boolean cooled, long nodes) {
        return switch (making) {
            case READY -> site.racksFor(machine, cooled, nodes);
            case RETROFIT, BUILD -> nodes * machine.nodeKw();
            case IN_PLACE, STORAGE -> 0;
        };
    }

    /** Power of limited liquid loops that nodes need here, kW. */
    double loopKw(MachineType machine, boolean cooled, long nodes) {
        return making == Making.READY ? site.loopKwFor(machine, cooled, nodes) : 0;
    }

    /** All that there is now for machines of several kinds together: 1 for the ready racks, else kW. */
    double capacity() {
        return switch (making) {
            case READY -> 1;
            case RETROFIT -> site.convertibleKw();
            case BUILD -> site.buildableKw();
            case IN_PLACE, STORAGE -> throw new IllegalStateException("storage and places of others are no racks of its own");
        };
    }

    /** How much of {@link #capacity} a node takes at least; loops apart, which bind each kind by itself. */
    double amount(MachineType machine, boolean cooled) {
        return making == Making.READY ? 1.0 / Math.max(1, site.rackNodes(machine, cooled, 0)) : machine.nodeKw();
    }

    /** Which limits of racks bind; loops and heat bind with both. */
    record Limits(boolean power, boolean cooling) {

        boolean any() {
            return power || cooling;
        }
    }

    /**
     * Room in a berth.
     *
     * @param amount racks, or kW of power to be fitted out or built
     * @param loopKw power of liquid loops, kW
     */
    record Room(double amount, double loopKw) {

        /** Nothing. */
        static final Room NONE = new Room(0, 0);
    }
}
