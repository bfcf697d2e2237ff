package firesale.experiment;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns: the first and some last ones to the left, the others to the right, two spaces between. */
public final class TextTable {

    private static final String GAP = "  ";

    private final int textsAtEnd;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param textsAtEnd how many of the last columns are text, aligned to the left */
    public TextTable(int textsAtEnd) {
        this.textsAtEnd = textsAtEnd;
    }

    /** Adds a row; every row has as many cells as the first. */
    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each with its end. */
    public String text() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String padding = " ".repeat(widths[c] - row.get(c).length());
                boolean left = c == 0 || c >= columns - textsAtEnd;
                line.append(c == 0 ? "" : GAP).append(left ? row.get(c) + padding : padding + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
