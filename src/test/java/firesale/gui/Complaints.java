package firesale.gui;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Everything that goes wrong between opening and closing on any thread: exceptions that nobody caught, and what is printed on
 * standard error, where MASON's play thread and listeners put the stack traces of what they caught.
 */
final class Complaints implements AutoCloseable {

    private final List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream standardError = System.err;
    private final Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();

    Complaints() {
        listen();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /** Notes what nobody catches from now on. */
    void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    }

    /** What was complained of so far; empty if nothing. */
    String text() {
        StringBuilder text = new StringBuilder(printed.toString(StandardCharsets.UTF_8));
        synchronized (uncaught) {
            for (Throwable failure : uncaught) {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                text.append("uncaught: ").append(trace);
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        System.setErr(standardError);
        Thread.setDefaultUncaughtExceptionHandler(handler);
    }
}
