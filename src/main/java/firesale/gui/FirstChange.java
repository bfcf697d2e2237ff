package firesale.gui;

import firesale.model.Event;
import firesale.model.Sale;
import firesale.model.Watch;
import firesale.model.Week;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/** The first week in which two runs differ. */
final class FirstChange {

    private FirstChange() {
    }

    /** The first week in which what was written down differs: the state at the week's end, a sale, a clearing or an event. */
    static OptionalInt between(Watch before, Watch after) {
        int first = first(before.weeks(), after.weeks(), Week::week);
        first = Math.min(first, first(before.sales(), after.sales(), Sale::week));
        first = Math.min(first, first(before.offers(), after.offers(), offer -> offer.clearing().week()));
        first = Math.min(first, first(before.events(), after.events(), Event::week));
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /** @param rows each list in the order of weeks */
    static <T> int first(List<T> rows, List<T> others, ToIntFunction<T> week) {
        int both = Math.min(rows.size(), others.size());
        for (int i = 0; i < both; i++) {
            if (!rows.get(i).equals(others.get(i))) {
                return Math.min(week.applyAsInt(rows.get(i)), week.applyAsInt(others.get(i)));
            }
        }
        List<T> longer = rows.size() > both ? rows : others;
        return longer.size() > both ? week.applyAsInt(longer.get(both)) : Integer.MAX_VALUE;
    }
}
