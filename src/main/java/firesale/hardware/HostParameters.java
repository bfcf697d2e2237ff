package firesale.hardware;

import firesale.kernel.parameters.Param;

/** The places where borrowers' machines stand, and what whoever has racks there next pays for them. */
public record HostParameters(
        @Param(meaning = "Rent of racks that a default has freed, with its machines in them or empty", unit = "USD/kW/month",
                def = "184.06", min = 0, max = 100_000, source = "a colocation rent [cbre-h2-2024]") double rentUsdPerKwMonth,
        @Param(meaning = "PUE there", unit = "ratio", def = "1.35", min = 1, max = 5,
                source = "assumption: that of borrowers' sites, below the world's 1.54 [uptime-2025]") double pue,
        @Param(meaning = "Price of power there", unit = "USD/kWh", def = "0.05", min = 0, max = 10,
                source = "as of borrowers: miners' hosting 0.05-0.08 [lmc-mining]") double powerUsdPerKwh,
        @Param(meaning = "Power of a rack there at most; racks are cut to whole nodes of the machines that stood in them",
                unit = "kW", def = "41", min = 0.1, max = 1000, source = "four nodes of eight H100 in a rack [score-group]")
        double rackKw) {

    /** Whole nodes of a kind that a rack holds there, at least one: racks were made for the machines in them. */
    public long nodesPerRack(MachineType machine) {
        return Math.max(1, (long) (rackKw / machine.nodeKw() + 1e-9));
    }

    /** The hosting contract under which a lot is sold where it stands; no racks of its own. */
    public Site contract() {
        return new Site(0, rackKw, Cooling.AIR, pue, powerUsdPerKwh, rentUsdPerKwMonth, 1, 0);
    }

    /**
     * Racks from which machines were taken, as their next tenant has them: with the cooling that is named first of those that
     * serve the machines.
     *
     * @param racks how many
     */
    public Site freed(MachineType machine, long racks) {
        double kw = nodesPerRack(machine) * machine.nodeKw();
        return new Site(racks * kw, kw, machine.cooling().get(0), pue, powerUsdPerKwh, rentUsdPerKwMonth, 1, 0);
    }
}
