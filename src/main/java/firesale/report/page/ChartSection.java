package firesale.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The charts of the folder, as they were drawn. */
final class ChartSection {

    /** What answers a question comes first. */
    private static final List<String> ORDER = List.of("discount-curve", "repo-floor", "repo-frontier", "spread", "frontier",
            "phase",
            "sensitivity", "attribution", "discount-by-point", "discount-distribution", "shortfall-anatomy", "waterfall",
            "price-fmv-book", "supply-absorbed", "sale-schedule", "timeline", "depth");
    private static final String ENDING = ".svg";

    private ChartSection() {
    }

    static void write(Html html, Stored stored) throws IOException {
        html.open("section", "id", "charts", "aria-labelledby", "charts-title").line("h2", "Charts", "id", "charts-title");
        List<Path> files = files(stored.folder().resolve("charts"));
        if (files.isEmpty()) {
            html.line("p", "The folder holds no charts.");
        } else {
            html.line("p", "Point at a mark, tap it, or go to a chart with the tab key and on with the arrow keys: it says its "
                    + "values.",
                    "class", "hint");
        }
        for (Path file : files) {
            chart(html, file);
        }
        html.closeLine("section");
    }

    private static void chart(Html html, Path file) {
        String name = file.getFileName().toString().replace(ENDING, "");
        InlineSvg svg;
        try {
            svg = InlineSvg.read(file, "c-" + name.replaceAll("[^A-Za-z0-9-]", "") + "-");
        } catch (IOException e) {
            html.line("p", "A chart cannot be shown: " + e.getMessage(), "class", "note");
            return;
        }
        String title = svg.title().isEmpty() ? Texts.title(name) : svg.title();
        html.open("figure", "id", "chart-" + name.replaceAll("[^A-Za-z0-9-]", "")).element("h3", title)
                .open("div", "class", "chart scroll", "role", "group", "tabindex", "0", "aria-label", title).raw("\n")
                .raw(svg.markup())
                .closeLine("div").closeLine("figure");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = new ArrayList<>(all.filter(file -> file.getFileName().toString().endsWith(ENDING)
                    && Files.isRegularFile(file)).toList());
        }
        files.sort(Comparator.comparingInt(ChartSection::place).thenComparing(file -> file.getFileName().toString()));
        return files;
    }

    private static int place(Path file) {
        int place = ORDER.indexOf(file.getFileName().toString().replace(ENDING, ""));
        return place < 0 ? ORDER.size() : place;
    }
}
