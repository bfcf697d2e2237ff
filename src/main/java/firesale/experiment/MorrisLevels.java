package firesale.experiment;

import firesale.kernel.parameters.Problems;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * Whether the levels of Morris screening suit the ranges: each step of a key must change its value, and each of several choices
 * must stand at as many levels as the others.
 */
final class MorrisLevels {

    private MorrisLevels() {
    }

    /** @throws firesale.kernel.parameters.InputException if a range does not suit */
    static void check(List<ValueRange> ranges, int levels) {
        Problems problems = new Problems();
        for (ValueRange range : ranges) {
            if (range instanceof ValueRange.Choices choices && levels % choices.values().size() != 0) {
                problems.add(range.place(), "analysis.ranges." + range.key() + ": " + choices.values().size()
                        + " choices do not stand evenly at " + levels + " levels; " + advice(ranges, levels));
            }
            if (range instanceof ValueRange.Numbers numbers) {
                standstill(numbers, levels).ifPresent(value -> problems.add(range.place(), "analysis.ranges." + range.key()
                        + ": a step of Morris screening on " + levels + " levels would leave it at " + value
                        + "; write fewer analysis.levels or a wider range"));
            }
        }
        problems.throwIfAny();
    }

    /** The next number of levels at which all choices stand evenly. */
    private static String advice(List<ValueRange> ranges, int levels) {
        long least = 2;
        for (ValueRange range : ranges) {
            if (range instanceof ValueRange.Choices choices) {
                least = ArithmeticUtils.lcm(least, (long) choices.values().size());
                if (least > AnalysisParameters.MOST_LEVELS) {
                    return "no number of levels suits all choices of this file: take choices out";
                }
            }
        }
        long next = (levels + least - 1) / least * least;
        return next > AnalysisParameters.MOST_LEVELS ? "write analysis.levels: " + least : "write analysis.levels: " + next;
    }

    /** A value that a step does not change. */
    private static Optional<String> standstill(ValueRange.Numbers range, int levels) {
        for (int level = 0; level < levels / 2; level++) {
            String before = range.valueText(level / (levels - 1.0));
            if (before.equals(range.valueText((level + levels / 2) / (levels - 1.0)))) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }
}
