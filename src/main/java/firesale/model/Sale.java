package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** One buyer's purchase from one seized fleet in one week, with its reference values. */
public record Sale(int lot, int week, String regime, String kind, long gpus, double priceUsd, double fmvUsd,
        double fmvStandardUsd, double fmvAtSeizureUsd, double fmvHindsightUsd, double bookUsd, double loanUsd, double costUsd,
                double ageYears,
        double condition, int weeksSinceSeizure, String lenderType, int lender, int borrower, String buyerType,
        int buyer, boolean forcedLast) {

    /** The columns, in the order of the file. */
    public static List<Column<Sale>> columns() {
        return List.of(
                new Column<>("lot", Type.INTEGER, "",
                        "The seized fleet, numbered within the run in the order of default", r -> (long) r.lot),
                new Column<>("week", Type.INTEGER, "weeks", "Week of the sale, counted from the start", r -> (long) r.week),
                new Column<>("regime", Type.TEXT, "", "Regime of the week", r -> r.regime),
                new Column<>("kind", Type.TEXT, "", "Kind of machine", r -> r.kind),
                new Column<>("gpus", Type.INTEGER, "count", "GPUs sold", r -> r.gpus),
                new Column<>("price_usd", Type.REAL, "USD/GPU", "Price paid", r -> r.priceUsd),
                new Column<>("fmv_usd", Type.REAL, "USD/GPU", "FMV of the week at actual condition", r -> r.fmvUsd),
                new Column<>("fmv_standard_usd", Type.REAL, "USD/GPU",
                        "FMV of the week in the condition of a new machine", r -> r.fmvStandardUsd),
                new Column<>("fmv_at_seizure_usd", Type.REAL, "USD/GPU",
                        "FMV of the week of seizure in the condition of then", r -> r.fmvAtSeizureUsd),
                new Column<>("fmv_hindsight_usd", Type.REAL, "USD/GPU",
                        "FMV of the week if all had known how replayed rent went on; missing where rent is simulated",
                        r -> r.fmvHindsightUsd),
                new Column<>("book_usd", Type.REAL, "USD/GPU", "Cost less straight-line depreciation", r -> r.bookUsd),
                new Column<>("loan_usd", Type.REAL, "USD/GPU", "Loan outstanding at default", r -> r.loanUsd),
                new Column<>("cost_usd", Type.REAL, "USD/GPU",
                        "Cost of the sale and of storage since seizure", r -> r.costUsd),
                new Column<>("age_years", Type.REAL, "a", "Age of the machines", r -> r.ageYears),
                new Column<>("condition", Type.REAL, "share", "Condition, 1 for new", r -> r.condition),
                new Column<>("weeks_since_seizure", Type.INTEGER, "weeks",
                        "Weeks since the lender had the machines", r -> (long) r.weeksSinceSeizure),
                new Column<>("lender_type", Type.TEXT, "", "Kind of lender", r -> r.lenderType),
                new Column<>("lender", Type.INTEGER, "", "The lender, numbered within the run", r -> (long) r.lender),
                new Column<>("borrower", Type.INTEGER, "",
                        "The defaulted borrower; -1 for a scheduled seizure", r -> (long) r.borrower),
                new Column<>("buyer_type", Type.TEXT, "", "Kind of buyer; standby, vendor or authority for a floor, scrap if nobody bid", r -> r.buyerType),
                new Column<>("buyer", Type.INTEGER, "",
                        "The buyer, numbered within the run; -1 for scrap", r -> (long) r.buyer),
                new Column<>("forced_last", Type.BOOLEAN, "",
                        "Whether it was sold without reserve in the last week", r -> r.forcedLast));
    }
}
