package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterType.Kind;
import firesale.kernel.parameters.ParameterType.Shape;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.parameters.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values that a key may take, as a function of a number from 0 to 1. */
interface ValueRange {

    String key();

    /** Where the key stands. */
    Place place();

    /** The value at a share of the way, 0 to 1 with both ends. */
    Value at(double share);

    /** What a change of the value is measured by. */
    SensitivityDesign.Span span();

    /** As it is written in a file in the given folder. */
    String text(Path folder);

    /** The range that a setting of {@code analysis.ranges} means; empty if it means none, which is then among the problems. */
    static Optional<ValueRange> of(Setting setting, Problems problems) {
        Parameter parameter = ExperimentFile.modelSchema().parameter(setting.path()).orElse(null);
        if (parameter == null) {
            problems.add(setting.place(), "analysis.ranges." + setting.path() + ": unknown key"
                    + Spelling.hint(setting.path(), ExperimentFile.modelSchema().knownPaths()));
            return Optional.empty();
        }
        try {
            return Optional.of(isOfNumbers(parameter) ? Numbers.read(setting, parameter) : Choices.read(setting, parameter));
        } catch (InputException e) {
            problems.add(null, e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether a range of the parameter has two ends, not choices. */
    static boolean isOfNumbers(Parameter parameter) {
        Kind kind = parameter.type().kind();
        return (kind == Kind.REAL || kind == Kind.INTEGER) && parameter.type().shape() != Shape.LIST;
    }

    private static InputException refusal(Setting setting, String message) {
        return new InputException(setting.value().place() + ": analysis.ranges." + setting.path() + ": " + message);
    }

    /** Numbers from low to high, evenly or evenly in logs. */
    record Numbers(String key, Place place, boolean whole, double low, double high, boolean log) implements ValueRange {

        private static final String LOG = "log";
        /** Of a number and of a range's width: finer steps than any result can show, in texts that are short. */
        private static final int DIGITS = 6;

        private static Numbers read(Setting setting, Parameter parameter) {
            List<Value> items = setting.value() instanceof Value.Listing listing ? listing.items() : List.of();
            boolean log = items.size() == 3 && items.get(2) instanceof Value.Text text && text.text().equals(LOG);
            if (items.size() != 2 && !log) {
                throw refusal(setting, "expected [low, high] or [low, high, log], each " + parameter.expected());
            }
            double low = number(parameter, items.get(0));
            double high = number(parameter, items.get(1));
            if (low >= high) {
                throw refusal(setting, "expected the lower end first, but found " + Scalars.text(low) + " and "
                        + Scalars.text(high));
            } else if (log && low <= 0) {
                throw refusal(setting, "expected a lower end above 0, since it is evenly in logs, but found "
                        + Scalars.text(low));
            }
            return new Numbers(setting.path(), setting.place(), parameter.type().kind() == Kind.INTEGER, low, high, log);
        }

        private static double number(Parameter parameter, Value value) {
            try {
                return Double.parseDouble(parameter.canonical(value, Path.of("")));
            } catch (NumberFormatException e) {
                throw new InputException(value.place() + ": analysis.ranges." + parameter.path() + ": expected a number", e);
            }
        }

        @Override
        public Value at(double share) {
            return new Value.Text(valueText(share), place);
        }

        /** The value's text. */
        String valueText(double share) {
            return whole ? Long.toString(integer(share)) : Scalars.text(real(share));
        }

        /** Every whole number has the same share of the way; in logs, that of the step to the next one. */
        private long integer(double share) {
            double end = high + 1;
            double value = log ? low * StrictMath.exp(share * StrictMath.log(end / low)) : low + share * (end - low);
            return (long) StrictMath.max(low, StrictMath.min(high, StrictMath.floor(value)));
        }

        private double real(double share) {
            if (share <= 0 || share >= 1) {
                return share <= 0 ? low : high;
            }
            double value = log ? low * StrictMath.exp(share * StrictMath.log(high / low)) : low + share * (high - low);
            BigDecimal exact = new BigDecimal(value);
            int decimals = Math.max(decimals(exact), decimals(new BigDecimal(high - low)));
            double rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
            return StrictMath.max(low, StrictMath.min(high, rounded));
        }

        /** Decimals that {@value #DIGITS} significant digits of a number have; negative above a million. */
        private static int decimals(BigDecimal number) {
            return DIGITS - number.precision() + number.scale();
        }

        @Override
        public SensitivityDesign.Span span() {
            return new SensitivityDesign.Span(low, high, log);
        }

        @Override
        public String text(Path folder) {
            String ends = whole ? (long) low + ", " + (long) high : Scalars.text(low) + ", " + Scalars.text(high);
            return "[" + ends + (log ? ", " + LOG : "") + "]";
        }
    }

    /** One of several values, each as likely as the others. */
    record Choices(String key, Place place, Parameter parameter, List<Value> values) implements ValueRange {

        private static Choices read(Setting setting, Parameter parameter) {
            List<Value> items = setting.value() instanceof Value.Listing listing ? listing.items() : List.of();
            if (items.size() < 2) {
                throw refusal(setting, "expected a list of choices, such as [a, b], each " + parameter.expected());
            }
            long different = items.stream().map(item -> parameter.canonical(item, Path.of(""))).distinct().count();
            if (different < items.size()) {
                throw refusal(setting, "a choice stands there twice");
            }
            return new Choices(setting.path(), setting.place(), parameter, items);
        }

        @Override
        public SensitivityDesign.Span span() {
            return SensitivityDesign.Span.CHOICES;
        }

        @Override
        public Value at(double share) {
            return values.get((int) StrictMath.min(values.size() - 1.0, StrictMath.floor(share * values.size())));
        }

        @Override
        public String text(Path folder) {
            return values.stream().map(value -> parameter.canonical(value, folder)).collect(Collectors.joining(", ", "[", "]"));
        }
    }
}
