package firesale.hardware;

/**
 * A place with rack power: what it is like, how much is free, and how much legacy power could be retrofitted. Racks hold
 * whole nodes of one kind. Power is conserved: ready, occupied, convertible and converted always add up.
 */
public final class Site {

    private final double rackKw;
    private final Cooling cooling;
    private final double runningUsdPerKwYear;
    private final double rentUsdPerKwYear;
    private final double shellUsdPerKwYear;
    private long racks;
    private final double convertibleKw;
    private long freeRacks;
    private double convertedKw;
    private long retrofittedWatts;

    /**
     * @param readyKw             power of ready racks
     * @param rackKw              power of one rack
     * @param cooling             how the ready racks are cooled
     * @param pue                 power usage effectiveness
     * @param powerUsdPerKwh      price of power
     * @param rentUsdPerKwMonth   rent of ready rack power; of own racks what they would fetch if let
     * @param shellShare          share of that rent which power without fitted racks costs
     * @param convertibleKw       legacy power that could be retrofitted to any density and cooling
     */
    public Site(double readyKw, double rackKw, Cooling cooling, double pue, double powerUsdPerKwh,
            double rentUsdPerKwMonth, double shellShare, double convertibleKw) {
        this.rackKw = rackKw;
        this.cooling = cooling;
        this.runningUsdPerKwYear = pue * Hours.PER_YEAR * powerUsdPerKwh;
        this.rentUsdPerKwYear = 12 * rentUsdPerKwMonth;
        this.shellUsdPerKwYear = shellShare * rentUsdPerKwYear;
        this.racks = rackKw > 0 ? (long) (readyKw / rackKw + 1e-9) : 0;
        this.freeRacks = racks;
        this.convertibleKw = convertibleKw;
    }

    /** How the ready racks are cooled. */
    public Cooling cooling() {
        return cooling;
    }

    /** Whole nodes that one ready rack holds: 0 if its power or its cooling does not serve the machine. */
    public long nodesPerRack(MachineType machine) {
        return nodesPerRack(machine, true);
    }

    /**
     * Whole nodes that one ready rack holds.
     *
     * @param cooled whether the machine needs cooling that serves it; else power alone counts
     */
    public long nodesPerRack(MachineType machine, boolean cooled) {
        return !cooled || machine.runsOn(cooling) ? (long) (rackKw / machine.nodeKw() + 1e-9) : 0;
    }

    /** Nodes that the free ready racks hold. */
    public long readyNodes(MachineType machine) {
        return readyNodes(machine, true, 0);
    }

    /**
     * Nodes that the free ready racks, and further ones that count as free, hold.
     *
     * @param cooled    whether cooling has to serve the machine
     * @param moreRacks racks that count as free beside those that are; may be negative
     */
    public long readyNodes(MachineType machine, boolean cooled, double moreRacks) {
        return Math.max(0, freeRacks + (long) StrictMath.floor(moreRacks + 1e-6)) * nodesPerRack(machine, cooled);
    }

    /** Nodes that a retrofit of what is left of the legacy power would hold. */
    public long convertibleNodes(MachineType machine) {
        return convertibleNodes(machine, 0);
    }

    /** The same with further legacy power, kW, that counts as free; may be negative. */
    public long convertibleNodes(MachineType machine, double moreKw) {
        return Math.max(0, (long) ((convertibleKw - convertedKw + moreKw) / machine.nodeKw() + 1e-9));
    }

    /** Racks that nodes fill; a started rack counts whole. */
    public long racksFor(MachineType machine, boolean cooled, long nodes) {
        if (nodes == 0) {
            return 0;
        }
        long perRack = nodesPerRack(machine, cooled);
        return perRack == 0 ? Long.MAX_VALUE : (nodes + perRack - 1) / perRack;
    }

    /** Puts nodes into ready racks; a started rack is taken whole. @return racks taken */
    public long occupy(MachineType machine, boolean cooled, long nodes) {
        long needed = racksFor(machine, cooled, nodes);
        if (needed > freeRacks) {
            throw new IllegalStateException(nodes + " nodes of " + machine.name() + " do not fit into " + freeRacks + " racks");
        }
        freeRacks -= needed;
        return needed;
    }

    /** Retrofits legacy power for nodes. @return the power, kW */
    public double convert(MachineType machine, long nodes) {
        if (nodes > convertibleNodes(machine)) {
            throw new IllegalStateException(nodes + " nodes of " + machine.name() + " exceed what can be retrofitted");
        }
        convertedKw += nodes * machine.nodeKw();
        // power is drawn in doubles: what a machine is rounded up by may be more than what is left
        retrofittedWatts += Math.min(nodes * machine.nodeWatts(), legacyWatts());
        return nodes * machine.nodeKw();
    }

    /** Adds free ready racks of the same kind as those that are there. */
    public void enlarge(long moreRacks) {
        racks += moreRacks;
        freeRacks += moreRacks;
    }

    /** Whether racks of another site are like those here, so that they can be counted together. */
    public boolean hasRacksLike(Site other) {
        return rackKw == other.rackKw && cooling == other.cooling && runningUsdPerKwYear == other.runningUsdPerKwYear
                && rentUsdPerKwYear == other.rentUsdPerKwYear && shellUsdPerKwYear == other.shellUsdPerKwYear;
    }

    /** Power of a ready rack in whole watts, for the book of racks. */
    private long rackWatts() {
        return StrictMath.round(1000 * rackKw);
    }

    /** Power of the free ready racks, W. */
    public long freeWatts() {
        return freeRacks * rackWatts();
    }

    /** Power of the ready racks that are taken, W. */
    public long occupiedWatts() {
        return (racks - freeRacks) * rackWatts();
    }

    /** Legacy power that could still be retrofitted, W. */
    public long legacyWatts() {
        return (long) (1000 * convertibleKw) - retrofittedWatts;
    }

    /** Legacy power already retrofitted or being so, W. */
    public long retrofittedWatts() {
        return retrofittedWatts;
    }

    /** Yearly cost of running and housing one kW of machines in ready racks at the power price of the start, USD. */
    public double usdPerKwYear() {
        return usdPerKwYear(1);
    }

    /**
     * Yearly cost of running and housing one kW of machines in ready racks.
     *
     * @param powerFactor price of power relative to the start
     * @return USD
     */
    public double usdPerKwYear(double powerFactor) {
        return runningUsdPerKwYear * powerFactor + rentUsdPerKwYear;
    }

    /**
     * Yearly cost of running one kW in racks that the user fits out himself: energy and the shell; the racks are charged apart.
     *
     * @param powerFactor price of power relative to the start
     * @return USD
     */
    public double retrofittedUsdPerKwYear(double powerFactor) {
        return runningUsdPerKwYear * powerFactor + shellUsdPerKwYear;
    }

    /** Whether a kW in ready racks costs no more here than at another site, whatever the price of power. */
    public boolean isNeverDearerThan(Site other) {
        return runningUsdPerKwYear <= other.runningUsdPerKwYear && rentUsdPerKwYear <= other.rentUsdPerKwYear;
    }

    /** Power of all ready racks, free or occupied, kW. */
    public double readyKw() {
        return racks * rackKw;
    }

    /** Power of the free ready racks, kW. */
    public double freeKw() {
        return freeRacks * rackKw;
    }

    /** Legacy power at the start, kW. */
    public double legacyKw() {
        return convertibleKw;
    }

    /** Legacy power already retrofitted, kW. */
    public double convertedKw() {
        return convertedKw;
    }

    /** Legacy power that could still be retrofitted, kW. */
    public double convertibleKw() {
        return convertibleKw - convertedKw;
    }
}
