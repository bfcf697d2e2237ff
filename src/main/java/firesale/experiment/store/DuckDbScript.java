package firesale.experiment.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes SQL from standard input, a statement a line up to an empty one, in a database in memory; ends with 1 and the
 * database's words if one fails. Standard input stays open for as long as somebody waits for the result: when that process is
 * gone, killed for example, this one ends at once, so that it does not write into a folder which another run has taken.
 */
public final class DuckDbScript {

    /** The line after the last statement. */
    static final String END = "";

    private DuckDbScript() {
    }

    public static void main(String[] arguments) throws IOException {
        List<String> lines = read();
        endWithStandardInput();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            for (String sql : lines) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException | LinkageError e) {
            // its library could not be unpacked, on a full disk for example: the first cause says why
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.err.println(cause.getMessage() == null ? cause.toString() : cause.getMessage());
            System.exit(1);
        }
    }

    /** The reader is not closed: closing would wait for the thread that watches for the end of its input. */
    private static List<String> read() throws IOException {
        BufferedReader script = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String sql = script.readLine(); !END.equals(sql); sql = script.readLine()) {
            if (sql == null) {
                System.exit(1);
            }
            lines.add(sql);
        }
        return lines;
    }

    private static void endWithStandardInput() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                // as good as its end
            }
            Runtime.getRuntime().halt(1);
        }, "watch");
        watch.setDaemon(true);
        watch.start();
    }
}
