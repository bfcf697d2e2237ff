package firesale.experiment;

import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import java.util.Optional;

/** Whether the keys that say how points are made make sense together. */
final class DesignChecks {

    private static final String GRID = "analysis.grid";
    private static final String RANGES = "analysis.ranges";
    private static final String VARIANTS = "analysis.variants";

    private final Settings document;
    private final AnalysisParameters analysis;
    private final Problems problems;

    private DesignChecks(Settings document, AnalysisParameters analysis, Problems problems) {
        this.document = document;
        this.analysis = analysis;
        this.problems = problems;
    }

    /** Whether a key of the section says how points are made, and is not at its default. */
    static boolean isSet(String path, AnalysisParameters analysis) {
        return switch (path) {
            case "analysis.design" -> analysis.design() != DesignKind.GRID;
            case "analysis.samples" -> analysis.samples() != AnalysisParameters.USUAL_SAMPLES;
            case "analysis.points" -> analysis.points().isPresent();
            default -> false;
        };
    }

    /** Notes what has no meaning or is missing. */
    static void check(Settings document, AnalysisParameters analysis, Problems problems) {
        new DesignChecks(document, analysis, problems).check();
    }

    private void check() {
        if (analysis.kind() == AnalysisKind.SENSITIVITY) {
            sensitivity();
            return;
        }
        refuseSet("analysis.method", analysis.method() != SensitivityMethod.SOBOL, "kind: " + kind() + "; write kind: sensitivity");
        refuseSet("analysis.levels", analysis.levels() != AnalysisParameters.USUAL_LEVELS,
                "kind: " + kind() + "; write kind: sensitivity");
        if (!analysis.kind().varies()) {
            return;
        }
        String design = "design: " + Scalars.kebab(analysis.design());
        boolean sampled = analysis.design() == DesignKind.LATIN_HYPERCUBE || analysis.design() == DesignKind.SOBOL;
        boolean table = analysis.design() == DesignKind.CSV;
        if (sampled) {
            refuseSection(GRID, design + ", which draws from analysis.ranges; put several values into analysis.variants");
            require(RANGES, design + " draws points from analysis.ranges: list keys there, each with [low, high]");
        } else {
            refuseSection(RANGES, design + "; write design: latin-hypercube or design: sobol");
            refuseSet("analysis.samples", isSet("analysis.samples", analysis),
                    design + "; write design: latin-hypercube or design: sobol");
        }
        refuseSet("analysis.points", !table && analysis.points().isPresent(), design + "; write design: csv");
        if (table) {
            refuseSection(GRID, design + ", whose table says all that varies");
            refuseSection(VARIANTS, design + ", whose rows and ids are kept as they are; add columns to the table");
            if (analysis.points().isEmpty()) {
                missing("design: csv needs analysis.points, the name of the table");
            }
        } else if (!sampled && analysis.design() != DesignKind.GRID) {
            require(GRID, design + " combines the lists of analysis.grid: list keys there, each with [a, b]");
        }
    }

    private void sensitivity() {
        refuseSet("analysis.design", isSet("analysis.design", analysis), "kind: sensitivity, whose method makes the points");
        refuseSet("analysis.points", isSet("analysis.points", analysis), "kind: sensitivity, whose method makes the points");
        refuseSection(GRID, "kind: sensitivity; put the keys into analysis.ranges");
        refuseSection(VARIANTS, "kind: sensitivity, whose indices are of one model: two variants would need indices of their own; "
                + "write a file for each, or make the variants' key one of the ranges, as a choice");
        refuseSet("analysis.baseline", analysis.baseline().isPresent(), "kind: sensitivity, which compares no two points");
        refuseSet("analysis.levels", analysis.levels() != AnalysisParameters.USUAL_LEVELS
                && analysis.method() == SensitivityMethod.SOBOL, "method: sobol; write method: morris");
        if (section(RANGES).isEmpty()) {
            problems.add(place("analysis.kind"), "analysis.kind: sensitivity needs analysis.ranges: list keys there, each with "
                    + "[low, high]");
        }
        if (analysis.method() == SensitivityMethod.MORRIS && analysis.levels() % 2 != 0) {
            problems.add(place("analysis.levels"), "analysis.levels: expected an even number, but found " + analysis.levels());
        }
    }

    private String kind() {
        return Scalars.kebab(analysis.kind());
    }

    private void refuseSet(String key, boolean isSet, String where) {
        if (isSet) {
            problems.add(document.get(key).map(Setting::place).orElse(null), key + ": has no meaning for " + where);
        }
    }

    private void refuseSection(String section, String where) {
        section(section).ifPresent(setting -> problems.add(setting.place(), setting.path() + ": has no meaning for " + where));
    }

    private void require(String section, String message) {
        if (section(section).isEmpty()) {
            missing(message);
        }
    }

    private void missing(String message) {
        problems.add(place("analysis.design"), "analysis.design: " + message);
    }

    private Place place(String key) {
        return document.get(key).map(setting -> setting.value().place()).orElse(null);
    }

    private Optional<Setting> section(String section) {
        return document.all().stream().filter(setting -> setting.path().startsWith(section + ".")).findFirst();
    }
}
