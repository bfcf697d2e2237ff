package firesale.gui.charts;

import firesale.gui.view.RoundScale;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * A value axis.
 *
 * @param label   with its unit
 * @param pattern of its ticks, as {@link DecimalFormat} has it
 * @param least   it reaches at least so far
 * @param most    and no further than this
 */
record Scale(String label, String pattern, double least, double most) {

    private static final int TICKS = 6;

    static Scale usd(String label, double least) {
        return new Scale(label, least < 1.5 ? "$#,##0.00" : "$#,##0", least, Double.POSITIVE_INFINITY);
    }

    static Scale count(String label) {
        return new Scale(label, "#,##0", 10, Double.POSITIVE_INFINITY);
    }

    static Scale percent(String label, double least, double most) {
        return new Scale(label, "0.# %", least, most);
    }

    NumberFormat format() {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** Where the axis ends below, for the least value shown. */
    double low(double lowest, double highest) {
        if (!(lowest < 0)) {
            return 0;
        }
        double step = step(0, high(highest));
        return Math.max(-most, step * Math.floor(lowest / step));
    }

    /** Where it ends above, for the greatest value shown. */
    double high(double highest) {
        return Math.min(most, RoundScale.end(Math.max(Math.max(highest, least), 1e-9)));
    }

    /** The distance of its ticks. */
    double step(double low, double high) {
        return RoundScale.step(high - low, TICKS);
    }
}
