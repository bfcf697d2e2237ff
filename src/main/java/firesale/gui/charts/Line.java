package firesale.gui.charts;

import java.awt.Color;
import java.util.function.ToDoubleFunction;

/**
 * A line of a chart by week.
 *
 * @param name    as in the legend
 * @param style   how it is drawn; lines of one chart differ in it, not in colour alone
 * @param isRight whether the axis on the right is its own
 * @param value   in the unit of its axis; not a number where there is none
 */
record Line(String name, Color colour, Style style, boolean isRight, ToDoubleFunction<ChartWeek> value) {

    /** How a line is drawn. */
    enum Style {
        SOLID, THIN, DASHED, DOTTED, DASH_DOT,
        /** Dots that grow in area with the GPUs sold in the week. */
        SIZED_DOTS,
        /** Ticks from which a stem goes down to the week's price, or up. */
        STEMS
    }

    static Line of(String name, Color colour, Style style, ToDoubleFunction<ChartWeek> value) {
        return new Line(name, colour, style, false, value);
    }

    /** The same against the axis on the right. */
    Line onTheRight() {
        return new Line(name, colour, style, true, value);
    }

    /** Whether weeks are not joined by a line. */
    boolean isShapes() {
        return style == Style.SIZED_DOTS || style == Style.STEMS;
    }
}
