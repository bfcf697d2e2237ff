package firesale.experiment;

import firesale.analysis.sampling.LatinHypercube;
import firesale.analysis.sampling.MorrisDesign;
import firesale.analysis.sampling.SaltelliDesign;
import firesale.analysis.sampling.SobolPoints;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What varies in an experiment: named variants crossed with the rows of a design. */
record Variations(Map<String, Settings> variants, PointDesign design) {

    /** The most points that an experiment may have. */
    static final int MOST_POINTS = 100_000;

    /** Where variants, lists and ranges stand. */
    static final List<String> SECTIONS = List.of("analysis.variants", "analysis.grid", "analysis.ranges");

    /**
     * The variations of a file.
     *
     * @param document all settings of the file
     * @param analysis what they say of the analysis, its seed included, from which points are drawn
     * @throws InputException if a variant's name, a value of the grid, a range or a table is not as it should be
     */
    static Variations of(Settings document, AnalysisParameters analysis) {
        Problems problems = new Problems();
        Settings section = document.under("analysis");
        Map<String, Settings> variants = variants(section, problems);
        List<ValueRange> ranges = ranges(section.under("ranges"), problems);
        GridDesign grid = GridDesign.of(analysis.design(), section.under("grid"), problems);
        refuseKeysVariedTwice(variants, section.under("grid"), "varied by the grid", problems);
        refuseKeysVariedTwice(variants, section.under("ranges"), "varied by the ranges", problems);
        for (Setting range : section.under("ranges").all()) {
            if (grid.keys().containsKey(range.path())) {
                problems.add(range.place(), range.path() + ": varied by the grid and by the ranges");
            }
        }
        problems.throwIfAny();
        Variations variations = new Variations(variants, design(document, analysis, grid, ranges));
        variations.refuseKeysVariedTwice();
        variations.refuseTooManyPoints(document);
        return variations;
    }

    private static PointDesign design(Settings document, AnalysisParameters analysis, GridDesign grid, List<ValueRange> ranges) {
        if (analysis.kind() == AnalysisKind.SENSITIVITY) {
            return ranges.isEmpty() ? GridDesign.NONE : sensitivity(document, analysis, ranges);
        }
        return switch (analysis.design()) {
            case GRID, ONE_AT_A_TIME, LIST -> grid;
            case LATIN_HYPERCUBE, SOBOL -> ranges.isEmpty() ? GridDesign.NONE : sampled(document, analysis, ranges);
            case CSV -> analysis.points().map(file -> (PointDesign) new TableDesign(file,
                    document.get("analysis.points").orElseThrow().value().place())).orElse(GridDesign.NONE);
        };
    }

    private static PointDesign sampled(Settings document, AnalysisParameters analysis, List<ValueRange> ranges) {
        int samples = analysis.samples();
        refuseMore(document, samples);
        long seed = Seeds.design(analysis.seed());
        if (analysis.design() == DesignKind.LATIN_HYPERCUBE) {
            return new RangesDesign(ranges, LatinHypercube.of(samples, ranges.size(), seed));
        } else if (ranges.size() > SobolPoints.MOST_DIMENSIONS) {
            throw new InputException(ranges.get(SobolPoints.MOST_DIMENSIONS).place() + ": analysis.ranges: a Sobol' sequence has "
                    + "at most " + SobolPoints.MOST_DIMENSIONS + " keys; write design: latin-hypercube");
        }
        return new RangesDesign(ranges, SobolPoints.of(samples, ranges.size(), seed));
    }

    private static PointDesign sensitivity(Settings document, AnalysisParameters analysis, List<ValueRange> ranges) {
        SensitivityDesign asked = analysis.sensitivity(ranges.stream().map(ValueRange::key).toList(),
                ranges.stream().map(ValueRange::span).toList());
        refuseMore(document, (long) asked.samples() * asked.block());
        if (asked.method() == SensitivityMethod.MORRIS) {
            MorrisLevels.check(ranges, asked.levels());
        }
        long seed = Seeds.design(analysis.seed());
        return new RangesDesign(ranges, asked.method() == SensitivityMethod.SOBOL
                ? SaltelliDesign.of(asked.samples(), ranges.size(), seed)
                : MorrisDesign.of(asked.samples(), ranges.size(), asked.levels(), seed));
    }

    private static Map<String, Settings> variants(Settings analysis, Problems problems) {
        Map<String, Settings> variants = new LinkedHashMap<>();
        Settings section = analysis.under("variants");
        for (Setting setting : section.all()) {
            String name = setting.path().split("\\.", 2)[0];
            boolean alone = setting.path().equals(name);
            if (!Header.NAME.matcher(name).matches()) {
                problems.add(setting.place(), "analysis.variants." + name
                        + ": a variant's name consists of lower-case letters, digits and hyphens");
            } else if (alone && !(setting.value() instanceof Value.Nothing)) {
                problems.add(setting.value().place(), "analysis.variants." + name
                        + ": expected model keys with values, such as { time.weeks: 52 }");
            }
            variants.computeIfAbsent(name, section::under);
        }
        return variants;
    }

    private static List<ValueRange> ranges(Settings section, Problems problems) {
        List<ValueRange> ranges = new ArrayList<>();
        section.all().forEach(setting -> ValueRange.of(setting, problems).ifPresent(ranges::add));
        return ranges;
    }

    private static void refuseKeysVariedTwice(Map<String, Settings> variants, Settings section, String how, Problems problems) {
        for (Setting varied : section.all()) {
            variants.forEach((name, variant) -> variant.get(varied.path()).ifPresent(setting ->
                    problems.add(varied.place(), varied.path() + ": set by the variant " + name + " and " + how)));
        }
    }

    private void refuseKeysVariedTwice() {
        design.keys().forEach((key, place) -> variants.forEach((name, variant) -> variant.get(key).ifPresent(setting -> {
            throw new InputException(place + ": " + key + ": set by the variant " + name + " and varied by " + design.name());
        })));
    }

    private void refuseTooManyPoints(Settings document) {
        long points = design.size() * Math.max(1, variants.size());
        if (design instanceof GridDesign grid && points > MOST_POINTS) {
            Place last = grid.axes().isEmpty() ? null : grid.axes().get(grid.axes().size() - 1).place();
            throw new InputException((last == null ? "" : last + ": ") + "analysis.grid: more than " + MOST_POINTS + " points");
        }
        refuseMore(document, points);
    }

    private static void refuseMore(Settings document, long points) {
        if (points > MOST_POINTS) {
            String key = document.get("analysis.points").isPresent() ? "analysis.points" : "analysis.samples";
            throw new InputException(document.get(key).map(setting -> setting.value().place() + ": ").orElse("") + key + ": " + points
                    + " points in all, expected at most " + MOST_POINTS);
        }
    }

    /** Where a key is first varied; empty if nothing varies it. */
    Optional<Place> place(String key) {
        return Stream.concat(variants.values().stream().flatMap(settings -> settings.get(key).stream()).map(Setting::place),
                Optional.ofNullable(design.keys().get(key)).stream()).findFirst();
    }

    /** Every key that varies anywhere, the variants' first. */
    Collection<String> variedKeys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Settings settings : variants.values()) {
            for (Setting setting : settings.all()) {
                if (!(setting.value() instanceof Value.Nothing)) {
                    keys.add(setting.path());
                }
            }
        }
        keys.addAll(design.keys().keySet());
        return keys;
    }
}
