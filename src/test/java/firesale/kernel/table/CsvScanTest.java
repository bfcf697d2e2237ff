package firesale.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvScanTest {

    private static CsvScan scan(String text, int blockBytes) {
        return new CsvScan(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), blockBytes);
    }

    private static List<List<String>> rows(String text, int blockBytes, int columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvScan scan = scan(text, blockBytes)) {
            while (scan.nextRow()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    scan.nextField();
                    row.add(scan.text());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Rows may lie across blocks anyhow, be longer than one, and end with the file. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 1 << 18})
    void readsWhatTheWriterWrites(int blockBytes) throws IOException {
        String text = "a,b,c\n1,\"x, \"\"y\"\"\",\n,\"\"\"\",ä\n,,";
        assertThat(rows(text, blockBytes, 3)).containsExactly(List.of("a", "b", "c"), List.of("1", "x, \"y\"", ""),
                List.of("", "\"", "ä"), List.of("", "", ""));
        for (String line : text.split("\n")) {
            assertThat(rows(line, blockBytes, 3)).containsExactly(CsvLine.split(line));
        }
    }

    @Test
    void aRowThatIsTooShortIsAnError() throws IOException {
        try (CsvScan scan = scan("1,2\n", 100)) {
            assertThat(scan.nextRow()).isTrue();
            scan.nextField();
            scan.nextField();
            assertThatThrownBy(scan::nextField).isInstanceOf(IOException.class).hasMessageContaining("too few fields: 1,2");
            assertThat(scan.nextRow()).isFalse();
            assertThat(scan.nextRow()).isFalse();
        }
    }

    private static double real(String text) throws IOException {
        try (CsvScan scan = scan(text + "\n", 100)) {
            scan.nextRow();
            scan.nextField();
            return scan.real();
        }
    }

    @Test
    void numbersHaveTheBitsOfTheJdk() throws IOException {
        List<String> texts = new ArrayList<>(List.of("0", "-0", "0.0", "-0.0", "1", "-1.5", ".5", "5.", "0.1", "123456789012345",
                "999999999999999", "99999999999999.9", "0.000000000000001", "1234567890123456", "9007199254740993", "1.0E-5",
                "4.9E-324", "1.7976931348623157E308", "-2.2250738585072014E-308", "9223372036854775807", "0.30000000000000004"));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            texts.add(Double.isFinite(any) ? CsvWriter.field(any) : "0");
            texts.add(CsvWriter.field(random.nextDouble(-1e6, 1e6)));
            texts.add(CsvWriter.field(random.nextLong(-100_000_000, 100_000_000) / 1000.0));
            texts.add(Long.toString(random.nextLong() >> random.nextInt(64)));
        }
        for (String text : texts) {
            assertThat(Double.doubleToRawLongBits(real(text))).as(text).isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    @Test
    void whatIsNoNumberIsRefused() throws IOException {
        assertThat(real("")).isNaN();
        for (String text : List.of("-", ".", "-.", "1.2.3", "one", "1,5".replace(',', ';'), "--1")) {
            assertThatThrownBy(() -> real(text)).as(text).isInstanceOf(NumberFormatException.class);
        }
    }
}
