package firesale.cluster;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import firesale.experiment.ShardSurvey;
import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep has done, by its shards, and what the queue says of it. Reads only. */
public final class Status {

    private static final double PERCENT = 100;

    private final Path results;
    private final ShardSurvey survey;
    private final List<Submission> submissions;
    private final List<QueueEntry> queue;
    private final String silence;

    private Status(Path results, ShardSurvey survey, List<Submission> submissions, List<QueueEntry> queue, String silence) {
        this.results = results;
        this.survey = survey;
        this.submissions = submissions;
        this.queue = queue;
        this.silence = silence;
    }

    /**
     * Looks at a result folder and at the queue.
     *
     * @throws InputException if it is no result folder
     */
    public static Status of(Path results, Scheduler scheduler) throws IOException, InterruptedException {
        Path folder = results.toAbsolutePath().normalize();
        List<Submission> submissions = Submission.all(folder);
        List<String> names = new ArrayList<>();
        submissions.forEach(submission -> names.addAll(List.of(submission.jobName(), submission.mergeName())));
        List<QueueEntry> queue = List.of();
        String silence = "";
        try {
            queue = scheduler.queue(names);
        } catch (UnreachableException | InputException e) {
            silence = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        return new Status(results, ShardSurvey.of(results, true), submissions, queue, silence);
    }

    /** A few lines for people. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "%s: %,d of %,d runs in %,d of %,d shards (%.1f %%), %s%n",
                survey.name(), survey.runsDone(), survey.runs(), published(), survey.shards(), percent(),
                survey.merged() ? "merged" : "not merged").replace(System.lineSeparator(), "\n"));
        line(text, "missing", survey.missing());
        line(text, "damaged, to be computed again", survey.damaged());
        line(text, "of another plan", survey.foreign());
        if (survey.unfinished() > 0) {
            text.append("unfinished files: ").append(survey.unfinished()).append(" (of tasks under way, or left by killed ones)\n");
        }
        if (!silence.isEmpty()) {
            text.append("the queue cannot be asked: ").append(silence).append('\n');
        }
        for (Submission submission : submissions) {
            text.append("submission ").append(Submission.label(submission.number())).append(" (job ")
                    .append(submission.array().isEmpty() ? "unknown" : submission.array()).append("): ")
                    .append(submission.tasks()).append(submission.tasks() == 1 ? " task" : " tasks");
            if (silence.isEmpty()) {
                text.append("; in the queue ").append(counts(submission.jobName())).append("; merge job ")
                        .append(counts(submission.mergeName()));
            }
            text.append('\n');
        }
        text.append(goOn());
        return text.toString();
    }

    private static void line(StringBuilder text, String what, List<Integer> shards) {
        if (!shards.isEmpty()) {
            text.append(what).append(": shard").append(shards.size() == 1 ? " " : "s ").append(Ranges.text(shards)).append('\n');
        }
    }

    private int published() {
        return survey.shards() - survey.missing().size() - survey.damaged().size() - survey.foreign().size();
    }

    private double percent() {
        return PERCENT * survey.runsDone() / survey.runs();
    }

    private Map<String, Integer> states(String jobName) {
        Map<String, Integer> states = new TreeMap<>();
        for (QueueEntry entry : queue) {
            if (entry.name().equals(jobName)) {
                boolean waits = entry.state().equals("PENDING") && !entry.reason().isEmpty() && !entry.reason().equals("None");
                states.merge(entry.state().toLowerCase(Locale.ROOT) + (waits ? " (" + entry.reason() + ")" : ""), 1, Integer::sum);
            }
        }
        return states;
    }

    private String counts(String jobName) {
        List<String> counts = new ArrayList<>();
        states(jobName).forEach((state, count) -> counts.add(count + " " + state));
        return counts.isEmpty() ? "none" : String.join(", ", counts);
    }

    private String goOn() {
        String folder = Shell.word(results.toString());
        if (survey.merged()) {
            return "";
        } else if (!survey.foreign().isEmpty()) {
            return "Go on:  remove the shards of another plan, then look again\n";
        } else if (survey.isFull()) {
            return "Go on:  firesale merge " + folder + "\n";
        } else if (queue.stream().anyMatch(entry -> !entry.isStuck())) {
            return "Wait for the queue, or:  firesale cluster submit " + file() + " --out " + folder + " --wait\n";
        }
        return "Go on:  firesale cluster submit " + file() + " --out " + folder + "\n";
    }

    private String file() {
        return Shell.word(results.resolve("experiment.yaml").toString());
    }

    /** The same as JSON. */
    public String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            json.writeStringField("name", survey.name());
            json.writeBooleanField("merged", survey.merged());
            json.writeNumberField("runs", survey.runs());
            json.writeNumberField("runsDone", survey.runsDone());
            json.writeNumberField("shards", survey.shards());
            json.writeNumberField("published", published());
            numbers(json, "missing", survey.missing());
            numbers(json, "damaged", survey.damaged());
            numbers(json, "foreign", survey.foreign());
            json.writeNumberField("unfinishedFiles", survey.unfinished());
            json.writeStringField("queueError", silence);
            json.writeArrayFieldStart("submissions");
            for (Submission submission : submissions) {
                json.writeStartObject();
                json.writeNumberField("number", submission.number());
                json.writeStringField("job", submission.array());
                json.writeStringField("mergeJob", submission.merge());
                json.writeNumberField("tasks", submission.tasks());
                states(json, "queue", submission.jobName());
                states(json, "mergeQueue", submission.mergeName());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void numbers(JsonGenerator json, String name, List<Integer> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private void states(JsonGenerator json, String name, String jobName) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Integer> state : states(jobName).entrySet()) {
            json.writeNumberField(state.getKey(), state.getValue());
        }
        json.writeEndObject();
    }
}
