package firesale.report.page;

import firesale.experiment.store.DurableFiles;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Writes the page of a result folder. */
public final class ReportPage {

    /** The page's name in its result folder. */
    public static final String FILE = "report.html";

    private ReportPage() {
    }

    /**
     * Writes {@code report.html} into a result folder, whole or not at all.
     *
     * @return the file
     * @throws InputException if the folder holds no finished results
     * @throws IOException    if a file of it cannot be read, or the page not be written
     */
    public static Path write(Path folder) throws IOException {
        return write(folder, folder.resolve(FILE));
    }

    /** The same into another file. */
    public static Path write(Path folder, Path target) throws IOException {
        String page = page(folder);
        if (Files.isDirectory(target)) {
            throw new InputException(target + " is a folder; the page needs a file");
        }
        Path parent = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new InputException(parent + " does not exist: make it first, or choose another file with --out");
        }
        DurableFiles.put(target, page);
        return target;
    }

    /**
     * The page as text. It depends on nothing but what the folder holds and the program's version.
     *
     * @throws InputException if the folder holds no finished results
     * @throws IOException    if a file of it cannot be read
     */
    static String page(Path folder) throws IOException {
        Stored stored = Stored.read(folder);
        Citation citation = Citation.read();
        String script = Resources.text("page.js");
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").raw("\n");
        head(html, stored, script);
        html.open("body").raw("\n");
        header(html, stored);
        html.open("main", "id", "main").raw("\n");
        AnswerSection.write(html, stored);
        ChartSection.write(html, stored);
        FindingsSection.write(html, stored);
        SummarySection.write(html, stored);
        AnalysisSection.write(html, stored);
        FailureSection.write(html, stored);
        VariedSection.write(html, stored);
        ParameterSection.write(html, stored);
        MethodSection.write(html, stored);
        ReproduceSection.write(html, stored, citation);
        html.closeLine("main");
        html.open("footer").element("p", "Written by Firesale " + citation.version()
                + ", a simulator of fire sales of seized GPUs. "
                + "This page holds all that it shows and loads nothing.").closeLine("footer");
        html.open("script").raw(script).closeLine("script").closeLine("body").closeLine("html");
        return html.page();
    }

    private static void head(Html html, Stored stored, String script) {
        byte[] hash = ReproduceSection.digest().digest(script.getBytes(StandardCharsets.UTF_8));
        String policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + Base64.getEncoder()
                .encodeToString(hash)
                + "'; base-uri 'none'; form-action 'none'";
        html.open("head").raw("\n").empty("meta", "charset", "utf-8").raw("\n")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).raw("\n")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").raw("\n")
                .empty("meta", "name", "generator", "content", "Firesale").raw("\n")
                .line("title", stored.name() + " - Firesale report");
        html.open("style").raw(Resources.text("page.css")).closeLine("style").closeLine("head");
    }

    private static void header(Html html, Stored stored) {
        html.element("a", "To the answer", "class", "skip", "href", "#answer").open("header").raw("\n")
                .line("p", "Firesale report", "class", "kicker").line("h1", stored.name());
        stored.answer().filter(answer -> !answer.question().isEmpty())
                .ifPresent(answer -> html.line("p", answer.question(), "class", "question"));
        stored.answer().filter(answer -> !answer.plan().isEmpty()).ifPresent(answer -> html.line("p", answer.plan(), "class",
                "plan"));
        navigation(html, stored);
        missing(html, stored);
        html.closeLine("header");
    }

    private static void navigation(Html html, Stored stored) {
        html.open("nav", "aria-label", "Parts of this page").open("ul");
        link(html, "charts", "Charts");
        if (!FindingsSection.tables(stored).isEmpty()) {
            link(html, "findings", "Findings");
        }
        if (!stored.summary().measures().isEmpty()) {
            link(html, "estimates", "Estimates");
        }
        if (!AnalysisSection.files(stored).isEmpty()) {
            link(html, "analysis", "Analysis");
        }
        link(html, "failures", "Failed runs");
        if (stored.plan().map(plan -> !plan.points().isEmpty()).orElse(false)) {
            link(html, "points", "What varies");
        }
        link(html, "parameters", "Parameters");
        link(html, "method", "Method");
        link(html, "reproduce", "Reproduce");
        html.close("ul").closeLine("nav");
    }

    private static void link(Html html, String to, String text) {
        html.open("li").element("a", text, "href", "#" + to).close("li");
    }

    private static void missing(Html html, Stored stored) {
        List<String> missing = stored.missing();
        if (!missing.isEmpty()) {
            html.open("aside", "class", "note", "aria-label", "What is missing")
                    .element("p", "The result folder does not hold all files, so that parts are missing here:").open("ul");
            missing.forEach(what -> html.line("li", what));
            html.close("ul").closeLine("aside");
        }
    }
}
