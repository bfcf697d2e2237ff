package firesale.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.ui.RectangleEdge;
import org.jfree.ui.TextAnchor;

/** An axis of capacities in steps of equal factors, with none before the least and one for no limit beyond the largest. */
final class CapacityAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;

    /** How far none and no limit stand from the least and the largest, in decades, and how much is free beyond them. */
    private static final double GAP = 0.6;
    private static final double MARGIN = 0.3;

    private final double least;
    private final double most;
    private final String beyond;

    /**
     * An axis.
     *
     * @param leastUsd the least capacity above none
     * @param mostUsd  the largest one that has a number
     * @param beyond   what stands beyond it
     */
    CapacityAxis(String label, double leastUsd, double mostUsd, String beyond) {
        super(label);
        Theme.style(this);
        this.least = Math.log10(leastUsd);
        this.most = Math.log10(mostUsd);
        this.beyond = beyond;
        setRange(least - GAP - MARGIN, most + GAP + MARGIN);
    }

    /** Where a capacity stands: zero, a number or infinite. */
    double place(double usd) {
        if (usd == 0) {
            return least - GAP;
        }
        return Double.isInfinite(usd) ? most + GAP : Math.max(least - GAP, Math.log10(usd));
    }

    /** Where the axis is broken: between none and the least, and between the largest and no limit. */
    List<Double> breaks() {
        return List.of(least - GAP / 2, most + GAP / 2);
    }

    /** The ends and the powers of ten between them, of many only every second one. */
    List<NumberTick> ticks(boolean below) {
        TextAnchor anchor = below ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        ticks.add(new NumberTick(least - GAP, "none", anchor, TextAnchor.CENTER, 0));
        int first = (int) Math.ceil(least - 1e-9);
        int last = (int) Math.floor(most + 1e-9);
        for (int power = first; power <= last; power++) {
            ticks.add(new NumberTick((double) power, text(Math.pow(10, power)), anchor, TextAnchor.CENTER, 0));
        }
        ticks.add(new NumberTick(most + GAP, beyond, anchor, TextAnchor.CENTER, 0));
        return ticks;
    }

    /** An amount in short: $1m, $1.5bn. */
    static String text(double usd) {
        double size = usd >= 9.995e8 ? 1e9 : usd >= 9.995e5 ? 1e6 : 1;
        String unit = size == 1e9 ? "bn" : size == 1e6 ? "m" : "";
        double number = usd / size;
        String format = number >= 99.95 ? "%.0f" : number >= 9.995 ? "%.1f" : "%.2f";
        String digits = String.format(Locale.ROOT, format, number);
        return "$" + (digits.indexOf('.') < 0 ? digits : digits.replaceFirst("\\.?0+$", "")) + unit;
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the library
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return ticks(RectangleEdge.isTopOrBottom(edge));
    }
}
