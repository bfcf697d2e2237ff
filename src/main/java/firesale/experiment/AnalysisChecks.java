package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.model.Measures;
import firesale.model.RunOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the keys of an {@code analysis} section make sense together: each check throws {@link InputException}. */
final class AnalysisChecks {

    private final Settings document;
    private final AnalysisParameters analysis;

    AnalysisChecks(Settings document, AnalysisParameters analysis) {
        this.document = document;
        this.analysis = analysis;
    }

    void refuseKeysWithoutMeaning() {
        Problems problems = new Problems();
        boolean attributes = analysis.kind() == AnalysisKind.ATTRIBUTION;
        boolean loops = attributes && analysis.attribution().players() == Players.FEEDBACKS;
        for (Setting setting : document.all()) {
            String path = setting.path();
            boolean baseline = path.equals("analysis.baseline") && analysis.baseline().isPresent();
            boolean varies = baseline || Variations.SECTIONS.stream().anyMatch(section -> ExperimentFile.isSection(path, section))
                    || DesignChecks.isSet(path, analysis);
            if (varies && !analysis.kind().varies()) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: sweep");
            } else if (baseline && loops) {
                refuse(problems, setting, "players: feedbacks, where each subset of loops is compared with none of them");
            } else if (baseline && analysis.kind() == AnalysisKind.DEPTH) {
                refuse(problems, setting, "kind: depth, where each capacity is compared with no repo");
            } else if (path.equals("analysis.players") && analysis.players().isPresent() && !attributes) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: attribution");
            } else if (path.equals("analysis.frontier") && !analysis.frontier().isEmpty()
                    && analysis.kind() != AnalysisKind.SWEEP) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: sweep");
            } else if (path.equals("analysis.chargedSpreads") && !analysis.chargedSpreads().isEmpty()
                    && analysis.kind() != AnalysisKind.SPREAD) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: spread");
            } else if (path.equals("analysis.costOfCapital") && analysis.costOfCapital() != SpreadDesign.USUAL_COST_OF_CAPITAL
                    && analysis.kind() != AnalysisKind.SPREAD) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: spread");
            } else if (analysis.kind() != AnalysisKind.DEPTH && DepthDesign.isKey(path)
                    && !analysis.depth().equals(DepthDesign.USUAL)) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: depth");
            } else if (path.startsWith("analysis.precision.") && document.get("analysis.precision.halfWidth").isEmpty()) {
                problems.add(setting.place(), path + ": has no meaning without analysis.precision.halfWidth, the width that is wanted");
            } else if (path.equals("analysis.quantiles") && !analysis.quantiles().stream().allMatch(q -> q > 0 && q < 1)) {
                problems.add(setting.value().place(), path + ": expected numbers above 0 and below 1, such as [0.05, 0.5, 0.95], but found "
                        + analysis.quantiles());
            } else if (path.startsWith("analysis.precision.") && analysis.precision().isAsked()
                    && !Precision.suits(Scalars.kebab(analysis.kind()))) {
                refuse(problems, setting, "kind: " + Scalars.kebab(analysis.kind()) + "; write kind: run or kind: sweep");
            } else if (path.equals("analysis.measures") && !analysis.measures().isEmpty() && !loops
                    && analysis.kind() != AnalysisKind.SENSITIVITY) {
                refuse(problems, setting, "players other than feedbacks; write kind: attribution and players: feedbacks");
            }
        }
        DesignChecks.check(document, analysis, problems);
        problems.throwIfAny();
    }

    private static void refuse(Problems problems, Setting setting, String where) {
        problems.add(setting.place(), setting.path() + ": has no meaning for " + where);
    }

    /** What is tried, and that no declared point varies it. */
    void design(Variations variations, List<Point> points) {
        try {
            if (analysis.kind() == AnalysisKind.DEPTH) {
                analysis.depth().check();
                points.forEach(point -> DepthPoints.refuseVaried(point, analysis.depth()));
            } else if (analysis.kind() == AnalysisKind.SPREAD) {
                SpreadPoints.refuseVaried(points, analysis.chargedSpreads());
            }
        } catch (InputException e) {
            throw new InputException(place(e.getMessage(), variations).map(place -> place + ": ").orElse("") + e.getMessage(), e);
        }
    }

    /** Where the first key stands that a message names, before a colon. */
    private Optional<Place> place(String message, Variations variations) {
        return Arrays.stream(message.split(": ")).flatMap(key -> variations.place(key)
                .or(() -> document.get(key).filter(setting -> key.startsWith("analysis.")).map(setting -> setting.value().place()))
                .stream()).findFirst();
    }

    void baseline(Variations variations, List<Point> points) {
        if (analysis.baseline().isEmpty()) {
            return;
        }
        String baseline = analysis.baseline().get();
        List<String> known = new ArrayList<>(variations.variants().keySet());
        points.forEach(point -> {
            known.add(point.id());
            known.add(point.id().substring(point.id().indexOf('/') + 1));
        });
        if (!known.contains(baseline)) {
            throw new InputException(document.get("analysis.baseline").orElseThrow().value().place()
                    + ": analysis.baseline: there is no variant and no point " + baseline + Spelling.hint(baseline, known));
        }
    }

    /** Names of measures, to show, to attribute or to set against each other. Only numbers can be attributed or compared. */
    void measures() {
        Set<String> all = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (Column<?> column : RunOutcome.columns()) {
            all.add(column.name());
            if (column.type() != Type.TEXT && column.type() != Type.DATE) {
                numbers.add(column.name());
            }
        }
        Measures.ratios().forEach(ratio -> {
            all.add(ratio.name());
            numbers.add(ratio.name());
        });
        requireKnown("analysis.show", analysis.show(), all);
        requireKnown("analysis.measures", analysis.measures(), numbers);
        requireKnown("analysis.precision.measure", List.of(analysis.precision().measure()), numbers);
        requireKnown("analysis.frontier", analysis.frontier(), numbers);
        frontier();
    }

    private void frontier() {
        List<String> names = analysis.frontier();
        long different = names.stream().distinct().count();
        if (!names.isEmpty() && (different != names.size() || !Frontier.holds(names.size()))) {
            throw new InputException(document.get("analysis.frontier").orElseThrow().value().place() + ": analysis.frontier: "
                    + "expected " + Frontier.FEWEST + " to " + Frontier.MOST + " different measures, but found " + names);
        }
    }

    private void requireKnown(String key, List<String> names, Set<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InputException(document.get(key).orElseThrow().value().place() + ": " + key + ": there is no measure "
                        + name + Spelling.hint(name, known) + "; firesale describe measures lists them");
            }
        }
    }
}
