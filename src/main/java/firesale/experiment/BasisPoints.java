package firesale.experiment;

import firesale.analysis.Estimate;
import java.util.Locale;

/** Spreads as credit people write them. */
final class BasisPoints {

    private static final double PER_UNIT = 1e4;

    private BasisPoints() {
    }

    /** A spread of 0.055 as 550; a dash if it is missing; beyond the range tried as such. */
    static String number(double perYear) {
        if (Double.isNaN(perYear)) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%,.0f", perYear * PER_UNIT);
        return text.equals("-0") ? "0" : text;
    }

    /** With its sign. */
    static String signed(double perYear) {
        String text = number(perYear);
        return perYear > 0 && !text.equals("0") ? "+" + text : text;
    }

    static String interval(Estimate estimate) {
        return Double.isNaN(estimate.low()) ? "-" : number(estimate.low()) + " to " + number(estimate.high());
    }

    static String signedInterval(Estimate estimate) {
        return Double.isNaN(estimate.low()) ? "-" : signed(estimate.low()) + " to " + signed(estimate.high());
    }

    /** As in a sentence: 550 bp (500 to 600 bp). */
    static String both(Estimate estimate) {
        return number(estimate.value()) + " bp" + (Double.isNaN(estimate.low()) ? "" : " (" + interval(estimate) + " bp)");
    }
}
