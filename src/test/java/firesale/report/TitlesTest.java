package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Values that stand at the marks of SVG charts. */
class TitlesTest {

    private static final String SUMMARY = """
            point_id,measure,unit,mean,low,high,n,missing,method
            calm,price_discount,share,0.25,0.2,0.3,8,0,ratio_of_sums_bootstrap
            calm,shortfall,share,0.5,,,8,0,ratio_of_sums_bootstrap
            calm,recovery,share,0.75,0.7,0.8,8,0,ratio_of_sums_bootstrap
            "a,<b>",price_discount,share,0.5,0.4,0.6,7,1,ratio_of_sums_bootstrap
            """;

    @TempDir
    Path folder;

    /** The shapes of a chart by title. */
    private Map<String, Element> shapes(String chart) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("charts/" + chart + ".svg"))))
                .getDocumentElement();
        Map<String, Element> shapes = new LinkedHashMap<>();
        NodeList groups = root.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            if (group.getAttribute("class").equals(Titles.GROUP)) {
                NodeList titles = group.getElementsByTagName("title");
                for (int t = 0; t < titles.getLength(); t++) {
                    shapes.put(titles.item(t).getTextContent(), (Element) titles.item(t).getParentNode());
                }
            }
        }
        return shapes;
    }

    private static double of(Element shape, String attribute) {
        return Double.parseDouble(shape.getAttribute(attribute));
    }

    @Test
    void aPointSaysMeasureValueIntervalAndRuns() throws Exception {
        Files.writeString(folder.resolve("summary.csv"), SUMMARY);
        Charts.draw(folder, "by-hand", "");
        assertThat(shapes("discount-by-point").keySet()).containsExactlyInAnyOrder(
                "calm: Price discount to FMV 25.0 % (95 % interval 20.0 % to 30.0 %), n 8",
                "a,<b>: Price discount to FMV 50.0 % (95 % interval 40.0 % to 60.0 %), n 7",
                "calm: Shortfall, seizure to cash 50.0 %, n 8",
                "calm: Recovery of loans 75.0 % (95 % interval 70.0 % to 80.0 %), n 8");
    }

    /** Both intervals are 0.1 and 0.2 wide on one axis, and the rows are equally high. */
    @Test
    void aShapeLiesOverItsMark() throws Exception {
        Files.writeString(folder.resolve("summary.csv"), SUMMARY);
        Charts.draw(folder, "by-hand", "");
        Map<String, Element> shapes = shapes("discount-by-point");
        Element narrow = shapes.get("calm: Price discount to FMV 25.0 % (95 % interval 20.0 % to 30.0 %), n 8");
        Element wide = shapes.get("a,<b>: Price discount to FMV 50.0 % (95 % interval 40.0 % to 60.0 %), n 7");
        assertThat(of(wide, "width")).isCloseTo(2 * of(narrow, "width"), within(0.3));
        assertThat(of(wide, "x")).as("0.4 is where 0.2 is, and 0.2 further").isCloseTo(of(narrow, "x") + 2 * of(narrow, "width"),
                within(0.3));
        assertThat(of(wide, "y")).as("the second row").isGreaterThan(of(narrow, "y") + of(narrow, "height"));
        // the tick of 20 % stands where the first interval begins
        String svg = Files.readString(folder.resolve("charts/discount-by-point.svg"));
        double tick = Double.parseDouble(svg.replaceAll("(?s).*?<text[^>]* x=\"([\\d.]+)\"[^>]*\\s*>20 %<.*", "$1"));
        double half = Panels.pixels("20 %", Theme.TICK) / 2;
        assertThat(of(narrow, "x")).isCloseTo(tick + half, within(1.5));
    }

    /** FMV is 1, net proceeds 0.5: their bars stand on one line. */
    @Test
    void barsOfTheAnatomyAreCovered() throws Exception {
        Files.writeString(folder.resolve("summary.csv"), """
                point_id,measure,unit,mean,low,high,n,missing,method
                base,shortfall_price,share,0.3,0.2,0.4,2,1,bootstrap
                base,shortfall_melt,share,0.1,-0.1,0.2,2,1,bootstrap
                base,shortfall_condition,share,0.05,0.02,0.08,2,1,bootstrap
                base,shortfall_cost,share,0.05,0.04,0.06,2,1,bootstrap
                """);
        Charts.draw(folder, "by-hand", "");
        Map<String, Element> shapes = shapes("shortfall-anatomy");
        assertThat(shapes).hasSize(6)
                .containsKey("Price below FMV: 30.0 % (95 % interval 20.0 % to 40.0 %), n 2 of FMV at seizure lost");
        Element fmv = shapes.get("FMV at seizure: 100 %");
        Element proceeds = shapes.get("Net proceeds: 50.0 % of FMV at seizure");
        assertThat(of(fmv, "height")).isCloseTo(2 * of(proceeds, "height"), within(0.3));
        assertThat(of(fmv, "y") + of(fmv, "height")).isCloseTo(of(proceeds, "y") + of(proceeds, "height"), within(0.2));
    }

    @Test
    void drawnTwiceTheBytesAreTheSame() throws IOException {
        Files.writeString(folder.resolve("summary.csv"), SUMMARY);
        Charts.draw(folder, "by-hand", "");
        byte[] first = Files.readAllBytes(folder.resolve("charts/discount-by-point.svg"));
        Charts.draw(folder, "by-hand", "");
        assertThat(Files.readAllBytes(folder.resolve("charts/discount-by-point.svg"))).isEqualTo(first);
    }

    /** Every chart of the kept results that its kept tables give has values. */
    @Test
    void chartsOfAllKindsHaveValues() throws Exception {
        for (String experiment : List.of("missing-repo-depth", "fair-spread", "backstop-frontier", "phase-diagram", "chain",
                "loops")) {
            Path kept = Path.of("results", experiment);
            try (var files = Files.list(kept)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
            Charts.Drawn drawn = Charts.draw(folder, experiment, "");
            assertThat(drawn.files()).as(experiment).isNotEmpty();
            for (Path file : drawn.files()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".svg")) {
                    assertThat(shapes(name.replace(".svg", ""))).as(experiment + " " + name).hasSizeGreaterThan(2);
                }
            }
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
