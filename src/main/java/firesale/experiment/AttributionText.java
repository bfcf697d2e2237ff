package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.experiment.Attributed.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Tables of attributions: one scenario in full, several side by side. */
final class AttributionText {

    private static final String OFF = "off";

    private AttributionText() {
    }

    /** How estimates are written. */
    record Style(String title, String unit, boolean signed) {

        String value(Estimate estimate) {
            return signed ? UnitText.difference(estimate.value(), unit) : UnitText.of(estimate.value(), unit);
        }

        String interval(Estimate estimate) {
            return signed ? UnitText.differenceInterval(estimate.low(), estimate.high(), unit)
                    : UnitText.interval(estimate.low(), estimate.high(), unit);
        }

        /** Both, as in a sentence. */
        String both(Estimate estimate) {
            return Double.isNaN(estimate.value()) ? value(estimate) : value(estimate) + " (" + interval(estimate) + ")";
        }
    }

    /**
     * Players, their total and their groups.
     *
     * @param attributed a measure at each scenario
     * @param total      what the players sum up to
     */
    static String of(List<Attributed> attributed, Style style, String total) {
        return attributed.size() == 1 ? one(attributed.get(0), style, total) : several(attributed, style, total);
    }

    private static String one(Attributed attributed, Style style, String total) {
        TextTable players = new TextTable(0).row(style.title, "value", "95 % interval", "of total", "rank");
        List<Part> parts = attributed.parts();
        parts.forEach(part -> row(players, attributed, part, style, part.label(), rank(parts, part)));
        row(players, attributed, attributed.total(), style, total, "");
        String text = "\n" + players.text();
        List<Part> groups = attributed.groups();
        if (!groups.isEmpty()) {
            TextTable kinds = new TextTable(0).row("by kind *", "value", "95 % interval", "of total", "rank");
            groups.forEach(part -> row(kinds, attributed, part, style, part.label(), rank(groups, part)));
            text += "\n" + kinds.text();
        }
        return text;
    }

    private static void row(TextTable table, Attributed attributed, Part part, Style style, String label, String rank) {
        table.row(label, style.value(part.estimate()), style.interval(part.estimate()), ofTotal(attributed, part), rank);
    }

    private static String several(List<Attributed> attributed, Style style, String total) {
        List<String> players = labels(attributed, Attributed::parts);
        List<String> groups = labels(attributed, Attributed::groups);
        List<String> labels = new ArrayList<>(players);
        labels.add(total);
        labels.addAll(groups);
        BiFunction<Attributed, Integer, Optional<Part>> part = (scenario, row) -> row < players.size()
                ? find(scenario.parts(), players.get(row)) : row == players.size() ? Optional.of(scenario.total())
                : find(scenario.groups(), labels.get(row));
        SideBySide values = new SideBySide(style.title, labels);
        SideBySide shares = new SideBySide("of total (rank)", labels);
        for (Attributed scenario : attributed) {
            values.column(scenario.scenario(), row -> part.apply(scenario, row).map(p -> style.both(p.estimate())).orElse(OFF));
            shares.column(scenario.scenario(), row -> part.apply(scenario, row).map(p -> ofTotal(scenario, p)
                    + ranked(row < players.size() ? scenario.parts() : row == players.size() ? List.of() : scenario.groups(), p))
                    .orElse(OFF));
        }
        return values.text() + shares.text();
    }

    private static List<String> labels(List<Attributed> attributed, Function<Attributed, List<Part>> parts) {
        Collection<String> labels = new LinkedHashSet<>();
        attributed.forEach(scenario -> parts.apply(scenario).forEach(part -> labels.add(part.label())));
        return List.copyOf(labels);
    }

    private static Optional<Part> find(List<Part> parts, String label) {
        return parts.stream().filter(part -> part.label().equals(label)).findFirst();
    }

    private static String ranked(List<Part> among, Part part) {
        return among.isEmpty() ? "    " : " (" + rank(among, part) + ")";
    }

    /** By size, from 1; equals share a rank, nothing has none. */
    private static String rank(List<Part> among, Part part) {
        double size = Math.abs(part.estimate().value());
        long larger = among.stream().filter(other -> Math.abs(other.estimate().value()) > size).count();
        return size > 0 ? Long.toString(1 + larger) : "-";
    }

    private static String ofTotal(Attributed attributed, Part part) {
        return UnitText.of(attributed.shareOfTotal(part), "share");
    }
}
