package firesale.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dollars as people write them, and cents as accounts hold them. */
final class Dollars {

    static final String EXPECTED = "dollars of at least 0 with at most 2 decimals";

    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,2})?");
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9.]*[0-9]");
    private static final Pattern PRECISE = Pattern.compile("[0-9]+\\.[0-9]{3,}");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,' ][0-9]{3})+(\\.[0-9]{1,2})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[0-9]+,[0-9]{1,2}");
    private static final Pattern WITH_SIGN = Pattern.compile("\\$ ?[0-9.]+|[0-9.]+ ?\\$");

    private Dollars() {
    }

    /**
     * Reads an amount such as {@code 12} or {@code 12.5}.
     *
     * @param most the largest amount, cents
     * @return cents
     * @throws IllegalArgumentException whose message is a hint, or empty if there is none to give
     */
    static long cents(String text, long most) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(hint(text));
        }
        BigDecimal cents = new BigDecimal(text).movePointRight(2);
        if (cents.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException("the largest amount here is " + plain(most));
        }
        return cents.longValueExact();
    }

    private static String hint(String text) {
        if (NEGATIVE.matcher(text).matches()) {
            return "it cannot be negative";
        } else if (PRECISE.matcher(text).matches()) {
            return "round it to cents";
        } else if (GROUPED.matcher(text).matches()) {
            return "write " + text.replaceAll("[,' ]", "");
        } else if (DECIMAL_COMMA.matcher(text).matches()) {
            return "write " + text.replace(',', '.');
        }
        return WITH_SIGN.matcher(text).matches() ? "write it without the dollar sign" : "";
    }

    /** An amount for people: {@code $1,234.50}. */
    static String text(long cents) {
        long size = Math.abs(cents);
        return String.format(Locale.ROOT, "%s$%,d.%02d", cents < 0 ? "-" : "", size / 100, size % 100);
    }

    /** An amount for programs: {@code 1234.50}. */
    static BigDecimal number(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** What one of several units costs, to a hundredth of a cent, half to even. */
    static BigDecimal each(long cents, long units) {
        return BigDecimal.valueOf(cents, 2).divide(BigDecimal.valueOf(units), 4, RoundingMode.HALF_EVEN);
    }

    /** A price for people, rounded to cents. */
    static String text(BigDecimal dollars) {
        return text(dollars.setScale(2, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
    }

    private static String plain(long cents) {
        return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
    }
}
