package firesale.experiment.store;

/** The same runs were computed twice and differ: nothing that was computed can be trusted. */
public final class NonDeterministicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NonDeterministicException(String message) {
        super(message);
    }
}
