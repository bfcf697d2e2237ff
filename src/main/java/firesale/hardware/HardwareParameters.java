package firesale.hardware;

import firesale.kernel.parameters.Param;
import java.util.List;

/** The machines of the world and what it costs to move and mend them. */
public record HardwareParameters(
        @Param(meaning = "Kinds of machines, by accelerator and form", table = "data/machines.csv")
        List<MachineType> machines,
        @Param(meaning = "Crating, transport and insurance of a machine on its way to a buyer's site", unit = "USD/GPU",
                def = "200", min = 0, max = 1_000_000, source = "assumption: with testing and installation three per cent of the "
                + "price new")
        double transportUsdPerGpu,
        @Param(meaning = "Testing of a machine: inspection, burn-in, wiping of disks", unit = "USD/GPU", def = "200", min = 0,
                max = 1_000_000, source = "assumption: with transport and installation three per cent of the price new")
        double testingUsdPerGpu,
        @Param(meaning = "Racking, network cabling and commissioning of a machine at a buyer's site", unit = "USD/GPU",
                def = "500", min = 0, max = 1_000_000, source = "assumption: with transport and testing three per cent of the "
                + "price new")
        double installationUsdPerGpu,
        @Param(meaning = "Restoring warranty or service cover when a used machine changes hands", unit = "USD/GPU", def = "0",
                min = 0, max = 1_000_000, source = "assumption: none; yearly maintenance holds spares and support")
        double warrantyUsdPerGpu,
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

    /** Transport, testing and installation of a machine, new or used, at its user's site, USD per GPU. */
    public double deploymentUsdPerGpu() {
        return transportUsdPerGpu + testingUsdPerGpu + installationUsdPerGpu;
    }

    /** All that taking over a used machine costs beside its price, repair and racks: deployment and warranty, USD per GPU. */
    public double movingUsdPerGpu() {
        return deploymentUsdPerGpu() + warrantyUsdPerGpu;
    }

    /** What it costs to take a machine over where it stands, USD per GPU: nothing is moved or installed. */
    public double inPlaceUsdPerGpu() {
        return testingUsdPerGpu + warrantyUsdPerGpu;
    }

    /** The machine that is most common in borrowers' fleets; of several the first. */
    public MachineType commonest() {
        MachineType commonest = machines.get(0);
        for (int m = 1; m < machines.size(); m++) {
            commonest = machines.get(m).fleetWeight() > commonest.fleetWeight() ? machines.get(m) : commonest;
        }
        return commonest;
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
