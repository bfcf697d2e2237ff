package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.time.LocalDate;
import java.util.List;

/** The state of the world and of the institutions at the end of a week. */
public record Week(int week, LocalDate date, String regime, double aiEquity, double btcUsd, double spotUsdPerHour,
        double contractUsdPerHour, double spread, double believedDecline, double leverage, double debtUsd,
        long defaults, long seizedGpus, long soldGpus, long inventoryGpus, long inTransitGpus, double lenderLossesUsd,
        double leastCapitalRatio, double mostCapitalRatio, double fmvUsd, double powerFactor,
        double inflation) {

    /** The columns, in the order of the file. */
    public static List<Column<Week>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Weeks since the start", r -> (long) r.week),
                new Column<>("date", Type.DATE, "", "First day of the week", r -> r.date),
                new Column<>("regime", Type.TEXT, "", "Regime", r -> r.regime),
                new Column<>("ai_equity", Type.REAL, "index", "AI equity, 1 at the start", r -> r.aiEquity),
                new Column<>("btc_usd", Type.REAL, "USD", "Price of BTC", r -> r.btcUsd),
                new Column<>("spot_usd_per_hour", Type.REAL, "USD/h", "Spot rent of an H100 SXM", r -> r.spotUsdPerHour),
                new Column<>("contract_usd_per_hour", Type.REAL, "USD/h",
                        "One-year contract rent of an H100 SXM", r -> r.contractUsdPerHour),
                new Column<>("spread", Type.REAL, "1/a", "Funding spread", r -> r.spread),
                new Column<>("believed_decline", Type.REAL, "1/a",
                        "Believed decline of rent between releases", r -> r.believedDecline),
                new Column<>("leverage", Type.REAL, "ratio",
                        "Debt over book value of borrowers that have not defaulted", r -> r.leverage),
                new Column<>("debt_usd", Type.REAL, "USD", "Debt of borrowers that have not defaulted", r -> r.debtUsd),
                new Column<>("defaults", Type.INTEGER, "count", "Borrowers in default", r -> r.defaults),
                new Column<>("seized_gpus", Type.INTEGER, "count", "GPUs that reached lenders so far", r -> r.seizedGpus),
                new Column<>("sold_gpus", Type.INTEGER, "count", "Of these sold so far, scrap not counted", r -> r.soldGpus),
                new Column<>("inventory_gpus", Type.INTEGER, "count",
                        "GPUs in lenders' inventories after the sale", r -> r.inventoryGpus),
                new Column<>("in_transit_gpus", Type.INTEGER, "count",
                        "GPUs bought but not yet earning", r -> r.inTransitGpus),
                new Column<>("lender_losses_usd", Type.REAL, "USD",
                        "Losses realised so far; negative while the first machines sold bring more than their part of the loan",
                        r -> r.lenderLossesUsd),
                new Column<>("least_capital_ratio", Type.REAL, "share",
                        "Capital over assets, lowest of the lenders that had loans at the start", r -> r.leastCapitalRatio),
                new Column<>("most_capital_ratio", Type.REAL, "share", "The same, highest", r -> r.mostCapitalRatio),
                new Column<>("fmv_usd", Type.REAL, "USD/GPU",
                        "FMV of the commonest machine at an age of 1.5 years in the condition of a new machine", r -> r.fmvUsd),
                new Column<>("power_factor", Type.REAL, "ratio", "Price of power relative to the start", r -> r.powerFactor),
                new Column<>("inflation", Type.REAL, "1/a", "Inflation", r -> r.inflation));
    }
}
