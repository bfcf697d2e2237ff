package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    Path folder;

    private static Path jar(Path file, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a/Content"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void copiesJarsAndPacksClassesIntoOneFolder() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/b"));
        Files.writeString(classes.resolve("B.class"), "B");
        Path one = jar(folder.resolve("one.jar"), "1");
        Path other = jar(Files.createDirectories(folder.resolve("other")).resolve("one.jar"), "2");
        Path own = jar(folder.resolve("firesale-1.jar"), "own");
        Path root = Files.createDirectories(folder.resolve("cluster"));
        Path program = Program.install(List.of(own, folder.resolve("classes"), one, other), root);
        assertThat(names(program)).containsExactly("firesale-1.jar", "firesale-classes.jar", "one-2.jar", "one.jar");
        try (JarFile packed = new JarFile(program.resolve("firesale-classes.jar").toFile())) {
            assertThat(new String(packed.getInputStream(packed.getEntry("b/B.class")).readAllBytes(),
                    StandardCharsets.UTF_8)).isEqualTo("B");
        }
        // a build that writes the program's jar in place changes nothing here
        Files.writeString(own, "ruined");
        try (JarFile copied = new JarFile(program.resolve("firesale-1.jar").toFile())) {
            assertThat(new String(copied.getInputStream(copied.getEntry("a/Content")).readAllBytes(),
                    StandardCharsets.UTF_8)).isEqualTo("own");
        }
    }

    @Test
    void equalProgramsAreOneFolderAndOthersAnother() throws IOException {
        Path own = jar(folder.resolve("firesale-1.jar"), "own");
        Path root = Files.createDirectories(folder.resolve("cluster"));
        Path first = Program.install(List.of(own), root);
        assertThat(Program.install(List.of(own), root)).isEqualTo(first);
        jar(own, "changed");
        assertThat(Program.install(List.of(own), root)).isNotEqualTo(first);
        assertThat(names(root)).hasSize(2).allMatch(name -> name.matches("program-[0-9a-f]{12}"));
    }

    @Test
    void knowsItsOwnClassPath() throws IOException {
        assertThat(Program.classPath()).anyMatch(entry -> entry.getFileName().toString().startsWith("duckdb")).allMatch(Files::exists);
    }
}
