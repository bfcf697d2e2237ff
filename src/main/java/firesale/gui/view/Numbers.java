package firesale.gui.view;

import java.util.Locale;

/** How numbers are written in windows, the same under every locale. */
public final class Numbers {

    private static final int BILLION = 1_000_000_000;
    private static final int MILLION = 1_000_000;

    private Numbers() {
    }

    /** A count: 12,345. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Whole dollars: $12,345; a dash for what is missing. */
    public static String usd(double usd) {
        return Double.isNaN(usd) ? "-" : String.format(Locale.ROOT, usd <= -0.5 ? "-$%,.0f" : "$%,.0f", Math.abs(usd));
    }

    /** Dollars in short: $1.25 bn, $340 m, $9,500. */
    public static String shortUsd(double usd) {
        double size = Math.abs(usd);
        String sign = usd < 0 ? "-" : "";
        if (size >= 0.9995 * BILLION) {
            return String.format(Locale.ROOT, "%s$%.2f bn", sign, size / BILLION);
        }
        return size >= MILLION ? String.format(Locale.ROOT, "%s$%.0f m", sign, size / MILLION) : usd(usd);
    }

    /** A share as whole per cent: 38 %; a dash for what is missing. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%d %%", Math.round(share * 100));
    }

    /** A share as per cent with a decimal: 38.2 %. */
    public static String percentWithDecimal(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", share * 100).replaceFirst("^-(0\\.0 )", "$1");
    }
}
