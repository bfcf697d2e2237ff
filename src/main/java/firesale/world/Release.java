package firesale.world;

import firesale.kernel.parameters.Param;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/** The arrival of a generation: a step in rent, spread over a ramp. */
public record Release(
        @Param(meaning = "Generation") String name,
        @Param(meaning = "When it becomes available") LocalDate from,
        @Param(meaning = "Time until it is available to all", unit = "weeks", min = 1, max = 520) int rampWeeks,
        @Param(meaning = "Performance per dollar relative to the generation before", unit = "ratio", min = 1, max = 100)
        double gain,
        @Param(meaning = "Share of the log gain that passes into the rent of older machines", unit = "share", min = 0, max = 1)
        double passThrough,
        @Param(meaning = "When date and size become known, where the market waits for announcements; none, or later than the "
                + "arrival: when it arrives", def = "none", source = "assumption: unannounced")
        Optional<LocalDate> announced,
        @Param(meaning = "Gain that is announced and expected until the generation is there to be tested; none: the true one",
                unit = "ratio", def = "none", min = 1, max = 100, source = "assumption: makers keep their word")
        OptionalDouble announcedGain,
        @Param(meaning = "How the step is spread over the ramp: in equal parts, or slowly at first and at the end",
                def = "linear", source = "assumption") Ramp ramp) {

    /** A distribution function on the ramp. */
    public enum Ramp {
        /** Equal parts. */
        LINEAR,
        /** x^2 (3 - 2x): half as fast again in the middle, and without a kink at the ends. */
        SMOOTH;

        /** The share of the step that is over, Phi; 0 before the ramp and 1 after it. */
        double over(double shareOfTime) {
            double x = StrictMath.max(0, StrictMath.min(1, shareOfTime));
            return this == LINEAR ? x : x * x * (3 - 2 * x);
        }
    }

    /** Log fall of rent by the whole release. */
    double logStep() {
        return passThrough * StrictMath.log(gain);
    }

    /** The log fall that is expected of it until it arrives. */
    double announcedLogStep() {
        return announcedGain.isPresent() ? passThrough * StrictMath.log(announcedGain.getAsDouble()) : logStep();
    }

    /** When the ramp begins, in weeks after a date. */
    double startWeek(LocalDate start) {
        return weeks(start, from);
    }

    /** From when on date and announced size are known to all, in weeks after a date: no later than the ramp begins. */
    double knownWeek(LocalDate start) {
        return StrictMath.min(startWeek(start), weeks(start, announced.orElse(from)));
    }

    private static double weeks(LocalDate start, LocalDate date) {
        return ChronoUnit.DAYS.between(start, date) / 7.0;
    }
}
