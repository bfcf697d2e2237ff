package firesale.validation;

import firesale.kernel.random.RandomStream;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One row of theory and how to hold the program against it.
 *
 * @param topic      what the row is about; rows of one topic stand together
 * @param name       unique among all checks; the key of its draws
 * @param conditions under which theory says so
 * @param source     who says so
 * @param expected   what theory expects
 * @param method     how the program's number is found
 */
public record Check(String topic, String name, String conditions, String source, double expected, Method method) {

    /** How the program's number is found. */
    public sealed interface Method permits Drawn, Exact {
    }

    /**
     * The mean of many draws.
     *
     * @param trials makes a trial; it keeps working arrays of its own, so that each run of the check asks for a new one
     */
    public record Drawn(Supplier<Trial> trials) implements Method {
    }

    /**
     * A number without chance.
     *
     * @param value     computes it
     * @param tolerance how far it may be from theory
     */
    public record Exact(DoubleSupplier value, double tolerance) implements Method {
    }

    /** One draw of a number whose expectation theory knows. */
    @FunctionalInterface
    public interface Trial {

        /** The next draw. */
        double draw(RandomStream random);
    }

    /** Whether the topic or the name contains a pattern. */
    public boolean matches(Pattern pattern) {
        return pattern.matcher(topic).find() || pattern.matcher(name).find();
    }

    static Check drawn(String topic, String name, String conditions, String source, double expected, Supplier<Trial> trials) {
        return new Check(topic, name, conditions, source, expected, new Drawn(trials));
    }

    static Check exact(String topic, String name, String conditions, String source, double expected, double tolerance,
            DoubleSupplier value) {
        return new Check(topic, name, conditions, source, expected, new Exact(value, tolerance));
    }
}
