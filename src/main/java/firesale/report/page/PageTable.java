package firesale.report.page;

import java.util.List;

/** A table on the page: wider than a phone it scrolls in a box of its own, which the keyboard reaches. */
final class PageTable {

    private final Html html;
    private final List<Boolean> numbers;

    /** @param numbers for each column whether it holds numbers, which stand right */
    private PageTable(Html html, List<Boolean> numbers) {
        this.html = html;
        this.numbers = numbers;
    }

    /**
     * Opens a table.
     *
     * @param caption  what it shows
     * @param heads    names of the columns
     * @param meanings what they mean, shown where a pointer rests; empty for none
     * @param numbers  whether they hold numbers
     */
    static PageTable open(Html html, String caption, List<String> heads, List<String> meanings, List<Boolean> numbers) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption).open("table")
                .element("caption", caption, "class", caption.equals(heads.get(0)) ? "hidden" : "shown").open("thead").open("tr");
        for (int i = 0; i < heads.size(); i++) {
            String side = numbers.get(i) ? "n" : "t";
            if (meanings.get(i).isEmpty()) {
                html.element("th", heads.get(i), "scope", "col", "class", side);
            } else {
                html.element("th", heads.get(i), "scope", "col", "class", side, "title", meanings.get(i));
            }
        }
        html.close("tr").close("thead").raw("\n").open("tbody");
        return new PageTable(html, List.copyOf(numbers));
    }

    /** The same without meanings. */
    static PageTable open(Html html, String caption, List<String> heads, List<Boolean> numbers) {
        return open(html, caption, heads, heads.stream().map(head -> "").toList(), numbers);
    }

    /** Adds a row; its first cell names it. */
    PageTable row(List<String> cells) {
        return row("", cells);
    }

    /** Adds a row of a class. */
    PageTable row(String kind, List<String> cells) {
        html.open("tr", kind.isEmpty() ? new String[0] : new String[] {"class", kind});
        for (int i = 0; i < cells.size(); i++) {
            String side = numbers.get(i) ? "n" : "t";
            if (i == 0) {
                html.element("th", cells.get(i), "scope", "row", "class", side);
            } else {
                html.element("td", cells.get(i), "class", side);
            }
        }
        html.closeLine("tr");
        return this;
    }

    void close() {
        html.close("tbody").close("table").closeLine("div");
    }
}
