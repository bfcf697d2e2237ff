package firesale.kernel.parameters;

/** A value that is not of the type or not within the range expected; the message is a hint, or empty. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Value found;

    Refusal(Value found, String hint) {
        super(hint);
        this.found = found;
    }

    Place place() {
        return found.place();
    }

    /** {@code expected X, but found Y; hint}. */
    String sentence(String expected) {
        String what = found instanceof Value.Text text ? describe(text.text())
                : found instanceof Value.Listing ? "a list" : "nothing";
        return "expected " + expected + ", but found " + what + (getMessage().isEmpty() ? "" : "; " + getMessage());
    }

    private static String describe(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return "\"" + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + "\"";
    }
}
