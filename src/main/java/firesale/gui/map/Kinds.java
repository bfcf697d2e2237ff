package firesale.gui.map;

import firesale.credit.Borrower;
import firesale.credit.Cohort;
import firesale.credit.CreditParameters;
import firesale.credit.SeizedFleet;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.model.FireSale;
import java.util.ArrayList;
import java.util.List;

/** Which kinds of machines can come on the shelf in a run, and how many of each there were. */
record Kinds(List<MachineType> machines, List<Integer> indices, long[] gpus, long largestFleet) {

    /** Those that stand with borrowers, back their loans or are to be seized, in the order of the rack power that they need. */
    static Kinds of(FireSale run) {
        List<MachineType> all = run.parameters().hardware().machines();
        long[] gpus = new long[all.size()];
        boolean[] occurs = new boolean[all.size()];
        long largest = 1;
        for (Borrower borrower : run.credit().borrowers()) {
            for (Cohort cohort : borrower.cohorts()) {
                occurs[cohort.machineIndex()] = true;
                if (!borrower.defaulted()) {
                    gpus[cohort.machineIndex()] += cohort.gpus().balance();
                    largest = Math.max(largest, cohort.gpus().balance());
                }
            }
        }
        for (SeizedFleet fleet : run.credit().fleets()) {
            occurs[fleet.machineIndex()] = true;
            gpus[fleet.machineIndex()] += fleet.seizedGpus();
            largest = Math.max(largest, fleet.seizedGpus());
        }
        for (CreditParameters.ScheduledSeizure seizure : run.parameters().credit().seizures()) {
            for (int m = 0; m < all.size(); m++) {
                if (all.get(m).name().equals(seizure.machine())) {
                    occurs[m] = true;
                    if (seizure.week() > run.week()) {
                        gpus[m] += seizure.gpus();
                        largest = Math.max(largest, seizure.gpus());
                    }
                }
            }
        }
        for (Lot lot : run.repo().lots()) {
            occurs[lot.machineIndex()] = true;
        }
        List<Integer> order = new ArrayList<>();
        for (int m = 0; m < all.size(); m++) {
            if (occurs[m]) {
                int at = 0;
                while (at < order.size() && all.get(order.get(at)).nodeKw() <= all.get(m).nodeKw()) {
                    at++;
                }
                order.add(at, m);
            }
        }
        List<MachineType> machines = new ArrayList<>();
        long[] sorted = new long[order.size()];
        for (int i = 0; i < order.size(); i++) {
            machines.add(all.get(order.get(i)));
            sorted[i] = gpus[order.get(i)];
        }
        return new Kinds(List.copyOf(machines), List.copyOf(order), sorted, largest);
    }

    /** The place of a kind, by its place among all machines; negative if it is none of these. */
    int placeOf(int machineIndex) {
        return indices.indexOf(machineIndex);
    }
}
