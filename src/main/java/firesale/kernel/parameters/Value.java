package firesale.kernel.parameters;

import java.util.List;

/** A value as it was written, before anybody knows its type. */
public sealed interface Value {

    /** Where the value stands. */
    Place place();

    /** One scalar's text, without quotes. */
    record Text(String text, Place place) implements Value {
    }

    /** A list; its items are texts or (in grids) lists. */
    record Listing(List<Value> items, Place place) implements Value {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** A key without a value, or with the empty mapping {@code {}}. */
    record Nothing(Place place) implements Value {
    }
}
