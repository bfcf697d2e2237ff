package firesale.kernel.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a parameter means, in which unit, within which range, with which default and from which source. Sits on the
 * components of parameter records; {@link ParameterSchema} reads it once.
 *
 * <p>On a component that is itself a parameter record (a group) only {@link #meaning} is used. On a
 * {@code List} of records (a named table) {@link #table} names the shipped rows.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {

    /** One plain sentence, without the unit. */
    String meaning();

    /** The unit as it is printed: {@code USD/h}, {@code 1/a}, {@code weeks}, {@code share}; empty for none. */
    String unit() default "";

    /** The default as it would be written in YAML; empty means that the value must be given. */
    String def() default "";

    /** The least value allowed, itself included. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed, itself included. */
    double max() default Double.POSITIVE_INFINITY;

    /** Where the default comes from: a citation key in brackets such as {@code [cbre-h2-2024]}, or {@code assumption: why}. */
    String source() default "";

    /** For a named table: the resource with the shipped rows, for example {@code data/accelerators.csv}. */
    String table() default "";
}
