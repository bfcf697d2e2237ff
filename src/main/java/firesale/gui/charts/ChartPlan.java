package firesale.gui.charts;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a chart by week shows.
 *
 * @param name      of its view
 * @param title     what is measured
 * @param left      the axis on the left
 * @param right     that on the right
 * @param lines     the lowest first
 * @param whenEmpty what is said of a run of which there is nothing to show
 */
record ChartPlan(String name, String title, Scale left, Optional<Scale> right, List<Line> lines,
        Function<History, String> whenEmpty) {

    /** Lines of one of the axes. */
    List<Line> lines(boolean ofTheRight) {
        return lines.stream().filter(line -> line.isRight() == ofTheRight).toList();
    }
}
