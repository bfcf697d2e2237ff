package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Lot;
import firesale.hardware.Pool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What somebody sees who watches a run week by week: its records so far, this week's demand and supply, orderly values, what the
 * discount so far is made of, and which defaults would have come about without any fire sale. Watching changes no number of the
 * run. Lists grow as the run goes; rows that are there do not change, but for this week's events.
 */
public final class Watch implements Onlooker {

    /** What a watched run writes down. */
    static final Set<Recording> RECORDING = Collections.unmodifiableSet(EnumSet.of(Recording.SALES, Recording.AUCTIONS,
            Recording.WEEKS, Recording.EVENTS, Recording.REPO));

    private final FireSale run;
    private final SaleAnatomy anatomy;
    private final OrderlyValue olv;
    private final List<FireSale> twin = new ArrayList<>(1);
    private final List<Offer> offers = new ArrayList<>();
    private final SaleSchedule schedule = new SaleSchedule();
    private long mostUnits;
    private double offeredOlvUsd;

    /** @param anatomy the run's own, if it has one, else one that nobody but onlookers see; null where nothing is sold */
    Watch(FireSale run, SaleAnatomy anatomy) {
        this.run = run;
        this.anatomy = anatomy;
        this.olv = new OrderlyValue(run);
    }

    @Override
    public void beginWeek() {
        mostUnits = 0;
        schedule.clear();
    }

    @Override
    public void offered(List<Lot> fleets, Consignment consignment) {
        double usd = 0;
        long gpus = 0;
        for (int f = 0; f < fleets.size(); f++) {
            long here = fleets.get(f).gpus().balance();
            usd += olv.usdPerGpu(fleets.get(f), consignment.fmv(f)) * here;
            gpus += here;
        }
        offeredOlvUsd = usd / gpus;
    }

    @Override
    public void cleared(Pool pool, List<Lot> fleets, Consignment consignment, BidBook bids, LotBook lots, Outcome outcome) {
        if (anatomy != null && anatomy != run.anatomy() && outcome.awards() > 0) {
            anatomy.explain(pool, fleets, consignment, lots, outcome);
        }
        if (pool.gpus() > mostUnits) {
            mostUnits = pool.gpus();
            schedule.take(run, pool, bids, lots, outcome);
        }
    }

    @Override
    public void recorded(AuctionWeek clearing) {
        offers.add(new Offer(clearing, offeredOlvUsd));
    }

    /** All weekly clearings so far, in their order. */
    public List<Offer> offers() {
        return Collections.unmodifiableList(offers);
    }

    /** Demand and supply of the pool of this week with the most GPUs, in rising price; none if nothing was on offer. */
    public List<SchedulePoint> schedule() {
        return schedule.points();
    }

    /** What the discount so far is made of; all missing as long as nothing was sold. */
    public AnatomyFigures anatomy() {
        return anatomy == null || run.tally().soldGpus + run.tally().resaleGpus == 0 ? AnatomyFigures.none() : anatomy.figures();
    }

    /**
     * When a borrower would have defaulted had every seized lot been taken at FMV and its lender been made whole: defaults that no
     * other default caused (the run's warehouse twin). Empty if it would not have.
     *
     * @param borrower its number
     */
    public synchronized OptionalInt initialDefaultWeek(int borrower) {
        if (twin.isEmpty()) {
            twin.add(Twins.warehouse(run));
        }
        int week = twin.get(0).credit().borrowers().get(borrower).defaultWeek();
        return week < 0 ? OptionalInt.empty() : OptionalInt.of(week);
    }

    /** Every sale so far. */
    public List<Sale> sales() {
        return Collections.unmodifiableList(run.recorder().sales());
    }

    /** The state of the world and of the institutions, a row a week. */
    public List<Week> weeks() {
        return Collections.unmodifiableList(run.recorder().weeks());
    }

    /** What happened so far. */
    public List<Event> events() {
        return Collections.unmodifiableList(run.recorder().events());
    }

    /** What could be financed by repo, rows for young and old machines each week; none without dealers. */
    public List<RepoWeek> repoWeeks() {
        return Collections.unmodifiableList(run.recorder().repoWeeks());
    }
}
