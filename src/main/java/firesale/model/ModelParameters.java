package firesale.model;

import firesale.kernel.parameters.Param;

/** All parameters of a run. (Skeleton: the rooms' own records join as they are built.) */
public record ModelParameters(
        @Param(meaning = "When and how long") Time time) {

    /** The clock. */
    public record Time(
            @Param(meaning = "Weeks in which new trouble may originate", unit = "weeks", def = "156", min = 1, max = 1040,
                    source = "assumption: three years of origination") int weeks,
            @Param(meaning = "Weeks of run-off without new seizures", unit = "weeks", def = "104", min = 0, max = 520,
                    source = "assumption: two years, so that late lots are not censored") int runOffWeeks) {
    }
}
