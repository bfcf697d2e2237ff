package firesale.valuation;

/** When machines begin to earn under an outlook, and what rent and a dollar are worth then. Mutable and reused. */
public final class Start {

    private double years;
    private double revenue;
    private double discount;

    /** @param leadYears time until the machines earn, years */
    public void set(Outlook outlook, double leadYears) {
        int k = segment(leadYears);
        double into = leadYears - k * RevenuePath.STEP_YEARS;
        years = leadYears;
        revenue = outlook.revenue(k) * StrictMath.exp(-outlook.decline(k) * into);
        discount = outlook.discount(k) * StrictMath.exp(-outlook.rate() * into);
    }

    /** Time until the machines earn, years. */
    public double years() {
        return years;
    }

    /** Rent then as a multiple of today's. */
    double revenue() {
        return revenue;
    }

    /** The present value of a dollar of then. */
    public double discount() {
        return discount;
    }

    static int segment(double years) {
        return StrictMath.min((int) (years / RevenuePath.STEP_YEARS), RevenuePath.SEGMENTS - 1);
    }
}
