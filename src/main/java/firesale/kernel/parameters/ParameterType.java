package firesale.kernel.parameters;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The type of a parameter.
 *
 * @param kind    what a single value is
 * @param shape   one value, one or none, or a list
 * @param element the Java class of a single value; for a choice the enum
 * @param wrapper the Java class that holds it: the element itself, {@code List}, {@code Optional}, {@code OptionalInt} …
 */
public record ParameterType(Kind kind, Shape shape, Class<?> element, Class<?> wrapper) {

    /** The text that stands for an absent optional value. */
    static final String ABSENT = "none";

    /** What a single value is. */
    public enum Kind {
        REAL("number", "a number", "numbers"),
        INTEGER("whole number", "a whole number", "whole numbers"),
        BOOLEAN("true/false", "true or false", "true or false"),
        TEXT("text", "text", "texts"),
        CHOICE("choice", "one of", "any of"),
        DATE("date", "a date such as 2026-01-31", "dates such as 2026-01-31"),
        FILE("file", "a file name", "file names");

        private final String label;
        private final String one;
        private final String many;

        Kind(String label, String one, String many) {
            this.label = label;
            this.one = one;
            this.many = many;
        }
    }

    /** How many values there are. */
    public enum Shape {
        SINGLE, OPTIONAL, LIST
    }

    /** The parameter type of a Java type, or empty if it is none. */
    static Optional<ParameterType> of(Type type) {
        if (type == OptionalDouble.class) {
            return Optional.of(new ParameterType(Kind.REAL, Shape.OPTIONAL, double.class, OptionalDouble.class));
        } else if (type == OptionalInt.class) {
            return Optional.of(new ParameterType(Kind.INTEGER, Shape.OPTIONAL, int.class, OptionalInt.class));
        } else if (type == OptionalLong.class) {
            return Optional.of(new ParameterType(Kind.INTEGER, Shape.OPTIONAL, long.class, OptionalLong.class));
        } else if (type instanceof ParameterizedType generic && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            if (generic.getRawType() == List.class) {
                return kind(element).map(kind -> new ParameterType(kind, Shape.LIST, element, List.class));
            } else if (generic.getRawType() == Optional.class) {
                return kind(element).map(kind -> new ParameterType(kind, Shape.OPTIONAL, element, Optional.class));
            }
        } else if (type instanceof Class<?> element) {
            return kind(element).map(kind -> new ParameterType(kind, Shape.SINGLE, element, element));
        }
        return Optional.empty();
    }

    private static Optional<Kind> kind(Class<?> element) {
        if (element == double.class || element == Double.class) {
            return Optional.of(Kind.REAL);
        } else if (isInt(element) || element == long.class || element == Long.class) {
            return Optional.of(Kind.INTEGER);
        } else if (element == boolean.class || element == Boolean.class) {
            return Optional.of(Kind.BOOLEAN);
        } else if (element == String.class) {
            return Optional.of(Kind.TEXT);
        } else if (element == LocalDate.class) {
            return Optional.of(Kind.DATE);
        } else if (element == InputFile.class) {
            return Optional.of(Kind.FILE);
        }
        return element.isEnum() ? Optional.of(Kind.CHOICE) : Optional.empty();
    }

    private static boolean isInt(Class<?> element) {
        return element == int.class || element == Integer.class;
    }

    /** The values allowed for a choice, in their order; empty for other kinds. */
    public List<String> allowed() {
        return kind == Kind.CHOICE ? Scalars.choices(element) : List.of();
    }

    /** The type in a few words, for tables: {@code number}, {@code list of date}, {@code whole number or none}. */
    public String label() {
        return switch (shape) {
            case SINGLE -> kind.label;
            case OPTIONAL -> kind.label + " or none";
            case LIST -> "list of " + kind.label;
        };
    }

    /** What a message says was expected: {@code a number from 0 to 1 (share)}, {@code one of first-price, uniform-price}. */
    String expected(Range range, String unit) {
        String name = shape == Shape.LIST ? "a list of " + kind.many : kind.one;
        String details = kind == Kind.CHOICE ? String.join(", ", allowed()) : range.words();
        return name + (details.isEmpty() ? "" : " " + details) + (unit.isEmpty() || unit.equals("1") ? "" : " (" + unit + ")")
                + (shape == Shape.OPTIONAL ? " or " + ABSENT : "");
    }

    /** The value as an object of the Java type. */
    Object read(Value value, Range range) throws Refusal {
        return switch (shape) {
            case SINGLE -> single(value, range);
            case OPTIONAL -> value instanceof Value.Text text && text.text().equals(ABSENT)
                    ? optional(null) : optional(single(value, range));
            case LIST -> {
                if (!(value instanceof Value.Listing listing)) {
                    throw new Refusal(value, "write it in brackets, such as [a, b]");
                }
                List<Object> items = new ArrayList<>();
                for (Value item : listing.items()) {
                    items.add(single(item, range));
                }
                yield List.copyOf(items);
            }
        };
    }

    private Object single(Value value, Range range) throws Refusal {
        if (!(value instanceof Value.Text text)) {
            throw new Refusal(value, "");
        }
        try {
            Object single = single(text);
            if (single instanceof Number number && !range.contains(number.doubleValue())) {
                throw new Refusal(value, "");
            }
            return single;
        } catch (IllegalArgumentException e) {
            throw new Refusal(value, e.getMessage());
        }
    }

    private Object single(Value.Text value) {
        String text = value.text();
        return switch (kind) {
            case REAL -> Scalars.real(text);
            case INTEGER -> {
                long whole = Scalars.whole(text);
                if (!isInt(element)) {
                    yield whole;
                } else if (whole != (int) whole) {
                    throw new IllegalArgumentException("too large for a whole number");
                }
                yield (int) whole;
            }
            case BOOLEAN -> Scalars.truth(text);
            case TEXT -> text;
            case CHOICE -> Scalars.choice(text, element);
            case DATE -> Scalars.date(text);
            case FILE -> InputFile.of(text, value.place().folder());
        };
    }

    private Object optional(Object single) {
        if (wrapper == OptionalDouble.class) {
            return single == null ? OptionalDouble.empty() : OptionalDouble.of((Double) single);
        } else if (wrapper == OptionalInt.class) {
            return single == null ? OptionalInt.empty() : OptionalInt.of((Integer) single);
        } else if (wrapper == OptionalLong.class) {
            return single == null ? OptionalLong.empty() : OptionalLong.of((Long) single);
        }
        return Optional.ofNullable(single);
    }

    /**
     * The canonical text of a value: one YAML scalar or flow sequence that reads back as an equal value.
     *
     * @param renaming applied to input files before their names are written
     */
    String write(Object value, UnaryOperator<InputFile> renaming) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> write(item, renaming)).collect(Collectors.joining(", ", "[", "]"));
        }
        Object single = unwrapped(value);
        if (single == null) {
            return ABSENT;
        }
        return switch (kind) {
            case REAL -> Scalars.text((Double) single);
            case INTEGER, BOOLEAN, DATE -> single.toString();
            case TEXT -> Scalars.yaml((String) single);
            case CHOICE -> Scalars.kebab((Enum<?>) single);
            case FILE -> Scalars.yaml(renaming.apply((InputFile) single).text());
        };
    }

    private static Object unwrapped(Object value) {
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        } else if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        } else if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }
}
