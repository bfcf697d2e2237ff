package firesale.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.cli.Main;
import firesale.kernel.parameters.InputException;
import firesale.report.Charts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages of folders made by hand, of real ones, and of what version control keeps. */
class ReportPageTest {

    private static final String HOSTILE = "<script>alert(\"1\")</script> & '\u6E05\u7B97' \uD83D\uDE80";
    private static final String HEAD = "point_id,measure,unit,mean,low,high,n,missing,method,difference,difference_low,difference_high,"
            + "pairs,share_higher\n";

    @TempDir
    Path folder;

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> all(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        return Stream.iterate(0, i -> i + 1).limit(nodes.getLength()).map(i -> (Element) nodes.item(i)).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void hostile() throws IOException {
        write("answer.md", "# x\n\n```\n" + HOSTILE + "\n" + HOSTILE + "?\n2 points, 3 replications, seed 7\n\n" + HOSTILE
                + " is the answer.\n\nprice_discount *   mean\na                50.0 %\n\nA note.\n```\n");
        write("summary.csv", HEAD + "a,price_discount,share,0.5,0.4,0.6,3,0,ratio_of_sums_bootstrap,,,,,\n"
                + "\"<b>,\"\"\",price_discount,share,0.25,0.2,0.3,3,0,ratio_of_sums_bootstrap,-0.25,-0.3,-0.2,3,0.0\n");
        write("runs.csv", "run,point,point_id,replication,seed,status,reason,price_discount\n0,0,a,0,11,ok,,0.5\n1,0,a,1,12,failed,\"<img src=x onerror=alert(1)>\",\n"
                + "2,0,a,2,13,failed,\"<img src=x onerror=alert(1)>\",\n3,0,a,3,14,failed,other,\n");
        write("experiment.yaml", "name: x\nmodel:\n  time.weeks: 12\n  market.btcUsd: \"</pre><script>alert(3)</script>\"\n"
                + "analysis.variants.v:\n  time.weeks: 99\n");
        write("schema.json", "{\"quantiles.csv\": [{\"name\": \"value\", \"type\": \"real\", \"unit\": \"\", \"meaning\": \"<i>'\\\"\"}]}");
        write("quantiles.csv", "point_id,value,unit\n<u>,0.125,share\n");
    }

    @Test
    void hostileTextsStayTexts() throws Exception {
        hostile();
        Charts.draw(folder, HOSTILE, HOSTILE);
        String page = ReportPage.page(folder);
        assertThat(page).doesNotContain("alert(\"1\")", "<img", "<script>alert", "<u>", "<i>", "<b>");
        Document parsed = parsed(page);
        assertThat(all(parsed, "script")).hasSize(1);
        assertThat(all(parsed, "h1").get(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(all(parsed, "title").get(0).getTextContent()).startsWith(HOSTILE);
        assertThat(all(parsed, "svg")).isNotEmpty();
    }

    @Test
    void itHoldsAnswerEstimatesFailuresParametersAndHashes() throws Exception {
        hostile();
        String text = parsed(ReportPage.page(folder)).getDocumentElement().getTextContent();
        assertThat(text).contains("is the answer.", "50.0 %", "40.0 to 60.0 %", "-25.0 pp", "-30.0 to -20.0 pp", "baseline",
                "3 of 4 runs failed", "12 (set)", "12.5 %", "A note.");
        assertThat(text).as("of a variant, not of the model").doesNotContain("99 (set)");
        assertThat(text).contains(sha256(folder.resolve("summary.csv")));
        assertThat(text).contains("manifest.json: the plan");
    }

    private static String sha256(Path file) throws Exception {
        Process process = new ProcessBuilder("sha256sum", file.toString()).start();
        return new String(process.getInputStream().readAllBytes()).split(" ")[0];
    }

    @Test
    void failuresAreGroupedByReason() throws Exception {
        hostile();
        FailedRuns failed = FailedRuns.read(folder);
        assertThat(failed.runs()).isEqualTo(4);
        assertThat(failed.count()).isEqualTo(3);
        assertThat(failed.reasons()).containsEntry("<img src=x onerror=alert(1)>", 2).containsEntry("other", 1);
        assertThat(failed.examples().get(0)).isEqualTo(new FailedRuns.Example("1", "a", "1", "12", "<img src=x onerror=alert(1)>"));
    }

    @Test
    void manyPointsAndRowsAreCutAndSaidToBe() throws Exception {
        StringBuilder summary = new StringBuilder(HEAD);
        StringBuilder table = new StringBuilder("point_id,value,unit\n");
        for (int i = 0; i < 5000; i++) {
            summary.append("p=").append(i).append(",price_discount,share,0.5,0.4,0.6,3,0,student_t,,,,,\n");
            table.append("p=").append(i).append(",0.5,share\n");
        }
        write("summary.csv", summary.toString());
        write("frontier.csv", table.toString());
        String page = ReportPage.page(folder);
        assertThat(page).contains("the first 200 of 5,000 points", "the first 200 of 5,000 rows").hasSizeLessThan(200_000);
        assertThat(all(parsed(page), "tr")).hasSizeLessThan(450);
    }

    /** Real runs: complete, the same bytes wherever the folder is, nothing that a page would load, headings in order. */
    @Test
    void aRunWritesItsPage() throws Exception {
        Path results = folder.resolve("one");
        assertThat(run("run", "experiments/baseline.yaml", "--replications", "2", "--out", results.toString())).isZero();
        String page = Files.readString(results.resolve("report.html"));
        assertThat(Files.readString(results.resolve("manifest.json"))).contains("\"report.html\"");
        Path moved = Files.move(results, folder.resolve("two"));
        StringWriter out = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "report", moved.toString(), "--out",
                folder.resolve("page.html").toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo(folder.resolve("page.html").toString());
        assertThat(Files.readString(folder.resolve("page.html"))).isEqualTo(page);
        assertThat(page).doesNotContain(folder.toString()).hasSizeLessThan(3_000_000);
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "")).doesNotContain("src=", "@import", "url(http", "href=\"http");
        Document parsed = parsed(page);
        assertThat(all(parsed, "svg")).hasSize(5);
        assertThat(all(parsed, "aside")).as("nothing is missing").isEmpty();
        headingsAreInOrder(parsed);
        idsAreUnique(parsed);
        for (Element table : all(parsed, "table")) {
            assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
        }
        assertThat(all(parsed, "th")).allMatch(head -> !head.getAttribute("scope").isEmpty());
    }

    private static void headingsAreInOrder(Document page) {
        int last = 0;
        for (Element element : all(page, "*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(last + 1);
                last = level;
            }
        }
        assertThat(last).isPositive();
    }

    private static void idsAreUnique(Document page) {
        Set<String> ids = new HashSet<>();
        for (Element element : all(page, "*")) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("id " + id).isTrue();
        }
        for (Element link : all(page, "a")) {
            assertThat(ids).contains(link.getAttribute("href").substring(1));
        }
    }

    /** What version control keeps of experiments of every kind. */
    @Test
    void keptResultsGivePagesThatSayWhatIsMissing() throws Exception {
        for (String experiment : List.of("baseline", "missing-repo-depth", "fair-spread", "thesis", "phase-diagram",
                "backstop-frontier")) {
            Path kept = folder.resolve(experiment);
            copyKept(Path.of("results", experiment), kept);
            String page = ReportPage.page(kept);
            Document parsed = parsed(page);
            assertThat(page).as(experiment).contains("runs.csv: the single runs", "manifest.json: the plan")
                    .hasSizeLessThan(3_000_000);
            assertThat(all(parsed, "svg")).as(experiment).isNotEmpty();
            headingsAreInOrder(parsed);
            idsAreUnique(parsed);
        }
    }

    private static void copyKept(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("charts"));
        for (Path folder : List.of(from, from.resolve("charts"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString()
                        .matches(".*(answer\\.md|summary\\.csv|missing-depth\\.csv|discount-curve\\.csv"
                        + "|spread\\.csv|safe-advance\\.csv|frontier\\.csv|\\.svg)")).toList()) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
    }

    /** A page that was asked for must not keep a run from starting in the folder. */
    @Test
    void aRunStartsInAFolderWithNothingButKeptFilesAndThePage() throws Exception {
        Path kept = folder.resolve("kept");
        copyKept(Path.of("results", "baseline"), kept);
        assertThat(run("report", kept.toString())).isZero();
        assertThat(run("run", "experiments/baseline.yaml", "--replications", "1", "--record", "none", "--out", kept.toString()))
                .isZero();
        assertThat(Files.readString(kept.resolve("report.html"))).contains("1 replication, seed 1");
        assertThat(run("run", "experiments/baseline.yaml", "--replications", "1", "--seed", "5", "--record", "none", "--force",
                "--out",
                kept.toString())).isZero();
        assertThat(Files.readString(kept.resolve("report.html"))).contains("1 replication, seed 5");
    }

    @Test
    void aRunWhosePageCannotBeWrittenIsSafe() throws Exception {
        Path results = folder.resolve("results");
        Files.createDirectories(results);
        assertThat(run("run", "experiments/baseline.yaml", "--replications", "1", "--record", "none", "--out",
                results.toString())).isZero();
        Files.delete(results.resolve("report.html"));
        Files.createDirectories(results.resolve("report.html/inside"));
        StringWriter err = new StringWriter();
        assertThat(Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "run", "experiments/baseline.yaml",
                "--replications",
                "2", "--record", "none", "--out", results.toString())).isZero();
        assertThat(err.toString()).contains("warning: report.html could not be written, the results are safe");
        assertThat(Files.readString(results.resolve("manifest.json"))).contains("\"complete\" : true");
    }

    @Test
    void whatIsNoResultFolderIsRefused() throws Exception {
        assertThatThrownBy(() -> ReportPage.write(folder)).isInstanceOf(InputException.class)
                .hasMessageContaining("is no result folder");
        assertThatThrownBy(() -> ReportPage.write(folder.resolve("none"))).isInstanceOf(InputException.class)
                .hasMessageContaining("does not exist");
        assertThat(run("report", folder.toString())).isEqualTo(2);
        assertThat(run("report", folder.resolve("none").toString())).isEqualTo(2);
        hostile();
        assertThat(run("report", folder.toString(), "--out", folder.resolve("no/such.html").toString())).isEqualTo(2);
        assertThat(run("report", folder.toString(), "--out", folder.toString())).isEqualTo(2);
        write("summary.csv", "nonsense\n1\n");
        assertThat(run("report", folder.toString())).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().contains(".html"))).as("nothing half written").isEmpty();
        }
    }

    private static int run(String... arguments) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
    }
}
