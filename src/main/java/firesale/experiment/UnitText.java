package firesale.experiment;

import java.util.Locale;

/** A value as a reader wants it: shares in per cent, dollars in thousands, millions and billions, other numbers short. */
public final class UnitText {

    private static final String NONE = "-";
    /** What is smaller is left of sums that cancel. */
    private static final double ROUNDING = 1e-12;
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private UnitText() {
    }

    /** The value, or a dash if it is missing. */
    public static String of(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (unit.equals("share")) {
            return fixed(1, 100 * value) + " %";
        }
        if (unit.startsWith("USD")) {
            return (value < 0 ? "-$" : "$") + dollars(Math.abs(value)) + unit.substring("USD".length());
        }
        return number(value) + (unit.isEmpty() || unit.equals("count") || unit.equals("ratio") ? "" : " " + unit);
    }

    /** Low and high; a unit that follows the number is written once. */
    public static String interval(double low, double high, String unit) {
        return interval(of(low, unit), of(high, unit));
    }

    /** Low and high of a difference. */
    public static String differenceInterval(double low, double high, String unit) {
        return interval(difference(low, unit), difference(high, unit));
    }

    private static String interval(String low, String high) {
        if (low.equals(NONE) || high.equals(NONE)) {
            return NONE;
        }
        int space = low.indexOf(' ');
        boolean same = space > 0 && high.endsWith(low.substring(space));
        return (same ? low.substring(0, space) : low) + " to " + high;
    }

    /** A difference: with its sign, shares in percentage points. */
    public static String difference(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        String text = unit.equals("share") ? fixed(1, 100 * value) + " pp" : of(value, unit);
        return value > 0 && !isZero(text) ? "+" + text : text;
    }

    private static String dollars(double value) {
        if (value >= BILLION - MILLION / 20) {
            return fixed(2, value / BILLION) + "bn";
        }
        if (value >= MILLION) {
            return fixed(1, value / MILLION) + "m";
        }
        return value >= THOUSAND ? fixed(0, value) : fixed(2, value);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size >= THOUSAND) {
            return fixed(0, value);
        }
        if (size >= 10 || size < ROUNDING) {
            return fixed(1, value);
        }
        return size >= 0.01 ? fixed(3, value) : String.format(Locale.ROOT, "%.2e", value);
    }

    /** With the given number of decimals, thousands set apart, never as minus zero. */
    private static String fixed(int decimals, double value) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return isZero(text) && text.startsWith("-") ? text.substring(1) : text;
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}
