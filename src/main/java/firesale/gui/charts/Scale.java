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
 * @param text    how a value reads where the axis is not seen, with %s for its number
 * @param pattern of its ticks, as {@link DecimalFormat} has it
 * @param least   it reaches at least so far
 * @param most    and no further than this
 */
record Scale(String label, String text, String pattern, double least, double most) {

    private static final int TICKS = 6;

    static Scale usd(String label, String text, double least) {
        return new Scale(label, text, least < 1.5 ? "#,##0.00" : "#,##0", least, Double.POSITIVE_INFINITY);
    }

    static Scale count(String label) {
        return new Scale(label, "%s", "#,##0", 10, Double.POSITIVE_INFINITY);
    }

    static Scale percent(String label, double least, double most) {
        return new Scale(label, "%s", "0.# %", least, most);
    }

    NumberFormat format() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return new DecimalFormat(pattern, symbols);
    }

    /** A value in words, with one digit more than ticks have: USD 8,960.5 a GPU. */
    String text(double value) {
        NumberFormat finer = format();
        finer.setMaximumFractionDigits(finer.getMaximumFractionDigits() + 1);
        return text.replace("%s", finer.format(value));
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
