package firesale.world;

import firesale.kernel.parameters.Param;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The arrival of a generation: a step in rent, spread evenly over a ramp. */
public record Release(
        @Param(meaning = "Generation") String name,
        @Param(meaning = "When it becomes available") LocalDate from,
        @Param(meaning = "Time until it is available to all", unit = "weeks", min = 1, max = 520) int rampWeeks,
        @Param(meaning = "Performance per dollar relative to the generation before", unit = "ratio", min = 1, max = 100)
        double gain,
        @Param(meaning = "Share of the log gain that passes into the rent of older machines", unit = "share", min = 0, max = 1)
        double passThrough) {

    /** Log fall of rent by the whole release. */
    double logStep() {
        return passThrough * StrictMath.log(gain);
    }

    /** When the ramp begins, in weeks after a date. */
    double startWeek(LocalDate start) {
        return ChronoUnit.DAYS.between(start, from) / 7.0;
    }
}
