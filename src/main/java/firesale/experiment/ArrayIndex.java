package firesale.experiment;

import firesale.kernel.parameters.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which share a process computes: as it is told, or as the environment says that a scheduler's array gives to each of its tasks
 * (Slurm, PBS, Torque, Grid Engine, LSF, Kubernetes, AWS Batch).
 */
public final class ArrayIndex {

    private static final Pattern EXPLICIT = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
    private static final Pattern AUTO = Pattern.compile("auto(?:/([1-9]\\d{0,8}))?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /**
     * How a scheduler tells a task its place.
     *
     * @param number  the variable with the task's number
     * @param absent  a value of it that means that there is no array
     * @param lowest  the lowest number an array begins with by custom
     * @param first   the variable with the number of the first task; empty if there is none
     * @param step    the variable with the step between numbers; empty if there is none
     * @param last    the variable with the number of the last task; empty if there is none
     * @param count   the variable with how many tasks there are; empty if there is none
     */
    private record Scheduler(String number, String absent, int lowest, String first, String step, String last, String count) {
    }

    private static final List<Scheduler> SCHEDULERS = List.of(
            new Scheduler("SLURM_ARRAY_TASK_ID", "", 1, "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_STEP", "SLURM_ARRAY_TASK_MAX",
                    "SLURM_ARRAY_TASK_COUNT"),
            new Scheduler("PBS_ARRAY_INDEX", "", 1, "", "", "", ""),
            new Scheduler("PBS_ARRAYID", "", 1, "", "", "", ""),
            new Scheduler("SGE_TASK_ID", "undefined", 1, "SGE_TASK_FIRST", "SGE_TASK_STEPSIZE", "SGE_TASK_LAST", ""),
            new Scheduler("LSB_JOBINDEX", "0", 1, "", "LSB_JOBINDEX_STEP", "LSB_JOBINDEX_END", ""),
            new Scheduler("JOB_COMPLETION_INDEX", "", 0, "", "", "", ""),
            new Scheduler("AWS_BATCH_JOB_ARRAY_INDEX", "", 0, "", "", "", "AWS_BATCH_JOB_ARRAY_SIZE"));

    /**
     * One task of an array.
     *
     * @param variable where its number was found
     * @param number   its number
     * @param first    the first task's number, as far as known, else the custom
     * @param step     between numbers
     * @param lowest   the lowest number an array begins with by custom
     * @param count    how many tasks there are; 0 if that is not known
     */
    private record Task(String variable, int number, int first, int step, int lowest, int count) {

        private int place() {
            if (number < first || (number - first) % step != 0) {
                throw new InputException("--shard auto: " + variable + " is " + number + ", but the array's tasks are numbered from "
                        + first + " in steps of " + step);
            }
            return (number - first) / step + 1;
        }

        /** @param asked how many shares there are; 0 for as many as the array has tasks */
        private Work.Share share(int asked) {
            if (asked == 0 && count == 0) {
                throw new InputException("--shard auto: " + variable + " is " + number + ", but not how many tasks there are: write "
                        + "--shard auto/N");
            }
            int of = asked == 0 ? count : asked;
            // an array of another size is a part of one, submitted again: its tasks keep their numbers
            int index = of == count ? place() : number - lowest + 1;
            if (index < 1 || index > of) {
                throw new InputException("--shard auto" + (asked == 0 ? "" : "/" + asked) + ": " + variable + " is " + number
                        + ", expected " + lowest + " to " + (lowest + of - 1));
            }
            return new Work.Share(index, of);
        }
    }

    private ArrayIndex() {
    }

    /**
     * The share that a text asks for.
     *
     * @param text        {@code I/N} with I from 1 to N, whatever the environment says; {@code auto}, or {@code auto/N} where the
     *                    environment does not say how many tasks there are
     * @param environment the process' environment
     * @throws InputException if the text is none of these, or the environment names no task, two different ones, or one that is not
     *                        among N
     */
    public static Work.Share share(String text, Map<String, String> environment) {
        Matcher explicit = EXPLICIT.matcher(text);
        if (explicit.matches()) {
            return new Work.Share(Integer.parseInt(explicit.group(1)), Integer.parseInt(explicit.group(2)));
        }
        Matcher auto = AUTO.matcher(text);
        if (!auto.matches()) {
            throw new InputException("--shard " + text + ": expected I/N with I from 1 to N, auto, or auto/N");
        }
        return share(tasks(environment), auto.group(1) == null ? 0 : Integer.parseInt(auto.group(1)));
    }

    private static Work.Share share(List<Task> tasks, int asked) {
        if (tasks.isEmpty()) {
            throw new InputException("--shard auto: none of " + SCHEDULERS.stream().map(Scheduler::number)
                    .collect(Collectors.joining(", ")) + " is set: run it as a task of an array, or write --shard I/N");
        }
        Work.Share share = tasks.get(0).share(asked);
        for (Task other : tasks) {
            if (!other.share(asked).equals(share)) {
                throw new InputException("--shard auto: " + tasks.get(0).variable + " says share " + share.index() + " of " + share.of()
                        + ", but " + other.variable + " says " + other.share(asked).index() + " of " + other.share(asked).of()
                        + ": write --shard I/N");
            }
        }
        return share;
    }

    private static List<Task> tasks(Map<String, String> environment) {
        List<Task> tasks = new ArrayList<>();
        for (Scheduler scheduler : SCHEDULERS) {
            Optional<Integer> number = number(scheduler.number, scheduler.absent, environment);
            if (number.isPresent()) {
                int first = number(scheduler.first, "", environment).orElse(scheduler.lowest);
                int step = Math.max(1, number(scheduler.step, "", environment).orElse(1));
                Optional<Integer> last = number(scheduler.last, scheduler.absent, environment);
                int byEnds = last.isPresent() && last.get() >= first ? (last.get() - first) / step + 1 : 0;
                int count = number(scheduler.count, "", environment).orElse(byEnds);
                if (byEnds > 0 && byEnds != count) {
                    throw new InputException("--shard auto: the array of " + scheduler.number + " has " + count + " tasks that are not "
                            + "numbered evenly from " + first + " to " + last.get() + ": write --shard I/N");
                }
                tasks.add(new Task(scheduler.number, number.get(), first, step, scheduler.lowest, count));
            }
        }
        return tasks;
    }

    /** The whole number that a variable holds; empty if it is not set, or says that there is none. */
    private static Optional<Integer> number(String variable, String absent, Map<String, String> environment) {
        String text = variable.isEmpty() ? null : environment.get(variable);
        if (text == null || text.isBlank() || text.equals(absent) || text.equals("undefined")) {
            return Optional.empty();
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new InputException("--shard auto: " + variable + ": expected a whole number, but found \"" + text + "\"");
        }
        return Optional.of(Integer.parseInt(text));
    }
}
