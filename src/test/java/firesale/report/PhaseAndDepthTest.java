package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phase diagram of a sweep made by hand, and curves of depth. */
class PhaseAndDepthTest {

    private static final String HEAD = "point_id,measure,unit,mean,low,high,n,missing,method\n";
    private static final Caption CAPTION = new Caption("by-hand", "Is it drawn?", "16 points");

    @TempDir
    Path folder;

    private static void row(StringBuilder to, String point, String measure, String mean) {
        to.append('"').append(point).append("\",").append(measure).append(",ratio,").append(mean).append(",,,5,0,none\n");
    }

    /** A grid of so many steps each way; the ratios double from step to step, times a factor. */
    private static String grid(String variant, int steps, double factor) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            for (int j = 0; j < steps; j++) {
                String point = variant + "buyers.racksMw=" + i + ",buyers.fundsUsd=" + j;
                row(rows, point, "ready_racks_over_supply", "" + 0.25 * Math.pow(factor, i));
                row(rows, point, "funds_over_supply", "" + 0.5 * Math.pow(factor, j));
                row(rows, point, "price_discount", i + j == 0 ? "" : "" + (0.6 - 0.05 * i - 0.03 * j));
            }
        }
        return rows.toString();
    }

    private Optional<PhaseGrid> read(String rows) throws IOException {
        return PhaseGrid.of(SummaryTable.read(Files.writeString(folder.resolve("summary.csv"), HEAD + rows)));
    }

    @Test
    void aGridIsReadAtItsMeasuredRatios() throws IOException {
        PhaseGrid grid = read(grid("", 3, 2)).orElseThrow();
        assertThat(grid.points()).hasSize(9);
        assertThat(grid.points().get(5)).isEqualTo(new PhaseGrid.Point(grid.points().get(5).id(), 0.5, 2, 0.6 - 0.05 - 0.06));
        assertThat(grid.points().get(0).sold()).isFalse();
        assertThat(grid.shown()).isEqualTo("9 points over buyers.racksMw and buyers.fundsUsd");
    }

    @Test
    void aGridThatIsTooSmallOrVariesTooLittleIsNotDrawn() throws IOException {
        assertThat(read(grid("", 2, 20))).as("four points").isEmpty();
        assertThat(read(grid("", 3, 1.7))).as("1.7 squared is less than 3").isEmpty();
        assertThat(read(grid("", 3, 1.8))).as("1.8 squared is more").isPresent();
        assertThat(read(grid("", 4, 2).replaceAll("(?m)^\"buyers.racksMw=3,buyers.fundsUsd=3\".*\n", "")))
                .as("a combination is missing").isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(read(grid("", 3, 2).replace("funds_over_supply", "other"))).as("no such measure").isEmpty();
    }

    @Test
    void aThirdKeyThatVariesIsNoPlane() throws IOException {
        assertThat(read(grid("a.b=1,", 3, 2) + grid("a.b=2,", 3, 2))).isEmpty();
        assertThat(read(grid("a.b=1,", 3, 2))).as("one that does not vary is no matter").isPresent();
    }

    @Test
    void ofSeveralVariantsTheFirstGridIsDrawn() throws IOException {
        PhaseGrid grid = read(grid("calm/", 2, 2) + grid("squeeze/", 3, 2) + grid("late/", 4, 2)).orElseThrow();
        assertThat(grid.shown()).startsWith("squeeze, 9 points");
    }

    @Test
    void pointsWithoutARatioAreCounted() throws IOException {
        String racks = "ready_racks_over_supply,ratio,0";
        PhaseGrid grid = read(grid("", 4, 2).replaceFirst(racks + ".25", racks)).orElseThrow();
        assertThat(grid.points()).hasSize(15);
        assertThat(grid.undrawn()).isEqualTo(1);
    }

    @Test
    void everyPointHasItsValueAndNothingIsCovered() throws Exception {
        PhaseGrid grid = read(grid("", 5, 2)).orElseThrow();
        SvgTexts texts = SvgTexts.of(picture(PhaseChart.of(CAPTION, grid)));
        assertThat(texts.all()).contains("57 %", "55 %", "28 %", "Nothing sold", "Ready racks / supply", "0.5", "1", "2");
        assertThat(texts.all().stream().filter(text -> text.matches("\\d+ %"))).as("24 points with sales, and the bar")
                .hasSizeGreaterThan(24);
        assertThat(String.join(" ", texts.all())).doesNotContain("without a label");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void itIsDrawnWithTheOtherCharts() throws IOException {
        read(grid("", 3, 2));
        Charts.draw(folder, "by-hand", "");
        assertThat(folder.resolve("charts/phase.png")).exists();
        assertThat(Files.readString(folder.resolve("charts/phase.svg"))).contains("9 points over buyers.racksMw");
        read(grid("", 2, 2));
        assertThat(Charts.draw(folder, "by-hand", "").notes()).anyMatch(note -> note.startsWith("phase: "));
    }

    /** Points at one place cannot all be labelled; the note says how many are not. */
    @Test
    void labelsThatHaveNoRoomAreCounted() throws Exception {
        List<PhaseGrid.Point> points = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            points.add(new PhaseGrid.Point("a", 0.2, 0.2 + 0.001 * i, 0.3));
        }
        points.add(new PhaseGrid.Point("b", 5, 5, 0.1));
        SvgTexts texts = SvgTexts.of(picture(PhaseChart.of(CAPTION, new PhaseGrid("", points, 0))));
        assertThat(String.join(" ", texts.all())).contains(" without a label for want of room");
        assertThat(texts.troubles()).isEmpty();
    }

    @Test
    void ratiosHaveRoundTicks() {
        assertThat(new RatioAxis("", 0.08, 12).ticks()).extracting(RatioAxis::text)
                .containsExactly("0.1", "0.2", "0.5", "1", "2", "5", "10");
        assertThat(new RatioAxis("", 0.008, 120).ticks()).hasSize(5);
        assertThat(List.of(RatioAxis.text(0.05), RatioAxis.text(0.1), RatioAxis.text(1), RatioAxis.text(200)))
                .containsExactly("0.05", "0.1", "1", "200");
    }

    @Test
    void largerDiscountsAreDarker() {
        ColourScale scale = new ColourScale(0.1, 0.6);
        double before = Double.POSITIVE_INFINITY;
        for (double discount = 0.1; discount <= 0.6; discount += 0.02) {
            double light = light(scale.colour(discount));
            assertThat(light).isLessThan(before);
            before = light;
        }
        assertThat(scale.colour(5)).isEqualTo(scale.colour(0.6));
        assertThat(scale.colour(-5)).isEqualTo(scale.colour(0.1));
    }

    private static double light(Color colour) {
        return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
    }

    private static Picture picture(org.jfree.chart.JFreeChart chart) {
        return new Picture(chart, Picture.WIDTH, Picture.HEIGHT);
    }

    private static MarketDepth.Horizon horizon(int weeks, double perBillion) {
        List<MarketDepth.Sold> points = new ArrayList<>();
        for (int i = 0; i <= 8; i++) {
            double discount = Math.min(0.7, perBillion * i / 2);
            points.add(new MarketDepth.Sold(0.5e9 * i, discount, 0.8 * discount, 1.2 * discount));
        }
        return new MarketDepth.Horizon(weeks, points);
    }

    private static MarketDepth.Sold bare(double soldUsd, double discount) {
        return new MarketDepth.Sold(soldUsd, discount, Double.NaN, Double.NaN);
    }

    private static MarketDepth.Lot lot(String label, double most) {
        List<MarketDepth.Exposure> points = new ArrayList<>();
        for (int weeks : new int[] {1, 2, 4, 8, 13, 26, 52}) {
            points.add(new MarketDepth.Exposure(weeks, most * (1 - 1.0 / (1 + weeks))));
        }
        return new MarketDepth.Lot(label, points);
    }

    @Test
    void curvesOfDepthAreNamedAtTheirEndsEvenWhereTheseMeet() throws Exception {
        MarketDepth depth = new MarketDepth(List.of(horizon(1, 0.4), horizon(4, 0.35), horizon(13, 0.1), horizon(26, 0.05)),
                List.of(lot("64 GPUs", 1), lot("1,024 GPUs", 0.99), lot("16k GPUs", 0.98)));
        SvgTexts texts = SvgTexts.of(picture(DepthChart.of(CAPTION, depth, "bands: 10 % to 90 % of runs")));
        assertThat(texts.all()).contains("1 week", "4 weeks", "13 weeks", "26 weeks", "64 GPUs", "1,024 GPUs", "16k GPUs",
                "Sold, worth at OLV, USD bn", "Weeks of exposure");
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.only("13 weeks").box().getY()).as("the deeper discount stands higher")
                .isLessThan(texts.only("26 weeks").box().getY());
        assertThat(texts.only("26 weeks").box().getX()).isCloseTo(texts.only("13 weeks").box().getX(), within(1.0));
    }

    @Test
    void halfOfADepthChartIsDrawnAlone() throws Exception {
        MarketDepth.Horizon gaps = new MarketDepth.Horizon(4, List.of(bare(0.5e9, 0), bare(1e9, Double.NaN), bare(2e9, 0.3)));
        MarketDepth.Horizon empty = new MarketDepth.Horizon(13, List.of(bare(0, Double.NaN)));
        SvgTexts depth = SvgTexts.of(picture(DepthChart.of(CAPTION, new MarketDepth(List.of(gaps, empty), List.of()), "means")));
        assertThat(depth.all()).contains("4 weeks").doesNotContain("13 weeks", "Weeks of exposure");
        MarketDepth lots = new MarketDepth(List.of(), List.of(lot("64 GPUs", 1)));
        SvgTexts time = SvgTexts.of(picture(DepthChart.of(CAPTION, lots, "means")));
        assertThat(time.all()).contains("64 GPUs", "Weeks of exposure").doesNotContain("Sold, worth at OLV, USD bn");
    }

    /** Means over weeks of the first point, at quantity times OLV; the range belongs to four weeks alone. */
    @Test
    void depthIsReadFromWhatRunsRecorded() throws IOException {
        Path file = folder.resolve("depth.csv");
        Files.writeString(file, "point,replication,horizon_weeks,gpus,olv_usd,price_over_olv\n"
                + "0,0,4,64,10000,1.1\n0,0,4,64,20000,0.7\n0,0,4,12000,10000,0.5\n0,0,26,64,10000,0.8\n1,0,4,64,10000,0.1\n"
                + "0,0,26,12000,10000,\n");
        MarketDepth depth = DepthTable.read(file);
        assertThat(depth.horizons()).extracting(MarketDepth.Horizon::weeks).containsExactly(4, 26);
        MarketDepth.Sold small = depth.horizons().get(0).points().get(0);
        assertThat(small.soldUsd()).isEqualTo(64 * 15_000);
        assertThat(small.discount()).isCloseTo(0.1, within(1e-12));
        assertThat(small.low()).isCloseTo(1 - 1.06, within(1e-12));
        assertThat(small.high()).isCloseTo(1 - 0.74, within(1e-12));
        assertThat(depth.horizons().get(1).points().get(0).hasBand()).isFalse();
        MarketDepth.Lot large = depth.lots().get(2);
        assertThat(large.label()).isEqualTo("12,000 GPUs");
        assertThat(large.points().get(0).overOlv()).isEqualTo(0.5);
        assertThat(large.points().get(1).overOlv()).isNaN();
        assertThat(DepthTable.read(folder.resolve("absent.csv")).isEmpty()).isTrue();
    }
}
