package firesale.gui.view;

import firesale.model.FireSale;
import firesale.world.Regime;
import java.time.LocalDate;

/**
 * When a view was taken.
 *
 * @param week   weeks since the start, the one that is over
 * @param weeks  the last week in which trouble originates; the run-off follows
 * @param date   first day of the week
 * @param regime the week's regime
 */
public record Moment(int week, int weeks, LocalDate date, Regime regime) {

    /** The moment of a run that has begun. */
    public static Moment of(FireSale run) {
        return new Moment(run.week(), run.parameters().time().weeks(), run.parameters().market().start().plusWeeks(run.week()),
                run.market().regime());
    }

    /** Whether no new trouble originates any more and only what is left is sold. */
    public boolean isRunOff() {
        return week >= weeks;
    }
}
