package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Sensitivity.Influence;
import java.util.List;
import java.util.Locale;

/** The summary of an analysis of sensitivity, as it is printed: of thousands of points none is listed. */
final class SensitivityText {

    private static final String INDICES = """

            Total: share of the variance across points that stays if all other parameters are known (Jansen 1999); first: that
            goes if this one is known (Saltelli et al. 2010). 95 % intervals: bootstrap percentiles over base samples. * of a
            measure: ratio of sums over a point's runs. All points have the same seeds. sensitivity.csv has all.
            """;
    private static final String EFFECTS = """

            mu*: mean size of the change of the measure as a parameter moves over its whole range; mu: the same with signs; sigma:
            its standard deviation, large where effects depend on the place. 95 % intervals: bootstrap percentiles over
            trajectories. All points have the same seeds. sensitivity.csv has all.
            """;

    private SensitivityText() {
    }

    static String of(Summary summary, SensitivityDesign design, List<Sensitivity> found, MeasureChoice choice) {
        boolean sobol = design.method() == SensitivityMethod.SOBOL;
        StringBuilder text = new StringBuilder(SummaryText.title(summary)).append(design.keys().size()).append(" parameters, ")
                .append(design.samples()).append(sobol ? " base samples\n" : " trajectories, " + design.levels() + " levels\n");
        for (Sensitivity each : found) {
            text.append('\n').append(SensitivityAnswer.of(each)).append('\n');
            if (each.varies()) {
                text.append('\n').append(sobol ? indices(each) : effects(each));
            }
            text.append(noise(each, summary.replications()));
        }
        return text.append(sobol ? INDICES : EFFECTS).append(choice.note()).append(SummaryText.failures(summary)).toString();
    }

    private static String indices(Sensitivity found) {
        TextTable table = new TextTable(0).row(SummaryText.label(found.measure()), "total", "95 % interval", "first",
                "95 % interval");
        for (Influence each : found.keys()) {
            table.row(each.key(), share(each.main().value()), interval(each.main()), share(each.second().value()),
                    interval(each.second()));
        }
        String sum = interval(found.sum());
        return table.text() + "First orders add up to " + share(found.sum().value()) + (sum.equals("-") ? "" : " (" + sum + ")")
                + (SensitivityAnswer.isLopsided(found) ? "" : ": " + UnitText.of(Math.max(0, Math.min(1, 1 - found.sum().value())),
                "share") + " of the variance is interaction") + ".\n";
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value).replace("-0.000", "0.000");
    }

    private static String interval(Estimate estimate) {
        return Double.isNaN(estimate.low()) ? "-" : share(estimate.low()) + " to " + share(estimate.high());
    }

    private static String effects(Sensitivity found) {
        String unit = found.measure().unit();
        TextTable table = new TextTable(0).row(found.measure().name(), "mu*", "95 % interval", "mu", "sigma");
        for (Influence each : found.keys()) {
            table.row(each.key(), size(each.main().value(), unit),
                    UnitText.differenceInterval(each.main().low(), each.main().high(), unit).replace("+", ""),
                    UnitText.difference(each.second().value(), unit), size(each.sigma().value(), unit));
        }
        return table.text();
    }

    private static String size(double value, String unit) {
        return UnitText.difference(value, unit).replace("+", "");
    }

    private static String noise(Sensitivity found, int replications) {
        if (replications == 1) {
            return "Noise of replications cannot be told from one of them.\n";
        }
        if (Double.isNaN(found.noise())) {
            return found.varies() ? "Noise of replications cannot be told.\n" : "";
        }
        return "Noise of replications: " + UnitText.of(Math.min(1, found.noise()), "share") + " of the variance across points"
                + (Double.isNaN(found.move()) ? "" : "; with other seeds "
                + SensitivityAnswer.plural(found) + " would move by about +- " + SensitivityAnswer.move(found)
                + "\n(largest standard error" + (replications == 2 ? ", rough since there are two replications" : "") + ")")
                + ".\n";
    }
}
