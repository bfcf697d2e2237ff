package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a java and a Maven that only pretend, in a folder whose name is awkward. */
class LauncherTest {

    private static final String JAVA = """
            #!/usr/bin/env bash
            [[ $* != *ArchiveClassesAtExit* ]] || exit 1
            printf '<%s>\\n' "$@"
            """;
    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo built >> "$MAVEN_LOG"
            sleep 0.3
            for argument; do
                [[ $argument != -Dfiresale.build=* ]] || touch "${argument#*=}/firesale-1.jar"
            done
            exit "${MAVEN_EXIT-0}"
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path log;

    private record Result(int code, String out, String err) {
    }

    @BeforeEach
    void pretend() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")) && Files.exists(Path.of("firesale")), "needs flock and the launcher");
        home = Files.createDirectories(folder.resolve("a fire  sale's"));
        log = folder.resolve("maven.log");
        Files.createFile(log);
        Files.copy(Path.of("firesale"), home.resolve("firesale"));
        Files.createDirectories(home.resolve("src/main/java"));
        old(Files.writeString(home.resolve("src/main/java/A.java"), "class A {}"));
        old(Files.writeString(home.resolve("pom.xml"), "<project/>"));
        old(home.resolve("src/main/java"));
        old(home.resolve("src/main"));
        script(folder.resolve("jdk/bin/java"), JAVA);
        Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n");
        script(folder.resolve("bin/mvn"), MAVEN);
    }

    /** Whoever uses a build, the making of its archive in the background included, holds a lock on its folder. */
    @AfterEach
    void waitForEveryUserOfABuild() throws IOException, InterruptedException {
        String wait = "for build in .build/build-*; do [[ ! -d $build ]] || flock \"$build\" true; done";
        assertThat(new ProcessBuilder("bash", "-c", wait).directory(home.toFile()).start().waitFor()).isZero();
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        // put in place whole: a script that is just being executed cannot be written to
        Path made = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + builder.environment().get("PATH"));
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("MAVEN_LOG", log.toString());
        builder.environment().remove("FIRESALE_JAVA_OPTS");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), out, err);
    }

    private Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return finish(start(home.resolve("firesale"), environment, arguments));
    }

    private long builds() throws IOException {
        return Files.readAllLines(log).size();
    }

    @Test
    void buildsOnceAndAgainWhenASourceChangesOrGoes() throws Exception {
        Result first = run(Map.of(), "describe");
        assertThat(first.code).isZero();
        assertThat(first.err).isEqualTo("firesale: building; this takes a moment\n");
        assertThat(run(Map.of(), "describe").err).isEmpty();
        assertThat(builds()).isEqualTo(1);
        Files.writeString(home.resolve("src/main/java/A.java"), "class A { }");
        run(Map.of(), "describe");
        assertThat(builds()).isEqualTo(2);
        Files.delete(home.resolve("src/main/java/A.java"));
        run(Map.of(), "describe");
        run(Map.of(), "describe");
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void passesArgumentsOnAndChoosesOptions() throws Exception {
        Result run = run(Map.of("FIRESALE_JAVA_OPTS", "-Xmx1g  -Da=*"), "run", "a b.yaml", "--set", "x=[1, 2]", "", "*");
        assertThat(run.out).contains("<-Xmx160m>\n").doesNotContain("TieredStopAtLevel").contains("<-Xmx1g>\n<-Da=*>\n<-jar>\n")
                .endsWith("/firesale-1.jar>\n<run>\n<a b.yaml>\n<--set>\n<x=[1, 2]>\n<>\n<*>\n");
        assertThat(run(Map.of(), "describe").out).contains("<-XX:TieredStopAtLevel=1>", "<-Dpicocli.ansi=false>");
        assertThat(run(Map.of(), "clear", "bids.csv").out).contains("<-XX:TieredStopAtLevel=1>", "<-Xmx512m>");
        assertThat(run(Map.of()).out).contains("<-XX:TieredStopAtLevel=1>");
    }

    @Test
    void worksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("fs"), home.resolve("firesale"));
        assertThat(finish(start(link, Map.of(), "--help")).out).endsWith("<--help>\n");
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(start(home.resolve("firesale"), Map.of(), "--help"));
        }
        for (Process process : processes) {
            assertThat(finish(process).out).endsWith("<--help>\n");
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aFailedBuildLeavesNothingBehindAndTheNextStartTriesAgain() throws Exception {
        Result failed = run(Map.of("MAVEN_EXIT", "1"), "--help");
        assertThat(failed.code).isEqualTo(1);
        assertThat(failed.out).isEmpty();
        assertThat(failed.err).endsWith("firesale: the build failed; its messages stand above\n");
        try (var files = Files.list(home.resolve(".build"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("lock");
        }
        assertThat(run(Map.of(), "--help").code).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildThatRunsIsNotTakenAway() throws Exception {
        script(folder.resolve("jdk/bin/java"), "#!/usr/bin/env bash\necho started\nread -r line\n");
        Process running = start(home.resolve("firesale"), Map.of(), "run");
        assertThat(running.getInputStream().read()).isEqualTo('s');
        Path first = home.resolve(".build/current").toRealPath();
        script(folder.resolve("jdk/bin/java"), JAVA);
        Files.writeString(home.resolve("pom.xml"), "<project></project>");
        run(Map.of(), "--help");
        assertThat(home.resolve(".build/current").toRealPath()).isNotEqualTo(first);
        assertThat(first.resolve("firesale-1.jar")).exists();
        finish(running);
        Files.writeString(home.resolve("pom.xml"), "<project> </project>");
        run(Map.of(), "--help");
        assertThat(first).doesNotExist();
    }

    @Test
    void saysWhichJavaItNeeds() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
        assertThat(run(Map.of(), "--help")).isEqualTo(new Result(1, "",
                "firesale: java 17 or newer is needed, but " + folder.resolve("jdk/bin/java").toRealPath() + " is 11.0.2\n"));
        assertThat(run(Map.of("JAVA_HOME", "/no/jdk"), "--help").err)
                .isEqualTo("firesale: JAVA_HOME is /no/jdk, but there is no bin/java in it\n");
    }
}
