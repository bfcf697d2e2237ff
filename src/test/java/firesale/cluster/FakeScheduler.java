package firesale.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A scheduler whose queue is what the test puts there. */
final class FakeScheduler implements Scheduler {

    final List<QueueEntry> queue = new ArrayList<>();
    final List<String> submitted = new ArrayList<>();
    final List<QueueEntry> cancelled = new ArrayList<>();
    boolean dead;
    int largest = 1_000;
    private int jobs = 100;

    @Override
    public String submit(Path script, String dependency) throws IOException {
        answer();
        submitted.add(script.getFileName() + (dependency.isEmpty() ? "" : " after " + dependency));
        if (!Files.exists(script)) {
            throw new IOException("no " + script);
        }
        return Integer.toString(++jobs);
    }

    private void answer() throws UnreachableException {
        if (dead) {
            throw new UnreachableException("Unable to contact slurm controller");
        }
    }

    @Override
    public List<QueueEntry> queue(Collection<String> jobNames) throws IOException {
        answer();
        return queue.stream().filter(entry -> jobNames.contains(entry.name())).toList();
    }

    @Override
    public void cancel(List<QueueEntry> entries) {
        cancelled.addAll(entries);
        queue.removeAll(entries);
    }

    @Override
    public int largestIndex() throws IOException {
        answer();
        return largest;
    }
}
