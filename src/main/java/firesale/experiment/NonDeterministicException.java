package firesale.experiment;

/** The same runs were computed twice and differ: nothing that was computed can be trusted. */
final class NonDeterministicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NonDeterministicException(String message) {
        super(message);
    }
}
