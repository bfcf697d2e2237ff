package firesale.valuation;

/**
 * What a machine owes for racks that were retrofitted or built for it. The investment outlives the machine (15 years), so
 * the machine is charged for its own years only: I kW (1 - e^(-rT)) / (1 - e^(-r M)), never the whole.
 */
public final class RackCharge {

    private RackCharge() {
    }

    /**
     * @param usdPerKw  I, the investment, USD per kW
     * @param kwPerGpu  rack power of one GPU, kW
     * @param rate      r, 1/a
     * @param runYears  T, how long the machine is run, years
     * @param rackYears M, the life of the racks, years
     * @return the present value of the charge, USD per GPU
     */
    public static double usdPerGpu(double usdPerKw, double kwPerGpu, double rate, double runYears, double rackYears) {
        double share = GpuValue.annuity(rate, StrictMath.min(runYears, rackYears)) / GpuValue.annuity(rate, rackYears);
        return usdPerKw * kwPerGpu * share;
    }
}
