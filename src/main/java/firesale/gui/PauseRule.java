package firesale.gui;

import firesale.model.Event;
import firesale.model.FireSale;
import firesale.world.Regime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When play pauses by itself, once. */
sealed interface PauseRule {

    /** Why a run pauses after the week that has just ended; empty if it goes on. */
    Optional<String> hit(FireSale run);

    /** At the end of a week, or at once if it is over. */
    record AtWeek(int week) implements PauseRule {

        @Override
        public Optional<String> hit(FireSale run) {
            return run.week() >= week ? Optional.of("Paused after week " + run.week() + ".") : Optional.empty();
        }
    }

    /** At the next borrower who defaults. */
    record NextDefault() implements PauseRule {

        @Override
        public Optional<String> hit(FireSale run) {
            long count = thisWeek(run).stream().filter(event -> event.event().equals("default")).count();
            return count == 0 ? Optional.empty()
                    : Optional.of(String.format(Locale.ROOT, "Paused: %d %s in week %d.", count, count == 1 ? "default"
                    : "defaults", run.week()));
        }
    }

    /** At the next sale of seized machines. */
    record NextSale() implements PauseRule {

        @Override
        public Optional<String> hit(FireSale run) {
            long gpus = thisWeek(run).stream().filter(event -> event.event().equals("sale")).mapToLong(Event::gpus).sum();
            return gpus == 0 ? Optional.empty()
                    : Optional.of(String.format(Locale.ROOT, "Paused: %,d seized GPUs were sold in week %d.", gpus, run.week()));
        }
    }

    /** When the next funding squeeze begins. */
    record NextSqueeze() implements PauseRule {

        @Override
        public Optional<String> hit(FireSale run) {
            boolean begins = run.market().regime() == Regime.SQUEEZE
                    && thisWeek(run).stream().anyMatch(event -> event.event().equals("regime_change"));
            return begins ? Optional.of("Paused: the funding squeeze begins in week " + run.week() + ".") : Optional.empty();
        }
    }

    private static List<Event> thisWeek(FireSale run) {
        return Tempo.ofLastWeek(run.watch().events(), run.week());
    }
}
