package firesale.model;

import firesale.auction.AuctionFormat;
import firesale.auction.AuctionParameters;
import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.buyers.LotShares;
import firesale.hardware.Hours;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.policy.Floor;
import java.util.Arrays;
import java.util.List;

/**
 * The weekly sale. Pools are sold one after another, so that what a buyer wins binds its racks and funds for the next. In the
 * last week everything left is sold without reserve. What is not worth its storage goes to scrap.
 */
final class SalePhase {

    private final FireSale run;
    private final AuctionParameters parameters;
    private final AuctionFormat[] formats;
    private final Consignment consignment;
    /** Null unless it is asked for. */
    private final SurplusMeasure surplus;
    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private double[] fleetFmvStandard = new double[16];
    private double[] fleetFmvAsSeized = new double[16];
    private double[] fleetFmvAsRun = new double[16];
    private final LotShares shares = new LotShares();
    private final Financing financing;
    private long[] won = new long[64];
    private long[] paid = new long[64];

    SalePhase(FireSale run) {
        this.run = run;
        this.parameters = run.parameters().auction();
        this.consignment = new Consignment(run);
        this.financing = new Financing(run);
        this.surplus = parameters.measureEfficiency() ? new SurplusMeasure(run) : null;
        List<MachineType> machines = run.parameters().hardware().machines();
        this.formats = new AuctionFormat[machines.size()];
        for (int m = 0; m < formats.length; m++) {
            formats[m] = parameters.kernel(machines.get(m).gpusPerNode());
        }
    }

    void run() {
        if (run.credit().inventory().isEmpty() && run.repo().lots().isEmpty()) {
            return;
        }
        boolean last = run.week() == run.parameters().time().horizon() - 1;
        consignment.gather(last);
        List<Pool> pools = consignment.pools();
        if (pools.isEmpty()) {
            return;
        }
        run.buyers().value(pools);
        run.tally().supply(pools, run.buyers(), run.week(), consignment.isAnyNew());
        if (surplus != null) {
            surplus.begin(pools);
        }
        for (int p = 0; p < pools.size(); p++) {
            sell(pools.get(p), p, consignment.fleets(p), last);
        }
        if (surplus != null) {
            surplus.end();
        }
        scrapWhatIsWorthNothing(last);
    }

    private void sell(Pool pool, int poolIndex, List<Lot> fleets, boolean last) {
        AuctionFormat format = formats[pool.machineIndex()];
        consignment.enterLots(poolIndex, format.sellsWholeLots() || !format.poolsLots(), format.sellsWholeLots(), last, lots);
        if (surplus != null) {
            surplus.before(pool, poolIndex, fleets.get(0).id(), lots);
        }
        run.onlooker().offered(fleets, consignment);
        run.buyers().enter(pool, poolIndex, fleets.get(0).id(), bids);
        if (fleetFmvStandard.length < fleets.size()) {
            fleetFmvStandard = new double[2 * fleets.size()];
            fleetFmvAsSeized = new double[2 * fleets.size()];
            fleetFmvAsRun = new double[2 * fleets.size()];
        }
        Arrays.fill(fleetFmvStandard, 0, fleets.size(), Double.NaN);
        int bidders = bids.bidders();
        long reserve = meanReserveCents();
        boolean recorded = run.recorder().recordsAuctions();
        long hostable = recorded ? bids.demandWithoutBudgets(0) : 0;
        long payable = recorded ? bids.demand(reserve) : 0;
        financing.allot(pool, bids, lots);
        format.clear(bids, lots, outcome);
        if (surplus != null) {
            surplus.after(lots, outcome);
        }
        if (won.length < bidders) {
            won = new long[2 * bidders];
            paid = new long[2 * bidders];
        }
        for (int a = 0; a < outcome.awards(); a++) {
            won[outcome.bidder(a)] += outcome.units(a);
            paid[outcome.bidder(a)] += outcome.payment(a);
        }
        SaleAnatomy anatomy = run.anatomy();
        if (anatomy != null && outcome.awards() > 0) {
            anatomy.explain(pool, fleets, consignment, lots, outcome);
        }
        run.onlooker().cleared(pool, fleets, consignment, bids, lots, outcome);
        long soldAtReserve = soldAtReserve();
        consignment.floors().release();
        long taken = consignment.floors().unitsTaken(lots, outcome);
        run.buyers().learn(pool, bids, lots.units() - taken, outcome, soldAtReserve, won, paid);
        for (int bidder = 0; bidder < bidders; bidder++) {
            if (won[bidder] > 0) {
                financing.fund(pool, bids, bidder, won[bidder], paid[bidder]);
            }
        }
        if (outcome.awards() > 0 || taken > 0) {
            run.marks().nextSale(pool.machineIndex());
        }
        for (int a = 0; a < outcome.awards(); a++) {
            settle(pool, fleets, a);
        }
        takeAtFloors(pool, fleets);
        run.marks().saleEnded();
        for (int bidder = 0; bidder < bidders; bidder++) {
            if (won[bidder] > 0) {
                leave(bidder, fleets, run.buyers().house(bidder, pool, won[bidder], paid[bidder], shares(bidder, fleets),
                        financing.placement(bidder)));
                financing.open(bidder);
                won[bidder] = 0;
                paid[bidder] = 0;
            }
        }
        run.tally().clearing(outcome, (soldAtReserve + taken) * pool.machine().gpusPerNode(),
                consignment.withdraw(poolIndex, lots, outcome));
        run.recorder().clearing(run, pool, bidders, hostable, payable, Cents.toUsd(reserve) / pool.machine().gpusPerNode(),
                fleets.size(),
                outcome);
        run.recorder().schedule(run, pool, bids, lots, outcome);
    }

    private LotShares shares(int bidder, List<Lot> fleets) {
        shares.clear();
        for (int a = 0; a < outcome.awards(); a++) {
            if (outcome.bidder(a) == bidder) {
                shares.add(fleets.get(consignment.fleetOf(outcome.lot(a))).id(), outcome.units(a));
            }
        }
        return shares;
    }

    /** Notes which machines a bidder leaves where they stand: of units that are all alike, those that it was awarded first. */
    private void leave(int bidder, List<Lot> fleets, long nodes) {
        long left = nodes;
        for (int a = 0; a < outcome.awards() && left > 0; a++) {
            if (outcome.bidder(a) == bidder) {
                long here = Math.min(left, outcome.units(a));
                run.premises().keep(fleets.get(consignment.fleetOf(outcome.lot(a))), here);
                left -= here;
            }
        }
    }

    private long meanReserveCents() {
        double sum = 0;
        for (int lot = 0; lot < lots.lots(); lot++) {
            sum += (double) lots.reserve(lot) * lots.units(lot);
        }
        return (long) (sum / lots.units());
    }

    private void settle(Pool pool, List<Lot> fleets, int award) {
        int fleetIndex = consignment.fleetOf(outcome.lot(award));
        Lot fleet = fleets.get(fleetIndex);
        int bidder = outcome.bidder(award);
        Buyer buyer = run.buyers().buyer(bidder);
        long gpus = outcome.units(award) * pool.machine().gpusPerNode();
        long payment = outcome.payment(award);
        long cost = Cents.of(Cents.toUsd(payment) * parameters.sellingCostShare());
        run.custody().get(pool.machineIndex()).move(fleet.gpus(), run.buyers().destination(bidder, pool), gpus);
        fleet.settle(buyer.cash(), gpus, payment, cost);
        boolean outsider = buyer.type().business() == BuyerType.Business.RESELL;
        noteSale(pool, fleet, fleetIndex, gpus, payment, cost, outsider, buyer.type().name(), buyer.id());
    }

    /** Owners of floors take what nobody bought of the units that they cover. */
    private void takeAtFloors(Pool pool, List<Lot> fleets) {
        PriceFloors floors = consignment.floors();
        for (int lot = 0; lot < floors.lots(); lot++) {
            long nodes = floors.unitsTaken(lot, lots, outcome);
            if (nodes > 0) {
                takeAtFloor(pool, fleets, lot, nodes, floors.floorOf(lot));
            }
        }
    }

    private void takeAtFloor(Pool pool, List<Lot> fleets, int lot, long nodes, Floor floor) {
        int fleetIndex = consignment.fleetOf(lot);
        Lot fleet = fleets.get(fleetIndex);
        long gpus = nodes * pool.machine().gpusPerNode();
        long payment = nodes * lots.reserve(lot);
        long cost = Cents.of(Cents.toUsd(payment) * parameters.sellingCostShare());
        run.custody().get(pool.machineIndex()).move(fleet.gpus(), floor.machines(pool.machineIndex()), gpus);
        fleet.settle(floor.money(), gpus, payment, cost);
        floor.took(fleet, gpus, payment, run.week());
        noteSale(pool, fleet, fleetIndex, gpus, payment, cost, true, floor.owner().label(), -1);
    }

    /** Takes a price down in marks, sums and records. */
    private void noteSale(Pool pool, Lot fleet, int fleetIndex, long gpus, long payment, long cost, boolean outsider,
            String buyerType, int buyer) {
        if (Double.isNaN(fleetFmvStandard[fleetIndex])) {
            fleetFmvStandard[fleetIndex] = fmv(fleet, 1);
            fleetFmvAsSeized[fleetIndex] = fmv(fleet, fleet.conditionAtSeizure());
            fleetFmvAsRun[fleetIndex] = fmvAsRun(fleet, fleetFmvStandard[fleetIndex]);
        }
        SaleValues values = values(fleet, gpus, Cents.toUsd(payment) / gpus, Cents.toUsd(cost) / gpus,
                consignment.fmv(fleetIndex),
                fleetFmvStandard[fleetIndex], fleetFmvAsSeized[fleetIndex], fleetFmvAsRun[fleetIndex]);
        run.marks().sold(pool.machineIndex(), values.price() * gpus, values.fmv() * gpus);
        run.marks().sawLife(gpus, fleet.ageYears(run.week()), fleet.costUsdPerGpu(), values.price(), values.fmv());
        note(fleet, values, outsider, false, buyerType, buyer);
    }

    /** Units whose price was the reserve: demand did not exceed what was for sale below it. */
    private long soldAtReserve() {
        boolean onePrice = parameters.format() == Format.UNIFORM_PRICE && !parameters.lotByLot();
        long units = 0;
        for (int a = 0; a < outcome.awards(); a++) {
            if (outcome.payment(a) == outcome.units(a) * lots.reserve(outcome.lot(a))) {
                units += outcome.units(a);
            }
        }
        return units > 0 && onePrice ? outcome.unitsSold() : units;
    }

    /**
     * A lender does not store what is worth no more than scrap and the storage to come; in the last week everything that nobody
     * wanted goes to scrap.
     */
    private void scrapWhatIsWorthNothing(boolean last) {
        for (int p = 0; p < consignment.pools().size(); p++) {
            for (int f = 0; f < consignment.fleets(p).size(); f++) {
                Lot fleet = consignment.fleets(p).get(f);
                long gpus = fleet.gpus().balance();
                double storage = parameters.storageUsdPerGpuWeek() * parameters.scrapHorizonWeeks();
                if (gpus > 0 && (last || fmv(fleet, fleet.condition(run.week())) <= fleet.machine().scrapUsd() + storage)) {
                    scrap(fleet, gpus);
                }
            }
        }
    }

    private void scrap(Lot fleet, long gpus) {
        MachineType machine = fleet.machine();
        run.custody().get(fleet.machineIndex()).move(fleet.gpus(), run.custody().get(fleet.machineIndex()).scrap(), gpus);
        fleet.settle(run.outside().services(), gpus, Cents.of(machine.scrapUsd() * gpus), 0);
        double standard = fmv(fleet, 1);
        SaleValues values = values(fleet, gpus, machine.scrapUsd(), 0, fmv(fleet, fleet.condition(run.week())), standard,
                fmv(fleet, fleet.conditionAtSeizure()), fmvAsRun(fleet, standard));
        note(fleet, values, true, true, "scrap", -1);
    }

    /**
     * FMV in the condition of default, which for all but scheduled fleets is that of a new machine and need not be found again.
     */
    private double fmvAsRun(Lot fleet, double standard) {
        return fleet.conditionAtDefault() == 1 ? standard : fmv(fleet, fleet.conditionAtDefault());
    }

    private double fmv(Lot fleet, double condition) {
        return run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(run.week()), condition);
    }

    private SaleValues values(Lot fleet, long gpus, double price, double sellingCost, double fmv, double fmvStandard,
            double fmvAsSeized, double fmvAsRun) {
        int weeks = run.week() - fleet.seizedWeek();
        return new SaleValues(gpus, price, fmv, fmvStandard, fmvAsSeized, fmvAsRun, run.tally().fmvAtSeizure(fleet),
                sellingCost + parameters.storageUsdPerGpuWeek() * (weeks - fleet.weeksRun()),
                StrictMath.exp(-fleet.discountRate() * weeks / Hours.WEEKS_PER_YEAR));
    }

    private void note(Lot fleet, SaleValues values, boolean outsider, boolean scrapped, String buyerType, int buyer) {
        boolean finalSale = run.week() == run.parameters().time().horizon() - 1;
        run.tally().sale(fleet, values, run.week(), outsider, scrapped, finalSale);
        run.recorder().sale(run, fleet, values, scrapped, buyerType, buyer);
    }
}
