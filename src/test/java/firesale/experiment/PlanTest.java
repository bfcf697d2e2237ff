package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.store.Shard;
import firesale.kernel.parameters.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

    /** Computed apart from the program. */
    private static final long SEED_0_0 = -7136925668120523010L;
    private static final long SEED_42_99 = -1600019171213387719L;

    @Test
    void runsGoRoundThePointsBeforeTheNextReplication() {
        Plan plan = new Fake(0, 1, 2).plan();
        assertThat(plan.runs()).isEqualTo(30);
        assertThat(LongStream.range(0, 7).mapToObj(run -> plan.replication(run) + "/" + plan.point(run).id()))
                .containsExactly("0/p0", "0/p1", "0/p2", "1/p0", "1/p1", "1/p2", "2/p0");
    }

    @Test
    void everyPointHasTheSameSeedInAReplication() {
        Plan plan = new Fake(0, 1).plan();
        assertThat(plan.seed(6)).isEqualTo(plan.seed(7)).isEqualTo(Seeds.replication(42, 3)).isNotEqualTo(plan.seed(8));
    }

    @Test
    void seedsAreFixedForEverAndDiffer() {
        assertThat(Seeds.replication(0, 0)).isEqualTo(SEED_0_0);
        assertThat(Seeds.replication(42, 99)).isEqualTo(SEED_42_99);
        Set<Long> seeds = new HashSet<>();
        for (long experiment = 0; experiment < 10; experiment++) {
            for (long replication = 0; replication < 1_000; replication++) {
                seeds.add(Seeds.replication(experiment, replication));
            }
        }
        assertThat(seeds).hasSize(10_000);
    }

    @Test
    void shardsCoverTheRunsAndOnlyTheLastIsShort() {
        List<Shard> shards = new Fake(0, 1, 2).plan().shards();
        assertThat(shards).hasSize(8);
        assertThat(shards.subList(0, 7)).allMatch(shard -> shard.runs() == 4);
        assertThat(shards.get(7).first()).isEqualTo(28);
        assertThat(shards.get(7).end()).isEqualTo(30);
    }

    @Test
    void moreReplicationsKeepWholeShards() {
        Fake small = new Fake(0, 1, 2);
        Fake large = new Fake(0, 1, 2);
        large.replications = 20;
        assertThat(large.plan().shards().subList(0, 7)).isEqualTo(small.plan().shards().subList(0, 7));
        assertThat(large.plan().shards().get(7).id()).isNotEqualTo(small.plan().shards().get(7).id());
    }

    @Test
    void aShardsIdDependsOnAllThatItsNumbersDependOn() {
        Fake seed = new Fake(0);
        seed.seed = 43;
        Fake code = new Fake(0);
        code.code = "code-2";
        Fake recording = new Fake(0);
        recording.recording = Set.of();
        Fake sameUnderAnotherName = new Fake(0);
        sameUnderAnotherName.name = "other";
        assertThat(List.of(new Fake(0), new Fake(1), seed, code, recording).stream().map(PlanTest::firstId).collect(Collectors.toSet()))
                .hasSize(5);
        assertThat(firstId(sameUnderAnotherName)).isEqualTo(firstId(new Fake(0)));
    }

    private static String firstId(Fake fake) {
        return fake.plan().shards().get(0).id();
    }

    @Test
    void aPlanWithoutRunsIsRefused() {
        Fake fake = new Fake(0);
        fake.replications = 0;
        assertThatThrownBy(fake::plan).isInstanceOf(InputException.class).hasMessageContaining("expected at least 1");
        assertThatThrownBy(() -> new Work.Share(4, 3)).isInstanceOf(InputException.class).hasMessageContaining("I from 1 to N");
        assertThatThrownBy(() -> new Work.Share(0, 3)).isInstanceOf(InputException.class);
    }
}
