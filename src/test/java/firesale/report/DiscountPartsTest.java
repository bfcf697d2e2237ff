package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waterfall and attribution of summaries made by hand. */
class DiscountPartsTest {

    private static final List<String> WEDGES = List.of("rack_power", "other_use", "cooling", "beliefs", "funding", "crowding",
            "repo", "waiting", "hurry", "format");
    private static final double[] STEPS = {0.105, 0.052, 0.013, 0.041, -0.022, 0.12, 0, 0, 0.083, 0.004};
    private static final double[] SHARES = {0.09, 0.04, 0.01, 0.05, -0.03, 0.14, 0, 0, 0.09, 0.006};
    private static final Caption CAPTION = new Caption("by-hand", "Is it drawn?", "1 design point");

    @TempDir
    Path folder;

    private final StringBuilder summary = new StringBuilder("point_id,measure,unit,mean,low,high,n,missing,method\n");

    private void row(String point, String measure, double mean, double half) {
        summary.append(String.join(",", '"' + point + '"', measure, "share", "" + mean, "" + (mean - half), "" + (mean + half),
                "100", "0", "ratio_of_sums_bootstrap")).append('\n');
    }

    private void missing(String point, String measure) {
        summary.append(String.join(",", '"' + point + '"', measure, "share", "", "", "", "0", "100", "none")).append('\n');
    }

    private void parts(String point, String kind, double[] parts) {
        for (int i = 0; i < parts.length; i++) {
            row(point, kind + WEDGES.get(i), parts[i], parts[i] == 0 ? 0 : 0.008);
        }
    }

    private void point(String point, double book) {
        row(point, "price_discount", 0.396, 0.02);
        parts(point, "step_", STEPS);
        parts(point, "share_", SHARES);
        row(point, "book_over_fmv", book, 0.1);
        row(point, "first_best_over_fmv", 1.21, 0.03);
        row(point, "olv_over_fmv", 0.78, 0.02);
        row(point, "nolv_over_fmv", 0.74, 0.02);
        row(point, "flv_over_fmv", 0.66, 0.02);
    }

    private SummaryTable table() throws IOException {
        return SummaryTable.read(Files.writeString(folder.resolve("summary.csv"), summary));
    }

    private List<Waterfall> waterfalls() throws IOException {
        SummaryTable table = table();
        return table.points().stream().flatMap(point -> Waterfall.of(point, table).stream()).toList();
    }

    private List<Attribution> attributions() throws IOException {
        SummaryTable table = table();
        return table.points().stream().flatMap(point -> Attribution.of(point, table).stream()).toList();
    }

    @Test
    void thePriceIsOneLessTheDiscountAndItsIntervalTurnsRound() throws IOException {
        row("base", "price_discount", 0.396, 0.02);
        parts("base", "step_", STEPS);
        Waterfall waterfall = waterfalls().get(0);
        assertThat(waterfall.price().mean()).isCloseTo(0.604, within(1e-12));
        assertThat(waterfall.price().low()).isCloseTo(0.584, within(1e-12));
        assertThat(waterfall.price().high()).isCloseTo(0.624, within(1e-12));
        assertThat(waterfall.step(Wedge.CROWDING).mean()).isEqualTo(0.12);
        assertThat(waterfall.book()).isEmpty();
        assertThat(waterfall.olv()).isEmpty();
    }

    @Test
    void withoutAllPartsThereIsNoChart() throws IOException {
        row("base", "price_discount", 0.4, 0.02);
        parts("base", "step_", new double[] {0.1, 0.1, 0.1, 0.1});
        for (String wedge : WEDGES) {
            missing("base", "share_" + wedge);
        }
        assertThat(waterfalls()).isEmpty();
        assertThat(attributions()).isEmpty();
        Charts.Drawn drawn = Charts.draw(folder, "by-hand", "");
        assertThat(drawn.notes()).contains("waterfall: the summary has no steps from FMV to price",
                "attribution: the summary has no Shapley values");
        assertThat(drawn.files()).isEmpty();
    }

    @Test
    void thePointsWithoutSalesAreLeftOut() throws IOException {
        point("calm", 1.3);
        missing("nothing-sold", "price_discount");
        assertThat(waterfalls()).extracting(Waterfall::point).containsExactly("calm");
        assertThat(attributions()).extracting(Attribution::point).containsExactly("calm");
    }

    @Test
    void onePointShowsTotalsStepsAndAppraisals() throws Exception {
        point("base", 3.12);
        SvgTexts texts = SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls()));
        assertThat(texts.all()).contains("Book value", "312.0 %", "First best", "121.0 %", "FMV", "Rack power", "\u221210.5 pp",
                "Funding", "+2.2 pp", "Price", "60.4 %", "OLV (orderly)", "78.0 %", "NOLV (net of cost)", "74.0 %",
                "FLV (forced)", "66.0 %", "base").doesNotContain("Waiting");
        assertThat(String.join(" ", texts.all())).contains("left out as zero: repo", "slit bars go beyond the scale");
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.only("\u221210.5 pp").box().getX()).as("the first step ends where FMV does")
                .isCloseTo(texts.only("100.0 %").box().getX(), within(12.0));
        assertThat(texts.only("\u22125.2 pp").box().getX()).as("and the second starts where the first ends")
                .isLessThan(texts.only("\u221210.5 pp").box().getX());
    }

    @Test
    void bookThatIsNotFarAboveTheRestIsNotCut() throws Exception {
        point("base", 1.35);
        SvgTexts texts = SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls()));
        assertThat(String.join(" ", texts.all())).contains("135.0 %").doesNotContain("slit bars");
        assertThat(texts.only("135.0 %").box().getX()).isGreaterThan(texts.only("121.0 %").box().getX());
    }

    /** 1.45 is not far above a price of 1, 1.52 is, but not by enough to be cut beside the first, 1.9 is cut. */
    @Test
    void aBarIsCutOnlyIfItIsLongerThanWhatIsDrawnOfIt() throws Exception {
        point("a", 1.45);
        point("b", 1.52);
        assertThat(String.join(" ", SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls())).all())).doesNotContain("slit bars");
        point("c", 1.9);
        SvgTexts texts = SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls()));
        assertThat(String.join(" ", texts.all())).contains("slit bars");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void totalsThatAreMissingHaveNoRows() throws Exception {
        row("base", "price_discount", 0.396, 0.02);
        parts("base", "step_", STEPS);
        List<String> texts = SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls())).all();
        assertThat(texts).contains("FMV", "Price").doesNotContain("Book value", "First best", "OLV (orderly)", "Appraisals");
    }

    @Test
    void sixPointsHavePanelsInWhichNoTextCoversAnother() throws Exception {
        for (String point : List.of("baseline", "funding-squeeze", "rack-shortage", "slow-capital",
                "calm/credit.loan.ltvLow=0.6,market.rent.demandElasticity=1.5", "last")) {
            point(point, 1 + 0.7 * summary.length() / 1000);
        }
        SvgTexts waterfall = SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls()));
        SvgTexts attribution = SvgTexts.of(AttributionChart.panels(CAPTION, attributions()));
        for (SvgTexts texts : List.of(waterfall, attribution)) {
            assertThat(texts.troubles()).isEmpty();
            assertThat(texts.all()).contains("baseline", "funding-squeeze", "calm/ltvLow=0.6,demandElasticity=1.5", "last");
            assertThat(texts.smallest()).as("size of the smallest letters").isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void moreThanSixPointsAreTheFirstSixWaterfallsAndStackedAttributions() throws IOException {
        IntStream.rangeClosed(1, 8).forEach(p -> point("point-" + p, 2));
        write();
        Charts.draw(folder, "by-hand", "");
        assertThat(svg("waterfall")).contains("the first 6 of 8 design points", "point-6").doesNotContain("point-7");
        assertThat(svg("attribution")).contains("8 design points", "point-1", "point-8", "39.6 pp");
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("summary.csv"), summary);
    }

    private String svg(String chart) throws IOException {
        assertThat(folder.resolve("charts/" + chart + ".png")).exists();
        return Files.readString(folder.resolve("charts/" + chart + ".svg"));
    }

    @Test
    void sharesOfOnePointAddUpToTheDiscountAndGainsPointLeft() throws Exception {
        point("base", 2);
        Attribution attribution = attributions().get(0);
        assertThat(attribution.shares().stream().mapToDouble(Interval::mean).sum())
                .isCloseTo(attribution.discount().mean(), within(1e-12));
        SvgTexts texts = SvgTexts.of(AttributionChart.panels(CAPTION, attributions()));
        assertThat(texts.all()).contains("Physics", "Belief", "Money", "Strategy and market", "9.0 pp", "14.0 pp", "39.6 pp",
                "\u22123.0 pp").doesNotContain("Waiting");
        assertThat(texts.only("\u22123.0 pp").box().getMaxX()).isLessThan(texts.only("1.0 pp").box().getX());
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void stackedPartsAreLabelledWhereThereIsRoom() throws Exception {
        IntStream.rangeClosed(1, 12).forEach(p -> point("point-" + p, 2));
        SvgTexts texts = SvgTexts.of(new Picture(AttributionChart.stacked(CAPTION, attributions()), Picture.WIDTH,
                Picture.HEIGHT));
        assertThat(texts.all()).contains("Rack power", "Auction format", "9.0", "14.0", "\u22123.0").doesNotContain("0.6");
        assertThat(texts.troubles()).isEmpty();
    }

    /** Levels below zero, a price above FMV, and nothing but zeros. */
    @Test
    void extremesAreDrawn() throws Exception {
        row("below", "price_discount", 0.92, 0.02);
        parts("below", "step_", new double[] {0.3, 0.2, 0.1, 0.2, 0.15, 0.1, 0, 0.05, -0.2, 0.02});
        row("above", "price_discount", -0.5, 0.02);
        parts("above", "step_", new double[] {-0.1, -0.05, -0.2, 0.05, 0.02, 0.03, 0, 0, -0.25, 0});
        row("none", "price_discount", 0, 0);
        parts("none", "step_", new double[10]);
        row("none", "book_over_fmv", 40, 1);
        parts("none", "share_", new double[10]);
        SvgTexts texts = SvgTexts.of(WaterfallChart.of(CAPTION, waterfalls()));
        assertThat(texts.all()).contains("8.0 %", "150.0 %", "4000.0 %");
        assertThat(texts.troubles()).isEmpty();
        assertThat(SvgTexts.of(AttributionChart.panels(CAPTION, attributions())).all()).contains("0.0 pp");
    }

    @Test
    void partsWithoutIntervalsAreDrawn() throws Exception {
        List<Interval> bare = new ArrayList<>();
        for (double step : STEPS) {
            bare.add(new Interval(step, Double.NaN, Double.NaN, 1, "none"));
        }
        Interval discount = new Interval(0.396, Double.NaN, Double.NaN, 1, "none");
        assertThat(SvgTexts.of(AttributionChart.panels(CAPTION, List.of(new Attribution("base", bare, discount)))).all())
                .contains("39.6 pp", "10.5 pp");
    }

    @Test
    void labelsHaveRoomOnTheScale() {
        double pixels = 300;
        var axis = new LabelledScale().left(-0.1, "\u221210.0 pp").right(0.4, "40.0 pp").axis(pixels);
        double perPixel = axis.getRange().getLength() / pixels;
        assertThat(axis.getLowerBound()).isCloseTo(-0.1 - RowBars.room("\u221210.0 pp") * perPixel, within(1e-9));
        assertThat(axis.getUpperBound()).isCloseTo(0.4 + RowBars.room("40.0 pp") * perPixel, within(1e-9));
    }
}
