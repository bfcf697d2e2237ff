package firesale.world;

import firesale.kernel.parameters.Param;
import java.time.LocalDate;

/** A regime that begins on a date, in replay. */
public record DatedRegime(
        @Param(meaning = "A name for the change") String name,
        @Param(meaning = "First day") LocalDate from,
        @Param(meaning = "The regime from then on") Regime regime) {
}
