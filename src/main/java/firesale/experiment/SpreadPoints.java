package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.model.ModelParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of {@code kind: spread}: the declared ones, then each of them with its term loans at every spread that is tried.
 *
 * @param points all points, the declared ones first
 * @param curves for each declared point those at which its loans have rising spreads, itself included
 */
record SpreadPoints(List<Point> points, List<Curve> curves) {

    static final String KEY = "credit.loan.spread";
    private static final String SWITCH = "credit.measureSpreads";

    /**
     * A declared point at several spreads.
     *
     * @param declared its index
     * @param at       indices of points in the order of their loans' spreads
     */
    record Curve(int declared, List<Integer> at) {

        /** Whether more than the declared spread is tried. */
        boolean isTried() {
            return at.size() > 1;
        }
    }

    /** @throws InputException if a declared point varies what the analysis sets */
    static SpreadPoints of(List<Point> declared, List<Double> spreads) {
        List<Double> tried = spreads.stream().distinct().sorted().toList();
        refuseVaried(declared, spreads);
        List<Point> points = new ArrayList<>();
        declared.forEach(point -> points.add(at(point, points.size(), point.id(), spread(point), tried)));
        List<Curve> curves = new ArrayList<>();
        for (Point point : declared) {
            List<Integer> at = new ArrayList<>(List.of(point.index()));
            for (double spread : tried) {
                if (spread != spread(point)) {
                    at.add(points.size());
                    points.add(at(point, points.size(), point.id() + "/" + KEY + "=" + Scalars.text(spread), spread, tried));
                }
            }
            at.sort(Comparator.comparingDouble(index -> spread(points.get(index))));
            curves.add(new Curve(point.index(), List.copyOf(at)));
        }
        return new SpreadPoints(List.copyOf(points), List.copyOf(curves));
    }

    /** @throws InputException if a declared point varies what the analysis sets */
    static void refuseVaried(List<Point> declared, List<Double> spreads) {
        refuseVaried(declared, SWITCH, "kind: spread");
        if (!spreads.isEmpty()) {
            refuseVaried(declared, KEY, "analysis.chargedSpreads");
        }
    }

    private static void refuseVaried(List<Point> declared, String key, String setter) {
        if (declared.stream().anyMatch(point -> point.varied().containsKey(key))) {
            throw new InputException(key + ": cannot be varied where " + setter + " sets it");
        }
    }

    /** A point with its loans at a spread; where spreads are tried its table says at which. */
    private static Point at(Point point, int index, String id, double spread, List<Double> tried) {
        Map<String, String> varied = new LinkedHashMap<>(point.varied());
        if (!tried.isEmpty()) {
            varied.put(KEY, Scalars.text(spread));
        }
        ModelParameters parameters = point.parameters();
        return new Point(index, id, varied, parameters.withCredit(parameters.credit().measuringSpreads().withLoanSpread(spread)));
    }

    /** The spread of term loans at a point, 1/a. */
    static double spread(Point point) {
        return point.parameters().credit().loan().spread();
    }

    /** For each point to run the index of the one that it is compared with: its declared one, or that one's baseline. */
    List<Integer> baselines(List<Integer> ofDeclared) {
        Integer[] all = new Integer[points.size()];
        for (Curve curve : curves) {
            curve.at.forEach(index -> all[index] = curve.declared);
            all[curve.declared] = ofDeclared.get(curve.declared);
        }
        return List.of(all);
    }
}
