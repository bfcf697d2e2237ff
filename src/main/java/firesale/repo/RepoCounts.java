package firesale.repo;

/**
 * What was lent, called and lost in a run so far.
 *
 * @param loans               loans made, each once
 * @param lentUsd             the same, USD
 * @param pledgedUsd          what was paid for the machines that back them, USD
 * @param rolls               loans rolled, or that should have been
 * @param marginCalls         rolls at which more was asked than the machines had earned
 * @param calledUsd           what was asked beyond that, USD
 * @param fails               loans that were closed because something was not paid
 * @param failedUsd           their principal, USD
 * @param failedGpus          the machines that were taken
 * @param borrowersDropped    borrowers dropped from a tri-party market
 * @param lostUsd             principal that dealers lost, USD
 * @param outstandingUsdWeeks principal that was owed, summed over weeks, USD
 * @param capacityUsdWeeks    capacity, summed over weeks, USD
 * @param peakUsd             most principal that was owed in a week, USD
 */
public record RepoCounts(long loans, double lentUsd, double pledgedUsd, long rolls, long marginCalls, double calledUsd, long fails,
        double failedUsd, long failedGpus, long borrowersDropped, double lostUsd, double outstandingUsdWeeks, double capacityUsdWeeks,
        double peakUsd) {
}
