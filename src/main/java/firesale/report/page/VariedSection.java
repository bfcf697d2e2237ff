package firesale.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What differs between the points. */
final class VariedSection {

    private static final int MOST_COLUMNS = 4;
    private static final int MOST_POINTS = 200;

    private VariedSection() {
    }

    /** Keys with their values on one line. */
    static String values(Map<String, String> varied) {
        return varied.entrySet().stream().map(entry -> entry.getKey() + " = " + shown(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(no such row)" : value;
    }

    static void write(Html html, Stored stored) {
        Map<String, Map<String, String>> points = stored.plan().map(StoredPlan::points).orElse(Map.of());
        if (points.isEmpty()) {
            return;
        }
        List<String> keys = stored.plan().get().keys();
        html.open("section", "id", "points", "aria-labelledby", "points-title").line("h2", "What varies", "id", "points-title");
        html.line("p", Texts.count(points.size(), "point") + ", " + Texts.count(keys.size(), "parameter")
                + " that " + (keys.size() == 1 ? "differs" : "differ") + " between them.");
        if (points.size() > MOST_POINTS) {
            html.line("p", "Shown are the first " + MOST_POINTS + "; runs.csv names all.", "class", "note");
        }
        boolean wide = keys.size() > MOST_COLUMNS;
        String[] folded = points.size() > 20 ? new String[0] : new String[] {"open", "open"};
        html.open("details", folded).element("summary", "Points and their values");
        List<String> heads = new ArrayList<>(List.of("Point"));
        heads.addAll(wide ? List.of("What differs from the first point") : keys);
        PageTable table = PageTable.open(html, "Points", heads, heads.stream().map(head -> false).toList());
        Map<String, String> first = points.values().iterator().next();
        int shown = 0;
        for (Map.Entry<String, Map<String, String>> point : points.entrySet()) {
            if (shown++ == MOST_POINTS) {
                break;
            }
            List<String> cells = new ArrayList<>(List.of(point.getKey()));
            if (wide) {
                cells.add(shown == 1 ? values(first) : differing(point.getValue(), first));
            } else {
                keys.forEach(key -> cells.add(shown(point.getValue().getOrDefault(key, ""))));
            }
            table.row(cells);
        }
        table.close();
        html.closeLine("details").closeLine("section");
    }

    private static String differing(Map<String, String> point, Map<String, String> first) {
        Map<String, String> differing = new LinkedHashMap<>();
        point.forEach((key, value) -> {
            if (!value.equals(first.get(key))) {
                differing.put(key, value);
            }
        });
        return values(differing);
    }
}
