package firesale.hardware;

import firesale.kernel.parameters.Param;
import java.util.List;

/**
 * A kind of machine: an accelerator in one form (PCIe air, HGX air, HGX direct liquid …). A kind is data: an experiment
 * file can add any machine that is bound by power, with its own prices, density and cooling.
 */
public record MachineType(
        @Param(meaning = "Accelerator and form") String name,
        @Param(meaning = "Rent of one GPU relative to an H100 SXM at the same date", unit = "ratio", min = 0, max = 1000)
        double rentRelativeToH100,
        @Param(meaning = "GPUs in a node, the least that is moved and placed", unit = "count", min = 1, max = 1024)
        int gpusPerNode,
        @Param(meaning = "Power of a node at full load", unit = "kW", min = 0.01, max = 1000)
        double nodeKw,
        @Param(meaning = "Cooling types that serve it, any one of them")
        List<Cooling> cooling,
        @Param(meaning = "Price new, also the cost basis of loans", unit = "USD/GPU", min = 0, max = 10_000_000)
        double newPriceUsd,
        @Param(meaning = "Whether it is on sale new, so that its buyers weigh it against used machines")
        boolean onSaleNew,
        @Param(meaning = "Physical life", unit = "a", def = "7", min = 0.5, max = 11,
                source = "assumption: beyond the longest accounting life in use, six years [useful-lives]")
        double lifeYears,
        @Param(meaning = "Scrap value", unit = "USD/GPU", def = "500", min = 0, max = 1_000_000, source = "assumption: parts")
        double scrapUsd,
        @Param(meaning = "Maintenance, spares and support", unit = "USD/GPU/a", def = "600", min = 0, max = 1_000_000,
                source = "assumption: two per cent of the price new")
        double maintenanceUsdPerYear,
        @Param(meaning = "Relative frequency in the fleets of borrowers", unit = "weight", def = "0", min = 0, max = 1_000_000,
                source = "assumption")
        double fleetWeight) {

    public MachineType {
        cooling = List.copyOf(cooling);
        if (cooling.isEmpty()) {
            throw new IllegalArgumentException("at least one cooling type is needed");
        }
    }

    /** Power of one GPU with its share of the node, kW. */
    public double kwPerGpu() {
        return nodeKw / gpusPerNode;
    }

    /** Power of a node in whole watts, for the book of racks. */
    public long nodeWatts() {
        return StrictMath.round(1000 * nodeKw);
    }

    /** Whether the machine can run on this kind of cooling. */
    public boolean runsOn(Cooling kind) {
        return cooling.contains(kind);
    }
}
