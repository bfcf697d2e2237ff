package firesale.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of the printed summary: columns stand apart by at least two spaces in all of its lines.
 *
 * @param title what stands above it; empty for nothing
 * @param heads names of the columns
 * @param rows  a cell for each column
 * @param remark the lines below it that have no columns; empty for none
 */
record PrintedTable(String title, List<String> heads, List<List<String>> rows, String remark) {

    private static final int GAP = 2;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\$?\\d.*|-|none|baseline|option|");

    /** Takes lines apart; empty if they have no columns. */
    static Optional<PrintedTable> of(List<String> lines) {
        String title = lines.size() > 2 && !lines.get(0).strip().contains("  ") ? lines.get(0).strip() : "";
        int end = lines.size();
        while (end > 0 && !lines.get(end - 1).strip().contains("  ")) {
            end--;
        }
        List<String> table = lines.subList(title.isEmpty() ? 0 : Math.min(1, end), end);
        List<Integer> starts = starts(table);
        if (table.size() < 2 || starts.size() < 2) {
            return Optional.empty();
        }
        List<List<String>> cells = table.stream().map(line -> cut(line, starts)).toList();
        return Optional.of(new PrintedTable(title, cells.get(0), List.copyOf(cells.subList(1, cells.size())),
                String.join(" ", lines.subList(end, lines.size()))));
    }

    /** Where columns start: after each gap that all lines have. */
    private static List<Integer> starts(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        List<Integer> starts = new ArrayList<>();
        int blank = GAP;
        for (int i = 0; i < width; i++) {
            int place = i;
            boolean isBlank = lines.stream().allMatch(line -> place >= line.length() || line.charAt(place) == ' ');
            if (!isBlank && blank >= GAP) {
                starts.add(i);
            }
            blank = isBlank ? blank + 1 : 0;
        }
        return starts;
    }

    private static List<String> cut(String line, List<Integer> starts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = Math.min(line.length(), starts.get(i));
            int to = i + 1 < starts.size() ? Math.min(line.length(), starts.get(i + 1)) : line.length();
            cells.add(line.substring(from, to).strip());
        }
        return List.copyOf(cells);
    }

    /** Whether a column after the first holds numbers, or what stands for them. */
    boolean isNumeric(int column) {
        return column > 0 && rows.stream().map(row -> row.get(column)).allMatch(cell -> NUMBER.matcher(cell).matches())
                && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }
}
