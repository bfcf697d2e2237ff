package firesale.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Names and numbers as they are written in tables. */
final class Names {

    private Names() {
    }

    /** A number with as few digits as it needs, at most six places. */
    static String of(double number) {
        return BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    /** An enum constant in lower case, words joined by hyphens, as in experiment files. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
