package firesale.experiment;

import java.util.Locale;

/** A value as a reader wants it: shares in per cent, dollars in thousands, millions and billions, other numbers short. */
final class UnitText {

    private static final String NONE = "-";
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private UnitText() {
    }

    static String of(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (unit.equals("share")) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * value);
        }
        if (unit.startsWith("USD")) {
            return (value < 0 ? "-$" : "$") + dollars(Math.abs(value)) + unit.substring("USD".length());
        }
        return number(value) + (unit.isEmpty() || unit.equals("count") ? "" : " " + unit);
    }

    /** A difference: with its sign, shares in percentage points. */
    static String difference(double value, String unit) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        String text = unit.equals("share") ? String.format(Locale.ROOT, "%.1f pp", 100 * value) : of(value, unit);
        return value > 0 ? "+" + text : text;
    }

    private static String dollars(double value) {
        if (value >= BILLION) {
            return String.format(Locale.ROOT, "%.2fbn", value / BILLION);
        }
        if (value >= MILLION) {
            return String.format(Locale.ROOT, "%.1fm", value / MILLION);
        }
        return value >= THOUSAND ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size >= THOUSAND) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size >= 10 || size == 0) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return size >= 0.01 ? String.format(Locale.ROOT, "%.3f", value) : String.format(Locale.ROOT, "%.2e", value);
    }
}
