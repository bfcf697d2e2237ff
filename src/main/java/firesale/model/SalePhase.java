package firesale.model;

import firesale.auction.AuctionFormat;
import firesale.auction.AuctionParameters;
import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.credit.SeizedFleet;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weekly sale. Fleets of one kind and similar age are pooled; pools are sold one after another, the largest first, so that what a
 * buyer wins binds its racks and funds for the next. In the last week everything left is sold without reserve. What is not worth
 * its storage goes to scrap.
 */
final class SalePhase {

    /** Fleets whose ages lie in one half-year are sold together. */
    private static final double POOL_YEARS = 0.5;

    private final FireSale run;
    private final AuctionParameters parameters;
    private final AuctionFormat format;
    private final double[] reserveShare;
    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private final List<List<SeizedFleet>> poolFleets = new ArrayList<>();
    private final List<Pool> pools = new ArrayList<>();
    private int[] lotFleet = new int[16];
    private double[] fleetFmv = new double[16];
    private double[] fleetFmvStandard = new double[16];
    private double[] fleetFmvAsSeized = new double[16];
    private long[] won = new long[64];
    private long[] paid = new long[64];

    SalePhase(FireSale run) {
        this.run = run;
        this.parameters = run.parameters().auction();
        this.format = parameters.kernel(8);
        this.reserveShare = new double[run.parameters().time().horizon() + 1];
        double share = parameters.reserveShare();
        for (int w = 0; w < reserveShare.length; w++) {
            reserveShare[w] = StrictMath.max(parameters.reserveFloorShare(), share);
            share *= 1 - parameters.reserveDecayPerWeek();
        }
    }

    void run() {
        if (run.credit().inventory().isEmpty()) {
            return;
        }
        boolean last = run.week() == run.parameters().time().horizon() - 1;
        buildPools();
        run.buyers().value(pools);
        run.tally().supply(pools, run.buyers(), run.week(), isAnyNew());
        for (int p = 0; p < pools.size(); p++) {
            sell(pools.get(p), p, poolFleets.get(p), last);
        }
        scrapWhatIsWorthNothing(last);
    }

    private boolean isAnyNew() {
        for (int i = 0; i < run.credit().inventory().size(); i++) {
            if (run.credit().inventory().get(i).weeksOffered() == 0) {
                return true;
            }
        }
        return false;
    }

    private void buildPools() {
        pools.clear();
        int used = 0;
        List<SeizedFleet> inventory = run.credit().inventory();
        for (int i = 0; i < inventory.size(); i++) {
            SeizedFleet fleet = inventory.get(i);
            int p = 0;
            while (p < used && !samePool(poolFleets.get(p).get(0), fleet)) {
                p++;
            }
            if (p == used) {
                if (used == poolFleets.size()) {
                    poolFleets.add(new ArrayList<>());
                }
                poolFleets.get(used++).clear();
            }
            poolFleets.get(p).add(fleet);
        }
        for (int p = 0; p < used; p++) {
            pools.add(pool(poolFleets.get(p)));
        }
        largestFirst(used);
    }

    private boolean samePool(SeizedFleet one, SeizedFleet other) {
        int week = run.week();
        return one.machineIndex() == other.machineIndex()
                && (int) (one.ageYears(week) / POOL_YEARS) == (int) (other.ageYears(week) / POOL_YEARS);
    }

    private Pool pool(List<SeizedFleet> fleets) {
        long gpus = 0;
        double age = 0;
        double condition = 0;
        for (int i = 0; i < fleets.size(); i++) {
            SeizedFleet fleet = fleets.get(i);
            long count = fleet.gpus().balance();
            gpus += count;
            age += count * fleet.ageYears(run.week());
            condition += count * fleet.condition(run.week());
        }
        SeizedFleet first = fleets.get(0);
        return new Pool(first.machine(), first.machineIndex(), gpus / first.machine().gpusPerNode(), age / gpus, condition / gpus);
    }

    /** Insertion sort by power needed; few pools, and equal ones keep the order of seizure. */
    private void largestFirst(int count) {
        for (int i = 1; i < count; i++) {
            Pool pool = pools.get(i);
            List<SeizedFleet> fleets = poolFleets.get(i);
            int j = i;
            while (j > 0 && pools.get(j - 1).kw() < pool.kw()) {
                pools.set(j, pools.get(j - 1));
                poolFleets.set(j, poolFleets.get(j - 1));
                j--;
            }
            pools.set(j, pool);
            poolFleets.set(j, fleets);
        }
    }

    private void sell(Pool pool, int poolIndex, List<SeizedFleet> fleets, boolean last) {
        run.buyers().enter(pool, poolIndex, bids);
        enterLots(pool, fleets, last);
        int bidders = bids.bidders();
        long reserve = meanReserveCents();
        boolean recorded = run.recorder().recordsAuctions();
        long hostable = recorded ? bids.demandWithoutBudgets(0) : 0;
        long payable = recorded ? bids.demand(reserve) : 0;
        format.clear(bids, lots, outcome);
        if (won.length < bidders) {
            won = new long[2 * bidders];
            paid = new long[2 * bidders];
        }
        for (int a = 0; a < outcome.awards(); a++) {
            won[outcome.bidder(a)] += outcome.units(a);
            paid[outcome.bidder(a)] += outcome.payment(a);
        }
        for (int bidder = 0; bidder < bidders; bidder++) {
            if (won[bidder] > 0) {
                run.buyers().fund(bidder, pool, won[bidder], paid[bidder]);
            }
        }
        for (int a = 0; a < outcome.awards(); a++) {
            settle(pool, fleets, a);
        }
        for (int bidder = 0; bidder < bidders; bidder++) {
            if (won[bidder] > 0) {
                run.buyers().house(bidder, pool, won[bidder]);
                won[bidder] = 0;
                paid[bidder] = 0;
            }
        }
        run.tally().clearing(outcome, gpusSoldAtReserve() * pool.machine().gpusPerNode());
        run.recorder().clearing(run, pool, bidders, hostable, payable, Cents.toUsd(reserve) / pool.machine().gpusPerNode(),
                fleets.size(),
                outcome);
    }

    private void enterLots(Pool pool, List<SeizedFleet> fleets, boolean last) {
        lots.clear();
        int week = run.week();
        if (fleetFmv.length < fleets.size()) {
            fleetFmv = new double[2 * fleets.size()];
            fleetFmvStandard = new double[2 * fleets.size()];
            fleetFmvAsSeized = new double[2 * fleets.size()];
        }
        int gpn = pool.machine().gpusPerNode();
        long lotNodes = format.sellsWholeLots() ? Math.max(1, parameters.lotGpus() / gpn) : Long.MAX_VALUE;
        for (int f = 0; f < fleets.size(); f++) {
            SeizedFleet fleet = fleets.get(f);
            fleetFmv[f] = fmv(fleet, fleet.condition(week));
            fleetFmvStandard[f] = Double.NaN;
            long reserve = Cents.of(gpn * reserveUsd(fleet, fleetFmv[f], last));
            for (long nodes = fleet.gpus().balance() / gpn; nodes > 0; nodes -= Math.min(nodes, lotNodes)) {
                int lot = lots.add(Math.min(nodes, lotNodes), reserve);
                if (lot == lotFleet.length) {
                    lotFleet = Arrays.copyOf(lotFleet, 2 * lot);
                }
                lotFleet[lot] = f;
            }
            fleet.offered();
        }
    }

    private long meanReserveCents() {
        double sum = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            sum += (double) lots.reserve(lot) * lots.units(lot);
        }
        return (long) (sum / lots.units());
    }

    /** The least price: a share of FMV that decays with the weeks on offer; scrap value for a lender in distress or at the end. */
    private double reserveUsd(SeizedFleet fleet, double fmv, boolean last) {
        double scrap = fleet.machine().scrapUsd();
        return last || fleet.lender().mustSell() ? scrap
                : StrictMath.max(scrap, fmv * reserveShare[fleet.weeksOffered()]);
    }

    private void settle(Pool pool, List<SeizedFleet> fleets, int award) {
        int fleetIndex = lotFleet[outcome.lot(award)];
        SeizedFleet fleet = fleets.get(fleetIndex);
        int bidder = outcome.bidder(award);
        Buyer buyer = run.buyers().buyer(bidder);
        long gpus = outcome.units(award) * pool.machine().gpusPerNode();
        long payment = outcome.payment(award);
        long cost = Cents.of(Cents.toUsd(payment) * parameters.sellingCostShare());
        run.custody().get(pool.machineIndex()).move(fleet.gpus(), run.buyers().destination(bidder, pool), gpus);
        run.credit().resolution().settle(fleet, buyer.cash(), gpus, payment, cost);
        if (Double.isNaN(fleetFmvStandard[fleetIndex])) {
            fleetFmvStandard[fleetIndex] = fmv(fleet, 1);
            fleetFmvAsSeized[fleetIndex] = fmv(fleet, fleet.conditionAtSeizure());
        }
        boolean outsider = buyer.type().business() == BuyerType.Business.RESELL;
        SaleValues values = values(fleet, gpus, Cents.toUsd(payment) / gpus, Cents.toUsd(cost) / gpus, fleetFmv[fleetIndex],
                fleetFmvStandard[fleetIndex], fleetFmvAsSeized[fleetIndex]);
        note(fleet, values, outsider, false, buyer.type().name(), buyer.id());
    }

    /** Units for which the seller's reserve made the price: demand fell short of what was for sale below it. */
    private long gpusSoldAtReserve() {
        long units = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            if (outcome.payment(a) == outcome.units(a) * lots.reserve(outcome.lot(a))) {
                units += outcome.units(a);
            }
        }
        return units > 0 && !format.sellsWholeLots() ? outcome.unitsSold() : units;
    }

    /**
     * A lender does not store what is worth no more than scrap and the storage to come; in the last week everything that nobody
     * wanted goes to scrap.
     */
    private void scrapWhatIsWorthNothing(boolean last) {
        for (int p = 0; p < pools.size(); p++) {
            for (int f = 0; f < poolFleets.get(p).size(); f++) {
                SeizedFleet fleet = poolFleets.get(p).get(f);
                long gpus = fleet.gpus().balance();
                double storage = parameters.storageUsdPerGpuWeek() * parameters.scrapHorizonWeeks();
                if (gpus > 0 && (last || fmv(fleet, fleet.condition(run.week())) <= fleet.machine().scrapUsd() + storage)) {
                    scrap(fleet, gpus);
                }
            }
        }
    }

    private void scrap(SeizedFleet fleet, long gpus) {
        MachineType machine = fleet.machine();
        run.custody().get(fleet.machineIndex()).move(fleet.gpus(), run.custody().get(fleet.machineIndex()).scrap(), gpus);
        run.credit().resolution().settle(fleet, run.outside().services(), gpus, Cents.of(machine.scrapUsd() * gpus), 0);
        SaleValues values = values(fleet, gpus, machine.scrapUsd(), 0, fmv(fleet, fleet.condition(run.week())), fmv(fleet, 1),
                fmv(fleet, fleet.conditionAtSeizure()));
        note(fleet, values, true, true, "scrap", -1);
    }

    private double fmv(SeizedFleet fleet, double condition) {
        return run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(run.week()), condition);
    }

    private SaleValues values(SeizedFleet fleet, long gpus, double price, double sellingCost, double fmv, double fmvStandard,
            double fmvAsSeized) {
        int weeks = run.week() - fleet.seizedWeek();
        return new SaleValues(gpus, price, fmv, fmvStandard, fmvAsSeized, run.tally().fmvAtSeizure(fleet),
                sellingCost + parameters.storageUsdPerGpuWeek() * weeks,
                StrictMath.exp(-fleet.lender().type().discountRate() * weeks / Hours.WEEKS_PER_YEAR));
    }

    private void note(SeizedFleet fleet, SaleValues values, boolean outsider, boolean scrapped, String buyerType, int buyer) {
        boolean finalSale = run.week() == run.parameters().time().horizon() - 1;
        run.tally().sale(fleet, values, run.week(), outsider, scrapped, finalSale);
        run.recorder().sale(run, fleet, values, buyerType, buyer);
    }
}
