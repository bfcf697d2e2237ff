package firesale.gui.map;

import firesale.gui.view.RoundScale;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis.
 *
 * @param least the least value that has a place, positive
 * @param most  the largest
 * @param from  where the least stands
 * @param to    where the largest stands
 */
record LogScale(double least, double most, double from, double to) {

    LogScale {
        if (!(least > 0 && most > least)) {
            throw new IllegalArgumentException("from " + least + " to " + most + " is no range of a logarithmic axis");
        }
    }

    /** An axis on which all values have a place, between round ends. */
    static LogScale over(double smallest, double largest, double from, double to) {
        double least = RoundScale.down(smallest);
        double most = RoundScale.up(largest);
        return new LogScale(least, most > least ? most : 10 * least, from, to);
    }

    /** Where a value stands; at the end of the axis if it lies beyond. */
    double at(double value) {
        double inside = Math.max(least, Math.min(most, value));
        return from + (to - from) * Math.log(inside / least) / Math.log(most / least);
    }

    /** Whether a mark is 1, 10, 100, 0.1 and so on. */
    static boolean isPowerOfTen(double mark) {
        double log = Math.log10(mark);
        return Math.abs(log - Math.rint(log)) < 1e-6;
    }

    /** Marks: 1, 2, 5, 10 … from end to end. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        double tick = RoundScale.up(least);
        while (tick <= most * (1 + 1e-9)) {
            ticks.add(tick);
            tick = RoundScale.up(tick * 1.5);
        }
        return ticks;
    }
}
