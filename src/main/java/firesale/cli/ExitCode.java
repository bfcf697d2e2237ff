package firesale.cli;

/** What the program's exit codes mean. */
public final class ExitCode {

    /** All went well. */
    public static final int FINE = 0;
    /** The program itself failed. */
    public static final int INTERNAL = 1;
    /** The command line or an input file is not as it should be. */
    public static final int INPUT = 2;
    /** Some runs of the model failed; the others' results are there. */
    public static final int RUNS_FAILED = 3;
    /** Some checks against theory failed; all results are there. */
    public static final int CHECKS_FAILED = 4;
    /** The user interrupted the program. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
