package firesale.gui.charts;

import firesale.model.AnatomyFigures;
import firesale.model.AuctionWeek;
import firesale.model.Event;
import firesale.model.FireSale;
import firesale.model.Offer;
import firesale.model.RepoWeek;
import firesale.model.Sale;
import firesale.model.Watch;
import firesale.model.Week;
import firesale.world.Regime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that charts show of a run, from its first week to the last that is over; it does not change when the run goes on. That of a
 * run's later week is made from an earlier one at the cost of the weeks between.
 */
final class History {

    private static final double AGE_YEARS = 1.5;
    private static final double OLD_YEARS = 3;
    private static final String SCRAP = "scrap";
    private static final String DEFAULT = "default";

    private final FireSale run;
    private final int horizonWeeks;
    private final LocalDate start;
    private final boolean hasRepo;
    private Rows<ChartWeek> weeks = Rows.none();
    private AnatomyFigures anatomy;
    /** How many of the run's records have been read. */
    private int offersRead;
    private int salesRead;
    private int eventsRead;
    private int repoRead;
    private double paidUsd;
    private double soldFmvUsd;
    private long initial;
    private long induced;

    private History(FireSale run) {
        this.run = run;
        this.horizonWeeks = run.parameters().time().horizon();
        this.start = run.parameters().market().start();
        this.hasRepo = run.repo().isOpen();
    }

    private History(History before) {
        this.run = before.run;
        this.horizonWeeks = before.horizonWeeks;
        this.start = before.start;
        this.hasRepo = before.hasRepo;
        this.weeks = before.weeks;
        this.offersRead = before.offersRead;
        this.salesRead = before.salesRead;
        this.eventsRead = before.eventsRead;
        this.repoRead = before.repoRead;
        this.paidUsd = before.paidUsd;
        this.soldFmvUsd = before.soldFmvUsd;
        this.initial = before.initial;
        this.induced = before.induced;
    }

    /**
     * The history of a run that nothing else touches now.
     *
     * @param before one of an earlier week of the same run, not grown before; of another run, or null, it is not used
     */
    static History of(FireSale run, History before) {
        boolean goesOn = before != null && before.run == run && before.weeks.size() <= run.watch().weeks().size();
        if (goesOn && before.weeks.size() == run.watch().weeks().size()) {
            return before;
        }
        History history = goesOn ? new History(before) : new History(run);
        history.read(run.watch());
        return history;
    }

    private void read(Watch watch) {
        List<ChartWeek> more = new ArrayList<>();
        for (int w = weeks.size(); w < watch.weeks().size(); w++) {
            more.add(week(watch, watch.weeks().get(w)));
        }
        weeks = weeks.and(more);
        anatomy = watch.anatomy();
    }

    private ChartWeek week(Watch watch, Week state) {
        int week = state.week();
        double offered = 0;
        double fmv = 0;
        double olv = 0;
        double book = 0;
        for (; offersRead < watch.offers().size() && watch.offers().get(offersRead).clearing().week() <= week; offersRead++) {
            Offer offer = watch.offers().get(offersRead);
            AuctionWeek clearing = offer.clearing();
            offered += clearing.offeredGpus();
            fmv += clearing.fmvUsd() * clearing.offeredGpus();
            olv += offer.olvUsd() * clearing.offeredGpus();
            book += clearing.bookUsd() * clearing.offeredGpus();
        }
        long sold = 0;
        double paid = 0;
        double fmvOfSold = 0;
        for (; salesRead < watch.sales().size() && watch.sales().get(salesRead).week() <= week; salesRead++) {
            Sale sale = watch.sales().get(salesRead);
            if (!sale.buyerType().equals(SCRAP)) {
                sold += sale.gpus();
                paid += sale.priceUsd() * sale.gpus();
                fmvOfSold += sale.fmvUsd() * sale.gpus();
            }
        }
        paidUsd += paid;
        soldFmvUsd += fmvOfSold;
        readDefaults(watch, week);
        double depth = Double.NaN;
        double haircut = Double.NaN;
        double oldHaircut = Double.NaN;
        for (; repoRead < watch.repoWeeks().size() && watch.repoWeeks().get(repoRead).week() <= week; repoRead++) {
            RepoWeek row = watch.repoWeeks().get(repoRead);
            if (row.ageYears() == AGE_YEARS) {
                depth = row.financeableUsd();
                haircut = row.haircut();
            } else if (row.ageYears() == OLD_YEARS) {
                oldHaircut = row.haircut();
            }
        }
        return new ChartWeek(state, Regime.valueOf(state.regime().toUpperCase(Locale.ROOT)), fmv / offered, olv / offered,
                book / offered, paid / sold, fmvOfSold / sold, sold, 1 - paidUsd / soldFmvUsd, depth, haircut, oldHaircut, initial,
                induced);
    }

    private void readDefaults(Watch watch, int week) {
        for (; eventsRead < watch.events().size() && watch.events().get(eventsRead).week() <= week; eventsRead++) {
            Event event = watch.events().get(eventsRead);
            if (event.event().equals(DEFAULT)) {
                if (watch.initialDefaultWeek(event.borrower()).isPresent()) {
                    initial++;
                } else {
                    induced++;
                }
            }
        }
    }

    /** Whether this is a later week of the run of another history. */
    boolean continues(History other) {
        return other != null && other.run == run && other.weeks.size() <= weeks.size();
    }

    /** A row for each week that is over. */
    List<ChartWeek> weeks() {
        return weeks;
    }

    /** What the discount so far is made of. */
    AnatomyFigures anatomy() {
        return anatomy;
    }

    /** The discount of all sales so far, share of FMV; not a number as long as nothing was sold. */
    double discountSoFar() {
        return 1 - paidUsd / soldFmvUsd;
    }

    /** Weeks that the run has, the run-off among them. */
    int horizonWeeks() {
        return horizonWeeks;
    }

    /** First day of the run. */
    LocalDate start() {
        return start;
    }

    /** Whether there are dealers who lend against machines. */
    boolean hasRepo() {
        return hasRepo;
    }
}
