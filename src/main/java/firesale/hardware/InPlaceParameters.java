package firesale.hardware;

import firesale.kernel.parameters.Param;

/**
 * Sale of a lot where it stands, with a hosting contract. As long as the offer stands the host waits for a buyer without rent, and
 * the lender pays for the machines, their care and their insurance what it pays for storage.
 */
public record InPlaceParameters(
        @Param(meaning = "Share of defaults, and of scheduled seizures, whose host lets the machines stay for a buyer; the rest "
                + "have to be taken away",
                unit = "share", def = "0", min = 0, max = 1, source = "assumption: off") double share,
        @Param(meaning = "Weeks after default for which the offer stands; machines that are not sold by then have to be removed",
                unit = "weeks", def = "26", min = 0, max = 2000, source = "assumption: half a year without rent") int windowWeeks,
        @Param(meaning = "Time from sale to earning of machines that stay", unit = "weeks", def = "1", min = 0, max = 260,
                source = "assumption: tests and a change of keys") int weeks) {
}
