package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/**
 * One quantity in one week in which the depth of the market is measured: what it would fetch within a time.
 *
 * @param priceUsd with what melts until then taken off
 * @param depthUsd depth of the market at this horizon, the same for all quantities
 */
public record DepthPoint(int week, String regime, boolean lotsOnOffer, int horizonWeeks, long gpus, double priceUsd,
        double fmvUsd, double olvUsd, double melt, double depthUsd) {

    /** The columns, in the order of the file. */
    public static List<Column<DepthPoint>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Week, counted from the start", r -> (long) r.week),
                new Column<>("regime", Type.TEXT, "", "Regime of the week", r -> r.regime),
                new Column<>("lots_on_offer", Type.BOOLEAN, "", "Whether seized lots are on offer that week",
                        r -> r.lotsOnOffer),
                new Column<>("horizon_weeks", Type.INTEGER, "weeks", "Time in which everything is sold",
                        r -> (long) r.horizonWeeks),
                new Column<>("gpus", Type.INTEGER, "count", "GPUs sold", r -> r.gpus),
                new Column<>("usd", Type.REAL, "USD", "What they fetch in all, melt taken off", r -> r.gpus * r.priceUsd),
                new Column<>("price_usd", Type.REAL, "USD/GPU", "What each fetches, melt taken off", r -> r.priceUsd),
                new Column<>("price_over_olv", Type.REAL, "ratio", "The same over the OLV of the reference lot",
                        r -> r.priceUsd / r.olvUsd),
                new Column<>("price_over_fmv", Type.REAL, "ratio", "The same over FMV", r -> r.priceUsd / r.fmvUsd),
                new Column<>("olv_usd", Type.REAL, "USD/GPU",
                        "OLV of the reference lot: had no lot been sold, 26 weeks of exposure, calm funds, melt taken off",
                        r -> r.olvUsd),
                new Column<>("fmv_usd", Type.REAL, "USD/GPU", "FMV", r -> r.fmvUsd),
                new Column<>("melt", Type.REAL, "share", "What is left of FMV when the time is over", r -> r.melt),
                new Column<>("depth_usd", Type.REAL, "USD", "Depth: the most dollars at a price within the discount to that OLV",
                        r -> r.depthUsd));
    }
}
