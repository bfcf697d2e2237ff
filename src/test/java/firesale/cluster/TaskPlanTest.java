package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.Pace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskPlanTest {

    private static Pace pace(double seconds, double slowest) {
        return new Pace(100, 2, seconds, slowest, 6);
    }

    @Test
    void dealsEveryShardOnceInOrderAndNearlyEvenly() {
        List<Integer> shards = IntStream.range(0, 10).map(i -> 3 * i).boxed().toList();
        List<List<Integer>> tasks = TaskPlan.deal(shards, 4);
        assertThat(tasks).containsExactly(List.of(0, 3), List.of(6, 9, 12), List.of(15, 18), List.of(21, 24, 27));
        for (int count = 1; count <= 10; count++) {
            List<List<Integer>> dealt = TaskPlan.deal(shards, count);
            assertThat(dealt.stream().flatMap(List::stream).toList()).isEqualTo(shards);
            assertThat(dealt).hasSize(count).allMatch(task -> !task.isEmpty());
        }
    }

    /** Ten million runs of 10 ms are 100,000 s: 167 tasks of ten minutes. */
    @Test
    void choosesTasksOfTenMinutes() {
        assertThat(TaskPlan.count(10_000_000, pace(0.01, 0.01), 1, 40_000, 1_000)).isEqualTo(167);
        assertThat(TaskPlan.count(10_000_000, pace(0.01, 0.01), 4, 40_000, 1_000)).isEqualTo(42);
        assertThat(TaskPlan.count(2_000, pace(0.01, 0.01), 1, 8, 1_000)).isEqualTo(1);
        // ten hours in three shards
        assertThat(TaskPlan.count(750, pace(48, 48), 1, 3, 1_000)).isEqualTo(3);
        // a hundred times as much: a thousand longer tasks, or what the cluster allows
        assertThat(TaskPlan.count(1_000_000_000, pace(0.01, 0.01), 1, 4_000_000, 1_000)).isEqualTo(1_000);
        assertThat(TaskPlan.count(1_000_000_000, pace(0.01, 0.01), 1, 4_000_000, 63)).isEqualTo(63);
    }

    @Test
    void limitsTheTimeWithRoomToSpare() {
        // 10 s + 60,000 x 0.01 s = 610 s; thrice that is 30.5 minutes
        assertThat(TaskPlan.seconds(60_000, pace(0.01, 0.01), 1)).isEqualTo(610);
        assertThat(TaskPlan.minutes(60_000, pace(0.01, 0.01), 1)).isEqualTo(31);
        assertThat(TaskPlan.minutes(60_000, pace(0.01, 0.01), 2)).isEqualTo(16);
        // all its runs might be of a point five times as slow: 1.5 x 3,010 s
        assertThat(TaskPlan.minutes(60_000, pace(0.01, 0.05), 1)).isEqualTo(76);
        assertThat(TaskPlan.minutes(250, pace(0.01, 0.01), 1)).isEqualTo(5);
    }
}
