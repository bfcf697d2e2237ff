package firesale.experiment;

import firesale.analysis.DiscountCurve;
import firesale.analysis.Estimate;
import firesale.analysis.Rise;
import firesale.analysis.Threshold;
import firesale.experiment.MissingDepth.AtHaircut;
import firesale.experiment.MissingDepth.Held;
import firesale.experiment.MissingDepth.Relaxed;
import firesale.experiment.store.CsvText;
import firesale.experiment.store.Table;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code missing-depth.csv}: what holds the discount under each target, a row each, and what stands in the way. */
final class MissingDepthCsv {

    private static final String NAME = "missing-depth";
    private static final String NON_MONOTONE = "non-monotone";
    private static final List<Column<Row>> COLUMNS = List.of(
            text("point_id", "The declared design point's name", Row::point),
            text("what", "M_dyn: least capacity from which on the target is held, seizures responding; M_fix: the same with what "
                    + "is seized without a market; M95: from which on 95 % of runs with sales hold it; first_crossing: least "
                    + "capacity that holds it; B: least standby money; B_spent: what of it is spent in a run; floor: discount "
                    + "with unlimited repo; relaxed: the same without a friction; relaxation: what that changes; rise: by how "
                    + "much more repo raises the discount", Row::what),
            number("target", "share", "The discount to be held; missing where there is none", Row::target),
            number("haircut", "share", "Base of the haircut; missing without repo", Row::haircut),
            text("without", "The friction that is switched off; else empty", Row::without),
            number("from_usd", "USD", "For rise: the smaller capacity", Row::from),
            number("to_usd", "USD", "For rise: the larger capacity; " + DiscountCurveCsv.UNLIMITED, Row::to),
            number("value", "", "The estimate; missing where there is no such amount or none on the grid", Row::value),
            number("low", "", "Lower end of its 95 % interval, by bootstrap over replications", Row::low),
            number("high", "", "Upper end of its 95 % interval", Row::high),
            number("standard_error", "", "Standard deviation of amounts over resamples; missing where fewer than 95 % of them "
                    + "are on the grid", Row::error),
            text("unit", "The unit of value, low, high and standard_error", Row::unit),
            number("exists_share", "share", "Share of resamples in which there is such an amount; missing for discounts",
                    Row::exists),
            new Column<>("n", Type.INTEGER, "count", "Runs that entered, at the capacity with the fewest", Row::n),
            text("flag", "none: no amount does it; above-grid: more than the largest amount tried, but unlimited does it; "
                    + "low-none, low-above-grid, high-none, high-above-grid: the same of an end of the interval; non-monotone: "
                    + "more repo raises the discount somewhere; no-sales: nothing was sold", Row::flag),
            number("collateral_usd", "USD", "What a capacity in value finances: value / (1 - h), h the haircut by the rule at a "
                    + "price of 1 - target; missing for the rule value-at-risk", Row::collateral));

    private final StringBuilder text = new StringBuilder(table().header()).append('\n');

    private record Row(String point, String what, double target, double haircut, String without, double from, double to,
            double value, double low, double high, double error, String unit, double exists, long n, String flag,
            double collateral) {
    }

    private static Column<Row> text(String name, String meaning, Function<Row, Object> value) {
        return new Column<>(name, Type.TEXT, "", meaning, value);
    }

    private static Column<Row> number(String name, String unit, String meaning, Function<Row, Object> value) {
        return new Column<>(name, Type.REAL, unit, meaning, value);
    }

    /** Its columns. */
    static Table table() {
        return new Table(NAME, List.copyOf(COLUMNS));
    }

    /** All that was found at a declared point. */
    void add(MissingDepth found) {
        String id = found.id();
        double haircut = found.haircut();
        List<String> curve = found.rising().isPresent() ? List.of(NON_MONOTONE) : List.of();
        for (Held held : found.held()) {
            amount(id, "M_dyn", held.target(), haircut, found.dyn(), held.dyn(), curve,
                    found.collateralUsd(held.dyn().usd(), haircut, held.target()));
            amount(id, "M_fix", held.target(), haircut, found.fix(), held.fix(), List.of(),
                    found.collateralUsd(held.fix().usd(), haircut, held.target()));
            amount(id, "M95", held.target(), haircut, found.dyn(), held.mostRuns(), List.of(), Double.NaN);
            amount(id, "first_crossing", held.target(), haircut, found.dyn(), held.first(), List.of(), Double.NaN);
            amount(id, "B", held.target(), Double.NaN, found.dyn(), held.standby(), List.of(), Double.NaN);
            held.spent().ifPresent(spent -> estimate(id, "B_spent", held.target(), Double.NaN, "", spent, "USD"));
        }
        for (AtHaircut other : found.haircuts()) {
            List<String> flags = other.rise().isPresent() ? List.of(NON_MONOTONE) : List.of();
            for (int t = 0; t < found.held().size(); t++) {
                Threshold amount = other.held().get(t);
                double target = found.held().get(t).target();
                amount(id, "M_dyn", target, other.haircut(), other.curve(), amount, flags,
                        found.collateralUsd(amount.usd(), other.haircut(), target));
            }
        }
        estimate(id, "floor", Double.NaN, haircut, "", found.floor(), "share");
        found.haircuts().forEach(other ->
                estimate(id, "floor", Double.NaN, other.haircut(), "", other.curve().floor(), "share"));
        for (Relaxed relaxed : found.relaxed()) {
            estimate(id, "relaxed", Double.NaN, haircut, relaxed.without(), relaxed.discount(), "share");
            estimate(id, "relaxation", Double.NaN, haircut, relaxed.without(), relaxed.change(), "share");
        }
        found.rising().ifPresent(rising -> rise(id, haircut, found.dyn(), rising.rise()));
        found.haircuts().forEach(other -> other.rise().ifPresent(rise -> rise(id, other.haircut(), other.curve(), rise)));
    }

    private void rise(String id, double haircut, DiscountCurve curve, Rise rise) {
        Estimate by = rise.difference();
        line(new Row(id, "rise", Double.NaN, haircut, "", DiscountCurveCsv.usd(curve.amountUsd(rise.from())),
                DiscountCurveCsv.usd(curve.amountUsd(rise.to())), by.value(), by.low(), by.high(), Double.NaN, "share",
                Double.NaN, by.n(), NON_MONOTONE, Double.NaN));
    }

    private void amount(String id, String what, double target, double haircut, DiscountCurve curve, Threshold amount,
            List<String> more, double collateral) {
        List<String> flags = new ArrayList<>(more);
        if (curve.isEmpty()) {
            flags.add("no-sales");
        } else {
            flag(flags, "", amount.usd());
            if (amount.hasInterval()) {
                flag(flags, "low-", amount.lowUsd());
                flag(flags, "high-", amount.highUsd());
            }
        }
        line(new Row(id, what, target, haircut, "", Double.NaN, Double.NaN, number(amount.usd()),
                amount.hasInterval() ? number(amount.lowUsd()) : Double.NaN, amount.hasInterval() ? number(amount.highUsd())
                        : Double.NaN,
                amount.standardErrorUsd(), "USD", amount.existsShare(), amount.n(), String.join(";", flags),
                collateral));
    }

    private static void flag(List<String> flags, String which, double usd) {
        if (Double.isNaN(usd)) {
            flags.add(which + "none");
        } else if (Double.isInfinite(usd)) {
            flags.add(which + "above-grid");
        }
    }

    private static double number(double usd) {
        return Double.isInfinite(usd) ? Double.NaN : usd;
    }

    private void estimate(String id, String what, double target, double haircut, String without, Estimate estimate, String unit) {
        line(new Row(id, what, target, haircut, without, Double.NaN, Double.NaN, estimate.value(), estimate.low(),
                estimate.high(),
                Double.NaN, unit, Double.NaN, estimate.n(), Double.isNaN(estimate.value()) ? "no-sales" : "", Double.NaN));
    }

    private void line(Row row) {
        List<Object> fields = new ArrayList<>();
        COLUMNS.forEach(column -> fields.add(column.value().apply(row)));
        text.append(CsvText.line(fields)).append('\n');
    }

    /** The text of the file. */
    String text() {
        return text.toString();
    }
}
