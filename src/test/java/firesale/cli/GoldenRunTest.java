package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs through the real command line, in processes of their own: the same bytes for any number of threads, any recording, any
 * locale, JDK 17 and 25, and as kept under version control. Golden numbers change only with a line in CHANGELOG.md; the file is
 * rewritten by {@code mvn verify -Dtest=GoldenRunTest -Dfiresale.golden=write}.
 */
class GoldenRunTest {

    private static final Path GOLDEN = Path.of("src/test/resources/firesale/cli");

    @TempDir
    Path folder;

    private String runs(String experiment, List<String> jvm, String java, String... options) throws IOException, InterruptedException {
        Path out = folder.resolve("out" + Files.list(folder).count());
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "run", "experiments/" + experiment
                + ".yaml", "--replications", "6", "--out", out.toString()));
        command.addAll(List.of(options));
        Path log = folder.resolve(out.getFileName() + ".log");
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        assertThat(code).as(Files.readString(log)).isZero();
        return Files.readString(out.resolve("runs.csv"));
    }

    private static String thisJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "replay", "thesis"})
    void theBaseCasesGiveTheKeptNumbers(String experiment) throws IOException, InterruptedException {
        String runs = runs(experiment, List.of(), thisJava(), "--record", "none");
        Path golden = GOLDEN.resolve(experiment + "-runs.csv");
        if ("write".equals(System.getProperty("firesale.golden"))) {
            Files.writeString(golden, runs);
        }
        assertThat(runs).isEqualTo(Files.readString(golden));
    }

    @Test
    void threadsRecordingAndLocaleChangeNoByte() throws IOException, InterruptedException {
        String golden = Files.readString(GOLDEN.resolve("baseline-runs.csv"));
        assertThat(runs("baseline", List.of(), thisJava(), "--threads", "1", "--record", "sales,auctions,weeks")).isEqualTo(golden);
        assertThat(runs("baseline", List.of("-Duser.language=tr", "-Duser.country=TR"), thisJava(), "--threads", "2",
                "--record", "none")).isEqualTo(golden);
    }

    @Test
    void jdk25GivesTheSameBytes() throws IOException, InterruptedException {
        Optional<Path> java = jdk25();
        boolean required = Arrays.asList(System.getProperty("firesale.require", "").split(",")).contains("jdk25");
        assertThat(java.isPresent() || !required).as("JDK 25 is required but not there").isTrue();
        assumeTrue(java.isPresent(), "no JDK 25 under /usr/lib/jvm");
        for (String experiment : List.of("baseline", "replay")) {
            assertThat(runs(experiment, List.of("--enable-native-access=ALL-UNNAMED"), java.get().toString(), "--record", "none"))
                    .isEqualTo(Files.readString(GOLDEN.resolve(experiment + "-runs.csv")));
        }
    }

    private static Optional<Path> jdk25() throws IOException {
        Path jvms = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(jvms)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(jvms)) {
            for (Path home : homes) {
                Path release = home.resolve("release");
                if (Files.isReadable(release) && Files.readString(release).contains("JAVA_VERSION=\"25")) {
                    return Optional.of(home.resolve("bin/java"));
                }
            }
        }
        return Optional.empty();
    }
}
