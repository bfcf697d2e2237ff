package firesale.validation;

import java.util.Locale;

/** Names as they are written in tables. */
final class Names {

    private Names() {
    }

    /** An enum constant in lower case, words joined by hyphens, as in experiment files. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
