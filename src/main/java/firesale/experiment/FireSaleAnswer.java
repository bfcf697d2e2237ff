package firesale.experiment;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fire-sale model's answer in words: what the discount was, what it is made of, who was there to buy, and how sure that is.
 */
final class FireSaleAnswer {

    /** Points that a sentence lists. */
    private static final int MOST_NAMED = 30;

    private FireSaleAnswer() {
    }

    static String of(Summary summary) {
        return summary.points().size() == 1 ? ofRun(summary) : ofSweep(summary);
    }

    private static String ofRun(Summary summary) {
        Estimate discount = estimate(summary, 0, "price_discount");
        if (Double.isNaN(discount.value())) {
            return "Nothing was seized and sold in any run, so there is no discount to report.";
        }
        return "Seized GPUs sold for " + share(discount) + (discount.value() < 0 ? " (a premium)" : " less")
                + " than their fair market value (FMV) of the same week\n"
                + "(95 % interval " + UnitText.interval(discount.low(), discount.high(), "share") + "; " + discount.n()
                        + " runs with sales, "
                + discount.missing() + " without).\n"
                + "From seizure to cash lenders lost " + share(summary, "shortfall") + " of FMV: price below FMV "
                + share(summary, "shortfall_price") + ", value that melted while lots waited " + share(summary, "shortfall_melt")
                + ",\ncondition " + share(summary, "shortfall_condition") + ", cost " + share(summary, "shortfall_cost")
                + ". Of what they were owed they recovered " + share(summary, "recovery") + "; books said LTV "
                + ratio(summary, "ltv_book") + ", the sales said " + ratio(summary, "ltv_realised") + ".\n"
                + "Who could buy: when new lots came, the bidders' ready racks were " + ratio(summary, "ready_racks_over_supply")
                + " times supply and their funds " + ratio(summary, "funds_over_supply") + " times its value.\nIn "
                + share(summary, "share_of_sales_without_bid") + " of weekly sales nobody bid the reserve; "
                + share(summary, "sold_at_reserve_share")
                        + " of GPUs sold at it, so there the seller's patience set the price; outsiders who only\nresell took "
                + share(summary, "outsider_share") + ". What each friction costs: experiments/frictions.yaml.";
    }

    private static String ofSweep(Summary summary) {
        int lowest = -1;
        int highest = -1;
        for (int p = 0; p < summary.points().size(); p++) {
            double value = estimate(summary, p, "price_discount").value();
            if (!Double.isNaN(value)) {
                lowest = lowest < 0 || value < estimate(summary, lowest, "price_discount").value() ? p : lowest;
                highest = highest < 0 || value > estimate(summary, highest, "price_discount").value() ? p : highest;
            }
        }
        return lowest < 0 ? "Nothing was seized and sold at any point, so there is no discount to report."
                : "The price discount to FMV runs from " + at(summary, lowest) + "\nto " + at(summary, highest) + "."
                        + leastLosses(summary);
    }

    /** For each set of points that share a baseline: where lenders lose least money, and what cannot be told apart from it. */
    private static String leastLosses(Summary summary) {
        StringBuilder text = new StringBuilder();
        int measure = index(summary, "lender_losses_usd");
        for (int baseline : summary.baselines().stream().distinct().sorted().toList()) {
            List<Integer> group = new ArrayList<>();
            for (int p = 0; p < summary.points().size(); p++) {
                if (summary.baselines().get(p) == baseline && !Double.isNaN(summary.cell(p, measure).estimate().value())) {
                    group.add(p);
                }
            }
            if (group.size() > 1) {
                text.append('\n').append(least(summary, measure, baseline, group));
            }
        }
        return text.toString();
    }

    private static String least(Summary summary, int measure, int baseline, List<Integer> group) {
        // of equals the baseline
        int best = group.stream().min(Comparator.<Integer>comparingDouble(p -> summary.cell(p, measure).estimate().value())
                .thenComparing(p -> p != baseline)).orElseThrow();
        Estimate losses = summary.cell(best, measure).estimate();
        String text = "Lenders lose least at " + summary.points().get(best) + ": " + UnitText.of(losses.value(), "USD")
                + " a run ("
                + UnitText.interval(losses.low(), losses.high(), "USD") + ")";
        if (best == baseline) {
            return text + ",\nthe baseline" + next(summary, measure, group) + ".";
        }
        Optional<Difference> paired = summary.cell(best, measure).difference();
        if (paired.isPresent()) {
            Estimate less = paired.get().estimate();
            text += ",\n" + difference(less) + " against " + summary.points().get(baseline);
            List<String> alike = new ArrayList<>();
            for (int p : group) {
                // without an interval nothing can be told apart
                boolean overlaps = p == baseline ? !(less.high() < 0) : summary.cell(p, measure).difference()
                        .map(other -> !(other.estimate().low() > less.high())).orElse(false);
                if (p != best && overlaps) {
                    alike.add(summary.points().get(p));
                }
            }
            text += alike.isEmpty() ? "; by their paired differences all others lose more"
                    : ";\nby paired differences not told apart from it: " + names(alike);
        }
        return text + ".";
    }

    private static String names(List<String> points) {
        int more = points.size() - MOST_NAMED;
        return String.join(", ", more > 0 ? points.subList(0, MOST_NAMED) : points) + (more > 0 ? " and " + more + " more" : "");
    }

    /** The point that comes closest to a baseline that none undercuts. */
    private static String next(Summary summary, int measure, List<Integer> group) {
        return group.stream().filter(p -> summary.cell(p, measure).difference().isPresent())
                .min(Comparator.comparingDouble(p -> summary.cell(p, measure).difference().orElseThrow().estimate().value()))
                .map(p -> "; next comes " + summary.points().get(p) + ", "
                        + difference(summary.cell(p, measure).difference().orElseThrow().estimate()))
                .orElse("");
    }

    private static String at(Summary summary, int point) {
        Estimate estimate = estimate(summary, point, "price_discount");
        return share(estimate) + " (" + UnitText.interval(estimate.low(), estimate.high(), "share") + ") at "
                + summary.points().get(point);
    }

    private static String difference(Estimate estimate) {
        return UnitText.difference(estimate.value(), "USD") + " ("
                + UnitText.differenceInterval(estimate.low(), estimate.high(), "USD") + ")";
    }

    private static String share(Summary summary, String measure) {
        return share(estimate(summary, 0, measure));
    }

    private static String share(Estimate estimate) {
        return UnitText.of(estimate.value(), "share");
    }

    private static String ratio(Summary summary, String measure) {
        double value = estimate(summary, 0, measure).value();
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    private static Estimate estimate(Summary summary, int point, String name) {
        return summary.cell(point, index(summary, name)).estimate();
    }

    private static int index(Summary summary, String name) {
        for (int m = 0; m < summary.measures().size(); m++) {
            if (summary.measures().get(m).name().equals(name)) {
                return m;
            }
        }
        throw new IllegalArgumentException("there is no measure called " + name);
    }
}
