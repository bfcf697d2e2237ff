package firesale.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.kernel.parameters.InputException;
import firesale.kernel.table.Column.Type;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private enum Colour {
        DARK_RED, BLUE
    }

    private static List<CsvRow> read(String text) {
        return CsvReader.read("t.csv", text, List.of("name", "kw"), List.of("day", "on", "colour"));
    }

    @Test
    void readsQuotesByteOrderMarkAndCrlf() {
        List<CsvRow> rows = read("\uFEFFname,\"kw\",day,on,colour\r\n\"a, \"\"b\"\"\nc\",1.5,2026-01-31,true,dark-red\r\nd,2,,,\r\n\r\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).text("name")).isEqualTo("a, \"b\"\nc");
        assertThat(rows.get(0).real("kw")).isEqualTo(1.5);
        assertThat(rows.get(0).date("day")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(rows.get(0).truth("on")).isTrue();
        assertThat(rows.get(0).choice("colour", Colour.class)).isEqualTo(Colour.DARK_RED);
        assertThat(rows.get(1).whole("kw")).isEqualTo(2);
        assertThat(rows.get(1).isEmpty("day")).isTrue();
        assertThat(rows.get(1).line()).isEqualTo(4);
        assertThat(read("kw,name\n1,x").get(0).isEmpty("colour")).isTrue();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("", "t.csv: the file is empty; expected a header with name, kw"),
                Arguments.of("name\n", "t.csv:1: column \"kw\" is missing"),
                Arguments.of("name,kw,dya\n", "t.csv:1: unknown column \"dya\"; did you mean day?"),
                Arguments.of("name,kw,kw\n", "t.csv:1: column \"kw\" stands twice in the header"),
                Arguments.of("name,kw\na,1\nb\n", "t.csv:3: expected 2 fields as in the header, but found 1"),
                Arguments.of("name,kw\n\nb,1\n", "t.csv:2: expected 2 fields as in the header, but found 1"),
                Arguments.of("name,kw\nb,1,\n", "t.csv:2: expected 2 fields as in the header, but found 3"),
                Arguments.of("name,kw\nb\"c,1\n", "t.csv:2: a quote inside a field; put the whole field in quotes and double the quotes in it"),
                Arguments.of("name,kw\n\"b\"c,1\n", "t.csv:2: expected a comma after the closing quote, but found c"),
                Arguments.of("name,kw\nx,1\n\"b,\n1\n", "t.csv:3: a quoted field is not closed"),
                Arguments.of("name,kw\nb\rc,1\n", "t.csv:2: a carriage return stands alone; lines end with LF or CRLF"));
    }

    @ParameterizedTest
    @MethodSource
    void refusals(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "1,5" | t.csv:2: kw: expected a number, but found "1,5"; write 1.5
            ' 1'  | t.csv:2: kw: expected a number, but found " 1"
            ''    | t.csv:2: kw: expected a number, but the field is empty
            NaN   | t.csv:2: kw: expected a number, but found "NaN"
            20%   | t.csv:2: kw: expected a number, but found "20%"; write 0.20
            """)
    void badNumbers(String field, String message) {
        assertThatThrownBy(() -> read("name,kw\nb," + field + "\n").get(0).real("kw")).hasMessage(message);
    }

    @Test
    void badDatesAndChoices() {
        CsvRow row = read("name,kw,day,colour\nb,1,31.01.2026,blu\n").get(0);
        assertThatThrownBy(() -> row.date("day")).hasMessage("t.csv:2: day: expected a date such as 2026-01-31, but found \"31.01.2026\"");
        assertThatThrownBy(() -> row.choice("colour", Colour.class))
                .hasMessage("t.csv:2: colour: expected one of dark-red, blue, but found \"blu\"; did you mean blue?");
    }

    private record Row(Object value) {
    }

    private static String write(Object... values) throws IOException {
        StringBuilder out = new StringBuilder();
        CsvWriter<Row> csv = CsvWriter.begin(out, List.of(
                new Column<Row>("value", Type.TEXT, "", "A value", Row::value), new Column<Row>("one", Type.INTEGER, "", "One", r -> 1L)));
        for (Object value : values) {
            csv.write(new Row(value));
        }
        return out.toString();
    }

    @Test
    void writesEveryTypeWithMinimalQuotes() throws IOException {
        assertThat(write(2e-3, 1e23, 20_000.0, -0.0, Double.NaN, null, 7L, true, LocalDate.of(2026, 1, 2), "a b", "a,b", "a\"b", "a\nb", " a"))
                .isEqualTo("""
                        value,one
                        0.002,1
                        1.0E23,1
                        20000.0,1
                        -0.0,1
                        ,1
                        ,1
                        7,1
                        true,1
                        2026-01-02,1
                        a b,1
                        "a,b",1
                        "a""b",1
                        "a
                        b",1
                        " a",1
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenReadsBack(long seed) throws IOException {
        Random random = new Random(seed);
        String alphabet = "ab,\"\r\n \u00e9";
        Object[] texts = Stream.generate(() -> random.ints(random.nextInt(6), 0, alphabet.length())
                .mapToObj(i -> alphabet.substring(i, i + 1)).reduce("x", String::concat)).limit(200).toArray();
        List<CsvRow> rows = CsvReader.read("t.csv", write(texts), List.of("value", "one"), List.of());
        assertThat(rows.stream().map(row -> row.text("value")).toList()).isEqualTo(Arrays.asList(texts));
        Object[] numbers = random.longs(200).mapToDouble(Double::longBitsToDouble).filter(Double::isFinite).boxed().toArray();
        rows = CsvReader.read("t.csv", write(numbers), List.of("value", "one"), List.of());
        assertThat(rows.stream().<Object>map(row -> row.real("value")).toList()).isEqualTo(Arrays.asList(numbers));
    }
}
