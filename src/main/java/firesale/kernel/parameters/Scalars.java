package firesale.kernel.parameters;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads and writes single values. Reading is strict: what one program would take for a number and another for text is refused.
 * Every refusal is an {@link IllegalArgumentException} whose message is a hint, or empty when there is none to give.
 */
public final class Scalars {

    private static final Pattern REAL = Pattern.compile("[-+]?(0|[1-9][0-9]*)?(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0+[0-9].*");
    private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]{1,3}([_,' ][0-9]{3})+");
    private static final Pattern PERCENT = Pattern.compile("[-+]?[0-9]{1,9}(\\.[0-9]{1,9})? ?%");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9_./+-]*");
    private static final List<String> NOT_PLAIN =
            List.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "none");

    private Scalars() {
    }

    /** A finite decimal number; {@code 1e3} and {@code .5} are numbers, {@code 1_000}, {@code 0x10} and {@code .nan} are not. */
    public static double real(String text) {
        boolean digits = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!digits || !REAL.matcher(text).matches() || Character.isLetter(text.charAt(0)) || text.matches("[-+]?\\.?[eE].*")) {
            throw new IllegalArgumentException(numberHint(text));
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("too large for a number");
        }
        return value;
    }

    /** A whole number within the range of {@code long}, written without a decimal point or exponent. */
    public static long whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            String hint = numberHint(text);
            throw new IllegalArgumentException(hint.isEmpty() ? wholeHint(text) : hint);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("too large for a whole number", e);
        }
    }

    /** {@code true} or {@code false}. */
    public static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "y", "1" -> "write true";
                case "false", "no", "off", "n", "0" -> "write false";
                default -> "";
            });
        };
    }

    /** A date as {@code 2026-01-31}. */
    public static LocalDate date(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("", e);
        }
        throw new IllegalArgumentException("");
    }

    /** The constant of an enum whose kebab-case name is the text. */
    public static Object choice(String text, Class<?> enumClass) {
        for (Object constant : enumClass.getEnumConstants()) {
            if (kebab((Enum<?>) constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                Spelling.nearest(text, choices(enumClass)).map(near -> "did you mean " + near + "?").orElse(""));
    }

    /** The kebab-case names of an enum's constants, in their order. */
    public static List<String> choices(Class<?> enumClass) {
        return Arrays.stream(enumClass.getEnumConstants()).map(constant -> kebab((Enum<?>) constant)).toList();
    }

    /** {@code UNIFORM_PRICE} as {@code uniform-price}. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The shortest text that reads back as the same number, equal on every JDK: {@code 20000} and {@code 0.0001} rather than
     * {@code 20000.0} and {@code 1.0E-4}, but {@code 1.0E23}.
     */
    public static String text(double value) {
        String text = NumberOutput.toString(value, true);
        double size = Math.abs(value);
        boolean isPlain = size >= 1e-6 && size < 1e15;
        return value == 0 ? text.replace(".0", "") : isPlain ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
    }

    /** The text as a YAML scalar on one line: plain where every reader would take it for text, else double-quoted. */
    public static String yaml(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c <= '~' || Character.isSurrogate(c) || c > 0xA0 && Character.isLetterOrDigit(c)) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
            }
        }
        return quoted.append('"').toString();
    }

    private static String numberHint(String text) {
        if (PERCENT.matcher(text).matches()) {
            BigDecimal percent = new BigDecimal(text.replace("%", "").replace(" ", ""));
            return "write " + percent.movePointLeft(2).toPlainString();
        }
        if (GROUPED.matcher(text).matches()) {
            return "write " + text.replaceAll("[_,' ]", "") + (text.contains(",") ? ", or use a decimal point" : "");
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return "write " + text.replace(',', '.');
        }
        return LEADING_ZERO.matcher(text).matches() && text.matches("[-+0-9.]*") ? "write it without the leading zero" : "";
    }

    private static String wholeHint(String text) {
        try {
            BigDecimal value = BigDecimal.valueOf(real(text));
            return value.stripTrailingZeros().scale() <= 0 && Math.abs(value.doubleValue()) < 1e15
                    ? "write " + value.toBigInteger() : "it must be whole";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
