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

/** An axis of ratios in steps of equal factors: places are logarithms to the base of ten, ticks say the ratios. */
final class RatioAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;

    /** Over more decades only powers of ten have ticks. */
    private static final double FEW_DECADES = 3.2;

    /** An axis from one ratio to another; both are above zero. */
    RatioAxis(String label, double low, double high) {
        super(label);
        Theme.style(this);
        setRange(place(low), place(high));
    }

    /** Where a ratio stands. */
    static double place(double ratio) {
        return Math.log10(ratio);
    }

    /** The ratios that have ticks. */
    List<Double> ticks() {
        double[] digits = getRange().getLength() > FEW_DECADES ? new double[] {1} : new double[] {1, 2, 5};
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(getLowerBound()); power <= getUpperBound(); power++) {
            for (double digit : digits) {
                double ratio = digit * Math.pow(10, power);
                if (getRange().contains(place(ratio))) {
                    ticks.add(ratio);
                }
            }
        }
        return ticks;
    }

    /** A ratio as it stands at its tick: 0.05, 2, 100. */
    static String text(double ratio) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(ratio) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", ratio);
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the library
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean below = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = below ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (double ratio : ticks()) {
            ticks.add(new NumberTick(place(ratio), text(ratio), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
