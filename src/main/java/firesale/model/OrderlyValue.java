package firesale.model;

import firesale.buyers.Friction;
import firesale.buyers.ShadowMarket;
import firesale.hardware.Lot;
import firesale.hardware.Pool;

/** Orderly liquidation value (OLV) of lots that are on offer this week. Finding it changes nothing. */
final class OrderlyValue {

    private final FireSale run;
    private final int frictions;

    OrderlyValue(FireSale run) {
        this.run = run;
        this.frictions = Friction.bits(run.frictions());
    }

    /**
     * What is left of a lot would fetch alone, marketed for 26 weeks to buyers with the funds of calm, melt taken off, USD per
     * GPU; as the anatomy of sales has it.
     *
     * @param fmv its FMV, USD per GPU
     */
    double usdPerGpu(Lot lot, double fmv) {
        ShadowMarket shadow = run.buyers().shadow();
        int week = run.week();
        long nodes = lot.gpus().balance() / lot.machine().gpusPerNode();
        shadow.freeze(new Pool(lot.machine(), lot.machineIndex(), nodes, lot.ageYears(week), lot.condition(week),
                lot.isInPlace(week)), fmv);
        return shadow.afterMelt(shadow.exposedUsd(frictions, nodes, lot.id(), SaleAnatomy.ORDERLY_WEEKS),
                shadow.melt(SaleAnatomy.ORDERLY_WEEKS, fmv));
    }
}
