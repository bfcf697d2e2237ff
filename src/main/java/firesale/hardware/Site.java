package firesale.hardware;

/**
 * A place with rack power: what it is like, how much is free, how much legacy power could be retrofitted and how much could be
 * built anew. Racks hold whole nodes of one kind; where liquid carries the heat away, machines need a part of its loops as well.
 * Power is conserved: ready, occupied, convertible, converted, buildable and built always add up, and so do the loops.
 */
public final class Site {

    private final double rackKw;
    private final Cooling cooling;
    private final double pue;
    private final double powerUsdPerKwh;
    private final double runningUsdPerKwYear;
    private final double rentUsdPerKwYear;
    private final double shellUsdPerKwYear;
    private long racks;
    private final double convertibleKw;
    private final double buildableKw;
    private final double heatKwPerRack;
    /** What liquid loops carry; infinite where they carry all that the racks can hold, so that they never bind. */
    private final double loopKw;
    private long freeRacks;
    /** The machine that was asked about last: the next question is often about it too. */
    private MachineType lastMachine;
    private long nodesByPower;
    private long nodesCooled;
    private double convertedKw;
    private double builtKw;
    private double loopUsedKw;
    private long retrofittedWatts;
    private long builtWatts;

    /**
     * A site whose cooling carries all that its racks hold, and where nothing can be built.
     *
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
        this(readyKw, rackKw, cooling, pue, powerUsdPerKwh, rentUsdPerKwMonth, shellShare, convertibleKw, Heat.UNLIMITED, 0);
    }

    /**
     * @param heat        what the cooling carries away
     * @param buildableKw power that could be built anew, with racks of any density and cooling
     */
    public Site(double readyKw, double rackKw, Cooling cooling, double pue, double powerUsdPerKwh,
            double rentUsdPerKwMonth, double shellShare, double convertibleKw, Heat heat, double buildableKw) {
        this.rackKw = rackKw;
        this.cooling = cooling;
        this.pue = pue;
        this.powerUsdPerKwh = powerUsdPerKwh;
        this.runningUsdPerKwYear = pue * Hours.PER_YEAR * powerUsdPerKwh;
        this.rentUsdPerKwYear = 12 * rentUsdPerKwMonth;
        this.shellUsdPerKwYear = shellShare * rentUsdPerKwYear;
        this.racks = rackKw > 0 ? (long) (readyKw / rackKw + 1e-9) : 0;
        this.freeRacks = racks;
        this.convertibleKw = convertibleKw;
        this.buildableKw = buildableKw;
        this.heatKwPerRack = heat.kwPerRack();
        this.loopKw = cooling == Cooling.AIR || heat.loopShare() >= 1 ? Double.POSITIVE_INFINITY : heat.loopShare() * readyKw();
    }

    /**
     * What the cooling of ready racks carries away.
     *
     * @param kwPerRack heat of one rack, kW
     * @param loopShare what the liquid loops of the site carry, as a share of the power of its racks; of no meaning with air
     */
    public record Heat(double kwPerRack, double loopShare) {

        /** More than any rack gives off. */
        public static final Heat UNLIMITED = new Heat(Double.POSITIVE_INFINITY, 1);
    }

    /** Power of one ready rack, kW. */
    public double rackKw() {
        return rackKw;
    }

    /** Power usage effectiveness. */
    public double pue() {
        return pue;
    }

    /** The price of power at the start, USD/kWh. */
    public double powerUsdPerKwh() {
        return powerUsdPerKwh;
    }

    /** How the ready racks are cooled. */
    public Cooling cooling() {
        return cooling;
    }

    /** Whole nodes that one ready rack holds: 0 if its power, its cooling or what heat this carries does not serve the machine. */
    public long nodesPerRack(MachineType machine) {
        return nodesPerRack(machine, true);
    }

    /**
     * Whole nodes that one ready rack holds.
     *
     * @param cooled whether the machine needs cooling that serves it and carries its heat; else power alone counts
     */
    public long nodesPerRack(MachineType machine, boolean cooled) {
        if (machine != lastMachine) {
            lastMachine = machine;
            nodesByPower = (long) (rackKw / machine.nodeKw() + 1e-9);
            nodesCooled = machine.runsOn(cooling)
                    ? (long) (StrictMath.min(rackKw, heatKwPerRack) / machine.nodeKw() + 1e-9) : 0;
        }
        return cooled ? nodesCooled : nodesByPower;
    }

    /** Nodes that the free ready racks hold. */
    public long readyNodes(MachineType machine) {
        return readyNodes(machine, true, 0, 0);
    }

    /**
     * Nodes for which there are racks and, where liquid cools, loops.
     *
     * @param cooled     whether cooling has to serve the machine
     * @param moreRacks  racks that count as free beside those that are; may be negative
     * @param moreLoopKw power of loops that counts as free beside what is, kW; may be negative
     */
    public long readyNodes(MachineType machine, boolean cooled, double moreRacks, double moreLoopKw) {
        long inRacks = rackNodes(machine, cooled, moreRacks);
        return !cooled || loopKw == Double.POSITIVE_INFINITY ? inRacks
                : Math.min(inRacks, wholeNodes(loopKw - loopUsedKw + moreLoopKw, machine));
    }

    /**
     * Nodes that the free ready racks hold, whatever the loops carry.
     *
     * @param cooled    whether cooling has to serve the machine
     * @param moreRacks racks that count as free beside those that are; may be negative
     */
    public long rackNodes(MachineType machine, boolean cooled, double moreRacks) {
        return Math.max(0, freeRacks + (long) StrictMath.floor(moreRacks + 1e-6)) * nodesPerRack(machine, cooled);
    }

    private static long wholeNodes(double kw, MachineType machine) {
        return Math.max(0, (long) (kw / machine.nodeKw() + 1e-9));
    }

    /** Nodes that a retrofit of what is left of the legacy power would hold. */
    public long convertibleNodes(MachineType machine) {
        return convertibleNodes(machine, 0);
    }

    /** The same with further legacy power, kW, that counts as free; may be negative. */
    public long convertibleNodes(MachineType machine, double moreKw) {
        return wholeNodes(convertibleKw - convertedKw + moreKw, machine);
    }

    /** Nodes that racks built anew would hold, with further power, kW, that counts as free; may be negative. */
    public long buildableNodes(MachineType machine, double moreKw) {
        return wholeNodes(buildableKw - builtKw + moreKw, machine);
    }

    /** Racks that nodes fill; a started rack counts whole. */
    public long racksFor(MachineType machine, boolean cooled, long nodes) {
        if (nodes == 0) {
            return 0;
        }
        long perRack = nodesPerRack(machine, cooled);
        return perRack == 0 ? Long.MAX_VALUE : (nodes + perRack - 1) / perRack;
    }

    /** Power of limited liquid loops that nodes in ready racks need, kW; 0 where loops carry all that racks hold. */
    public double loopKwFor(MachineType machine, boolean cooled, long nodes) {
        return !cooled || loopKw == Double.POSITIVE_INFINITY ? 0 : nodes * machine.nodeKw();
    }

    /** Puts nodes into ready racks, and on their loops; a started rack is taken whole. @return racks taken */
    public long occupy(MachineType machine, boolean cooled, long nodes) {
        long needed = racksFor(machine, cooled, nodes);
        if (needed > freeRacks) {
            throw new IllegalStateException(nodes + " nodes of " + machine.name() + " do not fit into " + freeRacks + " racks");
        }
        if (cooled && nodes > readyNodes(machine)) {
            throw new IllegalStateException(nodes + " nodes of " + machine.name() + " exceed what the loops carry");
        }
        freeRacks -= needed;
        loopUsedKw += loopKwFor(machine, cooled, nodes);
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

    /** Builds racks for nodes. @return their power, kW */
    public double build(MachineType machine, long nodes) {
        if (nodes > buildableNodes(machine, 0)) {
            throw new IllegalStateException(nodes + " nodes of " + machine.name() + " exceed what can be built");
        }
        builtKw += nodes * machine.nodeKw();
        builtWatts += nodes * machine.nodeWatts();
        return nodes * machine.nodeKw();
    }

    /**
     * Frees ready racks, and their loops.
     *
     * @param racksFreed as many as were taken
     * @param loopKw     power of loops that was taken, kW
     */
    public void vacate(long racksFreed, double loopKw) {
        if (racksFreed > racks - freeRacks) {
            throw new IllegalStateException(racksFreed + " racks are more than are taken");
        }
        freeRacks += racksFreed;
        loopUsedKw = StrictMath.max(0, loopUsedKw - loopKw);
    }

    /**
     * Gives retrofitted power back: it has to be fitted out anew for what comes next.
     *
     * @param watts of it that the book of racks has
     * @return the power, kW
     */
    public double unconvert(MachineType machine, long nodes, long watts) {
        convertedKw = StrictMath.max(0, convertedKw - nodes * machine.nodeKw());
        retrofittedWatts -= watts;
        return nodes * machine.nodeKw();
    }

    /** Gives up racks that were built: they could be built anew. @return their power, kW */
    public double unbuild(MachineType machine, long nodes) {
        builtKw = StrictMath.max(0, builtKw - nodes * machine.nodeKw());
        builtWatts -= nodes * machine.nodeWatts();
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

    /** Power retrofitted and built, or being so, W. */
    public long madeWatts() {
        return retrofittedWatts + builtWatts;
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

    /**
     * Yearly cost of running one kW in racks that were built with their shell, which are charged apart: energy alone.
     *
     * @param powerFactor price of power relative to the start
     * @return USD
     */
    public double builtUsdPerKwYear(double powerFactor) {
        return runningUsdPerKwYear * powerFactor;
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

    /** Power of the free ready racks that their cooling can still carry, kW. */
    public double coolableKw() {
        return StrictMath.min(freeKw(), freeLoopKw());
    }

    /** What the liquid loops carry, kW; infinite where they carry all that the racks can hold. */
    public double loopKw() {
        return loopKw;
    }

    /** What the liquid loops could carry beside what they do, kW; infinite where they carry all that the racks can hold. */
    public double freeLoopKw() {
        return loopKw - loopUsedKw;
    }

    /** Legacy power already retrofitted, kW. */
    public double convertedKw() {
        return convertedKw;
    }

    /** Legacy power that could still be retrofitted, kW. */
    public double convertibleKw() {
        return convertibleKw - convertedKw;
    }

    /** Power already built anew, kW. */
    public double builtKw() {
        return builtKw;
    }

    /** Power that could still be built anew, kW. */
    public double buildableKw() {
        return buildableKw - builtKw;
    }
}
