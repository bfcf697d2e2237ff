package firesale.kernel.parameters;

/**
 * Bad input from the user: the message is complete, names the place and what was expected, and is printed as it is.
 * The program ends with exit code 2.
 */
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
