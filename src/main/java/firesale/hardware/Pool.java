package firesale.hardware;

/**
 * Machines of one kind and similar age that are on offer together: what a bidder values.
 *
 * @param machine      the kind
 * @param machineIndex its place in the list of kinds
 * @param nodes        whole nodes on offer
 * @param ageYears     mean age
 * @param condition    mean condition
 * @param inPlace      whether the machines stand where their owner ran them and may be run on there
 */
public record Pool(MachineType machine, int machineIndex, long nodes, double ageYears, double condition, boolean inPlace) {

    /** Machines that have been taken away from where they ran. */
    public Pool(MachineType machine, int machineIndex, long nodes, double ageYears, double condition) {
        this(machine, machineIndex, nodes, ageYears, condition, false);
    }

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
