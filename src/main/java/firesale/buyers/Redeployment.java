package firesale.buyers;

import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.hardware.PowerBook;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import java.util.ArrayList;
import java.util.List;

/** Machines on their way: to a user's racks after the lead time, or in a reseller's storage until they are sold on. */
final class Redeployment {

    private final List<Custody> custody;
    private final PowerBook power;
    private final OutsideWorld outside;
    private final FairMarketValue fmv;
    private final List<Batch> batches = new ArrayList<>();
    private final double resaleDepthGpus;
    private long inTransit;
    private long withResellers;
    private double resaleUsd;
    private double resoldCostUsd;

    Redeployment(List<Custody> custody, PowerBook power, OutsideWorld outside, FairMarketValue fmv, double resaleDepthGpus) {
        this.resaleDepthGpus = resaleDepthGpus;
        this.custody = custody;
        this.power = power;
        this.outside = outside;
        this.fmv = fmv;
    }

    /**
     * Sends machines, which must lie in transit, to a user.
     *
     * @param retrofitWatts power that is being fitted out for them until then
     */
    Batch deploy(int machineIndex, long gpus, int arrivalWeek, long retrofitWatts) {
        Batch batch = new Batch(null, null, machineIndex, gpus, arrivalWeek, 0, 0, 0, retrofitWatts);
        batches.add(batch);
        inTransit += gpus;
        return batch;
    }

    /** Holds machines, which must lie with the resellers, until they are sold on. */
    Batch hold(Buyer reseller, MachineType machine, int machineIndex, long gpus, int resaleWeek, double ageAtResaleYears,
            double condition, double costUsdPerGpu) {
        Batch batch = new Batch(reseller, machine, machineIndex, gpus, resaleWeek, ageAtResaleYears, condition, costUsdPerGpu,
                0);
        batches.add(batch);
        inTransit += gpus;
        withResellers += gpus;
        return batch;
    }

    /**
     * Takes machines away from where they are: on their way, with a user, or in a reseller's storage.
     *
     * @param watts power that is being, or was, fitted out for them
     * @param to    where the machines go
     * @param back  where that power goes back to
     */
    void withdraw(Batch batch, long gpus, long watts, Account to, Account back) {
        Custody place = custody.get(batch.machineIndex);
        if (batch.reseller != null) {
            withResellers -= gpus;
            batch.reseller.store(-gpus);
        }
        Account from = batch.reseller != null ? place.resellers() : batch.hasArrived ? place.users() : place.transit();
        inTransit -= batch.reseller == null && batch.hasArrived ? 0 : gpus;
        place.move(from, to, gpus);
        power.move(batch.hasArrived ? power.retrofitted() : power.inRetrofit(), back, watts);
        batch.gpus -= gpus;
        batch.retrofitWatts -= batch.hasArrived ? 0 : watts;
    }

    /** Lets what is due this week arrive. */
    void arrive(int week) {
        int kept = 0;
        for (int i = 0; i < batches.size(); i++) {
            Batch batch = batches.get(i);
            if (batch.week <= week) {
                arrive(batch);
            } else if (batch.gpus > 0) {
                batches.set(kept++, batch);
            }
        }
        while (batches.size() > kept) {
            batches.remove(batches.size() - 1);
        }
    }

    private void arrive(Batch batch) {
        Custody place = custody.get(batch.machineIndex);
        if (batch.reseller == null) {
            batch.hasArrived = true;
            inTransit -= batch.gpus;
            place.move(place.transit(), place.users(), batch.gpus);
            power.move(power.inRetrofit(), power.retrofitted(), batch.retrofitWatts);
            return;
        }
        double price = batch.reseller.type().resaleShare() * crowding()
                * fmv.usdPerGpu(batch.machine, batch.ageYears, batch.condition);
        outside.money().transfer(outside.customers(), batch.reseller.cash(), Cents.of(price * batch.gpus));
        place.move(place.resellers(), place.users(), batch.gpus);
        give(batch, batch.gpus, price * batch.gpus);
    }

    /** Takes machines that a reseller has sold out of its storage, and notes what they fetched. */
    void give(Batch batch, long gpus, double priceUsd) {
        inTransit -= gpus;
        withResellers -= gpus;
        resaleUsd += priceUsd;
        resoldCostUsd += batch.costUsdPerGpu * gpus;
        batch.gpus -= gpus;
        batch.reseller.store(-gpus);
    }

    /** What lies with resellers, in the order of purchase; for reading. */
    List<Batch> batches() {
        return batches;
    }

    /** What resellers have been paid for what they sold on, USD. */
    double resaleUsd() {
        return resaleUsd;
    }

    /** What they had paid for it, USD. */
    double resoldCostUsd() {
        return resoldCostUsd;
    }

    /**
     * What is left of a resale price when resellers hold as much as they do, e^(-stock / depth) (Cifuentes, Ferrucci and Shin).
     */
    double crowding() {
        return StrictMath.exp(-withResellers / resaleDepthGpus);
    }

    /** GPUs bought but not yet earning. */
    long inTransit() {
        return inTransit;
    }

    /** Machines bought together; with a user on their way, or with a reseller in storage. */
    static final class Batch {

        final Buyer reseller;
        final MachineType machine;
        final int machineIndex;
        final int week;
        final double ageYears;
        final double condition;
        final double costUsdPerGpu;
        long retrofitWatts;
        long gpus;
        boolean hasArrived;

        private Batch(Buyer reseller, MachineType machine, int machineIndex, long gpus, int week, double ageYears,
                double condition, double costUsdPerGpu, long retrofitWatts) {
            this.retrofitWatts = retrofitWatts;
            this.reseller = reseller;
            this.machine = machine;
            this.machineIndex = machineIndex;
            this.gpus = gpus;
            this.week = week;
            this.ageYears = ageYears;
            this.condition = condition;
            this.costUsdPerGpu = costUsdPerGpu;
        }
    }
}
