package firesale.gui.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Whether a parameter is what somebody looks for: each word stands somewhere in its path or its meaning; case is ignored. */
final class ParameterSearch implements Predicate<String> {

    private final List<String> words;

    ParameterSearch(String text) {
        words = Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Whether nothing is looked for. */
    boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public boolean test(String path) {
        String text = (path + " " + ParameterChange.parameter(path).meaning()).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
