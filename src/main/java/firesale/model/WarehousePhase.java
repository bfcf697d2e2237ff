package firesale.model;

import firesale.credit.SeizedFleet;
import firesale.hardware.Custody;
import firesale.kernel.books.Cents;
import java.util.List;

/**
 * Stands in for the weekly sale in the warehouse twin. A warehouse outside the model takes every fleet in the week in which it
 * reaches the lender, whatever the lender would do with it: at the FMV of that week and of its condition, without cost of sale
 * and without storage. It pays the rest of the lender's claim on top, and takes the rest of the claim over. Machines under a
 * lease that goes on with the lender come when the lease ends, or in the last week.
 */
final class WarehousePhase {

    private final FireSale run;

    WarehousePhase(FireSale run) {
        this.run = run;
    }

    void run() {
        boolean last = run.week() == run.parameters().time().horizon() - 1;
        List<SeizedFleet> inventory = run.credit().inventory();
        for (int i = 0; i < inventory.size(); i++) {
            if (last || !inventory.get(i).isLet()) {
                take(inventory.get(i));
            }
        }
    }

    private void take(SeizedFleet fleet) {
        int week = run.week();
        Custody place = run.custody().get(fleet.machineIndex());
        long gpus = fleet.gpus().balance();
        double fmv = run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(week), fleet.condition(week));
        long price = Cents.of(fmv * gpus);
        place.move(fleet.gpus(), place.warehouse(), gpus);
        run.marks().sawLife(gpus, fleet.ageYears(week), fleet.costUsdPerGpu(), fmv, fmv);
        run.marks().saleEnded();
        run.tally().warehoused(price, run.credit().resolution().warehouse(fleet, price));
    }
}
