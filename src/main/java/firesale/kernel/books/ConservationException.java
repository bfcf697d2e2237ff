package firesale.kernel.books;

/** Something would have been created or lost: a defect of the program, never of the input. The run fails. */
public final class ConservationException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ConservationException(String message) {
        super(message);
    }
}
