package firesale.cli;

import firesale.auction.Bidding;
import firesale.auction.Format;
import firesale.auction.UniformPrice;
import firesale.kernel.parameters.Scalars;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Options whose values are the kebab-case names of an enum, for reading and for completion.
 *
 * @param <E> the enum
 */
abstract class KebabCase<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

    private final Class<E> enumClass;
    private final List<String> names;

    KebabCase(Class<E> enumClass, List<String> names) {
        this.enumClass = enumClass;
        this.names = names;
    }

    /** Formats of a sale. */
    static final class Formats extends KebabCase<Format> {

        Formats() {
            super(Format.class, Scalars.choices(Format.class));
        }
    }

    /** Ways of bidding in a single sale, in which nothing can be learnt. */
    static final class Biddings extends KebabCase<Bidding> {

        Biddings() {
            super(Bidding.class, Scalars.choices(Bidding.class).stream()
                    .filter(name -> !name.equals(Scalars.kebab(Bidding.LEARNING))).toList());
        }
    }

    /** Rules for a uniform price. */
    static final class UniformRules extends KebabCase<UniformPrice.Rule> {

        UniformRules() {
            super(UniformPrice.Rule.class, Scalars.choices(UniformPrice.Rule.class));
        }
    }

    @Override
    public E convert(String text) {
        String hint = "";
        try {
            if (names.contains(text)) {
                return enumClass.cast(Scalars.choice(text, enumClass));
            }
            Scalars.choice(text, enumClass);
        } catch (IllegalArgumentException e) {
            hint = e.getMessage().isEmpty() ? "" : "; " + e.getMessage();
        }
        throw new TypeConversionException("expected one of " + String.join(", ", names) + ", but found \"" + text + "\"" + hint);
    }

    @Override
    public Iterator<String> iterator() {
        return names.iterator();
    }
}
