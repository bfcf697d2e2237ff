package firesale.experiment.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads statements that prepare a database from standard input, a line each, then an empty line, then one statement of a user
 * that goes on to the end; prints the rows of that one. Ends with {@link #REFUSED} and the reason if it is not a single SELECT or
 * fails. A program of its own for the same reason as {@link DuckDbScript}.
 */
public final class QueryProgram {

    /** The exit code of a statement that was refused. */
    static final int REFUSED = 2;

    private static final int MOST_LINES = 12;
    private static final int MOST_CHARS = 200;

    private static final Pattern PIVOT = Pattern.compile("(?i)\\bPIVOT(_WIDER)?\\b");
    private static final String PIVOT_WORDS = "\nPIVOT must stand in brackets and name its values, such as "
            + "SELECT * FROM (PIVOT sales ON buyer_type IN ('scrap', 'broker') USING sum(gpus) GROUP BY run)";

    private QueryProgram() {
    }

    /** Arguments: the format, and the characters in a line of a table. */
    public static void main(String[] arguments) throws IOException, SQLException {
        BufferedReader script = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int exit = 0;
        try (Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8)) {
            System.err.print(answer(script, RowPrinter.of(QueryFormat.valueOf(arguments[0]), Integer.parseInt(arguments[1]), out)));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            exit = REFUSED;
        }
        System.exit(exit);
    }

    /** The statement is none that can be answered. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        Refusal(String words) {
            super(words);
        }
    }

    /**
     * Prints the rows.
     *
     * @return a remark on them; empty if there is none
     * @throws SQLException if the tables cannot be made known to the database
     */
    static String answer(BufferedReader script, RowPrinter printer) throws SQLException, IOException, Refusal {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties)) {
            for (String line = script.readLine(); !line.isEmpty(); line = script.readLine()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(line);
                }
            }
            String sql = script.lines().collect(Collectors.joining("\n"));
            try {
                requireOneSelect(connection, sql);
                print(connection, sql, printer);
            } catch (SQLException e) {
                throw new Refusal(words(e));
            }
        }
        return printer.remark();
    }

    private static void print(Connection connection, String sql, RowPrinter printer) throws SQLException, IOException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            printer.print(rows);
        } catch (SQLException e) {
            throw reason(connection, sql, e);
        }
    }

    /** Row by row the database does not say why it cannot go on; all at once it does. */
    private static SQLException reason(Connection connection, String sql, SQLException failure) {
        if (!String.valueOf(failure.getMessage()).contains("Invalid result set")) {
            return failure;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE answer AS\n" + sql);
            return failure;
        } catch (SQLException e) {
            return e;
        }
    }

    /** Asks the database's own parser, which turns nothing but SELECT into JSON. */
    private static void requireOneSelect(Connection connection, String sql) throws SQLException, IOException {
        JsonNode parsed;
        try (PreparedStatement parse = connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
            parse.setString(1, sql);
            try (ResultSet result = parse.executeQuery()) {
                result.next();
                parsed = new ObjectMapper().readTree(result.getString(1));
            }
        }
        if (parsed.path("error").asBoolean() && parsed.path("error_type").asText().equals("parser")) {
            throw new SQLException("Parser Error: " + parsed.path("error_message").asText());
        }
        if (parsed.path("error").asBoolean() || parsed.path("statements").size() != 1) {
            throw new SQLException("expected one SELECT (or FROM, WITH, VALUES, DESCRIBE, SUMMARIZE, SHOW TABLES): results are only read"
                    + (PIVOT.matcher(sql).find() ? PIVOT_WORDS : ""));
        }
    }

    private static String words(SQLException e) {
        String words = String.valueOf(e.getMessage()).lines().limit(MOST_LINES)
                .map(line -> line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS) + " ...")
                .collect(Collectors.joining("\n"));
        return words.contains("disabled by configuration")
                ? words + "\nOnly the tables of the folder can be read; without a statement firesale query lists them." : words;
    }
}
