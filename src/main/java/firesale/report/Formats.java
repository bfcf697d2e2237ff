package firesale.report;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** How numbers stand on axes and in labels, the same under every locale. */
final class Formats {

    private Formats() {
    }

    /** A share as per cent: 25 %. */
    static String percent(double share) {
        double percent = share * 100;
        String digits = Math.abs(percent - Math.rint(percent)) < 1e-6 ? "%.0f %%" : "%.1f %%";
        return minus(String.format(Locale.ROOT, digits, percent));
    }

    /** A share as whole per cent: 25 %. */
    static String roundPercent(double share) {
        return minus(String.format(Locale.ROOT, "%.0f %%", share * 100));
    }

    /** A share as per cent with one decimal: 25.0 %. */
    static String percentWithDecimal(double share) {
        return minus(String.format(Locale.ROOT, "%.1f %%", share * 100));
    }

    /** A difference of shares in percentage points with one decimal and its sign: +2.5 pp. */
    static String points(double shares) {
        String text = String.format(Locale.ROOT, "%+.1f pp", shares * 100);
        return minus(text.matches("[-+]0\\.0 pp") ? text.substring(1) : text);
    }

    /** A yearly rate in basis points: 1,250 bp. */
    static String basisPoints(double perYear) {
        String text = String.format(Locale.ROOT, "%,.0f bp", perYear * 1e4);
        return text.equals("-0 bp") ? "0 bp" : minus(text);
    }

    /** A count or an amount in short: 950, 1.5k, 20k, 3M. */
    static String shortNumber(double value) {
        double size = Math.abs(value);
        if (size >= 999_999.5) {
            return trimmed(value / 1e6) + "M";
        }
        return size >= 999.9995 ? trimmed(value / 1e3) + "k" : trimmed(value);
    }

    /** Dollars in short: $20k. */
    static String dollars(double usd) {
        return usd < 0 ? "\u2212$" + shortNumber(-usd) : "$" + shortNumber(usd);
    }

    /** A value of a measure in short: shares as per cent, dollars in short, other numbers with three digits or more. */
    static String inUnit(double value, String unit) {
        double size = Math.abs(value);
        if (unit.equals("share")) {
            return percent(value);
        }
        if (unit.equals("USD")) {
            return size >= 1e9 ? dollars(value / 1e9) + "bn" : dollars(value);
        }
        return minus(size >= 1000 ? shortNumber(value) : trimmed(value, size >= 10 ? "%.1f" : "%.3f"));
    }

    private static String trimmed(double value) {
        return trimmed(value, "%.2f");
    }

    private static String trimmed(double value, String digits) {
        return minus(String.format(Locale.ROOT, digits, value).replaceFirst("\\.?0+$", ""));
    }

    private static String minus(String text) {
        return text.matches("-0(\\.0+)?( %)?") ? text.substring(1) : text.replace('-', '\u2212');
    }

    /** A count with separators: 12,345. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** The format of an axis. */
    static NumberFormat of(DoubleFunction<String> text) {
        return new TickFormat(text);
    }

    /** Only writes. */
    private static final class TickFormat extends NumberFormat {

        private static final long serialVersionUID = 1L;

        private final transient DoubleFunction<String> text;

        TickFormat(DoubleFunction<String> text) {
            this.text = text;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(text.apply(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("ticks are not read");
        }
    }
}
