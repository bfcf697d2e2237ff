package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What became of racks that defaults freed, kW, and where the power of racks is at the end of a run, MW. */
public record PlacementFigures(long gpusSoldInPlace, double freedKw, double reletKw, double operatorsMw, double seizedMw,
        double vacantMw, double hostedMw, double readyMw, double occupiedMw, double legacyMw, double inRetrofitMw,
        double retrofittedMw) {

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, PlacementFigures> part) {
        return Stream.<Column<PlacementFigures>>of(
                new Column<>("gpus_sold_in_place", Type.INTEGER, "count",
                        "Of the GPUs sold to buyers, those that stayed where they stood", f -> f.gpusSoldInPlace),
                new Column<>("freed_kw", Type.REAL, "kW", "Power of racks from which seized machines were taken", f -> f.freedKw),
                new Column<>("relet_kw", Type.REAL, "kW", "Of it, let anew to users of this market", f -> f.reletKw),
                new Column<>("operators_mw", Type.REAL, "MW",
                        "Racks at the end: with machines of borrowers that have not defaulted", f -> f.operatorsMw),
                new Column<>("seized_mw", Type.REAL, "MW",
                        "The same: with machines of defaulted borrowers, neither fetched nor sold", f -> f.seizedMw),
                new Column<>("vacant_mw", Type.REAL, "MW", "The same: freed and not yet let anew", f -> f.vacantMw),
                new Column<>("hosted_mw", Type.REAL, "MW", "The same: with machines sold in place", f -> f.hostedMw),
                new Column<>("ready_mw", Type.REAL, "MW", "The same: free and ready at buyers' sites", f -> f.readyMw),
                new Column<>("occupied_mw", Type.REAL, "MW", "The same: taken at buyers' sites", f -> f.occupiedMw),
                new Column<>("legacy_mw", Type.REAL, "MW", "Power at buyers' sites at the end that could still be retrofitted",
                        f -> f.legacyMw),
                new Column<>("in_retrofit_mw", Type.REAL, "MW", "The same: that is being retrofitted", f -> f.inRetrofitMw),
                new Column<>("retrofitted_mw", Type.REAL, "MW", "The same: retrofitted, with machines in it",
                        f -> f.retrofittedMw))
                .map(column -> column.of(part)).toList();
    }
}
