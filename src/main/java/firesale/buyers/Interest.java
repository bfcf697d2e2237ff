package firesale.buyers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one buyer stands to a lot.
 *
 * @param kind     the name of its kind
 * @param obstacle why it does not bid; empty if it does
 * @param valueUsd what they are worth to it where it has room, after the other use of power, USD per GPU; NaN without room
 * @param gpus     how many of the lot find room, by {@link #ways}
 * @param fundsUsd its money
 */
public record Interest(String kind, Optional<Obstacle> obstacle, double valueUsd, List<Long> gpus, double fundsUsd) {

    public Interest {
        gpus = List.copyOf(gpus);
    }

    /** The ways in which machines can be taken in, in the order of {@link #gpus}: ready racks, retrofit and so on. */
    public static List<String> ways() {
        return Arrays.stream(Berth.Making.values()).map(making -> making.name().toLowerCase(Locale.ROOT)).toList();
    }
}
