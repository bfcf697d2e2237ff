package firesale.model;

import firesale.kernel.parameters.Param;
import java.util.OptionalDouble;

/** A lot that nobody has seized, to be appraised. */
public record LotParameters(
        @Param(meaning = "Kind of machine, one of hardware.machines") String machine,
        @Param(meaning = "How many, whole nodes", unit = "GPUs", min = 1, max = 10_000_000) long gpus,
        @Param(meaning = "Age", unit = "a", min = 0, max = 11) double ageYears,
        @Param(meaning = "Condition, 1 for new", unit = "share", def = "1", min = 0, max = 1,
                source = "assumption: kept as new") double condition,
        @Param(meaning = "What was paid for it, for the book value; by default the machine's price new", unit = "USD/GPU",
                def = "none", min = 0, max = 10_000_000, source = "assumption: the price new") OptionalDouble costUsdPerGpu) {
}
