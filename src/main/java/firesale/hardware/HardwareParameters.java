package firesale.hardware;

import firesale.kernel.parameters.Param;
import java.util.List;

/** The machines of the world and what it costs to move and mend them. */
public record HardwareParameters(
        @Param(meaning = "Kinds of machines, by accelerator and form", table = "data/machines.csv")
        List<MachineType> machines,
        @Param(meaning = "Transport, testing, cabling and installation of a machine at a buyer's site", unit = "USD/GPU",
                def = "900", min = 0, max = 1_000_000, source = "assumption: three per cent of the price new")
        double deploymentUsdPerGpu,
        @Param(meaning = "Of this the tests, which machines sold where they stand need too", unit = "USD/GPU", def = "250", min = 0,
                max = 1_000_000, source = "assumption: a day of a technician for each node")
        double testingUsdPerGpu,
        @Param(meaning = "Repair of a machine of condition zero; in proportion above", unit = "USD/GPU", def = "6000",
                min = 0, max = 1_000_000, source = "assumption: a fifth of the price new")
        double repairUsdPerGpu,
        @Param(meaning = "Loss of condition in idle storage", unit = "1/a", def = "0.10", min = 0, max = 10,
                source = "assumption: between the measured factors of refurbished and as-is machines, 0.85 and 0.55 "
                + "[spotwire-valuator]")
        double storageDecayPerYear,
        @Param(meaning = "Loss of condition between default and repossession, when maintenance stops", unit = "1/a", def = "0.20",
                min = 0, max = 10,
                        source = "assumption: under-maintenance explains half of the raw discount of aircraft "
                        + "[decomposing-fire-sales]")
        double neglectDecayPerYear,
        @Param(meaning = "Life of retrofitted or new racks", unit = "a", def = "15", min = 1, max = 50,
                source = "assumption: the usual life of electrical plant")
        double rackLifeYears,
        @Param(meaning = "Where machines of borrowers stand") HostParameters hosts,
        @Param(meaning = "Sale where the machines stand") InPlaceParameters inPlace,
        @Param(meaning = "Racks that defaults free") ReletParameters relet) {

    public HardwareParameters {
        machines = List.copyOf(machines);
        if (machines.isEmpty()) {
            throw new IllegalArgumentException("at least one machine is needed");
        }
    }

    /** What it costs to take a machine over where it stands, USD: nothing is moved or installed. */
    public double inPlaceUsdPerGpu() {
        return testingUsdPerGpu;
    }

    /** The longest life of a machine, years. */
    public double longestLifeYears() {
        double longest = 0;
        for (int m = 0; m < machines.size(); m++) {
            longest = StrictMath.max(longest, machines.get(m).lifeYears());
        }
        return longest;
    }
}
