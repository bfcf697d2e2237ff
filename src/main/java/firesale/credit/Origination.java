package firesale.credit;

import firesale.credit.CreditParameters.LoanParameters;
import firesale.credit.CreditParameters.Underwriting;
import firesale.valuation.GpuValue;

/** How large a GPU loan is: the smaller of the advance on cost and what the underwritten cash flow carries. */
public final class Origination {

    private Origination() {
    }

    /**
     * The principal of a loan against a GPU.
     *
     * @param seen        whether rent is seen to fall
     * @param costUsd     cost of a GPU
     * @param ltv         advance on cost
     * @param revenueUsd  first year's revenue a GPU, less what falls with it
     * @param runningUsd  running cost a GPU and year
     * @param decline     fall of rent underwritten if rent is seen to fall, 1/a
     * @param rate        rate of the loan, 1/a
     * @param tenorYears  life of the loan
     * @return principal a GPU, USD: min(LTV cost, PV of underwritten cash flow / DSCR), at least 0
     */
    public static double principalUsd(LoanParameters loan, Underwriting seen, double costUsd, double ltv, double revenueUsd,
            double runningUsd, double decline, double rate, double tenorYears) {
        double fall = seen == Underwriting.FLAT_RENT ? 0 : decline;
        double cashFlow = revenueUsd * GpuValue.annuity(rate + fall, tenorYears)
                - runningUsd * GpuValue.annuity(rate, tenorYears);
        return StrictMath.max(0, StrictMath.min(ltv * costUsd, cashFlow / loan.sizingDscr()));
    }
}
