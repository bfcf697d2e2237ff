package firesale.gui.network;

import java.util.Locale;

/** Amounts in words. */
final class Amounts {

    private Amounts() {
    }

    /** Three digits with a unit: {@code 1.23 bn USD}. */
    static String usd(double usd) {
        double size = Math.abs(usd);
        if (size >= 999.5e6) {
            return digits(usd / 1e9) + " bn USD";
        }
        return size >= 999.5e3 ? digits(usd / 1e6) + " m USD" : digits(usd / 1e3) + " k USD";
    }

    private static String digits(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", value);
    }

    static String html(String before, double usd) {
        return before + usd(usd);
    }

    /** A share in per cent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A ratio with two digits. */
    static String ratio(double value) {
        return Double.isInfinite(value) ? "without limit" : String.format(Locale.ROOT, "%.2f", value);
    }
}
