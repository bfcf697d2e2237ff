package firesale.buyers;

import firesale.auction.AuctionFormat;
import firesale.auction.AuctionParameters;
import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Custody;
import firesale.hardware.HardwareParameters;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import java.util.ArrayList;
import java.util.List;

/**
 * Dealers who sell from inventory: what resellers hold is offered every week to the users who come, and traded by search and
 * bargaining. A dealer's least price is what it expects of waiting for its customers outside, discounted at its cost of
 * capital, less storage. The difference between what it gets and what it paid is its spread.
 */
final class DealerSales {

    private final Market market;
    private final OutsideWorld outside;
    private final List<Custody> custody;
    private final FairMarketValue fmv;
    private final Bidding bidding;
    private final BidSteps steps;
    private final LotShares noLot = new LotShares();
    private final Redeployment redeployment;
    private final double storageUsdPerGpuWeek;
    private final AuctionFormat[] formats;
    private final BidBook bids = new BidBook();
    private final LotBook lots = new LotBook();
    private final Outcome outcome = new Outcome();
    private final List<Pool> pools = new ArrayList<>();
    private final List<List<Redeployment.Batch>> poolBatches = new ArrayList<>();
    private long gpusSold;

    DealerSales(AuctionParameters auction, Market market, OutsideWorld outside, List<Custody> custody,
            HardwareParameters hardware, FairMarketValue fmv, Bidding bidding, BidSteps steps,
            Redeployment redeployment) {
        this.market = market;
        this.outside = outside;
        this.custody = custody;
        this.fmv = fmv;
        this.bidding = bidding;
        this.steps = steps;
        this.redeployment = redeployment;
        this.storageUsdPerGpuWeek = auction.storageUsdPerGpuWeek();
        this.formats = new AuctionFormat[hardware.machines().size()];
        for (int m = 0; m < formats.length; m++) {
            formats[m] = auction.kernel(hardware.machines().get(m).gpusPerNode());
        }
    }

    /** GPUs sold to users so far. */
    long gpusSold() {
        return gpusSold;
    }

    /** Offers all that dealers hold. */
    void sell(Buyers buyers, double believedDecline) {
        gather();
        if (pools.isEmpty()) {
            return;
        }
        // dealers' stock is always on offer: nobody has yet to arrive
        bidding.value(pools, believedDecline, Integer.MAX_VALUE);
        for (int p = 0; p < pools.size(); p++) {
            sell(buyers, pools.get(p), p);
        }
    }

    /** Pools what dealers hold, as seized fleets are pooled: by kind and half-year of age. */
    private void gather() {
        pools.clear();
        int used = 0;
        for (int i = 0; i < redeployment.batches().size(); i++) {
            Redeployment.Batch batch = redeployment.batches().get(i);
            if (batch.reseller == null || batch.gpus == 0) {
                continue;
            }
            int p = 0;
            while (p < used && !samePool(poolBatches.get(p).get(0), batch)) {
                p++;
            }
            if (p == used) {
                if (used == poolBatches.size()) {
                    poolBatches.add(new ArrayList<>());
                }
                poolBatches.get(used++).clear();
            }
            poolBatches.get(p).add(batch);
        }
        for (int p = 0; p < used; p++) {
            pools.add(pool(poolBatches.get(p)));
        }
    }

    private boolean samePool(Redeployment.Batch one, Redeployment.Batch other) {
        return one.machineIndex == other.machineIndex
                && Pool.ageClass(ageYears(one)) == Pool.ageClass(ageYears(other));
    }

    private double ageYears(Redeployment.Batch batch) {
        return batch.ageYears - (batch.week - market.week()) / Hours.WEEKS_PER_YEAR;
    }

    private Pool pool(List<Redeployment.Batch> batches) {
        long gpus = 0;
        double age = 0;
        double condition = 0;
        for (int i = 0; i < batches.size(); i++) {
            Redeployment.Batch batch = batches.get(i);
            gpus += batch.gpus;
            age += batch.gpus * ageYears(batch);
            condition += batch.gpus * batch.condition;
        }
        MachineType machine = batches.get(0).machine;
        return new Pool(machine, batches.get(0).machineIndex, gpus / machine.gpusPerNode(), age / gpus, condition / gpus);
    }

    private void sell(Buyers buyers, Pool pool, int poolIndex) {
        List<Redeployment.Batch> batches = poolBatches.get(poolIndex);
        int gpn = pool.machine().gpusPerNode();
        lots.clear();
        for (int i = 0; i < batches.size(); i++) {
            lots.add(batches.get(i).gpus / gpn, Cents.of(gpn * leastPriceUsd(batches.get(i))));
        }
        steps.enterUsers(pool, poolIndex, bids);
        formats[pool.machineIndex()].clear(bids, lots, outcome);
        long[] won = new long[bids.bidders()];
        long[] paid = new long[bids.bidders()];
        for (int a = 0; a < outcome.awards(); a++) {
            won[outcome.bidder(a)] += outcome.units(a);
            paid[outcome.bidder(a)] += outcome.payment(a);
        }
        for (int bidder = 0; bidder < won.length; bidder++) {
            if (won[bidder] > 0) {
                buyers.fund(bidder, pool, won[bidder], paid[bidder], 0);
            }
        }
        Custody place = custody.get(pool.machineIndex());
        for (int a = 0; a < outcome.awards(); a++) {
            Redeployment.Batch batch = batches.get(outcome.lot(a));
            long gpus = outcome.units(a) * gpn;
            outside.money().transfer(steps.buyer(outcome.bidder(a)).cash(), batch.reseller.cash(), outcome.payment(a));
            place.move(place.resellers(), place.transit(), gpus);
            redeployment.give(batch, gpus, Cents.toUsd(outcome.payment(a)));
            gpusSold += gpus;
        }
        for (int bidder = 0; bidder < won.length; bidder++) {
            if (won[bidder] > 0) {
                buyers.house(bidder, pool, won[bidder], paid[bidder], noLot, null);
            }
        }
    }

    /** What a dealer can have by waiting, USD per GPU. */
    private double leastPriceUsd(Redeployment.Batch batch) {
        int weeks = batch.week - market.week();
        double years = weeks / Hours.WEEKS_PER_YEAR;
        double resale = batch.reseller.type().resaleShare() * redeployment.crowding()
                * fmv.ahead(batch.machine, ageYears(batch), batch.condition, years);
        return StrictMath.max(0, resale * StrictMath.exp(-(batch.reseller.discount().rate() + bidding.premium()) * years)
                - storageUsdPerGpuWeek * weeks);
    }
}
