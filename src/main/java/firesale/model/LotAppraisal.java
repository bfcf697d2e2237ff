package firesale.model;

import firesale.auction.AuctionParameters;
import firesale.buyers.Friction;
import firesale.buyers.KindOfBuyers;
import firesale.buyers.ShadowMarket;
import firesale.credit.contracts.Depreciation;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Appraises a lot in one world: FMV, OLV, FLV, NOLV and book as {@link AnatomyFigures} has them for lots that were sold, for one
 * that is not for sale. It is offered alone, and buyers have what racks and money earlier sales have left them.
 *
 * @param lot          the lot
 * @param week         weeks that the world has run before
 * @param hurryWeeks   exposure of a forced liquidation
 * @param orderlyWeeks exposure of an orderly one
 */
public record LotAppraisal(LotParameters lot, int week, int hurryWeeks, int orderlyWeeks) {

    /** Times within which the lot is sold, weeks. */
    public static final List<Integer> WEEKS = List.of(1, 4, 13, 26);

    /**
     * Appraises in the world that a seed draws.
     *
     * @throws IllegalArgumentException if no machine is called as the lot's
     */
    public LotFigures in(Scenario scenario, long seed) {
        FireSale run = new FireSale(scenario, seed, EnumSet.noneOf(Recording.class));
        run.start();
        for (int w = 0; w < week; w++) {
            run.schedule.step(run);
        }
        return in(run, Friction.bits(scenario.frictions()));
    }

    private LotFigures in(FireSale run, int frictions) {
        ModelParameters parameters = run.parameters();
        Pool pool = pool(parameters.hardware().machines());
        MachineType machine = pool.machine();
        ShadowMarket shadow = run.buyers().offer(pool);
        List<Double> soldUsd = new ArrayList<>();
        List<Double> soldShare = new ArrayList<>();
        for (int weeks : WEEKS) {
            soldUsd.add(within(weeks, shadow, frictions, pool));
            soldShare.add((double) shadow.soldNodes() / pool.nodes());
        }
        double orderlyUsd = within(orderlyWeeks, shadow, frictions, pool);
        AuctionParameters auction = parameters.auction();
        double age = lot.ageYears();
        return new LotFigures(run.buyers().fmv().firstBestUsdPerGpu(machine, age, lot.condition()),
                run.buyers().fmv().usdPerGpu(machine, age, lot.condition()), orderlyUsd,
                within(hurryWeeks, shadow, frictions, pool),
                orderlyUsd * (1 - auction.sellingCostShare()) - auction.storageUsdPerGpuWeek() * orderlyWeeks,
                Depreciation.straightLine(lot.costUsdPerGpu().orElse(machine.newPriceUsd()), age,
                        parameters.credit().loan().bookLifeYears()),
                soldUsd, soldShare, shadow.melt(hurryWeeks), shadow.melt(orderlyWeeks),
                KindOfBuyers.of(shadow.interests(frictions, pool.nodes(), hurryWeeks), parameters.buyers().types()));
    }

    private static double within(int weeks, ShadowMarket shadow, int frictions, Pool pool) {
        return shadow.afterMelt(shadow.exposedUsd(frictions, pool.nodes(), ShadowMarket.NO_LOT, weeks), shadow.melt(weeks));
    }

    private Pool pool(List<MachineType> machines) {
        for (int m = 0; m < machines.size(); m++) {
            MachineType machine = machines.get(m);
            if (machine.name().equals(lot.machine())) {
                return new Pool(machine, m, lot.gpus() / machine.gpusPerNode(), lot.ageYears(), lot.condition());
            }
        }
        throw new IllegalArgumentException("no machine is called " + lot.machine());
    }

    /** The lot's condition after some weeks in storage. */
    public double conditionAfter(int weeks, ModelParameters parameters) {
        return lot.condition() * StrictMath.exp(-parameters.hardware().storageDecayPerYear() * weeks / Hours.WEEKS_PER_YEAR);
    }
}
