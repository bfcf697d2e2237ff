package firesale.experiment;

import firesale.analysis.Estimate;
import java.util.Locale;

/** The fire-sale model's answer in words: what the discount was, what it is made of, who was there to buy, and how sure that is. */
final class FireSaleAnswer {

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
                : "The price discount to FMV runs from " + at(summary, lowest) + "\nto " + at(summary, highest) + ".";
    }

    private static String at(Summary summary, int point) {
        Estimate estimate = estimate(summary, point, "price_discount");
        return share(estimate) + " (" + UnitText.interval(estimate.low(), estimate.high(), "share") + ") at "
                + summary.points().get(point);
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
        for (int m = 0; m < summary.measures().size(); m++) {
            if (summary.measures().get(m).name().equals(name)) {
                return summary.cell(point, m).estimate();
            }
        }
        throw new IllegalArgumentException("there is no measure called " + name);
    }
}
