package firesale.buyers;

import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import java.util.ArrayList;
import java.util.List;

/** Machines on their way: to a user's racks after the lead time, or in a reseller's storage until they are sold on. */
final class Redeployment {

    private final List<Custody> custody;
    private final OutsideWorld outside;
    private final FairMarketValue fmv;
    private final List<Batch> batches = new ArrayList<>();
    private final double resaleDepthGpus;
    private long inTransit;
    private long withResellers;

    Redeployment(List<Custody> custody, OutsideWorld outside, FairMarketValue fmv, double resaleDepthGpus) {
        this.resaleDepthGpus = resaleDepthGpus;
        this.custody = custody;
        this.outside = outside;
        this.fmv = fmv;
    }

    /** Sends machines, which must lie in transit, to a user. */
    void deploy(int machineIndex, long gpus, int arrivalWeek) {
        batches.add(new Batch(null, null, machineIndex, gpus, arrivalWeek, 0, 0));
        inTransit += gpus;
    }

    /** Holds machines, which must lie with the resellers, until they are sold on. */
    void hold(Buyer reseller, MachineType machine, int machineIndex, long gpus, int resaleWeek, double ageAtResaleYears,
            double condition) {
        batches.add(new Batch(reseller, machine, machineIndex, gpus, resaleWeek, ageAtResaleYears, condition));
        inTransit += gpus;
        withResellers += gpus;
    }

    /** Lets what is due this week arrive. */
    void arrive(int week) {
        int kept = 0;
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            if (batch.week <= week) {
                arrive(batch);
            } else {
                batches.set(kept++, batch);
            }
        }
        while (batches.size() > kept) {
            batches.remove(batches.size() - 1);
        }
    }

    private void arrive(Batch batch) {
        Custody place = custody.get(batch.machineIndex);
        inTransit -= batch.gpus;
        if (batch.reseller == null) {
            place.move(place.transit(), place.users(), batch.gpus);
            return;
        }
        double price = batch.reseller.type().resaleShare() * crowding()
                * fmv.usdPerGpu(batch.machine, batch.ageYears, batch.condition);
        withResellers -= batch.gpus;
        outside.money().transfer(outside.customers(), batch.reseller.cash(), Cents.of(price * batch.gpus));
        place.move(place.resellers(), place.users(), batch.gpus);
        batch.reseller.store(-batch.gpus);
    }

    /** What is left of a resale price when resellers hold as much as they do, e^(-stock / depth) (Cifuentes, Ferrucci and Shin). */
    double crowding() {
        return StrictMath.exp(-withResellers / resaleDepthGpus);
    }

    /** GPUs bought but not yet earning. */
    long inTransit() {
        return inTransit;
    }

    /** Whether nothing is on its way. */
    boolean isEmpty() {
        return batches.isEmpty();
    }

    private record Batch(Buyer reseller, MachineType machine, int machineIndex, long gpus, int week, double ageYears,
            double condition) {
    }
}
