package firesale.gui.view;

import firesale.model.FireSale;
import firesale.world.Regime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a view was taken.
 *
 * @param week   weeks since the start, the one that is over
 * @param weeks  the last week in which trouble originates; the run-off follows
 * @param date   first day of the week
 * @param regime the week's regime
 */
public record Moment(int week, int weeks, LocalDate date, Regime regime) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** The moment of a run that has begun. */
    public static Moment of(FireSale run) {
        return new Moment(run.week(), run.parameters().time().weeks(), run.parameters().market().start().plusWeeks(run.week()),
                run.market().regime());
    }

    /** The week, its date and its regime: Week 44 \u00b7 9 Nov 2026 \u00b7 funding squeeze. */
    public String text() {
        return weekText() + dateText() + regimeText();
    }

    /** How {@link #text()} begins: Week 44. */
    public String weekText() {
        return "Week " + week;
    }

    /** What stands between week and regime, with its dots. */
    public String dateText() {
        return " \u00b7 " + date(date) + " \u00b7 ";
    }

    /** How it ends: funding squeeze. */
    public String regimeText() {
        return Regimes.word(regime) + (isRunOff() ? ", run-off" : "");
    }

    /** A date as all windows write it: 9 Nov 2026. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Whether no new trouble originates any more and only what is left is sold. */
    private boolean isRunOff() {
        return week >= weeks;
    }
}
