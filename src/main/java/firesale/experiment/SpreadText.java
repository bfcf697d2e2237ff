package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.PointSpreads.Tried;
import firesale.model.SpreadFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The summary of an analysis of spreads, as it is printed. */
final class SpreadText {

    private static final int WIDEST = 120;

    private SpreadText() {
    }

    static String of(Summary summary, List<PointSpreads> points, Design design) {
        StringBuilder text = new StringBuilder(SummaryText.title(summary)).append('\n')
                .append(SpreadAnswer.of(points, design.spread().costOfCapital())).append('\n');
        SpreadFigures.names().forEach(name -> text.append(kind(points, name)));
        text.append(tried(points));
        points.forEach(point -> text.append(advance(point)));
        text.append(SummaryText.asked(summary, design.show()));
        return text.append("""

                bp: hundredths of a per cent a year over the risk-free rate, of balances that are served. Fair: sum of discounted
                losses, and fees of a guarantee, over sum of discounted balances times time, over runs. Mispricing: charged
                less fair, below 0 is too cheap. Required: fair, and on the mean of the worst 1 % of runs less the mean of all
                the cost of capital, once for the whole run. Holders of convertible notes have an option beside the coupon, in
                all lending too. 95 % intervals by bootstrap percentiles, all from the same resampled runs; n: runs. Advances:
                net proceeds over cost, weighted by cost; age and regime are those at default; few: fewer than 30 fleets.
                spread.csv and safe-advance.csv have all.
                """).append(SummaryText.failures(summary)).toString();
    }

    /** One class of lending at every point; nothing if nobody lends so. */
    private static String kind(List<PointSpreads> points, String name) {
        List<PointSpreads> lent = points.stream().filter(point -> point.of(name).isThere()).toList();
        if (lent.isEmpty()) {
            return "";
        }
        String title = SpreadFigures.words(name) + ", bp";
        String whole = table(title, lent, name, true, true);
        return whole.lines().allMatch(line -> line.length() <= WIDEST) ? "\n" + whole
                : "\n" + table(title, lent, name, true, false) + "\n" + table(title, lent, name, false, true);
    }

    /** Prices of risk, what is required, or both, as far as the width bears it. */
    private static String table(String title, List<PointSpreads> lent, String name, boolean prices, boolean required) {
        TextTable table = new TextTable(0).row(cells(title, prices
                ? List.of("charged", "fair", "95 % interval", "mispricing", "95 % interval") : List.of(),
                required ? List.of("required", "95 % interval") : List.of(), "n"));
        for (PointSpreads point : lent) {
            ClassSpreads kind = point.of(name);
            table.row(cells(point.point(), prices ? prices(kind) : List.of(), required
                    ? List.of(BasisPoints.number(kind.required().value()), BasisPoints.interval(kind.required())) : List.of(),
                    Long.toString(kind.fair().n())));
        }
        return table.text();
    }

    private static List<String> prices(ClassSpreads kind) {
        boolean option = kind.hasOption();
        return List.of(BasisPoints.number(kind.charged().value()), BasisPoints.number(kind.fair().value()),
                BasisPoints.interval(kind.fair()), option ? "option" : BasisPoints.signed(kind.mispricing().value()),
                option ? "" : BasisPoints.signedInterval(kind.mispricing()));
    }

    private static String[] cells(String first, List<String> some, List<String> more, String last) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(some);
        cells.addAll(more);
        cells.add(last);
        return cells.toArray(String[]::new);
    }

    /** Fair spreads at other charges, a column for each point. */
    private static String tried(List<PointSpreads> points) {
        List<PointSpreads> curves = points.stream().filter(point -> point.own().isPresent()).toList();
        if (curves.isEmpty()) {
            return "";
        }
        double[] spreads = curves.stream().flatMap(point -> point.curve().stream()).mapToDouble(Tried::spread).distinct().sorted()
                .toArray();
        SideBySide table = new SideBySide("fair, bp, at a charge of", IntStream.range(0, spreads.length)
                .mapToObj(row -> BasisPoints.number(spreads[row])).toList());
        for (PointSpreads point : curves) {
            table.column(point.point(), row -> point.curve().stream().filter(tried -> tried.spread() == spreads[row]).findFirst()
                    .map(tried -> fair(tried.found().fair())).orElse(""));
        }
        return table.text();
    }

    private static String fair(Estimate fair) {
        return BasisPoints.number(fair.value()) + (Double.isNaN(fair.low()) ? "" : " (" + BasisPoints.interval(fair) + ")");
    }

    /** What machines yielded at one point, by age and by regime. */
    private static String advance(PointSpreads point) {
        if (point.advance().isEmpty()) {
            return "\n" + Prose.wrapped(point.point() + ": no fleet is recorded, so nothing is said of the safe "
                    + "advance; add fleets to analysis.record.") + "\n";
        }
        TextTable table = new TextTable(1).row("age, regime at default", "safe advance", "95 % interval", "median",
                "LTV made", "LTV at default", "fleets", "runs", "");
        for (SafeAdvance cell : point.advance()) {
            boolean shown = cell.age().equals(SafeAdvance.ALL) == cell.regime().equals(SafeAdvance.ALL);
            if (shown) {
                table.row(cell.age() + (cell.age().equals(SafeAdvance.ALL) ? "" : " a") + ", " + cell.regime(),
                        UnitText.of(cell.safe().value(), "share"),
                        UnitText.interval(cell.safe().low(), cell.safe().high(), "share"),
                        UnitText.of(cell.median().value(), "share"), UnitText.of(cell.granted().value(), "share"),
                        UnitText.of(cell.owed().value(), "share"), Integer.toString(cell.fleets()),
                        Long.toString(cell.safe().n()), cell.isFew() ? "few" : "");
            }
        }
        return "\n" + point.point() + "\n" + table.text();
    }
}
