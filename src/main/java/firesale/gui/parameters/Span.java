package firesale.gui.parameters;

import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterType.Kind;
import firesale.kernel.parameters.Range;
import firesale.kernel.parameters.Scalars;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a slider spans: the whole of a parameter's range or, where that is very wide, what lies around its usual value. A text field
 * beside it takes the rest.
 *
 * @param low     the number at the left end or, of a scale with zero, at the first position right of it
 * @param high    the number at the right end
 * @param isLog   whether equal ways are equal factors
 * @param hasZero whether the leftmost position is zero, on a scale of factors
 * @param isWhole whether only whole numbers are meant
 */
record Span(double low, double high, boolean isLog, boolean hasZero, boolean isWhole) {

    /** The rightmost position; the leftmost is 0. */
    static final int POSITIONS = 400;

    /** Ranges of more than so many times the usual value are shown in part. */
    private static final double WIDE = 20;
    private static final double AROUND = 10;
    /** Ranges whose end is more than so many times their beginning are shown by factors. */
    private static final double MANY_TIMES = 50;
    /** Of a wide range in which nothing is usual, so much of its end is shown. */
    private static final double DECADES = 1e-6;
    private static final double SMALL_RANGE = 1000;

    /**
     * The span for a number whose range has two ends; empty for others.
     *
     * @param usual the value that the run's file gave, or none if there is no number
     */
    static Optional<Span> of(Parameter parameter, Optional<Double> usual) {
        Range range = parameter.range();
        boolean isWhole = parameter.type().kind() == Kind.INTEGER;
        if (!isWhole && parameter.type().kind() != Kind.REAL || Double.isInfinite(range.min()) || Double.isInfinite(range.max())
                || range.min() >= range.max()) {
            return Optional.empty();
        }
        double value = usual.orElse(0.0);
        boolean isWide = range.min() >= 0 && range.max() > WIDE * value && (range.max() > 1 || range.min() > 0);
        boolean isWeeks = parameter.unit().equals("weeks");
        if (!isWide && range.min() > 0 && range.max() > MANY_TIMES * range.min() && !isWeeks) {
            return Optional.of(new Span(range.min(), range.max(), true, false, isWhole));
        } else if (!isWide || value == 0 && range.max() <= SMALL_RANGE) {
            return Optional.of(new Span(range.min(), range.max(), false, false, isWhole));
        } else if (value == 0) {
            return Optional.of(new Span(Math.max(range.min(), range.max() * DECADES), range.max(), true, range.min() == 0, isWhole));
        }
        double high = Math.min(range.max(), AROUND * value);
        if (isWeeks) {
            return Optional.of(new Span(range.min(), high, false, false, isWhole));
        }
        return Optional.of(new Span(Math.max(range.min(), value / AROUND), high, true, range.min() == 0, isWhole));
    }

    /** The position nearest to a value. */
    int position(double value) {
        int first = hasZero ? 1 : 0;
        if (isLog && value < low) {
            return value <= 0 || !hasZero ? 0 : first;
        }
        double share = isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return (int) Math.round(first + Math.min(1, Math.max(0, share)) * (POSITIONS - first));
    }

    /** The round number at a position, as it is written. */
    String text(int position) {
        int first = hasZero ? 1 : 0;
        if (position < first) {
            return "0";
        }
        double share = (position - first) / (double) (POSITIONS - first);
        double exact = isLog ? low * Math.pow(high / low, share) : low + share * (high - low);
        BigDecimal round = position == POSITIONS ? BigDecimal.valueOf(high) : position == first ? BigDecimal.valueOf(low) : rounded(exact);
        return isWhole ? round.setScale(0, RoundingMode.HALF_EVEN).toPlainString() : Scalars.text(round.doubleValue());
    }

    /** On a scale of factors two digits; on an even one the largest round step that a position does not skip. */
    private BigDecimal rounded(double value) {
        if (isLog) {
            return BigDecimal.valueOf(value).round(new MathContext(2));
        }
        BigDecimal way = BigDecimal.valueOf((high - low) / POSITIONS * 2);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(way.precision() - way.scale() - 1);
        BigDecimal step = power.multiply(BigDecimal.valueOf(5)).compareTo(way) <= 0 ? power.multiply(BigDecimal.valueOf(5))
                : power.multiply(BigDecimal.valueOf(2)).compareTo(way) <= 0 ? power.multiply(BigDecimal.valueOf(2)) : power;
        BigDecimal round = BigDecimal.valueOf(value).divide(step, 0, RoundingMode.HALF_EVEN).multiply(step);
        return round.max(BigDecimal.valueOf(low)).min(BigDecimal.valueOf(high));
    }
}
