package firesale.cluster;

import firesale.kernel.parameters.InputException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a task asks of the cluster.
 *
 * @param partition       the partition or queue; empty for the cluster's own choice
 * @param account         the account; empty for the user's own
 * @param time            a time limit as the scheduler writes it; empty to choose one
 * @param memoryMegabytes memory of a task
 * @param cpus            processors of a task, one thread each
 * @param more            further options of the scheduler, such as {@code --qos=long}
 */
public record Resources(String partition, String account, String time, int memoryMegabytes, int cpus, List<String> more) {

    private static final int LEAST_MEGABYTES = 256;
    /** Slurm's: MM, MM:SS, HH:MM:SS, D-HH, D-HH:MM, D-HH:MM:SS. */
    private static final Pattern TIME = Pattern.compile("\\d{1,7}(:\\d{1,2}){0,2}|\\d{1,4}-\\d{1,2}(:\\d{1,2}){0,2}");
    private static final Pattern NOTHING = Pattern.compile("[0:-]+");

    /** @throws InputException naming an option that makes no sense */
    public Resources {
        more = List.copyOf(more);
        if (memoryMegabytes < LEAST_MEGABYTES) {
            throw new InputException("--memory: was " + memoryMegabytes + ", expected at least " + LEAST_MEGABYTES + " MB");
        }
        if (cpus < 1) {
            throw new InputException("--cpus: was " + cpus + ", expected at least 1");
        }
        requireWord("--partition", partition);
        requireWord("--account", account);
        if (!time.isEmpty() && (!TIME.matcher(time).matches() || NOTHING.matcher(time).matches())) {
            throw new InputException("--time: was \"" + time
                    + "\", expected a time limit above zero: minutes, MM:SS, HH:MM:SS or D-HH[:MM[:SS]], such as 00:30:00");
        }
        for (String option : more) {
            if (!option.startsWith("-") || option.lines().count() > 1) {
                throw new InputException("--sbatch: was \"" + option
                        + "\", expected an option of sbatch, such as --sbatch=--qos=long");
            }
        }
    }

    private static void requireWord(String option, String value) {
        if (value.chars().anyMatch(Character::isWhitespace)) {
            throw new InputException(option + ": was \"" + value + "\", expected no space in it");
        }
    }
}
