package firesale.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A table with a column for each scenario, in as many pieces as its width asks for. */
final class SideBySide {

    private static final int WIDEST = 120;
    private static final int GAP = 2;

    private final String title;
    private final List<String> labels;
    private final List<List<String>> columns = new ArrayList<>();

    /**
     * @param title  over the labels
     * @param labels of the rows
     */
    SideBySide(String title, List<String> labels) {
        this.title = title;
        this.labels = List.copyOf(labels);
    }

    /** Adds a scenario's column. */
    SideBySide column(String scenario, IntFunction<String> cell) {
        List<String> column = new ArrayList<>(List.of(scenario));
        for (int row = 0; row < labels.size(); row++) {
            column.add(cell.apply(row));
        }
        columns.add(column);
        return this;
    }

    /** The pieces, each with an empty line before it. */
    String text() {
        StringBuilder text = new StringBuilder();
        int labelWidth = Math.max(title.length(), width(labels));
        int from = 0;
        while (from < columns.size()) {
            int end = from;
            int width = labelWidth;
            do {
                width += GAP + width(columns.get(end));
                end++;
            } while (end < columns.size() && width + GAP + width(columns.get(end)) <= WIDEST);
            text.append('\n').append(piece(columns.subList(from, end)));
            from = end;
        }
        return text.toString();
    }

    /** Whether one piece is wide enough for all columns. */
    boolean isOnePiece() {
        return Math.max(title.length(), width(labels)) + columns.stream().mapToInt(column -> GAP + width(column)).sum() <= WIDEST;
    }

    private static int width(List<String> cells) {
        return cells.stream().mapToInt(String::length).max().orElse(0);
    }

    private String piece(List<List<String>> shown) {
        TextTable table = new TextTable(0);
        for (int row = 0; row <= labels.size(); row++) {
            List<String> cells = new ArrayList<>(List.of(row == 0 ? title : labels.get(row - 1)));
            for (List<String> column : shown) {
                cells.add(column.get(row));
            }
            table.row(cells.toArray(String[]::new));
        }
        return table.text();
    }
}
