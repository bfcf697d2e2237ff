package firesale.gui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void axesHoldTheLeastAndStopAtTheMost() {
        Scale share = Scale.percent("share", 0.5, 1);
        assertThat(share.high(0.12)).isEqualTo(0.5);
        assertThat(share.high(0.61)).isCloseTo(0.8, within(1e-12));
        assertThat(share.high(3)).isEqualTo(1);
        assertThat(share.low(0.1, 0.4)).isZero();
        assertThat(share.low(-0.03, 0.4)).isCloseTo(-0.1, within(1e-12));
        assertThat(share.format().format(0.125)).isEqualTo("12.5 %");
    }

    @Test
    void ticksAreRound() {
        Scale usd = Scale.usd("USD a GPU", "USD %s a GPU", 5000);
        assertThat(usd.high(0)).isEqualTo(5000);
        assertThat(usd.step(0, usd.high(22_000))).isEqualTo(5000);
        assertThat(usd.format().format(12_500)).isEqualTo("12,500");
        assertThat(usd.text(12_500.25)).isEqualTo("USD 12,500.2 a GPU");
        assertThat(Scale.usd("rent", "USD %s an hour", 1).format().format(2.5)).isEqualTo("2.50");
    }

    @Test
    void weeksAreShownByYears() {
        assertThat(RunChart.lastWeek(0, 260)).isEqualTo(52);
        assertThat(RunChart.lastWeek(51, 260)).isEqualTo(52);
        assertThat(RunChart.lastWeek(60, 260)).isEqualTo(104);
        assertThat(RunChart.lastWeek(259, 260)).isEqualTo(260);
        assertThat(RunChart.lastWeek(3, 28)).isEqualTo(28);
        assertThat(RunChart.lastWeek(0, 0)).isEqualTo(1);
    }

    @Test
    void dotsGrowWithTheGpusSold() {
        assertThat(SizedDots.radius(0, 0)).isEqualTo(SizedDots.radius(0, 100));
        assertThat(SizedDots.radius(100, 100)).isGreaterThan(SizedDots.radius(25, 100)).isEqualTo(6);
    }

    @Test
    void chartsHaveNamesOfTheirOwnAndLinesThatDiffer() {
        assertThat(ChartPlans.all()).extracting(ChartPlan::name).containsExactly("price", "discount", "rent-and-btc", "repo",
                "inventory", "defaults", "funding");
        for (ChartPlan plan : ChartPlans.all()) {
            assertThat(plan.lines()).extracting(Line::name).doesNotHaveDuplicates();
            assertThat(plan.lines()).extracting(line -> List.of(line.style())).as(plan.name()).doesNotHaveDuplicates();
            assertThat(plan.lines(true).isEmpty()).isEqualTo(plan.right().isEmpty());
        }
    }

    @Test
    void rowsGrowWithoutChanging() {
        Rows<Integer> none = Rows.none();
        Rows<Integer> some = none.and(List.of(1, 2, 3));
        Rows<Integer> more = some;
        for (int i = 4; i <= 100; i++) {
            more = more.and(List.of(i));
        }
        assertThat(none).isEmpty();
        assertThat(some).containsExactly(1, 2, 3);
        assertThat(more).hasSize(100).startsWith(1, 2, 3, 4).endsWith(99, 100);
    }
}
