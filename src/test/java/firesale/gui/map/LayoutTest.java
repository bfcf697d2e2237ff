package firesale.gui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.Cooling;
import java.awt.Shape;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Axes, rows, slots, names and shapes of the map. */
class LayoutTest {

    @Test
    void aLogarithmicAxisGivesEqualRatiosEqualRoom() {
        LogScale scale = new LogScale(1, 100, 10, 210);
        assertThat(scale.at(1)).isEqualTo(10);
        assertThat(scale.at(10)).isCloseTo(110, within(1e-9));
        assertThat(scale.at(100)).isCloseTo(210, within(1e-9));
        assertThat(scale.at(0)).as("what lies below stands at the end").isEqualTo(10);
        assertThat(scale.at(1000)).isCloseTo(210, within(1e-9));
        assertThat(scale.ticks()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
        assertThat(new LogScale(4.3, 75, 0, 1).ticks()).containsExactly(5.0, 10.0, 20.0, 50.0);
        assertThat(new LogScale(0.03, 0.6, 0, 1).ticks()).hasSize(4).allMatch(tick -> tick > 0.03 && tick < 0.6);
        assertThatThrownBy(() -> new LogScale(0, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogScale(2, 2, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 12, 300})
    void nothingInRowsCoversAnother(int count) {
        Random random = new Random(count);
        double[] sizes = random.doubles(count, 3, 20).toArray();
        double width = 110;
        double height = 60;
        Packing packing = Packing.rows(sizes, width, height, 1.5, 12);
        assertThat(packing.height(sizes)).isLessThanOrEqualTo(packing.folded() == 0 ? height : height - 12);
        double smallestShown = Double.POSITIVE_INFINITY;
        double largestFolded = 0;
        int folded = 0;
        for (int i = 0; i < count; i++) {
            if (Double.isNaN(packing.x()[i])) {
                folded++;
                largestFolded = Math.max(largestFolded, sizes[i]);
                continue;
            }
            smallestShown = Math.min(smallestShown, sizes[i]);
            assertThat(packing.x()[i] - sizes[i] / 2).isGreaterThanOrEqualTo(-1e-9);
            assertThat(packing.x()[i] + sizes[i] / 2).isLessThanOrEqualTo(width + 1e-9);
            for (int j = 0; j < i; j++) {
                if (!Double.isNaN(packing.x()[j])) {
                    double apart = (sizes[i] + sizes[j]) / 2 - 1e-9;
                    assertThat(Math.abs(packing.x()[i] - packing.x()[j]) >= apart
                            || Math.abs(packing.y()[i] - packing.y()[j]) >= apart)
                            .as(i + " and " + j).isTrue();
                }
            }
        }
        assertThat(folded).isEqualTo(packing.folded());
        assertThat(largestFolded).as("the smallest are folded").isLessThanOrEqualTo(smallestShown);
        assertThat(folded > 0).as("only where there is too much").isEqualTo(count == 300);
    }

    @Test
    void equalThingsAreFoldedFromTheEnd() {
        double[] sizes = {10, 10, 10, 10, 10};
        Packing packing = Packing.rows(sizes, 21, 10, 1, 0);
        assertThat(packing.folded()).isEqualTo(3);
        assertThat(packing.x()).containsExactly(5, 16, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void theShelfIsPartedWithoutGaps() {
        double[] edges = Slots.edges(44, 600, 90, new long[] {0, 100, 400});
        assertThat(edges[0]).isEqualTo(44);
        assertThat(edges[1] - edges[0]).isEqualTo(90);
        assertThat(edges[2] - edges[1]).isCloseTo(90 + 330 / 3.0, within(1e-9));
        assertThat(edges[3]).isCloseTo(644, within(1e-9));
        assertThat(Slots.edges(0, 100, 90, new long[4])).containsExactly(0, 25, 50, 75, 100);
        assertThat(Slots.edges(0, 100, 90, new long[0])).containsExactly(0);
    }

    @Test
    void namesAreBrokenAtHyphensAndCutOnlyIfTheyMust() {
        assertThat(MachineName.lines("H100-PCIe-air", "5 kW", 100, text -> 6.0 * text.length())).containsExactly("H100-PCIe-air",
                "5 kW");
        assertThat(MachineName.lines("H100-SXM-HGX-liquid", "9 kW", 90, text -> 6.0 * text.length()))
                .containsExactly("H100-SXM-HGX", "liquid \u00b7 9 kW");
        List<String> cut = MachineName.lines("averylongnamewithoutparts", "9 kW", 60, text -> 6.0 * text.length());
        assertThat(cut).containsExactly("averylong\u2026", "9 kW");
    }

    @ParameterizedTest
    @EnumSource(Cooling.class)
    void shapesOfCoolingHaveOneArea(Cooling cooling) {
        assertThat(area(Signs.shape(cooling, 50, 50, 20))).isCloseTo(Math.PI * 400, within(6.0));
    }

    private static double area(Shape shape) {
        double twice = 0;
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator path = new FlatteningPathIterator(shape.getPathIterator(null), 0.01); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = at[0];
                startY = at[1];
            } else {
                double toX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
                double toY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
                twice += x * toY - toX * y;
                at[0] = toX;
                at[1] = toY;
            }
            x = at[0];
            y = at[1];
        }
        return Math.abs(twice) / 2;
    }

    @Test
    void lotsDarkenWithAge() {
        for (int week = 1; week <= Signs.OLD_WEEKS; week++) {
            assertThat(Signs.age(week).getRed()).isLessThan(Signs.age(week - 1).getRed());
        }
        assertThat(Signs.age(500)).isEqualTo(Signs.age(Signs.OLD_WEEKS));
        assertThat(Signs.age(-3)).isEqualTo(Signs.age(0));
    }

    @Test
    void areasAreInProportionToAmounts() {
        MapScene.AreaScale scale = new MapScene.AreaScale(1e9, 24, 2);
        assertThat(scale.of(1e9)).isEqualTo(24);
        assertThat(scale.of(0.25e9)).isEqualTo(12);
        assertThat(scale.of(0)).isEqualTo(2);
    }

}
