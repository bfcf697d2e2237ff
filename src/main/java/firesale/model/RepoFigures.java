package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.repo.RepoCounts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the repo market did in a run; all zero without one.
 *
 * @param counts            what was lent, called and lost
 * @param dealersFailed     dealers that lost their capital
 * @param outstandingUsd    principal still lent when the run ended
 * @param resaleGpus        collateral that dealers sold to buyers
 * @param resaleProceedsUsd what it fetched
 * @param resaleFmvUsd      its FMV in the week of sale
 */
public record RepoFigures(RepoCounts counts, long dealersFailed, double outstandingUsd, long resaleGpus, double resaleProceedsUsd,
        double resaleFmvUsd) {

    static RepoFigures of(FireSale run) {
        long failed = run.repo().dealers().stream().filter(dealer -> dealer.hasFailed()).count();
        Tally tally = run.tally();
        return new RepoFigures(run.repo().counts(), failed, run.repo().outstandingUsd(), tally.resaleGpus, tally.resaleProceedsUsd,
                tally.resaleFmvUsd);
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, RepoFigures> part) {
        return Stream.<Column<RepoFigures>>of(
                count("repo_loans", "Repos made, each once however often it was rolled", f -> f.counts.loans()),
                usd("repo_lent_usd", "What dealers lent in them", f -> f.counts.lentUsd()),
                usd("repo_pledged_usd", "What was paid for the machines that back them", f -> f.counts.pledgedUsd()),
                usd("repo_peak_usd", "Most that was lent in a week", f -> f.counts.peakUsd()),
                usd("repo_outstanding_end_usd", "What was still lent when the run ended", f -> f.outstandingUsd),
                usd("repo_outstanding_usd_weeks", "What was lent, summed over weeks", f -> f.counts.outstandingUsdWeeks()),
                usd("repo_capacity_usd_weeks", "What could be lent at the start, summed over weeks", f -> f.counts.capacityUsdWeeks()),
                count("repo_rolls", "Repos marked anew at the end of their term", f -> f.counts.rolls()),
                count("repo_margin_calls", "Of these, where more was asked than the machines had earned", f -> f.counts.marginCalls()),
                usd("repo_called_usd", "What was asked beyond that", f -> f.counts.calledUsd()),
                count("repo_fails", "Repos closed because something was not paid", f -> f.counts.fails()),
                usd("repo_failed_usd", "What was lent in them", f -> f.counts.failedUsd()),
                count("repo_collateral_taken_gpus", "Machines that dealers took for that", f -> f.counts.failedGpus()),
                count("repo_resale_gpus", "Of these, sold to buyers", f -> f.resaleGpus),
                usd("repo_resale_proceeds_usd", "What they fetched", f -> f.resaleProceedsUsd),
                usd("repo_resale_fmv_usd", "Their FMV, week of sale, actual condition", f -> f.resaleFmvUsd),
                usd("repo_dealer_losses_usd", "Principal that dealers lost", f -> f.counts.lostUsd()),
                count("repo_dealers_failed", "Dealers that lost their capital and stopped lending", f -> f.dealersFailed),
                count("repo_borrowers_dropped", "Borrowers dropped from a tri-party market", f -> f.counts.borrowersDropped()))
                .map(column -> column.of(part)).toList();
    }

    /** The ratios that these figures make. */
    static List<RatioMeasure> ratios() {
        return List.of(
                new RatioMeasure("repo_utilisation", "share", "What was lent over capacity, mean over weeks",
                        "repo_outstanding_usd_weeks", "repo_capacity_usd_weeks"),
                new RatioMeasure("repo_advance", "share", "Loan over price when it was made: one less the haircut", "repo_lent_usd",
                        "repo_pledged_usd"));
    }

    private static Column<RepoFigures> count(String name, String meaning, Function<RepoFigures, Object> value) {
        return new Column<>(name, Type.INTEGER, "count", meaning, value);
    }

    private static Column<RepoFigures> usd(String name, String meaning, Function<RepoFigures, Object> value) {
        return new Column<>(name, Type.REAL, "USD", meaning, value);
    }
}
