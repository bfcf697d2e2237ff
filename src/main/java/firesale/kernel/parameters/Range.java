package firesale.kernel.parameters;

/** The numbers allowed, both ends included; an infinite end is open. */
public record Range(double min, double max) {

    /** Whether the number lies within. */
    boolean contains(double number) {
        return min <= number && number <= max;
    }

    /** {@code from 0 to 1}, {@code of at least 0}, {@code of at most 1}, or nothing. */
    public String words() {
        if (min == max) {
            return "equal to " + Scalars.text(min);
        } else if (Double.isInfinite(min)) {
            return Double.isInfinite(max) ? "" : "of at most " + Scalars.text(max);
        }
        return Double.isInfinite(max) ? "of at least " + Scalars.text(min)
                : "from " + Scalars.text(min) + " to " + Scalars.text(max);
    }

    /** {@code 0..1}, {@code 0..}, {@code ..1}, or nothing. */
    @Override
    public String toString() {
        String low = Double.isInfinite(min) ? "" : Scalars.text(min);
        String high = Double.isInfinite(max) ? "" : Scalars.text(max);
        return low.isEmpty() && high.isEmpty() ? "" : low + ".." + high;
    }
}
