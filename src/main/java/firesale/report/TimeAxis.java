package firesale.report;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.ui.Layer;

/** The axis of weeks that the panels of a chart share. */
final class TimeAxis {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ROOT);
    private static final List<Integer> STEPS = List.of(4, 13, 26, 52, 104, 260);
    private static final int MOST_LABELS = 8;

    private TimeAxis() {
    }

    /**
     * An axis from week 0.
     *
     * @param end   where it ends, in weeks
     * @param start the first day of week 0, if known
     */
    static NumberAxis of(int end, Optional<LocalDate> start) {
        String label = start.isPresent() ? "Weeks since the start (month)" : "Weeks since the start";
        NumberAxis axis = Theme.axis(label, Formats.of(week -> tick((int) week, start)));
        axis.setRange(0, end);
        axis.setTickUnit(new NumberTickUnit(step(end)));
        return axis;
    }

    private static int step(int end) {
        for (int step : STEPS) {
            if (end <= step * MOST_LABELS) {
                return step;
            }
        }
        return STEPS.get(STEPS.size() - 1);
    }

    private static String tick(int week, Optional<LocalDate> start) {
        return week + start.map(day -> " (" + MONTH.format(day.plusWeeks(week)) + ")").orElse("");
    }

    /** Panels one above the other over the axis. */
    static CombinedDomainXYPlot stack(NumberAxis axis, XYPlot upper, int upperWeight, XYPlot lower, int lowerWeight) {
        CombinedDomainXYPlot stack = new CombinedDomainXYPlot(axis);
        stack.setGap(22);
        stack.add(upper, upperWeight);
        stack.add(lower, lowerWeight);
        return stack;
    }

    /** Shades the squeeze behind a panel. */
    static void shade(XYPlot plot, List<Squeeze.Span> squeeze) {
        shade(plot, squeeze, Theme.SQUEEZE);
    }

    /** Shades weeks behind a panel. */
    static void shade(XYPlot plot, List<Squeeze.Span> weeks, Color colour) {
        for (Squeeze.Span span : weeks) {
            IntervalMarker marker = new IntervalMarker(span.first(), span.end(), colour);
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    /** Names the shade in the legend, if there is any. */
    static Legend explain(Legend legend, List<Squeeze.Span> squeeze) {
        return squeeze.isEmpty() ? legend : legend.area("Squeeze in most runs", Theme.SQUEEZE);
    }
}
