package firesale.repo;

import firesale.kernel.books.Cents;

/** Counts what is lent, called and lost. */
final class RepoTally {

    private double lentUsd;
    private double pledgedUsd;
    private long loans;
    private long rolls;
    private long marginCalls;
    private double calledUsd;
    private long fails;
    private double failedUsd;
    private long failedGpus;
    private long borrowersDropped;
    private double lostUsd;
    private double outstandingUsdWeeks;
    private double capacityUsdWeeks;
    private double peakUsd;

    void lent(long cents, long pledgedCents) {
        loans++;
        lentUsd += Cents.toUsd(cents);
        pledgedUsd += Cents.toUsd(pledgedCents);
    }

    void rolled(long dueCents, long fromOwnMoneyCents) {
        rolls++;
        marginCalls += dueCents > 0 && fromOwnMoneyCents > 0 ? 1 : 0;
        calledUsd += dueCents > 0 ? Cents.toUsd(fromOwnMoneyCents) : 0;
    }

    void failed(long loanCents, long gpus) {
        fails++;
        failedUsd += Cents.toUsd(loanCents);
        failedGpus += gpus;
    }

    void dropped() {
        borrowersDropped++;
    }

    void lost(long cents) {
        lostUsd += Cents.toUsd(cents);
    }

    void week(long outstandingCents, long capacityCents) {
        outstandingUsdWeeks += Cents.toUsd(outstandingCents);
        capacityUsdWeeks += Cents.toUsd(capacityCents);
        peakUsd = StrictMath.max(peakUsd, Cents.toUsd(outstandingCents));
    }

    RepoCounts counts() {
        return new RepoCounts(loans, lentUsd, pledgedUsd, rolls, marginCalls, calledUsd, fails, failedUsd, failedGpus, borrowersDropped,
                lostUsd, outstandingUsdWeeks, capacityUsdWeeks, peakUsd);
    }
}
