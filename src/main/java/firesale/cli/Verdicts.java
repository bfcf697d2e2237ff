package firesale.cli;

import firesale.validation.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results of checks for people: a line each below their topics, and how many hold. */
final class Verdicts {

    private static final int TEXTS = 2;

    private Verdicts() {
    }

    static int exitCode(List<CheckResult> results) {
        return results.stream().allMatch(CheckResult::holds) ? ExitCode.FINE : ExitCode.CHECKS_FAILED;
    }

    static String text(List<CheckResult> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CHECK", "CONDITIONS", "EXPECTED", "SIMULATED", "SE", "Z", "VERDICT"));
        results.forEach(result -> rows.add(cells(result)));
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder(line(rows.get(0), widths));
        String topic = "";
        for (int r = 0; r < results.size(); r++) {
            if (!results.get(r).check().topic().equals(topic)) {
                topic = results.get(r).check().topic();
                text.append(topic).append('\n');
            }
            text.append(line(rows.get(r + 1), widths));
        }
        long holding = results.stream().filter(CheckResult::holds).count();
        String checks = results.size() == 1 ? " check, " : " checks, ";
        return text + (results.size() + checks + holding + (holding == 1 ? " holds\n" : " hold\n"));
    }

    private static List<String> cells(CheckResult result) {
        boolean exact = result.standardError() == 0;
        return List.of("  " + result.check().name(), result.check().conditions(), number(result.check().expected()),
                number(result.simulated()), exact ? "0" : number(result.standardError()),
                exact ? "exact" : String.format(Locale.ROOT, "%+.2f", result.z()), result.verdict());
    }

    /** Six places; -0 is 0. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", StrictMath.rint(value * 1e6) / 1e6 + 0.0);
    }

    /** Texts to the left, numbers to the right. */
    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String padding = " ".repeat(widths[c] - cells.get(c).length());
            boolean left = c < TEXTS || c == widths.length - 1;
            line.append(c == 0 ? "" : "  ").append(left ? cells.get(c) + padding : padding + cells.get(c));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
