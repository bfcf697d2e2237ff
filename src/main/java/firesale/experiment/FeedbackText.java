package firesale.experiment;

import firesale.experiment.AttributionText.Style;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The summary of an attribution to feedback loops, as it is printed. */
final class FeedbackText {

    private FeedbackText() {
    }

    static String of(Summary summary, List<LoopEffects> effects, List<String> show) {
        Map<Measure, List<LoopEffects>> byMeasure = new LinkedHashMap<>();
        effects.forEach(effect -> byMeasure.computeIfAbsent(effect.attributed().measure(), m -> new ArrayList<>()).add(effect));
        StringBuilder text = new StringBuilder(SummaryText.title(summary)).append('\n')
                .append(AttributionAnswer.feedbacks(byMeasure)).append('\n');
        byMeasure.forEach((measure, scenarios) -> text.append(measure(measure, scenarios)));
        return text.append(SummaryText.asked(summary, show)).append("""

                * Shapley values: what a loop adds on average over all orders in which loops may be switched on; they sum
                up to what all loops add. Whole runs with every subset of loops under common random numbers (summary.csv has
                each); 95 % intervals by bootstrap percentiles, the same resampled replications at every subset. Rank by size;
                attribution.csv has all of this.
                """).append(SummaryText.failures(summary)).toString();
    }

    private static String measure(Measure measure, List<LoopEffects> effects) {
        Style added = new Style("adds to " + measure.name() + " *", measure.unit(), true);
        Style plain = new Style(measure.name(), measure.unit(), false);
        List<Attributed> attributed = effects.stream().map(LoopEffects::attributed).toList();
        SideBySide levels = new SideBySide(plain.title(), List.of("no loop", "all loops"));
        effects.forEach(effect -> levels.column(effect.attributed().scenario(),
                row -> plain.both(row == 0 ? effect.without() : effect.with())));
        return AttributionText.of(attributed, added, "all loops") + levels.text();
    }
}
