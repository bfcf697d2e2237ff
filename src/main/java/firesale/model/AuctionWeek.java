package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** One pool's weekly clearing. */
public record AuctionWeek(int week, String regime, String kind, double ageYears, double condition, long lots,
        long offeredGpus, long soldGpus, long hostableGpus, long payableGpus, long bidders, double clearingPriceUsd,
        double reserveUsd, double fmvUsd, double bookUsd, double spotUsdPerHour) {

    /** The columns, in the order of the file. */
    public static List<Column<AuctionWeek>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Week of the sale, counted from the start", r -> (long) r.week),
                new Column<>("regime", Type.TEXT, "", "Regime of the week", r -> r.regime),
                new Column<>("kind", Type.TEXT, "", "Kind of machine", r -> r.kind),
                new Column<>("age_years", Type.REAL, "a", "Mean age of the pool", r -> r.ageYears),
                new Column<>("condition", Type.REAL, "share", "Mean condition of the pool", r -> r.condition),
                new Column<>("lots", Type.INTEGER, "count", "Lots offered", r -> r.lots),
                new Column<>("offered_gpus", Type.INTEGER, "count", "GPUs offered", r -> r.offeredGpus),
                new Column<>("sold_gpus", Type.INTEGER, "count", "GPUs sold", r -> r.soldGpus),
                new Column<>("hostable_gpus", Type.INTEGER, "count",
                        "GPUs that the bidders could host, ready racks and retrofits, whatever the price, each at most what is "
                        + "offered", r -> r.hostableGpus),
                new Column<>("payable_gpus", Type.INTEGER, "count",
                        "GPUs that the bidders would take and could pay for at the reserve with their own money and lines", r -> r.payableGpus),
                new Column<>("bidders", Type.INTEGER, "count", "Buyers who bid", r -> r.bidders),
                new Column<>("clearing_price_usd", Type.REAL, "USD/GPU",
                        "Uniform price, or the highest price paid; missing if nothing was sold", r -> r.clearingPriceUsd),
                new Column<>("reserve_usd", Type.REAL, "USD/GPU", "Mean reserve of the lots", r -> r.reserveUsd),
                new Column<>("fmv_usd", Type.REAL, "USD/GPU", "FMV of the pool", r -> r.fmvUsd),
                new Column<>("book_usd", Type.REAL, "USD/GPU", "Price new less straight-line depreciation", r -> r.bookUsd),
                new Column<>("spot_usd_per_hour", Type.REAL, "USD/h", "Spot rent of an H100 SXM", r -> r.spotUsdPerHour));
    }
}
