package firesale.report;

import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.renderer.PaintScale;

/**
 * Colours from light yellow to dark blue, evenly darker, so that they are also told apart without hue.
 *
 * @param low  what is lightest
 * @param high what is darkest
 */
record ColourScale(double low, double high) implements PaintScale {

    private static final List<Color> STOPS = List.of(new Color(0xFDE725), new Color(0x90D743), new Color(0x35B779),
            new Color(0x21918C), new Color(0x31688E), new Color(0x443983), new Color(0x440154));

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    @Override
    public Paint getPaint(double value) {
        return colour(value);
    }

    /** The colour of a value; what lies beyond the ends has theirs. */
    Color colour(double value) {
        double place = Math.max(0, Math.min(1, (value - low) / (high - low))) * (STOPS.size() - 1);
        int stop = Math.min(STOPS.size() - 2, (int) place);
        Color from = STOPS.get(stop);
        Color to = STOPS.get(stop + 1);
        double part = place - stop;
        return new Color(mixed(from.getRed(), to.getRed(), part), mixed(from.getGreen(), to.getGreen(), part),
                mixed(from.getBlue(), to.getBlue(), part));
    }

    private static int mixed(int from, int to, double part) {
        return (int) Math.round(from + part * (to - from));
    }
}
