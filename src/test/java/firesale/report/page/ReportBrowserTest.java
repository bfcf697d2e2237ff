package firesale.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firesale.cli.Main;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages in a real browser without network, as wide as a desk and as a phone. */
@Tag("browser")
class ReportBrowserTest {

    /** The browser may still be writing its profile. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path profile;

    @TempDir
    Path folder;

    private static Path program() {
        Optional<Path> program = Chromium.program();
        boolean required = Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("browser");
        assertThat(program.isPresent() || !required).as("a browser is required but not there").isTrue();
        assumeTrue(program.isPresent(), "no Chromium under /usr/bin");
        return program.get();
    }

    private List<Path> pages() throws Exception {
        List<Path> pages = new ArrayList<>();
        Path one = folder.resolve("one");
        assertThat(run("run", "experiments/baseline.yaml", "--replications", "2", "--record",
                "sales,auctions,schedules,weeks,events", "--out",
                one.toString())).isZero();
        pages.add(one.resolve("report.html"));
        for (String kept : List.of("missing-repo-depth", "phase-diagram", "fair-spread")) {
            Path page = folder.resolve(kept + ".html");
            assertThat(run("report", Path.of("results", kept).toString(), "--out", page.toString())).isZero();
            pages.add(page);
        }
        return pages;
    }

    @Test
    void pagesLoadAloneFitAPhoneAndSayTheirValues() throws Exception {
        Path program = program();
        List<Path> pages = pages();
        try (Chromium browser = new Chromium(program, profile)) {
            for (Path page : pages) {
                for (int width : new int[] {1280, 390}) {
                    browser.open(page, width, width == 390);
                    String what = page.getFileName() + " at " + width;
                    assertThat(browser.value("window.innerWidth").asInt()).as(what).isEqualTo(width);
                    assertThat(browser.value("document.documentElement.scrollWidth").asInt()).as(what).isLessThanOrEqualTo(width);
                    // unfolded, nothing may be wider either
                    browser.value("document.querySelectorAll('details').forEach(function (d) { d.open = true; })");
                    assertThat(browser.value("document.documentElement.scrollWidth").asInt()).as(what + ", unfolded")
                            .isLessThanOrEqualTo(width);
                    assertThat(browser.value("document.querySelectorAll('figure svg').length").asInt()).as(what).isPositive();
                    assertThat(browser.value("document.querySelector('figure svg').getBoundingClientRect().width").asInt()).as(what)
                            .isGreaterThan(width == 390 ? 850 : 1100);
                    assertThat(browser.requests()).as(what).containsExactly(page.toUri().toString());
                    assertThat(browser.complaints()).as(what).isEmpty();
                }
                assertThat(browser.value("Array.from(document.querySelectorAll('*')).filter(function (e) { return e.tagName !== 'DIV' "
                        + "|| e.className !== 'tip'; }).map(function (e) { return e.tagName.toLowerCase(); }).join(' ')").asText())
                        .as("what a browser reads as HTML is what XML says").isEqualTo(elements(page));
            }
            tapping(browser, pages.get(0));
        }
    }

    /** The elements of a page in order, in lower case. */
    private static String elements(Path page) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(page)))).getElementsByTagName("*");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            names.add(nodes.item(i).getNodeName().toLowerCase());
        }
        return String.join(" ", names);
    }

    private static void tapping(Chromium browser, Path page) throws Exception {
        browser.open(page, 390, true);
        assertThat(browser.value("document.querySelectorAll('.values title').length").asInt()).isGreaterThan(100);
        String first = browser.value("document.querySelector('.values > * > title').textContent").asText();
        assertThat(first).isNotBlank();
        assertThat(browser.value("document.querySelector('.tip').hidden").asBoolean()).isTrue();
        browser.value("document.querySelector('.values > *').dispatchEvent(new MouseEvent('click', {bubbles: true}))");
        assertThat(browser.value("document.querySelector('.tip').textContent").asText()).isEqualTo(first);
        assertThat(browser.value("document.querySelector('.tip').getBoundingClientRect().right").asDouble())
                .isLessThanOrEqualTo(390);
        browser.press("Escape");
        assertThat(browser.value("document.querySelector('.tip').hidden").asBoolean()).isTrue();
        browser.value("document.querySelector('.chart').focus()");
        browser.press("ArrowRight");
        browser.press("ArrowRight");
        assertThat(browser.value("document.querySelector('.tip').textContent").asText())
                .isEqualTo(browser.value("document.querySelectorAll('.values > * > title')[1].textContent").asText());
        assertThat(browser.complaints()).isEmpty();
    }

    private static int run(String... arguments) {
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), arguments);
    }
}
