package firesale.kernel.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {

    @TempDir
    Path folder;

    static Stream<Arguments> hostile() {
        StringBuilder bomb = new StringBuilder("a0: &a0 {x: 1}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(20) + "1]\n");
        }
        return Stream.of(
                Arguments.of("a: 1\na: 2\n", "x.yaml:2:1: a: set twice; the first time at x.yaml:1:1"),
                Arguments.of("a: {b: 1}\na.b: 2\n", "x.yaml:2:1: a.b: set twice; the first time at x.yaml:1:5"),
                Arguments.of("a: {b: 1}\na: {c: 1}\n", "x.yaml:2:1: a: set twice; the first time at x.yaml:1:1"),
                Arguments.of("a: 1\n\tb: 2\n", "x.yaml:2:1: not valid YAML: a tab cannot indent; use spaces"),
                Arguments.of("a: [1\n", "x.yaml:2:1: not valid YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>"),
                Arguments.of("a: 1\n--- \nb: 1\n", "x.yaml:2:1: not valid YAML: expected a single document in the stream, but found another document"),
                Arguments.of("", "x.yaml: the file is empty"),
                Arguments.of("# nothing\n", "x.yaml: the file is empty"),
                Arguments.of("- a\n", "x.yaml:1:1: expected keys and values, such as name: baseline"),
                Arguments.of("just text", "x.yaml:1:1: expected keys and values, such as name: baseline"),
                Arguments.of("a: &x 1\nb: *x\n", "x.yaml:1:4: anchors and aliases (&x, *x) are not supported; use base or variants, or repeat the value"),
                Arguments.of("a: &x {b: *x}\n", "x.yaml:1:4: anchors and aliases (&x, *x) are not supported; use base or variants, or repeat the value"),
                Arguments.of("b: *x\n", "x.yaml:1:4: not valid YAML: found undefined alias x"),
                Arguments.of("<<: {a: 1}\n", "x.yaml:1:1: merge keys (<<) are not supported; use base or variants, or repeat the values"),
                Arguments.of("a: !!java.lang.Object {x: 1}\n", "x.yaml:1:4: not valid YAML: Global tag is not allowed: tag:yaml.org,2002:java.lang.Object"),
                Arguments.of("a: !x 1\n", "x.yaml:1:4: tags (!x) are not supported"),
                Arguments.of("? [a, b]\n: 1\n", "x.yaml:1:3: expected a key such as time.weeks, but found a list or a mapping"),
                Arguments.of("a..b: 1\n", "x.yaml:1:1: a..b: a part of this key is empty"),
                Arguments.of("a.: 1\n", "x.yaml:1:1: a.: a part of this key is empty"),
                Arguments.of("'': 1\n", "x.yaml:1:1: : a part of this key is empty"),
                Arguments.of("a: [{b: 1}]\n", "x.yaml:1:5: expected a value or a list of values, but found a mapping"),
                Arguments.of("a: \u0001\n", "x.yaml:1: not valid YAML: the character U+0001 is not allowed"),
                Arguments.of("a: " + "[".repeat(100_000), "x.yaml: not valid YAML: nested deeper than 50 levels"),
                Arguments.of("{a: ".repeat(100_000), "x.yaml: not valid YAML: nested deeper than 50 levels"),
                Arguments.of(bomb.toString(), "x.yaml:1:5: anchors and aliases (&a0, *a0) are not supported; use base or variants, or repeat the value"));
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String yaml, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () ->
                assertThatThrownBy(() -> YamlReader.read(file)).isInstanceOf(InputException.class)
                        .extracting(e -> e.getMessage().replace(folder + "/", "")).isEqualTo(message));
    }

    @Test
    void notUtf8() throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), "a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> YamlReader.read(file))
                .hasMessage(file + ":2: expected text in UTF-8, but a byte here is no part of such text");
    }

    @Test
    void byteOrderMarkAndCrlf() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "\uFEFFa: 1\r\nb:\r\n  c: [x, y]\r\n");
        assertThat(YamlReader.read(file).all()).extracting(Setting::path).containsExactly("a", "b.c");
    }

    @Test
    void noFileAndFolder() {
        assertThatThrownBy(() -> YamlReader.read(folder)).hasMessage(folder + ": expected a YAML file, but this is a folder");
        assertThatThrownBy(() -> YamlReader.read(folder.resolve("q"))).hasMessage(folder.resolve("q") + ": there is no such file");
    }
}
