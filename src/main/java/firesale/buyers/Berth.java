package firesale.buyers;

import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.hardware.Site;

/**
 * One way in which a buyer can take machines in: the ready racks of one of its sites, racks yet to be fitted out there, or a
 * reseller's storage. What a machine is worth, what it costs beside the price and how many find room depends on the berth.
 */
final class Berth {

    /** What has to be done before machines run. */
    enum Making {
        /** Racks stand ready. */
        READY,
        /** Legacy power of the site is fitted out with racks of any density and cooling. */
        RETROFIT,
        /** Machines are stored until they are sold on. */
        STORAGE,
        /** Machines run on where they stand, under a hosting contract; there is room for all that stand there, and no more. */
        IN_PLACE
    }

    private final int index;
    private final Site site;
    private final Making making;
    private final BuyerType type;
    private final int deploymentWeeks;

    /** @param index its place among the buyer's berths */
    Berth(int index, Site site, Making making, BuyerType type) {
        this(index, site, making, type, type.deploymentWeeks());
    }

    private Berth(int index, Site site, Making making, BuyerType type, int deploymentWeeks) {
        this.index = index;
        this.site = site;
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
        return new Berth(index, contract, Making.IN_PLACE, type, weeks);
    }

    /** Whether machines of a pool can be taken in this way, if there is room: only those that stand in place can stay. */
    boolean serves(Pool pool) {
        return making != Making.IN_PLACE || pool.inPlace();
    }

    int index() {
        return index;
    }

    Site site() {
        return site;
    }

    Making making() {
        return making;
    }

    /** Money for racks yet to be made, USD per kW. */
    double investmentUsdPerKw() {
        return making == Making.RETROFIT ? type.retrofitUsdPerKw() : 0;
    }

    /**
     * Time until a machine bought this week earns, whole weeks.
     *
     * @param leadTimeFactor by what lead times are multiplied this week
     */
    int leadWeeks(double leadTimeFactor) {
        int deployment = (int) Math.round(deploymentWeeks * leadTimeFactor);
        return making == Making.RETROFIT ? (int) Math.round(type.retrofitWeeks() * leadTimeFactor) + deployment : deployment;
    }

    /** The same in years. */
    double leadYears(double leadTimeFactor) {
        return leadWeeks(leadTimeFactor) / Hours.WEEKS_PER_YEAR;
    }

    /**
     * Yearly cost of running a machine, USD per GPU: energy, maintenance and the rent of ready racks, or of the shell where racks
     * are fitted out and charged apart.
     *
     * @param powerFactor price of power relative to the start
     */
    double costUsdPerYear(MachineType machine, double powerFactor) {
        double perKw = making == Making.RETROFIT ? site.retrofittedUsdPerKwYear(powerFactor) : site.usdPerKwYear(powerFactor);
        return machine.kwPerGpu() * perKw + machine.maintenanceUsdPerYear();
    }

    /**
     * Nodes that find room, of machines that it {@link #serves}.
     *
     * @param limits    what binds
     * @param most      more than this is not asked for, and there is no limit beyond it
     * @param givenBack racks, or kW of legacy power, that count as free beside those that are
     */
    long nodes(MachineType machine, Limits limits, long most, double givenBack) {
        return switch (making) {
            case READY -> ready(machine, limits, most, givenBack);
            case RETROFIT -> limits.power() ? Math.min(most, site.convertibleNodes(machine, givenBack))
                    : limits.cooling() && !machine.runsOn(site.cooling()) ? most : 0;
            case IN_PLACE -> most;
            case STORAGE -> throw new IllegalStateException("a reseller knows what it can store");
        };
    }

    /** Whether it could take the machine under any limits at all, now or with what was taken given back. */
    boolean isOfUse(MachineType machine) {
        return making == Making.IN_PLACE || making == Making.READY || !machine.runsOn(site.cooling()) || site.legacyKw() > 0;
    }

    private long ready(MachineType machine, Limits limits, long most, double givenBack) {
        if (!limits.power()) {
            return limits.cooling() && !machine.runsOn(site.cooling()) ? 0 : most;
        }
        return Math.min(most, site.readyNodes(machine, limits.cooling(), givenBack));
    }

    /** Takes room for nodes. @return racks taken, or kW of legacy power; none of a buyer's where machines stay */
    double take(MachineType machine, boolean cooled, long nodes) {
        return switch (making) {
            case READY -> site.occupy(machine, cooled, nodes);
            case RETROFIT -> site.convert(machine, nodes);
            case IN_PLACE, STORAGE -> 0;
        };
    }

    /** What taking room for nodes would take, racks or kW of legacy power. */
    double wouldTake(MachineType machine, boolean cooled, long nodes) {
        return switch (making) {
            case READY -> site.racksFor(machine, cooled, nodes);
            case RETROFIT -> nodes * machine.nodeKw();
            case IN_PLACE, STORAGE -> 0;
        };
    }

    /** Which limits of racks bind. */
    record Limits(boolean power, boolean cooling) {

        boolean any() {
            return power || cooling;
        }
    }
}
