package firesale.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A sweep over two parameters that move the two ratios which set the discount.
 *
 * @param shown     which points these are, in words
 * @param points    those with both ratios, in the order of the summary
 * @param undrawn   points of the grid without a positive ratio
 */
record PhaseGrid(String shown, List<Point> points, int undrawn) {

    private static final int LEAST_POINTS = 9;
    private static final double LEAST_FACTOR = 3;
    /** Where another key starts: values may hold commas too. */
    private static final Pattern BETWEEN_KEYS = Pattern.compile(",(?=[A-Za-z][A-Za-z0-9_.-]*=)");

    /**
     * A design point at its measured ratios.
     *
     * @param id       the point's name
     * @param racks    ready racks over supply
     * @param funds    buyers' funds over the value of the supply
     * @param discount to FMV; NaN if nothing was sold
     */
    record Point(String id, double racks, double funds, double discount) {

        boolean sold() {
            return !Double.isNaN(discount);
        }
    }

    /** The first variant's grid that can be drawn; empty if there is none. */
    static Optional<PhaseGrid> of(SummaryTable summary) {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        for (String id : summary.points()) {
            variants.computeIfAbsent(variant(id), name -> new ArrayList<>()).add(id);
        }
        for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
            List<String> varied = varied(variant.getValue());
            if (varied.size() == 2) {
                PhaseGrid grid = read(variant.getKey(), variant.getValue(), varied, summary);
                if (grid.points.size() >= LEAST_POINTS && grid.factor(Point::racks) > LEAST_FACTOR
                        && grid.factor(Point::funds) > LEAST_FACTOR) {
                    return Optional.of(grid);
                }
            }
        }
        return Optional.empty();
    }

    private static PhaseGrid read(String variant, List<String> ids, List<String> varied, SummaryTable summary) {
        List<Point> points = new ArrayList<>();
        for (String id : ids) {
            double racks = summary.get(id, "ready_racks_over_supply").map(Interval::mean).orElse(Double.NaN);
            double funds = summary.get(id, "funds_over_supply").map(Interval::mean).orElse(Double.NaN);
            if (racks > 0 && funds > 0) {
                points.add(new Point(id, racks, funds, summary.get(id, "price_discount").map(Interval::mean).orElse(Double.NaN)));
            }
        }
        String shown = (variant.isEmpty() ? "" : variant + ", ") + ids.size() + " points over " + varied.get(0) + " and "
                + varied.get(1);
        return new PhaseGrid(shown, List.copyOf(points), ids.size() - points.size());
    }

    /** {@code calm} of {@code calm/a.b=1,c.d=2}. */
    private static String variant(String id) {
        return id.substring(0, Math.max(0, id.lastIndexOf('/', endOfFirstKey(id))));
    }

    private static int endOfFirstKey(String id) {
        int equals = id.indexOf('=');
        return equals < 0 ? id.length() : equals;
    }

    /** The keys with several values, if the points are all their combinations; none otherwise. */
    private static List<String> varied(List<String> ids) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String id : ids) {
            String settings = id.substring(id.lastIndexOf('/', endOfFirstKey(id)) + 1);
            for (String setting : BETWEEN_KEYS.split(settings)) {
                int equals = Math.max(0, setting.indexOf('='));
                values.computeIfAbsent(setting.substring(0, equals), key -> new LinkedHashSet<>()).add(setting);
            }
        }
        values.values().removeIf(settings -> settings.size() < 2);
        long combinations = values.values().stream().mapToLong(Set::size).reduce(1, (a, b) -> a * b);
        return combinations == ids.size() ? List.copyOf(values.keySet()) : List.of();
    }

    double least(ToDoubleFunction<Point> ratio) {
        return points.stream().mapToDouble(ratio).min().orElse(1);
    }

    double most(ToDoubleFunction<Point> ratio) {
        return points.stream().mapToDouble(ratio).max().orElse(1);
    }

    private double factor(ToDoubleFunction<Point> ratio) {
        return most(ratio) / least(ratio);
    }
}
