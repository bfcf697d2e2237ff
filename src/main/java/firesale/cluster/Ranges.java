package firesale.cluster;

import java.util.ArrayList;
import java.util.List;

/** Lists of whole numbers as text: {@code 0-3,7,9-10}. */
final class Ranges {

    private Ranges() {
    }

    /** @param numbers rising */
    static String text(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < numbers.size();) {
            int to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            text.append(text.isEmpty() ? "" : ",").append(numbers.get(from));
            if (to > from) {
                text.append('-').append(numbers.get(to));
            }
            from = to + 1;
        }
        return text.toString();
    }

    /** @throws NumberFormatException if the text is none that {@link #text} makes */
    static List<Integer> parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : text.split(",")) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
            for (int number = from; number <= to; number++) {
                numbers.add(number);
            }
        }
        return List.copyOf(numbers);
    }
}
