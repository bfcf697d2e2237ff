package firesale.cluster;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slurm through its client programs. */
public final class Slurm implements Scheduler {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LARGEST = Pattern.compile("(?m)^MaxArraySize\\s*=\\s*(\\d{1,9})");
    /** What clients say when the controller is dead, busy, or not the one that they know. */
    private static final Pattern NO_CONTROLLER = Pattern.compile(
            "(?i)unable to contact|connect failure|connection (refused|reset|timed out)|socket timed out|timed out|"
                    + "zero bytes|unexpected message|communication|resource temporarily unavailable|transport endpoint|try again later");
    private static final String FIELDS = "%F|%K|%j|%T|%r";
    private static final int FIELD_COUNT = 5;

    private final Client client = new Client(PATIENCE);

    @Override
    public String submit(Path script, String dependency) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sbatch", "--parsable"));
        if (!dependency.isEmpty()) {
            command.addAll(List.of("--dependency=" + dependency, "--kill-on-invalid-dep=yes"));
        }
        command.add(script.toString());
        Client.Answer answer = client.call(command);
        if (answer.exit() != 0) {
            if (NO_CONTROLLER.matcher(answer.err()).find()) {
                throw new UnreachableException(answer.err());
            }
            throw new InputException("Slurm refused " + script + ":\n" + answer.err());
        }
        // the name of the cluster may follow
        return answer.out().strip().split(";", 2)[0];
    }

    @Override
    public List<QueueEntry> queue(Collection<String> jobNames) throws IOException, InterruptedException {
        if (jobNames.isEmpty()) {
            return List.of();
        }
        Client.Answer answer = client.call(List.of("squeue", "--noheader", "--array", "--name=" + String.join(",", jobNames),
                "--format=" + FIELDS));
        if (answer.exit() != 0) {
            throw new UnreachableException(answer.err());
        }
        return entries(answer.out());
    }

    /** Reads the lines of {@code squeue}. */
    static List<QueueEntry> entries(String lines) {
        List<QueueEntry> entries = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            String[] fields = line.split("\\|", FIELD_COUNT);
            if (fields.length == FIELD_COUNT) {
                entries.add(new QueueEntry(fields[0], fields[1].equals("N/A") ? "" : fields[1], fields[2], fields[3], fields[4]));
            }
        }
        return entries;
    }

    @Override
    public void cancel(List<QueueEntry> entries) throws IOException, InterruptedException {
        if (!entries.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("scancel", "--quiet"));
            entries.forEach(entry -> command.add(entry.id()));
            client.call(command);
        }
    }

    @Override
    public int largestIndex() throws IOException, InterruptedException {
        Client.Answer answer = client.call(List.of("scontrol", "show", "config"));
        if (answer.exit() != 0) {
            throw new UnreachableException(answer.err());
        }
        Matcher matcher = LARGEST.matcher(answer.out());
        return matcher.find() ? Math.max(1, Integer.parseInt(matcher.group(1)) - 1) : TaskPlan.MOST_TASKS;
    }
}
