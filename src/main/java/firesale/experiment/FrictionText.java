package firesale.experiment;

import firesale.experiment.AttributionText.Style;
import firesale.experiment.Waterfall.Level;
import java.util.List;

/** The summary of an attribution of the price discount to frictions, as it is printed. */
final class FrictionText {

    private static final Style VALUE = new Style("waterfall, of FMV *", "share", false);
    private static final Style STEP = new Style("step down, of FMV *", "share", true);
    private static final Style SHAPLEY = new Style("Shapley value, of FMV *", "share", false);
    private static final double ROUNDING = 1e-6;

    private FrictionText() {
    }

    static String of(Summary summary, List<Waterfall> waterfalls, List<Attributed> discounts, List<String> show) {
        StringBuilder text = new StringBuilder(SummaryText.title(summary)).append('\n')
                .append(AttributionAnswer.frictions(discounts)).append('\n')
                .append(waterfalls.size() == 1 ? one(waterfalls.get(0)) : several(waterfalls))
                .append(AttributionText.of(discounts, SHAPLEY, "price discount"))
                .append(SummaryText.asked(summary, show));
        return text.append("""

                * ratios of sums over runs; 95 % intervals by bootstrap percentiles, all of a scenario from the same resampled
                runs. Waterfall: each step given those above it, so the order matters. Shapley value: the average step over
                all orders, on the same frozen inventories; values sum up to the discount. Rank by size; attribution.csv has
                all of this.
                """).append(unexplained(summary, discounts)).append(SummaryText.failures(summary)).toString();
    }

    private static String one(Waterfall waterfall) {
        TextTable table = new TextTable(0).row(VALUE.title(), "value", "95 % interval", "step down", "95 % interval");
        for (Level level : waterfall.all()) {
            table.row(level.label(), VALUE.value(level.value()), level.name().equals("fmv") ? "" : VALUE.interval(level.value()),
                    level.step().map(STEP::value).orElse(""), level.step().map(STEP::interval).orElse(""));
        }
        return "\n" + table.text();
    }

    private static String several(List<Waterfall> waterfalls) {
        SideBySide values = new SideBySide(VALUE.title(), labels(waterfalls.get(0).all()));
        SideBySide steps = new SideBySide(STEP.title(), labels(waterfalls.get(0).levels()));
        for (Waterfall waterfall : waterfalls) {
            List<Level> all = waterfall.all();
            values.column(waterfall.scenario(), row -> all.get(row).name().equals("fmv") ? VALUE.value(all.get(row).value())
                    : VALUE.both(all.get(row).value()));
            steps.column(waterfall.scenario(), row -> all.get(row).step().map(STEP::both).orElse(""));
        }
        return values.text() + steps.text();
    }

    private static List<String> labels(List<Level> levels) {
        return levels.stream().map(Level::label).toList();
    }

    /** Says where parts do not sum up to the discount: then some sales are not explained. */
    private static String unexplained(Summary summary, List<Attributed> discounts) {
        StringBuilder text = new StringBuilder();
        int measure = summary.measures().indexOf(discounts.get(0).measure());
        for (int p = 0; p < discounts.size(); p++) {
            double discount = summary.cell(p, measure).estimate().value();
            double parts = discounts.get(p).total().estimate().value();
            if (Math.abs(discount - parts) > ROUNDING) {
                text.append(discounts.get(p).scenario()).append(": the parts sum up to ").append(UnitText.of(parts, "share"))
                        .append(", not to the price discount of ").append(UnitText.of(discount, "share"))
                        .append(": some sales are not explained.\n");
            }
        }
        return text.toString();
    }
}
