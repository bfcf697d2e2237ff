package firesale.experiment;

import firesale.experiment.RunQuantiles.Found;
import firesale.experiment.RunQuantiles.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Quantiles of the headline measures across the runs of one point, as they are printed. */
final class QuantilesText {

    private QuantilesText() {
    }

    static String of(RunQuantiles quantiles) {
        RunSamples samples = quantiles.samples();
        int[] shown = IntStream.range(0, samples.measures().size()).boxed().filter(m -> samples.measures().get(m).headline())
                .sorted(Comparator.comparingInt(m -> samples.measures().get(m).rank())).mapToInt(Integer::intValue).toArray();
        TextTable table = new TextTable(0);
        boolean any = false;
        for (int m : shown) {
            List<Found> found = quantiles.of(0, m);
            if (found.get(0).estimate().n() > 0) {
                if (!any) {
                    table.row(header(found));
                }
                any = true;
                table.row(row(samples.measures().get(m), found));
            }
        }
        return any ? "\n" + table.text() : "";
    }

    private static String[] header(List<Found> found) {
        List<String> cells = new ArrayList<>(List.of("across runs"));
        for (Found each : found) {
            String level = percent(each.level());
            if (each.kind() == Kind.QUANTILE) {
                cells.add(each.level() == 0.5 ? "median" : level);
            } else {
                cells.add(each.level() < 0.5 ? "mean of lowest " + level : "mean of highest " + percent(1 - each.level()));
            }
        }
        cells.add("n");
        return cells.toArray(String[]::new);
    }

    private static String[] row(Measure measure, List<Found> found) {
        List<String> cells = new ArrayList<>(List.of(measure.name()));
        found.forEach(each -> cells.add(UnitText.of(each.estimate().value(), measure.unit())));
        cells.add(Long.toString(found.get(0).estimate().n()));
        return cells.toArray(String[]::new);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4f", 100 * share).replaceFirst("\\.?0+$", "") + " %";
    }
}
