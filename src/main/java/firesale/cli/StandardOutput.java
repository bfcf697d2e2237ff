package firesale.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintWriter;

/** Standard output that remembers its first failure: a reader that has gone away is none, a full disk is. */
final class StandardOutput extends FilterOutputStream {

    private IOException failure;

    StandardOutput() {
        super(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw remembered(e);
        }
    }

    private IOException remembered(IOException e) {
        failure = failure == null ? e : failure;
        return e;
    }

    /** The exit code of a command that has printed its results here, given its own. */
    int exitCode(int code, PrintWriter err) {
        boolean gone = failure != null && String.valueOf(failure.getMessage()).contains("Broken pipe");
        if (failure == null || gone) {
            return code;
        }
        err.println("firesale: standard output cannot be written: " + failure.getMessage());
        return code == ExitCode.FINE ? ExitCode.INTERNAL : code;
    }
}
