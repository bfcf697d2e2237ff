package firesale.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;

/** Finds the axis of a panel in which the labels beyond the ends of bars have room. */
final class LabelledScale {

    private static final double LEAST_RANGE = 0.01;
    private static final double TICK_PIXELS = 62;
    private static final int HALVINGS = 60;

    private record End(double at, double pixels) {
    }

    private final List<End> left = new ArrayList<>(List.of(new End(0, 0)));
    private final List<End> right = new ArrayList<>(List.of(new End(0, 0), new End(LEAST_RANGE, 0)));

    /** A place that must be seen. */
    LabelledScale at(double place) {
        left.add(new End(place, 0));
        right.add(new End(place, 0));
        return this;
    }

    /** A text that ends left of a place. */
    LabelledScale left(double place, String text) {
        left.add(new End(place, RowBars.room(text)));
        return this;
    }

    /** A text that starts right of a place. */
    LabelledScale right(double place, String text) {
        right.add(new End(place, RowBars.room(text)));
        return this;
    }

    /** The axis of shares for a panel of a width in pixels; zero is in it. */
    NumberAxis axis(double pixels) {
        return axis(pixels, Formats::percent);
    }

    /** The same with ticks written in another way. */
    NumberAxis axis(double pixels, DoubleFunction<String> format) {
        double tooSmall = 0;
        double perPixel = 1;
        while (high(perPixel) - low(perPixel) > perPixel * pixels && perPixel < 1e6) {
            perPixel *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (tooSmall + perPixel) / 2;
            if (high(middle) - low(middle) > middle * pixels) {
                tooSmall = middle;
            } else {
                perPixel = middle;
            }
        }
        double from = low(perPixel);
        double range = perPixel * pixels;
        double each = perPixel;
        double step = DoubleStream.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10).filter(s -> s / each >= TICK_PIXELS)
                .findFirst().orElse(20);
        return Theme.axis(null, Formats.of(format), from, from + range, step);
    }

    private double low(double perPixel) {
        return left.stream().mapToDouble(end -> end.at - end.pixels * perPixel).min().orElse(0);
    }

    private double high(double perPixel) {
        return right.stream().mapToDouble(end -> end.at + end.pixels * perPixel).max().orElse(1);
    }
}
