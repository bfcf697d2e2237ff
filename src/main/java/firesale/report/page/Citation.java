package firesale.report.page;

import java.util.List;

/**
 * How to cite the program, from its {@code CITATION.cff}.
 *
 * @param title   the program's name
 * @param version its version
 * @param year    of its release
 * @param authors who wrote it
 */
record Citation(String title, String version, String year, String authors) {

    /** What the program was built with. */
    static Citation read() {
        String text = Resources.text("CITATION.cff");
        List<String> lines = text.lines().toList();
        String year = value(lines, "date-released: ");
        return new Citation(value(lines, "title: "), value(lines, "version: "), year.substring(0, Math.min(4, year.length())),
                value(lines, "  - name: "));
    }

    private static String value(List<String> lines, String key) {
        return lines.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length()).strip())
                .map(value -> value.replaceAll("^\"|\"$", "")).findFirst().orElse("");
    }

    /** One sentence. */
    String sentence() {
        return authors + " (" + year + "). " + title + ", version " + version + ".";
    }
}
