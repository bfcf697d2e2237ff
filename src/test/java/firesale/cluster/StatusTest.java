package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    @TempDir
    Path folder;

    private final FakeScheduler scheduler = new FakeScheduler();

    private static Map<String, FileTime> files(Path folder) throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.toList()) {
                files.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void saysWhatIsThereAndWhatIsNotAndTouchesNothing() throws Exception {
        PreparedSweep sweep = new PreparedSweep(folder);
        Path results = folder.resolve("results");
        new Submitter(sweep.planned(results), results, scheduler, new Resources("", "", "5", 1024, 1, List.of()), Optional.of(2),
                false,
                new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())).submit();
        assertThat(Status.of(results, scheduler).text()).contains("tiny: 0 of 1,000 runs in 0 of 4 shards (0.0 %), not merged\n",
                "missing: shards 0-3\n", "Go on:  firesale cluster submit " + results + "/experiment.yaml --out " + results + "\n");

        sweep.publish(results, 0, 1);
        Files.writeString(PreparedSweep.shard(results, 1), Files.readString(PreparedSweep.shard(results, 1)).replace("ok", "no"));
        Files.copy(PreparedSweep.shard(results, 0), PreparedSweep.shard(results, 2));
        Files.createDirectories(results.resolve("shards/unfinished"));
        Files.writeString(results.resolve("shards/unfinished/x.part"), "half");
        String name = Submission.all(results).get(0).jobName();
        scheduler.queue.add(new QueueEntry("101", "1", name, "RUNNING", "None"));
        scheduler.queue.add(new QueueEntry("101", "2", name, "PENDING", "Priority"));
        scheduler.queue.add(new QueueEntry("102", "", name + "-merge", "PENDING", "Dependency"));
        Map<String, FileTime> before = files(results);
        Status status = Status.of(results, scheduler);
        assertThat(status.text()).isEqualTo("tiny: 250 of 1,000 runs in 1 of 4 shards (25.0 %), not merged\n"
                + "missing: shard 3\ndamaged, to be computed again: shard 1\nof another plan: shard 2\n"
                + "unfinished files: 1 (of tasks under way, or left by killed ones)\n"
                + "submission 001 (job 101): 2 tasks; in the queue 1 pending (Priority), 1 running; merge job 1 pending (Dependency)\n"
                + "Go on:  remove the shards of another plan, then look again\n");
        JsonNode json = new ObjectMapper().readTree(status.json());
        assertThat(json.get("runsDone").asLong()).isEqualTo(250);
        assertThat(json.get("missing").toString()).isEqualTo("[3]");
        assertThat(json.get("damaged").toString()).isEqualTo("[1]");
        assertThat(json.get("foreign").toString()).isEqualTo("[2]");
        assertThat(json.get("submissions").get(0).get("queue").toString()).isEqualTo("{\"pending (Priority)\":1,\"running\":1}");
        scheduler.dead = true;
        assertThat(Status.of(results, scheduler).text()).contains("the queue cannot be asked: Unable to contact slurm controller\n",
                "submission 001 (job 101): 2 tasks\n");
        assertThat(files(results)).isEqualTo(before);

        Files.delete(PreparedSweep.shard(results, 1));
        Files.delete(PreparedSweep.shard(results, 2));
        sweep.publish(results, 1, 2, 3);
        assertThat(Status.of(results, scheduler).text()).contains("1,000 of 1,000 runs in 4 of 4 shards (100.0 %), not merged\n",
                "Go on:  firesale merge " + results + "\n");
    }

    @Test
    void refusesAFolderWithoutResults() {
        assertThatThrownBy(() -> Status.of(folder, scheduler)).isInstanceOf(InputException.class).hasMessageContaining("manifest.json");
    }
}
