package firesale.cluster;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import firesale.experiment.store.DurableFiles;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One handing-in of tasks, kept as {@code cluster/NNN/submission.json} in the result folder. It is written before the scheduler
 * is asked, so that jobs of a process that died while asking are found by their name.
 *
 * @param number          from 1
 * @param jobName         of the array, unlike any other; the merge job's is this with {@code -merge}
 * @param program         the folder of the program's copy
 * @param tasks           how many tasks
 * @param shards          how many shards they compute
 * @param runs            how many runs those have
 * @param cpus            processors of a task
 * @param memoryMegabytes memory of a task
 * @param time            the time limit of a task, as the scheduler writes it
 * @param secondsPerRun   what the probe measured on one thread; 0 without a probe
 * @param submitted       when, as UTC
 * @param array           the array's job number; empty as long as the scheduler has not answered
 * @param merge           the merge job's
 */
record Submission(int number, String jobName, String program, int tasks, int shards, long runs, int cpus, int memoryMegabytes,
        String time,
        double secondsPerRun, String submitted, String array, String merge) {

    private static final String FOLDER = "cluster";
    private static final Pattern NUMBER = Pattern.compile("\\d{3,9}");
    private static final String FILE = "submission.json";

    /** Where a result folder keeps all about clusters. */
    static Path root(Path results) {
        return results.resolve(FOLDER);
    }

    static Path folder(Path results, int number) {
        return root(results).resolve(label(number));
    }

    /** The number as it is written. */
    static String label(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    String mergeName() {
        return jobName + "-merge";
    }

    Submission submitted(String arrayJob, String mergeJob) {
        return new Submission(number, jobName, program, tasks, shards, runs, cpus, memoryMegabytes, time, secondsPerRun, submitted,
                arrayJob,
                mergeJob);
    }

    /** Makes the folder of the next submission and returns its number; two processes get two. */
    static int next(Path results) throws IOException {
        Files.createDirectories(root(results));
        List<Integer> numbers = numbers(results);
        int number = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
        while (true) {
            try {
                Files.createDirectory(folder(results, number));
                return number;
            } catch (FileAlreadyExistsException e) {
                number++;
            }
        }
    }

    private static List<Integer> numbers(Path results) throws IOException {
        if (!Files.isDirectory(root(results))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root(results))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> NUMBER.matcher(name).matches())
                    .map(Integer::valueOf).sorted().toList();
        }
    }

    /** All submissions of a result folder, the first one first. */
    static List<Submission> all(Path results) throws IOException {
        List<Submission> all = new ArrayList<>();
        for (int number : numbers(results)) {
            Path file = folder(results, number).resolve(FILE);
            if (Files.exists(file)) {
                try {
                    all.add(mapper().readValue(file.toFile(), Submission.class));
                } catch (IOException e) {
                    throw new InputException(file + " cannot be read (" + e.getMessage() + "): remove it, its shards are not lost",
                            e);
                }
            }
        }
        return all;
    }

    void write(Path results) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        String json = mapper().writer(new DefaultPrettyPrinter().withObjectIndenter(lines)).writeValueAsString(this) + "\n";
        DurableFiles.replace(folder(results, number).resolve(FILE), json);
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /** Writes which shards each task computes, a task a line, from 1. */
    static void writeTasks(Path results, int number, List<List<Integer>> tasks) throws IOException {
        DurableFiles.replace(folder(results, number).resolve("tasks.txt"), tasksText(tasks));
    }

    static String tasksText(List<List<Integer>> tasks) {
        StringBuilder text = new StringBuilder();
        for (int task = 0; task < tasks.size(); task++) {
            text.append(task + 1).append(' ').append(Ranges.text(tasks.get(task))).append('\n');
        }
        return text.toString();
    }

    /**
     * The shards of each task, the first task first.
     *
     * @throws InputException if there is no such submission
     */
    static List<List<Integer>> tasks(Path results, int number) throws IOException {
        Path file = folder(results, number).resolve("tasks.txt");
        if (!Files.exists(file)) {
            throw new InputException("there is no submission " + label(number) + " in " + results);
        }
        List<List<Integer>> tasks = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] words = line.split(" ");
            try {
                if (words.length != 2 || Integer.parseInt(words[0]) != tasks.size() + 1) {
                    throw new NumberFormatException(line);
                }
                tasks.add(Ranges.parse(words[1]));
            } catch (NumberFormatException e) {
                throw new InputException(file + ":" + (tasks.size() + 1)
                        + ": expected a task's number and its shards, but found \"" + line
                        + "\"", e);
            }
        }
        return tasks;
    }
}
