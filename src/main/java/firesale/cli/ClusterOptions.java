package firesale.cli;

import firesale.kernel.parameters.InputException;

/** Checks of what is common to the options of the cluster commands. */
final class ClusterOptions {

    private ClusterOptions() {
    }

    /**
     * Scripts are made of lines.
     *
     * @param value what was given; null if nothing was
     * @throws InputException if it is empty, or has a line break or another control character
     */
    static void requireOneLine(String option, Object value) {
        if (value == null) {
            return;
        }
        String text = value.toString();
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(option + ": was \"" + text.replaceAll("\\p{Cntrl}", "?")
                    + "\", expected one line of text without control characters");
        }
    }

    /** @throws InputException if it is not a number above zero */
    static void requirePositive(String option, double value, String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException(option + ": was " + value + ", expected more than 0 " + unit);
        }
    }
}
