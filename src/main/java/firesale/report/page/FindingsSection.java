package firesale.report.page;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The tables of the printed summary other than means of measures: what an analysis found, as it chose to say it. */
final class FindingsSection {

    private static final int MOST_ROWS = 200;
    private static final int OPEN_TABLES = 6;

    private FindingsSection() {
    }

    /** The tables that there are to show. */
    static List<PrintedTable> tables(Stored stored) {
        Set<String> measures = Set.copyOf(stored.summary().measures());
        return stored.answer().map(PrintedAnswer::tables).orElse(List.of()).stream().filter(table -> {
            String first = table.heads().get(0).split(" ", 2)[0];
            return !first.equals("measure") && !(measures.contains(first) && table.heads().contains("mean"));
        }).toList();
    }

    static void write(Html html, Stored stored) {
        List<PrintedTable> tables = tables(stored);
        if (tables.isEmpty()) {
            return;
        }
        html.open("section", "id", "findings", "aria-labelledby", "findings-title").line("h2", "Findings", "id", "findings-title");
        for (int i = 0; i < tables.size(); i++) {
            if (i == OPEN_TABLES) {
                html.open("details").element("summary", Texts.count(tables.size() - i, "more table"));
            }
            write(html, tables.get(i));
        }
        if (tables.size() > OPEN_TABLES) {
            html.closeLine("details");
        }
        html.closeLine("section");
    }

    private static void write(Html html, PrintedTable printed) {
        List<Boolean> numbers = IntStream.range(0, printed.heads().size()).mapToObj(printed::isNumeric).toList();
        String caption = printed.title().isEmpty() ? printed.heads().get(0) : printed.title() + ": " + printed.heads().get(0);
        PageTable table = PageTable.open(html, caption.isEmpty() ? "Findings" : caption, printed.heads(), numbers);
        printed.rows().stream().limit(MOST_ROWS).forEach(table::row);
        table.close();
        if (!printed.remark().isEmpty()) {
            html.line("p", printed.remark());
        }
        if (printed.rows().size() > MOST_ROWS) {
            html.line("p", "Shown are the first " + MOST_ROWS + " of " + Texts.count(printed.rows().size(), "row")
                    + "; the rest is in answer.md.", "class", "note");
        }
    }
}
