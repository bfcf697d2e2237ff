package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/** One buyer's purchase from one lot in one week. (Skeleton.) */
public record Sale(int week, long lot, String kind, long gpus, double priceUsdPerGpu, double fmvUsdPerGpu) {

    public static List<Column<Sale>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Week of the sale, counted from the start", s -> (long) s.week),
                new Column<>("lot", Type.INTEGER, "", "The lot's number within the run", s -> s.lot),
                new Column<>("kind", Type.TEXT, "", "Accelerator and form", s -> s.kind),
                new Column<>("gpus", Type.INTEGER, "count", "GPUs sold", s -> s.gpus),
                new Column<>("price_usd_per_gpu", Type.REAL, "USD", "Price paid", s -> s.priceUsdPerGpu),
                new Column<>("fmv_usd_per_gpu", Type.REAL, "USD", "FMV of the week at actual condition", s -> s.fmvUsdPerGpu));
    }
}
