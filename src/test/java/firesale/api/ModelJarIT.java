package firesale.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is delivered, alone on the class path of a process of its own, in a folder that knows nothing of the project. */
class ModelJarIT {

    private static final String MODULES = "java.base,java.logging,jdk.compiler,jdk.zipfs";
    private static final Path PAGE = Path.of("src/site/markdown/black-box.md");
    /** More than this would be the command line's libraries. */
    private static final long MOST_BYTES = 6_000_000;

    @TempDir
    Path folder;

    private static Path jar() {
        return Path.of(System.getProperty("firesale.modelJar")).toAbsolutePath();
    }

    private String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().keySet().removeAll(Set.of("DISPLAY", "CLASSPATH", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        int code = process.start().waitFor();
        assertThat(code).as(Files.readString(err)).isZero();
        assertThat(Files.readString(err)).isEmpty();
        return Files.readString(out);
    }

    private static List<String> example() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int from = lines.indexOf("```java");
        return lines.subList(from + 1, from + 1 + lines.subList(from + 1, lines.size()).indexOf("```"));
    }

    /** Beside the base and what the compiler needs only the logging that the YAML reader asks for: no window, no database driver can be asked for. */
    @Test
    void theGuidesExampleRunsVerbatimAndGivesTheModelsNumbers() throws IOException, InterruptedException {
        List<String> example = example();
        assertThat(example).hasSize(10);
        Files.write(folder.resolve("Example.java"), example);
        String printed = java("--limit-modules", MODULES, "-cp", jar().toString(), "Example.java");
        PreparedModel model = Firesale.prepare(Map.of("base", "thesis", "credit.loan.ltvHigh", 0.8));
        StringBuilder expected = new StringBuilder();
        for (long seed = 1; seed <= 3; seed++) {
            expected.append(seed).append(' ').append(model.run(seed).get("price_discount")).append('\n');
        }
        assertThat(printed).isEqualTo(expected.toString());
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("Example.java", "out.txt", "err.txt");
        }
    }

    /** Classes that most runs do not need: strategies, format after format, twins, repo, explanations, replayed prices. */
    @Test
    void rareStructuresFindTheirClassesToo() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("Rare.java"), """
                import firesale.api.Firesale;
                import java.util.Map;
                public class Rare {
                    public static void main(String[] arguments) {
                        for (String format : new String[] {"english", "pay-as-bid", "multi-unit-vickrey", "ausubel-clock"}) {
                            print(Map.of("auction.format", format, "time.weeks", 60));
                        }
                        print(Map.of("twins", true, "anatomy", "attribution", "repo.capacityUsd", 1e8));
                        print(Map.of("base", "replay", "depth.measure", true, "depth.machine", "H100-SXM-HGX-air"));
                        print(Map.of("auction.bidding", "strategic", "time.weeks", 60));
                    }
                    static void print(Map<String, ?> parameters) {
                        System.out.println(Firesale.run(parameters, 2).hashCode());
                    }
                }
                """);
        String printed = java("--limit-modules", MODULES, "-cp", jar().toString(), "Rare.java");
        assertThat(printed.lines()).hasSize(7);
    }

    @Test
    void holdsTheModelAndLicencesAndNothingElse() throws IOException {
        assertThat(jar()).exists();
        assertThat(Files.size(jar())).isLessThan(MOST_BYTES);
        try (ZipFile zip = new ZipFile(jar().toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")).toList();
            assertThat(names).doesNotHaveDuplicates();
            Set<String> roots = names.stream().map(name -> name.split("/")[0]).collect(Collectors.toCollection(TreeSet::new));
            assertThat(roots).containsExactly("META-INF", "com", "data", "ec", "experiments", "firesale", "org", "sim");
            assertThat(names).noneMatch(name -> name.matches("firesale/(cli|gui|cluster|report|experiment|analysis|validation)/.*"))
                    .noneMatch(name -> name.matches("org/(duckdb|jfree|apache/(batik|xmlgraphics))/.*|sim/(app|display|portrayal)/.*"))
                    .contains("META-INF/licences/README.md", "META-INF/licences/firesale/LICENSE",
                            "META-INF/licences/commons-math3/META-INF/LICENSE.txt", "META-INF/licences/commons-math3/META-INF/NOTICE.txt",
                            "META-INF/licences/commons-rng-core/META-INF/LICENSE", "META-INF/licences/jackson-core/META-INF/LICENSE");
        }
    }
}
