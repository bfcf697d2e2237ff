package firesale.model;

import firesale.buyers.FairMarketValue;
import firesale.credit.Borrower;
import firesale.credit.Cohort;
import java.util.List;

/**
 * What news of releases do to the value of the fleets of borrowers that are not in default: FMV of one week with them and
 * without, all else equal. Most weeks have none. It measures and changes nothing.
 */
final class NewsMeasure {

    private long newsWeeks;
    private double week = Double.NaN;
    private double fleetUsd = Double.NaN;
    private double fallUsd = Double.NaN;

    /** Looks at the end of a week. */
    void week(FireSale run) {
        int now = run.week();
        // what was known in the first week is no news of the run
        if (now == 0 || !run.market().outlook().isNews(now)) {
            return;
        }
        newsWeeks++;
        double before = fleetUsd(run, now - 1);
        double fall = before - fleetUsd(run, now);
        if (Double.isNaN(fallUsd) || StrictMath.abs(fall) > StrictMath.abs(fallUsd)) {
            week = now;
            fleetUsd = before;
            fallUsd = fall;
        }
    }

    private static double fleetUsd(FireSale run, int known) {
        FairMarketValue fmv = run.buyers().fmv();
        double usd = 0;
        List<Borrower> borrowers = run.credit().borrowers();
        for (int b = 0; b < borrowers.size(); b++) {
            List<Cohort> cohorts = borrowers.get(b).cohorts();
            for (int c = 0; c < cohorts.size() && !borrowers.get(b).defaulted(); c++) {
                Cohort cohort = cohorts.get(c);
                usd += cohort.gpus().balance() * fmv.asKnown(cohort.machine(), cohort.ageYears(run.week()), 1, known);
            }
        }
        return usd;
    }

    /** The figures so far. */
    NewsFigures figures() {
        return new NewsFigures(newsWeeks, week, fleetUsd, fallUsd);
    }
}
