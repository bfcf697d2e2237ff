package firesale.cli;

import firesale.buyers.Interest;
import firesale.experiment.AppraisedLot;
import firesale.experiment.AppraisedLot.Kind;
import firesale.experiment.AppraisedLot.Sold;
import firesale.experiment.AppraisedLot.Value;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.model.LotAppraisal;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An appraised lot for programs. Numbers are decimal, to four places: the same text on every machine. */
final class AppraisedTables {

    private static final int DECIMALS = 4;
    private static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("about", Type.TEXT, "", "value, sold or buyers", Row::about),
            new Column<>("name", Type.TEXT, "", "Which value, weeks of exposure, or kind of buyer", Row::name),
            new Column<>("figure", Type.TEXT, "", "What is counted or measured", Row::figure),
            new Column<>("unit", Type.TEXT, "", "Unit", Row::unit),
            new Column<>("mean", Type.REAL, "", "Mean over replications", row -> number(row.mean)),
            new Column<>("low", Type.REAL, "", "Lower end of the 95 % interval of the mean", row -> number(row.low)),
            new Column<>("high", Type.REAL, "", "Its upper end", row -> number(row.high)),
            new Column<>("q05", Type.REAL, "", "Quantile 0.05 of replications", row -> number(row.q05)),
            new Column<>("median", Type.REAL, "", "Median of replications, or of buyers", row -> number(row.median)),
            new Column<>("q95", Type.REAL, "", "Quantile 0.95 of replications", row -> number(row.q95)));

    private record Row(String about, String name, String figure, String unit, double mean, double low, double high, double q05,
            double median, double q95) {

        static Row mean(String about, String name, String figure, String unit, double mean) {
            double no = Double.NaN;
            return new Row(about, name, figure, unit, mean, no, no, no, no, no);
        }

        static Row of(String about, String name, Value value) {
            return new Row(about, name, "value", "USD/GPU", value.mean().value(), value.mean().low(),
                    value.mean().high(), value.q05(), value.median(), value.q95());
        }
    }

    private AppraisedTables() {
    }

    private static BigDecimal number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null
                : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** A row for each figure. */
    static void csv(AppraisedLot lot, PrintWriter out) throws IOException {
        List<Row> rows = new ArrayList<>();
        double fmv = lot.fmv().mean().value();
        for (Value value : lot.references()) {
            rows.add(Row.of("value", key(value.name()), value));
            rows.add(Row.mean("value", key(value.name()), "of_fmv", "share", value.mean().value() / fmv));
        }
        for (Sold sold : lot.sold()) {
            String name = Integer.toString(sold.weeks());
            rows.add(Row.of("sold", name, sold.value()));
            rows.add(Row.mean("sold", name, "of_fmv", "share", sold.value().mean().value() / fmv));
            rows.add(Row.mean("sold", name, "bid_for", "share", sold.share()));
        }
        for (Kind kind : lot.kinds()) {
            addRows(kind, rows);
        }
        Tables.csv(COLUMNS, rows, out);
    }

    private static void addRows(Kind kind, List<Row> rows) {
        String about = "buyers";
        rows.add(Row.mean(about, kind.name(), "buyers", "count", kind.buyers()));
        rows.add(Row.mean(about, kind.name(), "can_bid", "count", kind.canBid()));
        double no = Double.NaN;
        rows.add(new Row(about, kind.name(), "value", "USD/GPU", no, no, no, no, kind.valueUsd(), no));
        for (int w = 0; w < Interest.ways().size(); w++) {
            rows.add(Row.mean(about, kind.name(), Interest.ways().get(w), "GPUs", kind.gpus().get(w)));
        }
        rows.add(Row.mean(about, kind.name(), "funds", "MUSD", kind.fundsMusd()));
        kind.obstacles().forEach((obstacle, count) ->
                rows.add(Row.mean(about, kind.name(), key(obstacle.name()), "count", count)));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Everything. */
    static void json(AppraisedLot lot, PrintWriter out) throws IOException {
        LotAppraisal what = lot.file().appraisal();
        double fmv = lot.fmv().mean().value();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", lot(what));
        json.put("experiment", lot.file().experiment().orElse(null));
        json.put("week", what.week());
        json.put("hurryWeeks", what.hurryWeeks());
        json.put("orderlyWeeks", what.orderlyWeeks());
        json.put("replications", lot.file().replications());
        json.put("seed", lot.file().seed());
        json.put("conditionAfterHurry", number(what.conditionAfter(what.hurryWeeks(), lot.file().world())));
        json.put("conditionAfterOrderlySale", number(what.conditionAfter(what.orderlyWeeks(), lot.file().world())));
        json.put("fmvLeftAfterHurry", number(lot.melt(false)));
        json.put("fmvLeftAfterOrderlySale", number(lot.melt(true)));
        Map<String, Object> values = new LinkedHashMap<>();
        lot.references().forEach(value -> values.put(key(value.name()), value(value, what, fmv)));
        json.put("values", values);
        json.put("sold", lot.sold().stream().map(sold -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("withinWeeks", sold.weeks());
            object.putAll(value(sold.value(), what, fmv));
            object.put("bidForShare", number(sold.share()));
            return object;
        }).toList());
        json.put("buyers", lot.kinds().stream().map(AppraisedTables::kind).toList());
        Tables.json(json, out);
    }

    private static Map<String, Object> lot(LotAppraisal what) {
        Map<String, Object> lot = new LinkedHashMap<>();
        lot.put("machine", what.lot().machine());
        lot.put("gpus", what.lot().gpus());
        lot.put("ageYears", number(what.lot().ageYears()));
        lot.put("condition", number(what.lot().condition()));
        return lot;
    }

    private static Map<String, Object> value(Value value, LotAppraisal what, double fmv) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("usdPerGpu", number(value.mean().value()));
        object.put("low", number(value.mean().low()));
        object.put("high", number(value.mean().high()));
        object.put("q05", number(value.q05()));
        object.put("median", number(value.median()));
        object.put("q95", number(value.q95()));
        object.put("totalMusd", number(value.mean().value() * what.lot().gpus() / 1e6));
        object.put("ofFmv", number(value.mean().value() / fmv));
        return object;
    }

    private static Map<String, Object> kind(Kind kind) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kind", kind.name());
        object.put("buyers", number(kind.buyers()));
        object.put("canBid", number(kind.canBid()));
        object.put("medianUsdPerGpu", number(kind.valueUsd()));
        Map<String, Object> gpus = new LinkedHashMap<>();
        for (int w = 0; w < Interest.ways().size(); w++) {
            gpus.put(Interest.ways().get(w), number(kind.gpus().get(w)));
        }
        object.put("gpusWithRoom", gpus);
        object.put("fundsMusd", number(kind.fundsMusd()));
        Map<String, Object> obstacles = new LinkedHashMap<>();
        kind.obstacles().forEach((obstacle, count) -> obstacles.put(key(obstacle.name()), number(count)));
        object.put("cannotBid", obstacles);
        return object;
    }
}
