package firesale.credit;

import firesale.hardware.Hours;
import firesale.kernel.books.Book;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;

/** A borrower's week: rent earned, running cost and debt service paid. */
final class Operations {

    /** Hours in a week. */
    static final double HOURS_PER_WEEK = Hours.PER_YEAR / Hours.WEEKS_PER_YEAR;

    private final CreditParameters.BorrowerParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private final Liquidity liquidity;

    Operations(CreditParameters.BorrowerParameters parameters, OutsideWorld outside, Market market, Liquidity liquidity) {
        this.parameters = parameters;
        this.outside = outside;
        this.market = market;
        this.liquidity = liquidity;
    }

    /** Earns and pays. Returns false if something due could not be paid: a payment default. */
    boolean run(Borrower borrower, int week) {
        if (Liquidity.yearStarts(week)) {
            borrower.startYear();
        }
        double revenue = 0;
        double cost = 0;
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            double gpus = cohort.gpus().balance();
            revenue += gpus * HOURS_PER_WEEK
                    * rentPerHour(borrower, cohort, week, market.spotUsdPerHour(), market.contractUsdPerHour());
            cost += gpus * weeklyCost(cohort);
        }
        cost += parameters.overheadShare() * revenue;
        double mining = StrictMath.max(0, market.btcUsd() - parameters.miningCostUsdPerCoin())
                * borrower.minedCoinsPerYear() / Hours.WEEKS_PER_YEAR;
        Book money = outside.money();
        money.transfer(outside.customers(), borrower.cash(), Cents.of(revenue));
        money.transfer(outside.dollarsForCoins(), borrower.cash(), Cents.of(mining));
        borrower.earn(revenue + mining - cost);
        long due = Cents.of(cost);
        if (!liquidity.provide(borrower, due)) {
            return false;
        }
        money.transfer(borrower.cash(), outside.suppliers(), due);
        return serveDebt(borrower);
    }

    private boolean serveDebt(Borrower borrower) {
        long lineInterest = borrower.line() == null ? 0 : borrower.line().interestDue();
        long due = borrower.note().couponDue() + lineInterest;
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            TermLoan loan = borrower.cohorts().get(i).loan();
            due += loan.interestDue() + loan.principalDue();
        }
        borrower.owe(due);
        if (!liquidity.provide(borrower, due)) {
            return false;
        }
        Book money = outside.money();
        money.transfer(borrower.cash(), outside.noteHolders(), borrower.note().couponDue());
        money.transfer(borrower.cash(), outside.coinLenders(), lineInterest);
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            TermLoan loan = borrower.cohorts().get(i).loan();
            long principal = loan.principalDue();
            money.transfer(borrower.cash(), loan.lender().cash(), loan.interestDue() + principal);
            loan.reduce(principal);
        }
        return true;
    }

    /** 8766 e_m [x F u_c + (1 - x) R u_s] a year, here an hour. */
    double rentPerHour(Borrower borrower, Cohort cohort, int week, double spotUsdPerHour, double contractUsdPerHour) {
        double x = cohort.contractShare();
        double contract = cohort.contractRent(week, contractUsdPerHour);
        double spot = spotUsdPerHour * cohort.machine().rentRelativeToH100();
        return x * contract * parameters.contractUtilisation() + (1 - x) * spot * borrower.spotUtilisation();
    }

    /** What a GPU costs to run for a week, before overhead, USD. */
    double weeklyCost(Cohort cohort) {
        double kw = cohort.machine().kwPerGpu();
        return kw * parameters.pue() * HOURS_PER_WEEK * parameters.powerUsdPerKwh()
                + (kw * parameters.siteUsdPerKwYear() + cohort.machine().maintenanceUsdPerYear()) / Hours.WEEKS_PER_YEAR;
    }
}
