package firesale.hardware;

/**
 * Machines of one kind and similar age that are on offer together: what a bidder values.
 *
 * @param machine      the kind
 * @param machineIndex its place in the list of kinds
 * @param nodes        whole nodes on offer
 * @param ageYears     mean age
 * @param condition    mean condition
 */
public record Pool(MachineType machine, int machineIndex, long nodes, double ageYears, double condition) {

    /** Machines of one kind whose ages lie in one half-year are pooled: the half-year, counted from new. */
    public static int ageClass(double ageYears) {
        return (int) (2 * ageYears);
    }

    public long gpus() {
        return nodes * machine.gpusPerNode();
    }

    /** Power that the pool needs at full load, kW. */
    public double kw() {
        return nodes * machine.nodeKw();
    }
}
