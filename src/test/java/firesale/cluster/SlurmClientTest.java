package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.kernel.parameters.InputException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlurmClientTest {

    @Test
    void readsTheQueue() {
        List<QueueEntry> entries = Slurm.entries("6|4|sale-001-ab|PENDING|Resources\n6|1|sale-001-ab|RUNNING|None\n7|N/A|sale-001-ab-merge|PENDING|Dependency\n"
                + "8|2|x|PENDING|launch failed requeued held\nnoise\n");
        assertThat(entries).hasSize(4);
        assertThat(entries).extracting(QueueEntry::id).containsExactly("6_4", "6_1", "7", "8_2");
        assertThat(entries).extracting(QueueEntry::isStuck).containsExactly(false, false, false, true);
        assertThat(Slurm.entries("")).isEmpty();
    }

    @Test
    void aClientThatHangsIsAControllerThatDoesNotAnswer() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> new Client(Duration.ofMillis(300)).call(List.of("sleep",
                "60"))).isInstanceOf(UnreachableException.class)
                .hasMessageContaining("sleep gave no answer");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoSlurm() {
        assertThatThrownBy(() -> new Client(Duration.ofSeconds(5)).call(List.of("no-such-sbatch"))).isInstanceOf(InputException.class)
                .hasMessageContaining("cannot start no-such-sbatch");
    }

    @Test
    void takesManyWords() throws Exception {
        Client.Answer answer = new Client(Duration.ofSeconds(30)).call(List.of("sh", "-c", "seq 100000; echo why >&2; exit 3"));
        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.err()).isEqualTo("why");
        assertThat(answer.out()).endsWith("\n100000\n");
    }
}
