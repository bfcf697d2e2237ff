package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** What one run yields: its measures and, where recorded, its rows. (Skeleton.) */
public record RunOutcome(double priceDiscount, long gpusSold, double recovery, List<Sale> sales) {

    /** The measures, one column each, in the order of {@code runs.csv}. */
    public static List<Column<RunOutcome>> columns() {
        return List.of(
                new Column<>("price_discount", Type.REAL, "share", "1 - sum of price over sum of FMV", r -> r.priceDiscount),
                new Column<>("gpus_sold", Type.INTEGER, "count", "GPUs sold in all", r -> r.gpusSold),
                new Column<>("recovery", Type.REAL, "share", "Net proceeds over the loans' balance at default", r -> r.recovery));
    }
}
