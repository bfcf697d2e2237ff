package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.kernel.parameters.InputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares from the environments of schedulers, as their manuals describe these. */
class ArrayIndexTest {

    private static Map<String, String> environment(String variables) {
        Map<String, String> environment = new TreeMap<>(Map.of("HOME", "/root", "SLURM_JOB_ID", "77"));
        Arrays.stream(variables.strip().split(" +")).filter(pair -> pair.contains("="))
                .forEach(pair -> environment.put(pair.split("=")[0], pair.endsWith("=") ? "" : pair.split("=")[1]));
        return environment;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3/7    |                                                                                                | 3/7
            3/7    | SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=9 SLURM_ARRAY_TASK_COUNT=9     | 3/7
            auto   | SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=9 SLURM_ARRAY_TASK_COUNT=9     | 5/9
            auto   | SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=8 SLURM_ARRAY_TASK_COUNT=9     | 1/9
            auto   | SLURM_ARRAY_TASK_ID=14 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=22 SLURM_ARRAY_TASK_STEP=4 SLURM_ARRAY_TASK_COUNT=6 | 4/6
            auto/9 | SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=5 SLURM_ARRAY_TASK_COUNT=1     | 5/9
            auto   | SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=5 SLURM_ARRAY_TASK_MAX=5 SLURM_ARRAY_TASK_COUNT=1     | 1/1
            auto/8 | PBS_ARRAY_INDEX=8                                                                                | 8/8
            auto/8 | PBS_ARRAYID=1                                                                                    | 1/8
            auto   | SGE_TASK_ID=7 SGE_TASK_FIRST=1 SGE_TASK_LAST=10 SGE_TASK_STEPSIZE=3                              | 3/4
            auto   | LSB_JOBINDEX=4 LSB_JOBINDEX_STEP=1 LSB_JOBINDEX_END=6                                            | 4/6
            auto/6 | LSB_JOBINDEX=4                                                                                   | 4/6
            auto/4 | JOB_COMPLETION_INDEX=0                                                                           | 1/4
            auto/4 | JOB_COMPLETION_INDEX=3                                                                           | 4/4
            auto   | AWS_BATCH_JOB_ARRAY_INDEX=2 AWS_BATCH_JOB_ARRAY_SIZE=5                                           | 3/5
            auto/5 | AWS_BATCH_JOB_ARRAY_INDEX=2                                                                      | 3/5
            auto/4 | SGE_TASK_ID=undefined LSB_JOBINDEX=0 PBS_ARRAYID= JOB_COMPLETION_INDEX=1                         | 2/4
            auto/4 | PBS_ARRAY_INDEX=2 JOB_COMPLETION_INDEX=1                                                         | 2/4
            """)
    void shares(String text, String variables, String expected) {
        Work.Share share = ArrayIndex.share(text, environment(variables == null ? "" : variables));
        assertThat(share.index() + "/" + share.of()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0/3    |                                                    | --shard 0/3: expected I/N with I from 1 to N
            4/3    |                                                    | --shard 4/3: expected I/N with I from 1 to N
            3      |                                                    | --shard 3: expected I/N with I from 1 to N, auto, or auto/N
            auto/0 |                                                    | --shard auto/0: expected I/N with I from 1 to N, auto, or auto/N
            -1/3   |                                                    | --shard -1/3: expected I/N
            auto   |                                                    | --shard auto: none of SLURM_ARRAY_TASK_ID, PBS_ARRAY_INDEX, PBS_ARRAYID, SGE_TASK_ID, LSB_JOBINDEX, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX is set: run it as a task of an array, or write --shard I/N
            auto   | SGE_TASK_ID=undefined LSB_JOBINDEX=0               | none of SLURM_ARRAY_TASK_ID
            auto   | PBS_ARRAY_INDEX=3                                  | --shard auto: PBS_ARRAY_INDEX is 3, but not how many tasks there are: write --shard auto/N
            auto   | JOB_COMPLETION_INDEX=3                             | write --shard auto/N
            auto/3 | PBS_ARRAY_INDEX=4                                  | --shard auto/3: PBS_ARRAY_INDEX is 4, expected 1 to 3
            auto/3 | PBS_ARRAY_INDEX=0                                  | --shard auto/3: PBS_ARRAY_INDEX is 0, expected 1 to 3
            auto/3 | JOB_COMPLETION_INDEX=3                             | --shard auto/3: JOB_COMPLETION_INDEX is 3, expected 0 to 2
            auto/4 | PBS_ARRAY_INDEX=2 JOB_COMPLETION_INDEX=2           | --shard auto: PBS_ARRAY_INDEX says share 2 of 4, but JOB_COMPLETION_INDEX says 3 of 4: write --shard I/N
            auto   | SLURM_ARRAY_TASK_ID=x                              | --shard auto: SLURM_ARRAY_TASK_ID: expected a whole number, but found "x"
            auto   | SLURM_ARRAY_TASK_ID=7 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=3 | --shard auto: the array of SLURM_ARRAY_TASK_ID has 3 tasks that are not numbered evenly from 1 to 7: write --shard I/N
            auto   | SGE_TASK_ID=6 SGE_TASK_FIRST=1 SGE_TASK_LAST=10 SGE_TASK_STEPSIZE=3 | --shard auto: SGE_TASK_ID is 6, but the array's tasks are numbered from 1 in steps of 3
            """)
    void refusals(String text, String variables, String message) {
        assertThatThrownBy(() -> ArrayIndex.share(text, environment(variables == null ? "" : variables)))
                .isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    /** Whatever the numbering, the tasks of an array hold every share once. */
    @Test
    void anArrayHoldsEveryShareOnce() {
        for (int first : new int[] {0, 1, 5}) {
            for (int step : new int[] {1, 3}) {
                Set<Integer> held = new HashSet<>();
                for (int k = 0; k < 6; k++) {
                    Work.Share share = ArrayIndex.share("auto", environment("SLURM_ARRAY_TASK_ID=" + (first + k * step)
                            + " SLURM_ARRAY_TASK_MIN=" + first + " SLURM_ARRAY_TASK_MAX=" + (first + 5 * step) + " SLURM_ARRAY_TASK_STEP="
                            + step + " SLURM_ARRAY_TASK_COUNT=6"));
                    assertThat(share.of()).isEqualTo(6);
                    held.add(share.index());
                }
                assertThat(held).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
            }
        }
    }
}
