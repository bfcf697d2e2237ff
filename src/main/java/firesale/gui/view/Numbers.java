package firesale.gui.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written in windows, the same under every locale: rounded to what can be taken in at a glance, with units. */
public final class Numbers {

    /** What stands for a number that is missing. */
    public static final String NONE = "\u2013";
    private static final char MINUS = '\u2212';
    private static final int FIGURES_OF_CARDS = 5;

    private Numbers() {
    }

    /** A count: 12,345. */
    public static String count(long count) {
        return signed(String.format(Locale.ROOT, "%,d", count));
    }

    /** So many of something, with an s unless it is one: 3 hosts. */
    public static String counted(long count, String what) {
        return count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** 12,345 GPUs; 1 GPU. */
    public static String gpus(long count) {
        return counted(count, "GPU");
    }

    /** An amount: USD 1.2 bn, USD 35 m, USD 9,500. */
    public static String usd(double usd) {
        if (Double.isNaN(usd)) {
            return NONE;
        }
        String sign = usd <= -0.5 ? String.valueOf(MINUS) : "";
        double size = Math.abs(usd);
        if (size >= 9.995e8) {
            return sign + "USD " + digits(size / 1e9) + " bn";
        } else if (size >= 9.995e5) {
            return sign + "USD " + digits(size / 1e6) + " m";
        }
        return sign + String.format(Locale.ROOT, "USD %,.0f", size);
    }

    /** Three figures that count, no more than one decimal. */
    private static String digits(double value) {
        String text = String.format(Locale.ROOT, value < 99.95 ? "%.1f" : "%,.0f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A share in whole per cent: 41 %. */
    public static String percent(double share) {
        return Double.isNaN(share) ? NONE : count(Math.round(100 * share)) + " %";
    }

    /** A share or a yearly rate in per cent with a decimal: 11.8 %. */
    public static String percentWithDecimal(double share) {
        return Double.isNaN(share) ? NONE
                : signed(String.format(Locale.ROOT, "%.1f %%", 100 * share).replaceFirst("^-(0\\.0 )", "$1"));
    }

    /** What was paid against FMV: 41 % below FMV, 3 % above FMV, at FMV. */
    public static String againstFmv(double paidOverFmv) {
        long percent = Math.round(100 * (1 - paidOverFmv));
        return percent == 0 ? "at FMV" : Math.abs(percent) + " % " + (percent > 0 ? "below" : "above") + " FMV";
    }

    /** A ratio with two decimals: 0.71. */
    public static String ratio(double ratio) {
        return Double.isNaN(ratio) ? NONE : Double.isInfinite(ratio) ? "without limit"
                : signed(String.format(Locale.ROOT, "%.2f", ratio));
    }

    /** Power: 17.2 MW, 0.35 MW, 12 kW. */
    public static String power(double kw) {
        return kw >= 100 ? String.format(Locale.ROOT, kw >= 9950 ? "%,.0f MW" : kw >= 995 ? "%.1f MW" : "%.2f MW", kw / 1000)
                : String.format(Locale.ROOT, kw >= 9.95 || kw == Math.rint(kw) ? "%.0f kW" : "%.1f kW", kw);
    }

    /** A number whose unit stands elsewhere, such as the mark of an axis: 10.2, 130. */
    public static String plain(double value) {
        String text = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** The figure of a card: a {@code Double} to five figures that count, anything else as it is. */
    static Object rounded(Object value) {
        return value instanceof Double number && Double.isFinite(number) && number != 0
                ? (Object) new BigDecimal(number).round(new MathContext(FIGURES_OF_CARDS)).doubleValue() : value;
    }

    private static String signed(String text) {
        return text.replace('-', MINUS);
    }
}
