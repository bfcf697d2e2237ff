package firesale.report;

import java.util.ArrayList;
import java.util.List;

/** In which weeks most runs were in a squeeze. */
final class Squeeze {

    private final List<int[]> weeks = new ArrayList<>();

    /**
     * Weeks without a break.
     *
     * @param first the first of them
     * @param end   the first week after them
     */
    record Span(int first, int end) {
    }

    /** Adds the regime of one week of one run. */
    void add(int week, String regime) {
        while (weeks.size() <= week) {
            weeks.add(new int[2]);
        }
        weeks.get(week)[0]++;
        weeks.get(week)[1] += regime.equals("squeeze") ? 1 : 0;
    }

    /** Where more than half of the runs were in a squeeze. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int first = -1;
        for (int w = 0; w <= weeks.size(); w++) {
            boolean in = w < weeks.size() && 2 * weeks.get(w)[1] > weeks.get(w)[0];
            if (in && first < 0) {
                first = w;
            } else if (!in && first >= 0) {
                spans.add(new Span(first, w));
                first = -1;
            }
        }
        return spans;
    }
}
