package firesale.experiment.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Executes SQL from standard input, a statement a line, in a database in memory; ends with 1 and the database's words if one
 * fails. A program of its own because the library unpacks itself into the process' temporary folder, which can be chosen only
 * when a process starts.
 */
public final class DuckDbScript {

    private DuckDbScript() {
    }

    public static void main(String[] arguments) throws IOException {
        try (BufferedReader script = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql = script.readLine(); sql != null; sql = script.readLine()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
