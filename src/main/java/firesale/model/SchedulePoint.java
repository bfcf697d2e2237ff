package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** One price of the demand and supply schedule of a run's largest sale. What concerns the sale is the same in all its rows. */
public record SchedulePoint(int week, String kind, double ageYears, double priceUsd, long demandGpus,
        long demandWithoutBudgetsGpus, long supplyGpus, double clearingPriceUsd, long soldGpus, double fmvUsd) {

    /** The columns, in the order of the file. */
    public static List<Column<SchedulePoint>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Week of the run's largest sale by proceeds, counted from the start",
                        r -> (long) r.week),
                new Column<>("kind", Type.TEXT, "", "Kind of machine sold", r -> r.kind),
                new Column<>("age_years", Type.REAL, "a", "Mean age of the pool", r -> r.ageYears),
                new Column<>("price_usd", Type.REAL, "USD/GPU",
                        "A price at which demand or supply steps; rows are in rising price", r -> r.priceUsd),
                new Column<>("demand_gpus", Type.INTEGER, "count",
                        "GPUs that bidders would take and could pay for at this price, before they shade bids or hold back",
                        r -> r.demandGpus),
                new Column<>("demand_without_budgets_gpus", Type.INTEGER, "count", "The same if budgets were unlimited",
                        r -> r.demandWithoutBudgetsGpus),
                new Column<>("supply_gpus", Type.INTEGER, "count", "GPUs of lots whose reserve is at most this price",
                        r -> r.supplyGpus),
                new Column<>("clearing_price_usd", Type.REAL, "USD/GPU", "Uniform price of the sale, or the highest price paid",
                        r -> r.clearingPriceUsd),
                new Column<>("sold_gpus", Type.INTEGER, "count", "GPUs sold in the sale", r -> r.soldGpus),
                new Column<>("fmv_usd", Type.REAL, "USD/GPU", "FMV of the pool", r -> r.fmvUsd));
    }
}
