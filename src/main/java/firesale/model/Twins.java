package firesale.model;

import firesale.credit.Borrower;
import firesale.kernel.books.Cents;
import java.util.EnumSet;
import java.util.List;

/**
 * Compares a run with its two twins: one without feedbacks, and one with a warehouse in place of the sale and without feedbacks.
 * All have the same parameters, files and seed, so that borrowers, endowments, shocks and waivers are the same. Twins record
 * nothing. Losses are compared before what a guarantee bears of them, which the warehouse would not leave to it: its twin has
 * none, and no floors either, since nothing is sold. Lenders of both have lent as belief in a backstop made them.
 */
final class Twins {

    private Twins() {
    }

    /**
     * Runs both twins of a run.
     *
     * @param run      a run that is over
     * @param scenario what it was run with
     */
    static TwinFigures of(FireSale run, Scenario scenario) {
        FireSale noFeedbacks = twin(run, scenario.withoutFeedbacks());
        FireSale warehouse = warehouse(run);
        List<Borrower> asIs = run.credit().borrowers();
        List<Borrower> initial = warehouse.credit().borrowers();
        long defaults = 0;
        long induced = 0;
        long prevented = 0;
        long accelerated = 0;
        long delayed = 0;
        long weeksAccelerated = 0;
        for (int i = 0; i < asIs.size(); i++) {
            Borrower here = asIs.get(i);
            Borrower there = initial.get(i);
            defaults += there.defaulted() ? 1 : 0;
            induced += here.defaulted() && !there.defaulted() ? 1 : 0;
            prevented += there.defaulted() && !here.defaulted() ? 1 : 0;
            if (here.defaulted() && there.defaulted()) {
                int earlier = there.defaultWeek() - here.defaultWeek();
                accelerated += earlier > 0 ? 1 : 0;
                weeksAccelerated += Math.max(0, earlier);
                delayed += earlier < 0 ? 1 : 0;
            }
        }
        double aboveFmv = Cents.toUsd(warehouse.tally().warehousePaidAboveFmv);
        return new TwinFigures(Measures.defaults(noFeedbacks), defaults, induced, prevented, accelerated, weeksAccelerated,
                delayed, Measures.lenderLossesBeforeGuaranteeUsd(noFeedbacks),
                Measures.lenderLossesBeforeGuaranteeUsd(warehouse) + warehouseLossUsd(warehouse), aboveFmv);
    }

    /** What the warehouse paid for machines and claims, less FMV of the machines and what estates paid on the claims, USD. */
    static double warehouseLossUsd(FireSale run) {
        return Cents.toUsd(-run.outside().warehouse().balance() - run.tally().warehousePaidForMachines);
    }

    /** The twin of a run in which a warehouse takes what is seized, run to its end. */
    static FireSale warehouse(FireSale run) {
        return twin(run, run.scenario().withWarehouse());
    }

    private static FireSale twin(FireSale run, Scenario scenario) {
        return FireSale.complete(scenario, run.modelSeed(), EnumSet.noneOf(Recording.class));
    }
}
