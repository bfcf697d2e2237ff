package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Attributed.Part;
import firesale.experiment.AttributionText.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An attribution in plain words: how large the number is, its largest parts, and what does not matter. What intervals do
 * not tell apart is said not to be.
 */
final class AttributionAnswer {

    private static final int MOST_NAMED = 3;
    /** Of all that players move, up or down: what is surely less is called small. */
    private static final double SMALL = 0.05;
    private static final String NO_INTERVAL = " One run gives no interval, so nothing is said about its causes.";

    private AttributionAnswer() {
    }

    /** What the discount of each scenario is made of. */
    static String frictions(List<Attributed> discounts) {
        Style style = new Style("", "share", false);
        return discounts.stream().map(discount -> Prose.wrapped(discount.scenario() + ": " + friction(discount, style)))
                .collect(Collectors.joining("\n"));
    }

    private static String friction(Attributed discount, Style style) {
        Estimate total = discount.total().estimate();
        if (Double.isNaN(total.value())) {
            return "nothing was seized and sold in any run, so there is no discount to attribute.";
        }
        String text = "seized GPUs sold for " + both(style, total) + " less than their fair market value (FMV) in " + total.n()
                + " runs with sales, " + total.missing() + " without";
        if (Double.isNaN(total.low())) {
            return text + "." + NO_INTERVAL;
        }
        text += Attributed.isClear(total) ? "." : ", not told apart from nothing, so no shares of it are given.";
        return text + parts(discount, style) + " By kind: " + groups(discount, style) + ".";
    }

    private static String groups(Attributed discount, Style style) {
        List<Part> sorted = bySize(discount.groups());
        String list = sorted.stream().map(part -> part.label() + " " + both(style, part.estimate()) + ofTotal(discount, part))
                .collect(Collectors.joining(", "));
        return list + alike(discount, sorted, sorted.size());
    }

    private static String ofTotal(Attributed discount, Part part) {
        double share = discount.shareOfTotal(part);
        return Double.isNaN(share) ? "" : " or " + UnitText.of(share, "share") + " of the discount";
    }

    /** What loops add to each measure at each scenario. */
    static String feedbacks(Map<Measure, List<LoopEffects>> byMeasure) {
        List<String> lines = new ArrayList<>();
        byMeasure.forEach((measure, effects) -> effects.forEach(effect -> lines.add(Prose.wrapped(effect.attributed().scenario()
                + ", " + measure.name() + " (" + replications(effect.without()) + "): "
                + loops(effect, new Style("", measure.unit(), true))))));
        return String.join("\n", lines);
    }

    private static String replications(Estimate estimate) {
        return estimate.n() + " replications" + (estimate.missing() == 0 ? "" : ", " + estimate.missing() + " without a value");
    }

    private static String loops(LoopEffects effect, Style style) {
        Attributed attributed = effect.attributed();
        Estimate total = attributed.total().estimate();
        if (Double.isNaN(total.value())) {
            return "at some subset of loops no run has a value, so it cannot be attributed.";
        }
        String unit = attributed.measure().unit();
        String text = UnitText.of(effect.with().value(), unit) + " with all feedback loops, "
                + UnitText.of(effect.without().value(), unit) + " with none: together they change it by " + both(style, total);
        if (Double.isNaN(total.low())) {
            return text + "." + NO_INTERVAL;
        }
        return text + (Attributed.isClear(total) || moved(attributed) == 0 ? "." : ", not told apart from nothing.")
                + parts(attributed, style);
    }

    private static double moved(Attributed attributed) {
        return attributed.parts().stream().mapToDouble(part -> Math.abs(part.estimate().value())).sum();
    }

    /** The largest parts, those not told apart from nothing, and those that are surely small. */
    private static String parts(Attributed attributed, Style style) {
        double small = SMALL * moved(attributed);
        List<Part> clear = new ArrayList<>();
        List<Part> unclear = new ArrayList<>();
        List<Part> minor = new ArrayList<>();
        for (Part part : bySize(attributed.parts())) {
            Estimate estimate = part.estimate();
            boolean isSmall = estimate.low() >= -small && estimate.high() <= small;
            (isSmall ? minor : Attributed.isClear(estimate) ? clear : unclear).add(part);
        }
        StringBuilder text = new StringBuilder();
        if (!clear.isEmpty()) {
            List<Part> named = clear.subList(0, Math.min(MOST_NAMED, clear.size()));
            List<Part> all = new ArrayList<>(clear);
            all.addAll(unclear);
            text.append(" Largest: ").append(named.stream().map(part -> part.label() + " " + both(style, part.estimate()))
                    .collect(Collectors.joining(", "))).append(alike(attributed, all, named.size())).append('.');
        }
        text.append(names(unclear, " By themselves not told apart from nothing: "));
        return text.append(names(minor, moved(attributed) == 0 ? " None of them changes it: "
                : " Small (interval within 5 % of all that is moved up or down): ")).toString();
    }

    private static String names(List<Part> parts, String before) {
        return parts.isEmpty() ? "" : before + parts.stream().map(Part::label).collect(Collectors.joining(", ")) + ".";
    }

    private static List<Part> bySize(List<Part> parts) {
        return parts.stream().sorted(Comparator.comparingDouble(part -> -Math.abs(part.estimate().value()))).toList();
    }

    /** Which of the named parts, the first ones, may as well be smaller than one that follows. */
    private static String alike(Attributed attributed, List<Part> sorted, int named) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(named, sorted.size() - 1); i++) {
            List<String> others = new ArrayList<>();
            for (int j = i + 1; j < sorted.size(); j++) {
                if (!Attributed.isClear(attributed.larger(sorted.get(i), sorted.get(j)))) {
                    others.add(sorted.get(j).label());
                }
            }
            if (!others.isEmpty()) {
                pairs.add(sorted.get(i).label() + " from " + String.join(", ", others));
            }
        }
        return pairs.isEmpty() ? "" : "; not told apart in size: " + String.join("; ", pairs);
    }

    /** An estimate with its interval, which stays on one line. */
    private static String both(Style style, Estimate estimate) {
        return Prose.unbroken(style.both(estimate));
    }
}
