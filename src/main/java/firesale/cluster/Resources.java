package firesale.cluster;

import firesale.kernel.parameters.InputException;
import java.util.List;

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
        requireWord("--time", time);
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
