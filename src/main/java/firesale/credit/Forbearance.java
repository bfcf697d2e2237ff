package firesale.credit;

import firesale.credit.CreditParameters.CovenantParameters;
import firesale.credit.contracts.TermLoan;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.world.Market;

/**
 * Whether lenders expect to lose more by seizing than by holding still. Seizing now brings what the collateral is marked at after
 * the time that repossession takes; holding still brings the borrower's operating cash of the forbearance, as far as it serves
 * the loans, and the collateral at its mark at the end. With value V, its expected fall delta a year, loans B, cash N a year, and
 * h years,
 * <pre>
 *   seize:   min(B, V e^(-(r + delta) d))                            d mean time of repossession
 *   forbear: x + min(B - x, V e^(-delta h) e^(-r h)),  x = min(B, max(0, N) h)
 * </pre>
 */
final class Forbearance {

    private final CovenantParameters terms;
    private final Market market;
    private final FleetIncome income;
    private final Marks marks;

    Forbearance(CovenantParameters terms, Market market, FleetIncome income, Marks marks) {
        this.terms = terms;
        this.market = market;
        this.income = income;
        this.marks = marks;
    }

    /** Whether it is better to hold still; never where no time for it is given. */
    boolean isBetter(Borrower borrower, int week) {
        if (terms.forbearanceWeeks() == 0) {
            return false;
        }
        double loans = Cents.toUsd(borrower.loanBalance());
        double value = 0;
        double rate = 0;
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            TermLoan loan = cohort.loan();
            value += marks.auctionUsd(cohort.machine(), cohort.machineIndex(), cohort.ageYears(week)) * cohort.gpus().balance();
            rate += loan.lender().type().discountRate() * Cents.toUsd(loan.balance());
        }
        rate = loans == 0 ? 0 : rate / loans;
        double decline = market.outlook().trendDecline();
        double toSeize = (terms.repossessionWeeksLow() + terms.repossessionWeeksHigh()) / 2.0 / Hours.WEEKS_PER_YEAR;
        double span = terms.forbearanceWeeks() / Hours.WEEKS_PER_YEAR;
        double seized = StrictMath.min(loans, value * StrictMath.exp(-(rate + decline) * toSeize));
        double served = StrictMath.min(loans, StrictMath.max(0, income.nextYear(borrower, week)) * span);
        double forborne = served + StrictMath.min(loans - served, value * StrictMath.exp(-(rate + decline) * span));
        return forborne > seized;
    }
}
