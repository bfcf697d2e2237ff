package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts as bash sees them, with a java that only says what it is given. */
class ScriptsTest {

    private static final String JAVA = "#!/bin/bash\nprintf '<%s>\\n' \"$@\"\nprintf 'in %s\\n' \"$PWD\"\n";

    @TempDir
    Path folder;

    private Path java;
    private Path awkward;

    @BeforeEach
    void pretend() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
        awkward = Files.createDirectories(folder.resolve("it's  50% \"here\""));
        java = Files.createDirectories(awkward.resolve("bin")).resolve("java");
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String bash(Map<String, String> environment, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        assertThat(run(environment, "bash", "-n", file.toString())).isEmpty();
        return run(environment, "bash", file.toString());
    }

    private static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SLURM_") || name.startsWith("PBS_")
                || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
        return out;
    }

    private static Resources resources(String... more) {
        return new Resources("long", "risk", "00:30:00", 2_000, 4, List.of(more));
    }

    @Test
    void theArrayOfSlurm() throws Exception {
        SlurmScripts scripts = new SlurmScripts(awkward, awkward.resolve("cluster/program-1"), java, 7, "sale-007-abc", 12, "90",
                5_000_000,
                resources("--qos=low", "--constraint=\"a&b\""));
        String array = scripts.array();
        assertThat(array.lines().filter(line -> line.startsWith("#SBATCH"))).containsExactly("#SBATCH --job-name=sale-007-abc",
                "#SBATCH --array=1-12",
                "#SBATCH --output=\"" + folder + "/it's  50%% \\\"here\\\"/cluster/007/log/task-%a.txt\"",
                "#SBATCH --open-mode=append", "#SBATCH --time=90", "#SBATCH --signal=B:TERM@30", "#SBATCH --requeue",
                        "#SBATCH --ntasks=1",
                "#SBATCH --cpus-per-task=4", "#SBATCH --mem=2000M", "#SBATCH --partition=long", "#SBATCH --account=risk",
                        "#SBATCH --qos=low",
                "#SBATCH --constraint=\"a&b\"");
        assertThat(bash(Map.of("SLURM_MEM_PER_NODE", "1000", "SLURM_CPUS_PER_TASK", "3"), array)).startsWith(
                "<-XX:-UsePerfData>\n<-XX:+UseSerialGC>\n<-Xmx600m>\n<-XX:ActiveProcessorCount=3>\n<-Dpicocli.ansi=false>\n<-cp>\n<"
                        + awkward + "/cluster/program-1/*>\n<firesale.cli.Main>\n<cluster>\n<work>\n<" + awkward
                        + ">\n<--submission>\n<7>\nin ");
        // by hand, outside of Slurm: what was asked for, on one processor
        assertThat(bash(Map.of(), array)).contains("<-Xmx1200m>\n<-XX:ActiveProcessorCount=1>");
        assertThat(bash(Map.of("SLURM_CPUS_ON_NODE", "2"), array)).contains("<-XX:ActiveProcessorCount=2>");
    }

    @Test
    void theMergeOfSlurm() throws Exception {
        SlurmScripts scripts = new SlurmScripts(awkward, awkward.resolve("cluster/program-1"), folder.resolve("no/java"), 7,
                "sale-007-abc", 12, "",
                5_000_000, new Resources("", "", "", 512, 1, List.of()));
        assertThat(scripts.array()).doesNotContain("--time").doesNotContain("--partition");
        // the database needs more than a small task; 30 minutes and one for each million runs
        assertThat(scripts.merge()).contains("#SBATCH --job-name=sale-007-abc-merge\n", "#SBATCH --mem=1536M\n",
                "#SBATCH --time=35\n",
                "log/merge.txt\"\n");
        // a node without the submitter's java takes the one on its path
        assertThat(bash(Map.of("PATH", awkward.resolve("bin") + ":" + System.getenv("PATH")), scripts.merge()))
                .contains("<-Xmx384m>", "<cluster>\n<merge>\n<" + awkward + ">\n");
    }

    private ShareScript share(int tasks) {
        return new ShareScript("sale", Path.of("my experiments/sale.yaml"), List.of("--set", "time.weeks=3", "--seed", "7"),
                Path.of("out"), tasks,
                "/opt/it's/firesale.jar", resources());
    }

    @Test
    void theArrayOfPbs() throws Exception {
        String script = new PbsScript(share(20)).array();
        assertThat(script.lines().filter(line -> line.startsWith("#PBS"))).containsExactly("#PBS -N sale", "#PBS -J 1-20",
                "#PBS -l select=1:ncpus=4:mem=2000mb", "#PBS -l walltime=00:30:00", "#PBS -q long", "#PBS -A risk", "#PBS -j oe",
                        "#PBS -r y");
        String said = bash(Map.of("PBS_ARRAY_INDEX", "3", "PBS_O_WORKDIR", awkward.toString(), "JAVA_HOME", awkward.toString()),
                script);
        assertThat(said).isEqualTo("<-XX:-UsePerfData>\n<-XX:+UseSerialGC>\n<-Xmx800m>\n<-XX:ActiveProcessorCount=4>\n<-jar>\n"
                + "</opt/it's/firesale.jar>\n<run>\n<my experiments/sale.yaml>\n<--set>\n<time.weeks=3>\n<--seed>\n<7>\n<--out>\n<out>\n"
                + "<--shard>\n<3/20>\nin " + awkward + "\n");
        // PBS refuses an array of one: then it is a plain job
        assertThat(new PbsScript(share(1)).array()).doesNotContain("-J");
        assertThat(bash(Map.of("JAVA_HOME", awkward.toString()), new PbsScript(share(1)).array())).contains("<--shard>\n<1/1>\n");
    }

    @Test
    void theMergeOfPbs() throws Exception {
        String script = new PbsScript(share(20)).merge();
        assertThat(script).contains("#PBS -N sale-merge\n").doesNotContain("-J");
        assertThat(bash(Map.of("JAVA_HOME", awkward.toString()), script)).contains("<-Xmx500m>",
                "</opt/it's/firesale.jar>\n<merge>\n<out>\n");
    }

    @Test
    void refusesWhatNoSchedulerUnderstands() {
        assertThatThrownBy(() -> new Resources("a b", "", "", 1024, 1,
                List.of())).isInstanceOf(InputException.class).hasMessageContaining("--partition");
        assertThatThrownBy(() -> new Resources("", "", "", 100, 1,
                List.of())).hasMessage("--memory: was 100, expected at least 256 MB");
        assertThatThrownBy(() -> new Resources("", "", "", 1024, 0, List.of())).hasMessageContaining("--cpus");
        assertThatThrownBy(() -> resources("qos=low")).hasMessageContaining("--sbatch=--qos=long");
        assertThatThrownBy(() -> resources("--a\nrm -rf /")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> share(0)).hasMessageContaining("--tasks: was 0");
    }
}
