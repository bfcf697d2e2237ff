package firesale.report.page;

import firesale.experiment.UnitText;
import java.util.Locale;

/** Numbers as they stand on the page. */
final class Texts {

    private Texts() {
    }

    /** A value in its unit; yearly rates in per cent. */
    static String value(double value, String unit) {
        return unit.equals("1/a") && !Double.isNaN(value) ? String.format(Locale.ROOT, "%,.2f %%/a", 100 * value)
                : UnitText.of(value, unit);
    }

    /** An interval; empty if it has no ends. */
    static String interval(double low, double high, String unit) {
        return Double.isNaN(low) || Double.isNaN(high) ? "" : unit.equals("1/a") ? value(low, unit) + " to " + value(high, unit)
                : UnitText.interval(low, high, unit);
    }

    /** A difference with its sign; empty if there is none. */
    static String difference(double value, String unit) {
        return Double.isNaN(value) ? "" : UnitText.difference(value, unit);
    }

    /** The interval of a difference; empty if it has no ends. */
    static String differenceInterval(double low, double high, String unit) {
        return Double.isNaN(low) || Double.isNaN(high) ? "" : UnitText.differenceInterval(low, high, unit);
    }

    /** A count with separators. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and what is counted: 1 run, 2 runs. */
    static String count(long count, String what) {
        return count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** The name of a file or measure in words: {@code missing-depth.csv} is Missing depth. */
    static String title(String name) {
        String words = name.replaceFirst("\\.[a-z]+$", "").replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
