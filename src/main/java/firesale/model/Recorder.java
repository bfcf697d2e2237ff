package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.credit.Borrower;
import firesale.credit.Chronicle;
import firesale.credit.contracts.Depreciation;
import firesale.credit.lenders.Lender;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes rows down as the run goes, where they are asked for; changes nothing. */
final class Recorder {

    /** Age of the machine whose FMV stands in the weekly rows, years. */
    private static final double REFERENCE_AGE_YEARS = 1.5;

    private final boolean recordSales;
    private final boolean recordAuctions;
    private final boolean recordSchedules;
    private final boolean recordWeeks;
    private final boolean recordDepth;
    private final List<Sale> sales = new ArrayList<>();
    private final List<AuctionWeek> auctions = new ArrayList<>();
    private final LargestSale largestSale = new LargestSale();
    private final List<Week> weeks = new ArrayList<>();
    private final boolean recordRepo;
    private final List<RepoWeek> repoWeeks = new ArrayList<>();
    private final List<DepthPoint> depths = new ArrayList<>();
    /** Null unless events are recorded. */
    private final EventLog events;
    /** Null unless fleets are recorded. */
    private final FleetLog fleets;

    Recorder(FireSale run, Set<Recording> recording) {
        recordSales = recording.contains(Recording.SALES);
        recordAuctions = recording.contains(Recording.AUCTIONS);
        recordSchedules = recording.contains(Recording.SCHEDULES);
        recordWeeks = recording.contains(Recording.WEEKS);
        recordDepth = recording.contains(Recording.DEPTH);
        recordRepo = recording.contains(Recording.REPO);
        events = recording.contains(Recording.EVENTS) ? new EventLog(run) : null;
        fleets = recording.contains(Recording.FLEETS) ? new FleetLog(run) : null;
    }

    /** What the credit side tells of. */
    Chronicle chronicle() {
        return events == null ? Chronicle.NONE : events;
    }

    /** A week has begun. */
    void beginWeek() {
        if (events != null) {
            events.beginWeek();
        }
        if (fleets != null) {
            fleets.beginWeek();
        }
    }

    void sale(FireSale run, Lot fleet, SaleValues values, boolean scrapped, String buyerType, int buyer) {
        if (events != null) {
            events.sale(fleet, values, scrapped);
        }
        if (fleets != null) {
            fleets.sale(fleet, values.gpus());
        }
        if (!recordSales) {
            return;
        }
        int week = run.week();
        sales.add(new Sale(fleet.id(), week, regime(run), fleet.machine().name(), values.gpus(), values.price(), values.fmv(),
                values.fmvStandard(), values.fmvAtSeizure(),
                run.buyers().fmv().withHindsight(fleet.machine(), fleet.ageYears(week), fleet.condition(week),
                        run.parameters().time().horizon() - 1),
                fleet.bookUsdPerGpu(week, run.parameters().credit().loan().bookLifeYears()),
                fleet.loanUsdPerGpu(), values.cost(), fleet.ageYears(week),
                fleet.condition(week), week - fleet.seizedWeek(), fleet.seller(), fleet.sellerId(), fleet.hostId(), buyerType, buyer,
                week == run.parameters().time().horizon() - 1));
    }

    /**
     * A clearing.
     *
     * @param hostable units that the bidders could host, asked before the sale
     * @param payable  units that the bidders would take at the mean reserve, asked before the sale
     */
    void clearing(FireSale run, Pool pool, int bidders, long hostable, long payable, double reserveUsd, int lots,
            Outcome outcome) {
        if (!recordAuctions) {
            return;
        }
        int gpn = pool.machine().gpusPerNode();
        AuctionWeek row = new AuctionWeek(run.week(), regime(run), pool.machine().name(), pool.ageYears(), pool.condition(), lots,
                pool.gpus(), outcome.unitsSold() * gpn, hostable * gpn, payable * gpn, bidders,
                outcome.awards() == 0 ? Double.NaN : Cents.toUsd(outcome.clearingPrice()) / gpn, reserveUsd,
                run.buyers().fmv().usdPerGpu(pool.machine(), pool.ageYears(), pool.condition()),
                Depreciation.straightLine(pool.machine().newPriceUsd(), pool.ageYears(),
                        run.parameters().credit().loan().bookLifeYears()),
                run.market().spotUsdPerHour());
        auctions.add(row);
        run.onlooker().recorded(row);
    }

    /** Demand and supply of a clearing, with the books as they were cleared. */
    void schedule(FireSale run, Pool pool, BidBook bids, LotBook lots, Outcome outcome) {
        if (recordSchedules) {
            largestSale.consider(run, pool, bids, lots, outcome);
        }
    }

    boolean recordsAuctions() {
        return recordAuctions;
    }

    boolean recordsDepth() {
        return recordDepth;
    }

    /** What a quantity would fetch. */
    void depth(DepthPoint point) {
        depths.add(point);
    }

    void week(FireSale run) {
        if (recordRepo && run.repo().isOpen()) {
            repoWeeks.addAll(RepoWeek.of(run, run.parameters().hardware().commonest()));
        }
        if (!recordWeeks) {
            return;
        }
        Market market = run.market();
        int week = run.week();
        long inventory = 0;
        for (Lot fleet : run.credit().inventory()) {
            inventory += fleet.gpus().balance();
        }
        long debt = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            debt += borrower.defaulted() ? 0 : borrower.debt();
        }
        double leastCapital = Double.NaN;
        double mostCapital = Double.NaN;
        for (Lender lender : run.credit().lenders()) {
            if (lender.loansAtStart() > 0) {
                double ratio = lender.capitalRatio();
                // Comparisons with NaN are false: the first lender takes both places.
                leastCapital = ratio >= leastCapital ? leastCapital : ratio;
                mostCapital = ratio <= mostCapital ? mostCapital : ratio;
            }
        }
        MachineType reference = run.parameters().hardware().commonest();
        weeks.add(new Week(week, run.parameters().market().start().plusWeeks(week), regime(run), market.aiEquity(),
                market.btcUsd(), market.spotUsdPerHour(), market.contractUsdPerHour(), market.spread(),
                run.buyers().consensus().declineWithoutReleases(), run.credit().leverage(week), Cents.toUsd(debt),
                Measures.defaults(run), run.tally().seizedGpus, run.tally().soldGpus, inventory, run.buyers().inTransit(),
                Measures.lenderLossesUsd(run), leastCapital, mostCapital,
                run.buyers().fmv().usdPerGpu(reference, REFERENCE_AGE_YEARS, 1), market.powerFactor(), market.inflation()));
    }

    private static String regime(FireSale run) {
        return run.market().regime().name().toLowerCase(Locale.ROOT);
    }

    List<Sale> sales() {
        return sales;
    }

    List<AuctionWeek> auctions() {
        return auctions;
    }

    List<SchedulePoint> schedules() {
        return largestSale.points();
    }

    List<Week> weeks() {
        return weeks;
    }

    List<RepoWeek> repoWeeks() {
        return repoWeeks;
    }

    List<DepthPoint> depths() {
        return depths;
    }

    List<Fleet> fleets() {
        return fleets == null ? List.of() : fleets.rows();
    }

    List<Event> events() {
        return events == null ? List.of() : events.events();
    }
}
