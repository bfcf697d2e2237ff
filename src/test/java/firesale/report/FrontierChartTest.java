package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frontiers made by hand: a dot for each point over two measures. */
class FrontierChartTest {

    private static final Caption CAPTION = new Caption("by-hand", "Is it drawn?", "points");
    private static final List<Frontier.Measure> THREE = List.of(new Frontier.Measure("authority_loss_usd", "USD"),
            new Frontier.Measure("price_discount", "share"), new Frontier.Measure("ltv_at_origination", "ratio"));

    @TempDir
    Path folder;

    private static Interval around(double mean, double half) {
        return new Interval(mean, mean - half, mean + half, 10, "");
    }

    private static Frontier.Point point(String id, boolean undominated, double x, double y) {
        return new Frontier.Point(id, id.equals("none"), undominated, List.of(around(x, 2e7), around(y, 0.01), around(0.75, 0)));
    }

    private static Frontier five() {
        return new Frontier(THREE, List.of(point("none", true, 0, 0.4), point("floor-80", true, 1e8, 0.33),
                point("floor-100", true, 3e8, 0.2), point("guarantee-50", false, 3e8, 0.39), point("guarantee-75", false, 4e8, 0.4)));
    }

    private static SvgTexts texts(Frontier frontier) throws Exception {
        return SvgTexts.of(new Picture(FrontierChart.of(CAPTION, frontier), Picture.WIDTH, Picture.HEIGHT));
    }

    @Test
    void fewPointsAreNamedBesideTheirDots() throws Exception {
        SvgTexts texts = texts(five());
        assertThat(texts.all()).contains("none (0.75)", "floor-80 (0.75)", "guarantee-75 (0.75)", "Not dominated, by the estimates", "Ringed: baseline",
                "authority_loss_usd", "$100M", "30 %");
        assertThat(String.join(" ", texts.all())).contains("after names: ltv_at_origination");
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.only("floor-100 (0.75)").box().getX()).as("dearer is further right")
                .isGreaterThan(texts.only("floor-80 (0.75)").box().getX());
        assertThat(texts.only("floor-100 (0.75)").box().getY()).as("a smaller discount is lower")
                .isGreaterThan(texts.only("floor-80 (0.75)").box().getY());
    }

    @Test
    void manyPointsAreNumberedWithAListBesideThePlot() throws Exception {
        List<Frontier.Point> points = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            points.add(point(i == 0 ? "none" : "guarantee-believed-" + i, i % 3 == 0, 1e7 * i, 0.4 - 0.001 * (i % 7)));
        }
        SvgTexts texts = texts(new Frontier(THREE, points));
        assertThat(texts.all()).contains("none", "guarantee-believed-29", "1", "30");
        assertThat(texts.all().stream().filter("17"::equals)).as("at its dot and in the list").hasSize(2);
        assertThat(texts.all().stream().filter("0.75"::equals)).hasSize(30);
        assertThat(texts.troubles()).isEmpty();
        assertThat(texts.smallest()).isGreaterThanOrEqualTo(15);
    }

    @Test
    void pointsAtOnePlaceHaveOneLabel() throws Exception {
        List<Frontier.Point> same = IntStream.range(0, 30).mapToObj(i -> point("p" + i, true, 0, 0.3)).toList();
        SvgTexts texts = texts(new Frontier(THREE, same));
        assertThat(texts.all()).contains("1\u201330", "p29").doesNotContain("p29 (0.75)");
        assertThat(texts.troubles()).isEmpty();
        List<Frontier.Measure> two = THREE.subList(0, 2);
        Frontier zeros = new Frontier(two, List.of(new Frontier.Point("a", true, true, List.of(around(0, 0), around(0, 0)))));
        assertThat(texts(zeros).all()).contains("a").noneMatch(text -> text.contains("NaN"));
    }

    @Test
    void numbersInARowAreARange() {
        assertThat(FrontierPlot.numbers(List.of(0, 3, 4, 5, 8, 9))).isEqualTo("1, 4\u20136, 9, 10");
        assertThat(FrontierPlot.numbers(List.of(6))).isEqualTo("7");
    }

    @Test
    void pointsWithoutAValueAreCountedNotDrawn() throws Exception {
        List<Frontier.Point> points = new ArrayList<>(five().points());
        points.add(point("lost", false, Double.NaN, 0.3));
        points.add(new Frontier.Point("bare", false, false, List.of(new Interval(1e8, Double.NaN, Double.NaN, 1, ""),
                around(0.35, 0.01), new Interval(Double.NaN, Double.NaN, Double.NaN, 0, ""))));
        SvgTexts texts = texts(new Frontier(THREE, points));
        assertThat(texts.all()).contains("bare").noneMatch(text -> text.startsWith("lost"));
        assertThat(String.join(" ", texts.all())).contains("1 without a value is not drawn");
    }

    /** Every label has its own place within the area, on no dot. */
    @Test
    void labelsCoverNothing() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 400);
        List<Point2D> dots = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            dots.add(new Point2D.Double(300 + 9 * (i % 6), 200 + 9 * (i / 6)));
        }
        DotLabels labels = new DotLabels(area, dots, 7, List.of());
        List<Rectangle2D> boxes = new ArrayList<>();
        for (Point2D dot : dots) {
            Optional<DotLabels.Place> place = labels.place(dot, 24, 18, 300);
            assertThat(place).isPresent();
            Rectangle2D box = place.get().box();
            assertThat(area.contains(box)).isTrue();
            assertThat(boxes).noneMatch(box::intersects);
            assertThat(dots).noneMatch(other -> box.intersects(other.getX() - 7, other.getY() - 7, 14, 14));
            boxes.add(box);
        }
        assertThat(labels.place(dots.get(0), 700, 18, 300)).as("wider than the area").isEmpty();
    }

    /** A label right of its dot would lie on the interval; one above the dot is as near. */
    @Test
    void labelsKeepOffLinesWhereTheyCan() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 400);
        Point2D dot = new Point2D.Double(300, 200);
        Line2D interval = new Line2D.Double(200, 200, 400, 200);
        Rectangle2D plain = new DotLabels(area, List.of(dot), 7, List.of()).place(dot, 24, 18, 300).orElseThrow().box();
        assertThat(plain.getCenterY()).isEqualTo(200);
        DotLabels.Place aside = new DotLabels(area, List.of(dot), 7, List.of(interval)).place(dot, 24, 18, 300).orElseThrow();
        assertThat(interval.intersects(aside.box())).isFalse();
        assertThat(aside.leader()).isEmpty();
    }

    private static final String HEAD = "point_id,measure,unit,mean,low,high,n,baseline,undominated\n";

    private Path write(String rows) throws IOException {
        return Files.writeString(folder.resolve("frontier.csv"), HEAD + rows);
    }

    @Test
    void theTableIsReadInTheOrderOfItsMeasures() throws IOException {
        Frontier frontier = FrontierTable.read(write("a,y,USD,1.0,0.5,1.5,9,true,false\na,x,share,,,,0,true,false\n"
                + "\"b,c\",y,USD,2.0,,,1,false,true\n\"b,c\",x,share,0.1,0.0,0.2,9,false,true\n")).orElseThrow();
        assertThat(frontier.measures()).containsExactly(new Frontier.Measure("y", "USD"), new Frontier.Measure("x", "share"));
        assertThat(frontier.points()).extracting(Frontier.Point::id).containsExactly("a", "b,c");
        assertThat(frontier.placed()).extracting(Frontier.Point::id).containsExactly("b,c");
        assertThat(frontier.points().get(0).baseline()).isTrue();
        assertThat(frontier.undominated().get(0).y()).isEqualTo(new Interval(0.1, 0, 0.2, 9, ""));
        assertThat(FrontierTable.read(folder.resolve("absent.csv"))).isEmpty();
        assertThat(FrontierTable.read(write(""))).isEmpty();
        Path cut = write("a,y,USD,1.0,0.5,1.5,9,true,false\nb,y,USD,,,,0,true,false\nb,x,share,,,,0,true,false\n");
        assertThatThrownBy(() -> FrontierTable.read(cut)).isInstanceOf(IOException.class).hasMessageContaining("a lacks a measure");
    }

    /** Folders from before there were frontiers have no such table; their other charts are drawn. */
    @Test
    void itIsDrawnWithTheOtherCharts() throws IOException {
        assertThat(Charts.draw(folder, "by-hand", "").notes()).contains("frontier: no measures were asked for together");
        write("a,y,USD,1.0,0.5,1.5,9,true,true\na,x,share,0.1,0.0,0.2,9,true,true\n");
        Charts.draw(folder, "by-hand", "");
        assertThat(folder.resolve("charts/frontier.png")).exists();
        assertThat(Files.readString(folder.resolve("charts/frontier.svg"))).contains("1 design point");
        write("a,y,USD,,,,0,true,false\na,x,share,0.1,0.0,0.2,9,true,false\n");
        assertThat(Charts.draw(folder, "by-hand", "").notes()).contains("frontier: no point has a value of both y and x");
    }

    @Test
    void theFirstPointsThatHaveAPlaceAreDrawn() {
        List<Frontier.Point> points = List.of(point("a", false, Double.NaN, 1), point("b", true, 1, 1), point("c", true, 1, 1));
        assertThat(new Frontier(THREE, points).first(1).points()).extracting(Frontier.Point::id).containsExactly("a", "b");
        assertThat(new Frontier(THREE, points).first(2).points()).hasSize(3);
    }

    @Test
    void valuesAreShort() {
        assertThat(List.of(Formats.inUnit(0.123, "share"), Formats.inUnit(-2.5e9, "USD"), Formats.inUnit(4e6, "USD"),
                Formats.inUnit(0.7314, "ratio"), Formats.inUnit(-12.34, "count"), Formats.inUnit(15_000, "count")))
                .containsExactly("12.3 %", "\u2212$2.5bn", "$4M", "0.731", "\u221212.3", "15k");
    }
}
