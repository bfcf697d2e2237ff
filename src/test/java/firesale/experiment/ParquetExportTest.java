package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.store.CsvText;
import firesale.experiment.store.ParquetExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {

    @TempDir
    Path temp;

    @Test
    void parquetHoldsTheRowsOfTheCsv() throws IOException, SQLException {
        Fake fake = new Fake(0, 1);
        fake.parquet = ParquetExport::write;
        fake.run(temp.resolve("it's"));
        assertThat(fake.err.toString()).isEmpty();
        assertThat(temp.resolve("it's/scratch")).doesNotExist();

        List<String> lines = new ArrayList<>();
        lines.add(Files.readAllLines(temp.resolve("it's/runs.csv")).get(0));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM '" + temp + "/it''s/runs.parquet'")) {
            assertThat(rows.getMetaData().getColumnTypeName(1)).isEqualTo("BIGINT");
            assertThat(rows.getMetaData().getColumnTypeName(6)).isEqualTo("DOUBLE");
            assertThat(rows.getMetaData().getColumnTypeName(11)).isEqualTo("BOOLEAN");
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                    row.add(rows.getObject(c));
                }
                lines.add(CsvText.line(row));
            }
        }
        assertThat(lines).isEqualTo(Files.readAllLines(temp.resolve("it's/runs.csv")));
    }

    /** A folder that looks like a partition, as key=value, is a folder like any other: its rows get no column more. */
    @Test
    void aFolderMayHaveAnEqualsSignInItsName() {
        Fake fake = new Fake(0, 1);
        fake.parquet = ParquetExport::write;
        assertThat(fake.run(temp.resolve("rent=0.3"))).as("some runs of this fake fail, the export does not").isEqualTo(3);
        assertThat(fake.err.toString()).isEmpty();
        assertThat(temp.resolve("rent=0.3/runs.parquet")).exists();
    }

    @Test
    void aFailureIsAnErrorAfterTheSummaryAndCanBeTriedAgain() {
        Fake fake = new Fake(0);
        fake.parquet = (tables, scratch) -> {
            Path csv = Files.writeString(scratch.resolve("other.csv"), "not,a,table\n1,2,3\n");
            ParquetExport.Merged runs = tables.get(0);
            ParquetExport.write(List.of(new ParquetExport.Merged(runs.table(), csv, runs.parquet())), scratch);
        };
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(1);
        assertThat(fake.out.toString()).contains("Results in");
        assertThat(fake.err.toString()).contains("cannot write " + temp.resolve("r/runs.parquet"), "ended with 1 and said", "CSV", "the same command tries again");
        Fake again = new Fake(0);
        again.parquet = ParquetExport::write;
        assertThat(again.run(temp.resolve("r"))).isEqualTo(3);
        assertThat(temp.resolve("r/runs.parquet")).exists();
    }
}
