package firesale.model;

import firesale.auction.AssignmentBound;
import firesale.auction.BidBook;
import firesale.auction.Efficiency;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Pool;
import firesale.kernel.books.Cents;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What sales bring about of the surplus that could be had: units' values to who gets them less reserves, against the best
 * assignment of a week's lots to those who came, under the racks and funds that they had. Values are what buyers believe, not
 * what they bid. Weeks whose bound cannot be computed count in neither sum. It measures and changes nothing.
 */
final class SurplusMeasure {

    private final FireSale run;
    private final AssignmentBound bound = new AssignmentBound();
    private final BidBook values = new BidBook();
    private double realisedCents;

    SurplusMeasure(FireSale run) {
        this.run = run;
    }

    /** Takes down who came with how much. */
    void begin(List<Pool> pools) {
        bound.clear();
        realisedCents = 0;
        run.buyers().enter(pools, bound);
    }

    /** Takes down what a pool is worth to bidders, before what they win changes what they can take. */
    void before(Pool pool, int poolIndex, int lotId, LotBook lots) {
        run.buyers().enterValues(pool, poolIndex, lotId, values);
        for (int lot = 0; lot < lots.lots(); lot++) {
            bound.addLot(poolIndex, lots.units(lot), lots.reserve(lot));
        }
    }

    void after(LotBook lots, Outcome outcome) {
        realisedCents += Efficiency.realisedCents(values, lots, outcome);
    }

    void end() {
        OptionalDouble most = bound.surplusCents();
        if (most.isPresent()) {
            run.tally().surplus(Cents.toUsd((long) realisedCents), Cents.toUsd((long) most.getAsDouble()));
        }
    }
}
