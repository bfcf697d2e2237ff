package firesale.validation;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;

/**
 * What came out of a check.
 *
 * @param check         the row of theory
 * @param simulated     the program's number
 * @param standardError of that number; 0 where nothing is left to chance
 * @param z             distance from theory in standard errors; NaN where nothing is left to chance
 * @param holds         whether |z| &lt; 4 or, without chance, whether the number is near enough
 */
public record CheckResult(Check check, double simulated, double standardError, double z, boolean holds) {

    /** The distance from theory, in standard errors, at which a check fails: about 1 of 16,000 does so by chance. */
    public static final double LIMIT = 4;
    /** Amounts stand in units of 10^-9, so that draws which are all alike can be off by one. */
    private static final double UNIT = 1e-9;

    static CheckResult ofDraws(Check check, double mean, double standardError) {
        double distance = mean - check.expected();
        if (standardError == 0) {
            return new CheckResult(check, mean, 0, Double.NaN, StrictMath.abs(distance) <= UNIT);
        }
        double z = distance / standardError;
        return new CheckResult(check, mean, standardError, z, StrictMath.abs(z) < LIMIT);
    }

    static CheckResult ofExact(Check check, double value, double tolerance) {
        return new CheckResult(check, value, 0, Double.NaN, StrictMath.abs(value - check.expected()) <= tolerance);
    }

    /** {@code holds} or {@code FAILS}. */
    public String verdict() {
        return holds ? "holds" : "FAILS";
    }

    /** The columns, in the order in which they are written. */
    public static List<Column<CheckResult>> columns() {
        return List.of(
                new Column<>("topic", Type.TEXT, "", "What the check is about", r -> r.check.topic()),
                new Column<>("name", Type.TEXT, "", "The check", r -> r.check.name()),
                new Column<>("conditions", Type.TEXT, "", "Under which theory says so", r -> r.check.conditions()),
                new Column<>("source", Type.TEXT, "", "Who says so", r -> r.check.source()),
                new Column<>("expected", Type.REAL, "", "By theory", r -> r.check.expected()),
                new Column<>("tolerance", Type.REAL, "", "Allowed distance where nothing is drawn; missing for draws",
                        r -> r.check.method() instanceof Check.Exact exact ? (Double) exact.tolerance() : null),
                new Column<>("simulated", Type.REAL, "", "By the program", CheckResult::simulated),
                new Column<>("standard_error", Type.REAL, "", "Of the program's number", CheckResult::standardError),
                new Column<>("z", Type.REAL, "", "Distance in standard errors; missing without chance",
                        r -> Double.isNaN(r.z) ? null : (Double) r.z),
                new Column<>("verdict", Type.TEXT, "", "holds or FAILS", CheckResult::verdict));
    }
}
