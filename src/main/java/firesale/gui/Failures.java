package firesale.gui;

import java.awt.EventQueue;
import java.util.HashSet;
import java.util.Set;

/** Shows what nobody has caught, each kind of failure once, so that no window fails in silence. */
final class Failures implements Thread.UncaughtExceptionHandler {

    private final FireSaleConsole console;
    private final Set<String> shown = new HashSet<>();

    Failures(FireSaleConsole console) {
        this.console = console;
    }

    /** The failure in one sentence. */
    static String sentence(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "out of memory; give more with FIRESALE_JAVA_OPTS=-Xmx1g";
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
        return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }

    /** Where it happened: a line for each call, causes below. */
    static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            trace.append(depth == 0 ? "" : "caused by ").append(cause).append('\n');
            for (StackTraceElement call : cause.getStackTrace()) {
                trace.append("    ").append(call).append('\n');
            }
            cause = cause.getCause();
        }
        return trace.toString();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        EventQueue.invokeLater(() -> show(failure));
    }

    private void show(Throwable failure) {
        StackTraceElement[] calls = failure.getStackTrace();
        if (!shown.add(failure.getClass().getName() + (calls.length == 0 ? "" : calls[0]))) {
            return;
        }
        String what = "Something in a window has failed: " + sentence(failure);
        console.warn(what);
        console.dialogs().failure("A window has failed", what
                + "\nNo number of the run is touched by it. If a window looks wrong, stop and "
                + "play again, or open the experiment anew.", failure);
    }
}
