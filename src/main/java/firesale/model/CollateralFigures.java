package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What seized fleets had cost and what they were held to be worth, against what they yielded. */
public record CollateralFigures(double proceedsOverCost, double costSeizedUsd, double bookLessProceedsUsd, double ltvGap) {

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, CollateralFigures> part) {
        return Stream.<Column<CollateralFigures>>of(
                new Column<>("proceeds_over_cost", Type.REAL, "share",
                        "Net proceeds of seized fleets over their cost; its lower quantile over runs is a safe advance rate",
                        f -> f.proceedsOverCost),
                new Column<>("cost_seized_usd", Type.REAL, "USD", "What seized fleets had cost", f -> f.costSeizedUsd),
                new Column<>("book_less_proceeds_usd", Type.REAL, "USD",
                        "Book value at default of seized fleets less their net proceeds", f -> f.bookLessProceedsUsd),
                new Column<>("ltv_gap", Type.REAL, "ratio",
                        "LTV on book at default less LTV on net proceeds; below 0 where books flatter", f -> f.ltvGap))
                .map(column -> column.of(part)).toList();
    }
}
