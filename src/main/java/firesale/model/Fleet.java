package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** What became of one seized fleet, as it stands at the end of the run. Amounts are of all its machines. */
public record Fleet(int lot, int borrower, int lender, String lenderType, boolean isOfVehicle, int defaultWeek, int seizureWeek,
        String regimeAtDefault, String regimeAtFirstSale, String kind, double ageAtDefaultYears, long gpus, double costUsd,
        double bookAtDefaultUsd, double originalLoanUsd, double loanUsd, double netProceedsUsd, double recoveredUsd,
        double guaranteedUsd, double weeksToLiquidate) {

    /** Book value at default less net proceeds, over the loan; missing without a loan. */
    private double gap() {
        return loanUsd == 0 ? Double.NaN : (bookAtDefaultUsd - netProceedsUsd) / loanUsd;
    }

    /** The columns, in the order of the file. */
    public static List<Column<Fleet>> columns() {
        return List.of(
                new Column<>("lot", Type.INTEGER, "", "The seized fleet, as in sales", r -> (long) r.lot),
                new Column<>("borrower", Type.INTEGER, "", "The defaulted borrower; -1 for a scheduled seizure",
                        r -> (long) r.borrower),
                new Column<>("lender", Type.INTEGER, "", "The lender, numbered within the run", r -> (long) r.lender),
                new Column<>("lender_type", Type.TEXT, "", "Kind of lender", r -> r.lenderType),
                new Column<>("of_vehicle", Type.BOOLEAN, "", "Whether the borrower is a vehicle", r -> r.isOfVehicle),
                new Column<>("default_week", Type.INTEGER, "weeks", "Week of default, counted from the start",
                        r -> (long) r.defaultWeek),
                new Column<>("seizure_week", Type.INTEGER, "weeks", "Week in which the lender had the machines",
                        r -> (long) r.seizureWeek),
                new Column<>("regime_at_default", Type.TEXT, "", "Regime of the week of default", r -> r.regimeAtDefault),
                new Column<>("regime_at_first_sale", Type.TEXT, "",
                        "Regime of the week in which the first of its machines were sold or scrapped; missing if none were",
                        r -> r.regimeAtFirstSale),
                new Column<>("kind", Type.TEXT, "", "Kind of machine", r -> r.kind),
                new Column<>("age_at_default_years", Type.REAL, "a", "Age of the machines at default", r -> r.ageAtDefaultYears),
                new Column<>("gpus", Type.INTEGER, "count", "GPUs at default", r -> r.gpus),
                new Column<>("cost_usd", Type.REAL, "USD", "What the machines cost when they were bought", r -> r.costUsd),
                new Column<>("book_at_default_usd", Type.REAL, "USD", "Cost less straight-line depreciation at default",
                        r -> r.bookAtDefaultUsd),
                new Column<>("original_loan_usd", Type.REAL, "USD",
                        "Loan when it was made, what was refinanced later left out; of an own book the balance at the start; "
                                + "missing for a scheduled seizure", r -> r.originalLoanUsd),
                new Column<>("loan_usd", Type.REAL, "USD", "Loan outstanding at default", r -> r.loanUsd),
                new Column<>("net_proceeds_usd", Type.REAL, "USD", "Prices and rents less cost of sale and storage",
                        r -> r.netProceedsUsd),
                new Column<>("recovered_usd", Type.REAL, "USD",
                        "What the lender got back, the estate's part included, that of a guarantee not", r -> r.recoveredUsd),
                new Column<>("guaranteed_usd", Type.REAL, "USD", "What a guarantee bore of the lender's loss on top",
                        r -> r.guaranteedUsd),
                new Column<>("weeks_to_liquidate", Type.REAL, "weeks",
                        "Mean time from seizure to sale or scrap, weighted by GPUs; missing if none were sold or scrapped",
                        r -> r.weeksToLiquidate),
                new Column<>("gap", Type.REAL, "ratio", "Book value at default less net proceeds, over the loan", Fleet::gap));
    }
}
