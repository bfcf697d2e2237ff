package firesale.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.experiment.store.QueryProgram.Refusal;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers and refusals over a table of two rows, in this process. */
class QueryProgramTest {

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectories(temp.resolve("it's"));
        Table table = new Table("missing-depth", List.of(new Column<>("run", Type.INTEGER, "", "The run's number", row -> null),
                new Column<>("price", Type.REAL, "USD", "What it's worth", row -> null),
                new Column<>("name", Type.TEXT, "", "Its name", row -> null)));
        Files.writeString(folder.resolve("missing-depth.csv"), "run,price,name\n0,0.30000000000000004,\"a, \"\"b\"\"\"\n1,,\n");
        Files.writeString(folder.resolve("schema.json"), SchemaJson.of(List.of(table)));
        Files.writeString(folder.resolve("secret.txt"), "secret");
    }

    private String ask(String sql, QueryFormat format, int width) throws SQLException, IOException, Refusal {
        StringWriter out = new StringWriter();
        String script = String.join("\n", ResultQuery.of(folder).script(sql, temp.resolve("scratch"))) + "\n";
        String remark = QueryProgram.answer(new BufferedReader(new StringReader(script)), RowPrinter.of(format, width, out));
        return out + remark;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(file -> folder.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void csvIsTheTextOfTheTable() throws SQLException, IOException, Refusal {
        assertThat(ask("FROM missing_depth", QueryFormat.csv, 0)).isEqualTo(Files.readString(folder.resolve("missing-depth.csv")));
    }

    @Test
    void tablesAreAlignedAndReadable() throws SQLException, IOException, Refusal {
        String out = ask("SELECT * FROM (VALUES ('a', 1, 0.1::DOUBLE + 0.2::DOUBLE, true), ('long', 1234567, 1234567.891::DOUBLE, NULL), "
                + "(NULL, NULL, 'nan'::DOUBLE, false), ('x', -1, 1.2345678e-7::DOUBLE, true)) AS t(text, n, real, truth)", QueryFormat.table, 0);
        assertThat(out).isEqualTo("""
                text        n        real  truth
                a           1         0.3  true
                long  1234567     1234568
                                           false
                x          -1  1.23457E-7  true
                """);
    }

    @Test
    void numbersKeepSixDigitsAndAllBeforeThePoint() {
        assertThat(RowTable.readable(0.123456789)).isEqualTo("0.123457");
        assertThat(RowTable.readable(-505912345.678)).isEqualTo("-505912346");
        assertThat(RowTable.readable(1500.0)).isEqualTo("1500");
        assertThat(RowTable.readable(99.99999999)).isEqualTo("100");
        assertThat(RowTable.readable(1e300)).isEqualTo("1E+300");
        assertThat(RowTable.readable(-0.0)).isEqualTo("0");
        assertThat(RowTable.readable(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    }

    @Test
    void columnsThatDoNotFitAreLeftOut() throws SQLException, IOException, Refusal {
        assertThat(ask("SELECT run, price, run AS again, name FROM missing_depth ORDER BY run", QueryFormat.table, 20)).isEqualTo("""
                run  price  ...
                  0    0.3  ...
                  1         ...
                2 of 4 columns fit here: name the ones that you want, or use --format csv""");
        String text = "x".repeat(100);
        assertThat(ask("SELECT '" + text + "' AS text, 1 AS n", QueryFormat.table, 50).lines()).contains("x".repeat(37) + "...  1");
    }

    @Test
    void jsonHasNumbersAsNumbers() throws SQLException, IOException, Refusal {
        JsonNode rows = new ObjectMapper().readTree(ask("SELECT 1 AS n, max(price) AS d, 'nan'::DOUBLE AS nothing, true AS t, "
                + "max(name) AS s, [1.5, 2] AS l, 2 AS n, sum(run) AS h FROM missing_depth", QueryFormat.json, 0));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).toString()).isEqualTo("{\"n\":1,\"d\":0.30000000000000004,\"nothing\":null,\"t\":true,"
                + "\"s\":\"a, \\\"b\\\"\",\"l\":[1.5,2.0],\"n_1\":2,\"h\":1}");
        assertThat(ask("SELECT 1 WHERE false", QueryFormat.json, 0)).isEqualTo("[]\n");
        assertThat(ask("FROM range(2)", QueryFormat.json, 0)).isEqualTo("[\n{\"range\":0},\n{\"range\":1}\n]\n");
    }

    @Test
    void meaningsSayWhatEveryColumnIs() throws SQLException, IOException, Refusal {
        assertThat(ask("SELECT * FROM meanings WHERE unit = 'USD'", QueryFormat.csv, 0))
                .isEqualTo("table,column,type,unit,meaning\nmissing_depth,price,DOUBLE,USD,What it's worth\n");
    }

    /** Nothing is written and nothing else is read, whatever is tried. */
    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM missing_depth", "DROP VIEW missing_depth", "CREATE TABLE t AS SELECT 1", "COPY missing_depth TO 'x.csv'",
        "COPY (SELECT 1) TO 'DIR/missing-depth.csv'", "ATTACH 'DIR/x.db'", "INSTALL httpfs", "LOAD httpfs", "SET threads = 1",
        "RESET memory_limit", "PRAGMA database_list", "EXPORT DATABASE 'DIR/x'", "SELECT 1; SELECT 2", "SELECT 1; COPY missing_depth TO 'DIR/x.csv'",
        "SELECT * FROM read_csv('/etc/hostname')", "SELECT * FROM read_text('DIR/secret.txt')", "SELECT * FROM 'DIR/schema.json'",
        "SELECT * FROM glob('/*')", "SELECT * FROM query($$COPY missing_depth TO 'DIR/x.csv'$$)", "SELECT", "SELECT 'open", ""})
    void whatIsNoQuestionIsRefused(String sql) throws IOException {
        Set<String> before = names();
        assertThatThrownBy(() -> ask(sql.replace("DIR", folder.toString().replace("'", "''")), QueryFormat.csv, 0))
                .isInstanceOf(Refusal.class);
        assertThat(names()).isEqualTo(before);
        assertThat(folder.resolve("missing-depth.csv")).content().startsWith("run,price,name\n0,0.3");
    }

    @Test
    void theDatabaseSaysWhatIsWrong() {
        assertThatThrownBy(() -> ask("SELECT pric FROM missing_depth", QueryFormat.csv, 0)).hasMessageContainingAll("Binder Error", "\"price\"", "LINE 1");
        assertThatThrownBy(() -> ask("FROM missing_deth", QueryFormat.csv, 0)).hasMessageContaining("Did you mean \"missing_depth\"?");
        assertThatThrownBy(() -> ask("SELECT CAST(name AS INTEGER) FROM missing_depth", QueryFormat.csv, 0))
                .hasMessageContainingAll("Conversion Error", "a, ");
        assertThatThrownBy(() -> ask("DELETE FROM missing_depth", QueryFormat.csv, 0)).hasMessageContaining("results are only read");
        assertThatThrownBy(() -> ask("FROM read_text('/etc/hostname')", QueryFormat.csv, 0)).hasMessageContaining("Only the tables of the folder");
    }
}
