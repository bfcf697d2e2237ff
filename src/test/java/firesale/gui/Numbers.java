package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.kernel.table.Column;
import firesale.kernel.table.CsvWriter;
import firesale.model.Event;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import firesale.model.RunOutcome;
import firesale.model.Sale;
import firesale.model.Scenario;
import firesale.model.Week;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;

/** All numbers of a run as the command line writes them. */
record Numbers(String outcome, String sales, String weeks, String events) {

    /** Those of a run that nobody watches. */
    static Numbers headless(ModelParameters parameters, long seed) {
        RunOutcome alone = FireSale.simulate(parameters, seed, EnumSet.of(Recording.SALES, Recording.EVENTS, Recording.WEEKS));
        return new Numbers(text(RunOutcome.columns(), List.of(alone)), text(Sale.columns(), alone.sales()),
                text(Week.columns(), alone.weekRows()), text(Event.columns(), alone.events()));
    }

    /** Those of a run that nobody watches, after so many weeks; its measures are those so far. */
    static Numbers headless(ModelParameters parameters, long seed, int weeks) {
        FireSale alone = new FireSale(Scenario.of(parameters), seed,
                EnumSet.of(Recording.SALES, Recording.EVENTS, Recording.WEEKS));
        alone.start();
        while (alone.schedule.getSteps() < weeks && alone.schedule.step(alone)) {
            continue;
        }
        RunOutcome outcome = alone.outcome();
        return new Numbers(text(RunOutcome.columns(), List.of(outcome)), text(Sale.columns(), outcome.sales()),
                text(Week.columns(), outcome.weekRows()), text(Event.columns(), outcome.events()));
    }

    /** Those of a run that is watched, as far as it has come. */
    static Numbers of(FireSale watched) {
        return new Numbers(text(RunOutcome.columns(), List.of(watched.outcome())),
                text(Sale.columns(), watched.watch().sales()), text(Week.columns(), watched.watch().weeks()),
                text(Event.columns(), watched.watch().events()));
    }

    /** Fails at the first table that differs. */
    void assertSameAs(Numbers other) {
        // one by one, so that a failure shows the row and not four tables
        assertThat(outcome.lines().toList()).as("measures").isEqualTo(other.outcome.lines().toList());
        assertThat(sales.lines().toList()).as("sales").isEqualTo(other.sales.lines().toList());
        assertThat(weeks.lines().toList()).as("weeks").isEqualTo(other.weeks.lines().toList());
        assertThat(events.lines().toList()).as("events").isEqualTo(other.events.lines().toList());
        assertThat(this).isEqualTo(other);
    }

    private static <T> String text(List<Column<T>> columns, List<T> rows) {
        StringBuilder text = new StringBuilder();
        try {
            CsvWriter<T> table = CsvWriter.begin(text, columns);
            for (T row : rows) {
                table.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
