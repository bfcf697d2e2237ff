package firesale.credit.contracts;

import firesale.hardware.Hours;
import firesale.valuation.GpuValue;

/**
 * Machines let as a whole at a fixed rent for years, triple net: the lessee pays what it costs to run them. It ends in its last
 * week or when the lessee rejects it.
 */
public final class Lease {

    private final double usdPerGpuWeek;
    private final int endWeek;
    private boolean rejected;
    private int paidWeek = -1;

    /** @param usdPerGpuWeek rent of a GPU and week */
    public Lease(double usdPerGpuWeek, int endWeek) {
        this.usdPerGpuWeek = usdPerGpuWeek;
        this.endWeek = endWeek;
    }

    /** Whether rent is due in a week. */
    public boolean runs(int week) {
        return !rejected && week < endWeek;
    }

    /** Whether the lessee has rejected it. */
    public boolean isRejected() {
        return rejected;
    }

    /** The first week without rent. */
    public int endWeek() {
        return endWeek;
    }

    /** Rent of a GPU and week, USD. */
    public double usdPerGpuWeek() {
        return usdPerGpuWeek;
    }

    /** Notes that the lessee has paid the rent of a week. */
    public void paid(int week) {
        paidWeek = week;
    }

    /** Whether the rent of a week has been paid. */
    public boolean isPaid(int week) {
        return paidWeek == week;
    }

    /** The first week whose rent is still to come, seen in a week. */
    public int nextDue(int week) {
        return isPaid(week) ? week + 1 : week;
    }

    /** Ends it: the lessee is in default. */
    public void reject() {
        rejected = true;
    }

    /** Present value of the rent still to come if it is paid, USD per GPU; 0 after the end. */
    public double presentValueUsd(int week, double yearlyRate) {
        double years = (endWeek - week) / Hours.WEEKS_PER_YEAR;
        return years <= 0 ? 0 : usdPerGpuWeek * Hours.WEEKS_PER_YEAR * GpuValue.annuity(yearlyRate, years);
    }

    /**
     * What a lessor loses by rejection: rent still to come less what letting anew would bring, both in present value, at least 0.
     *
     * @param reletUsdPerGpuWeek   what a GPU let anew brings, net of what falls with it
     * @param runningUsdPerGpuWeek what running it costs then
     * @param reletDecline         fall of that rent, 1/a; the cost of running stays
     * @return USD per GPU
     */
    public double damagesUsd(int week, double yearlyRate, double reletUsdPerGpuWeek, double runningUsdPerGpuWeek,
            double reletDecline) {
        double years = (endWeek - week) / Hours.WEEKS_PER_YEAR;
        if (years <= 0) {
            return 0;
        }
        double relet = Hours.WEEKS_PER_YEAR * (reletUsdPerGpuWeek * GpuValue.annuity(yearlyRate + reletDecline, years)
                - runningUsdPerGpuWeek * GpuValue.annuity(yearlyRate, years));
        return StrictMath.max(0, presentValueUsd(week, yearlyRate) - StrictMath.max(0, relet));
    }
}
