package firesale.gui;

import firesale.model.Event;
import firesale.model.FireSale;
import java.util.List;

/** How long play stays on a week, so that quiet weeks pass quickly and those in which something happens can be read. */
final class Tempo {

    private static final int TURN_MILLIS = 1800;
    private static final int DEFAULT_MILLIS = 800;
    private static final int SEIZURE_MILLIS = 500;
    private static final int SALE_MILLIS = 350;
    private static final long LARGE_SALE_GPUS = 1000;

    private Tempo() {
    }

    /**
     * How long a week is worth looking at, milliseconds; 0 if nothing happens in it. A turn of the regime and the run's first
     * default are worth most, then other defaults and lenders in trouble, machines that reach lenders, and large sales.
     */
    static int millis(FireSale run) {
        List<Event> events = run.watch().events();
        int most = 0;
        long sold = 0;
        for (Event event : ofLastWeek(events, run.week())) {
            sold += event.event().equals("sale") ? event.gpus() : 0;
            most = Math.max(most, switch (event.event()) {
                case "regime_change" -> TURN_MILLIS;
                case "default" -> isFirst(event, events) ? TURN_MILLIS : DEFAULT_MILLIS;
                case "lender_stops_lending", "lender_must_sell" -> DEFAULT_MILLIS;
                case "seizure" -> SEIZURE_MILLIS;
                default -> 0;
            });
        }
        return sold >= LARGE_SALE_GPUS ? Math.max(most, SALE_MILLIS) : most;
    }

    private static boolean isFirst(Event event, List<Event> events) {
        return events.stream().filter(each -> each.event().equals(event.event())).findFirst().orElseThrow().week() == event.week();
    }

    /** The events of a week that is the last of them. */
    static List<Event> ofLastWeek(List<Event> events, int week) {
        int first = events.size();
        while (first > 0 && events.get(first - 1).week() == week) {
            first--;
        }
        return events.subList(first, events.size());
    }
}
