package firesale.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds up weekly clearings by bin of weeks. Pools of one week are sold one after another and draw on the same racks and funds, so
 * capacities of pools must not be added: a week's capacity is the most, over its pools, of what was sold before the pool plus
 * what bidders could still host, or pay for, when it was called.
 */
final class SupplyTally {

    private final List<Sums> bins = new ArrayList<>();
    private int run = -1;
    private int week = -1;
    private double offered;
    private double hostable;
    private double payable;
    private double sold;

    private static final class Sums {
        private int weeks;
        private double offered;
        private double hostable;
        private double payable;
        private double sold;
    }

    /** Adds one pool's clearing; those of a week of a run follow each other in the order of sale. */
    void add(int ofRun, int ofWeek, double offeredGpus, double hostableGpus, double payableGpus, double soldGpus) {
        if (ofRun != run || ofWeek != week) {
            closeWeek();
            run = ofRun;
            week = ofWeek;
        }
        offered += offeredGpus;
        hostable = Math.max(hostable, sold + hostableGpus);
        payable = Math.max(payable, sold + payableGpus);
        sold += soldGpus;
    }

    private void closeWeek() {
        if (week >= 0) {
            while (bins.size() <= Bins.of(week)) {
                bins.add(new Sums());
            }
            Sums sums = bins.get(Bins.of(week));
            sums.weeks++;
            sums.offered += offered;
            sums.hostable += hostable;
            sums.payable += payable;
            sums.sold += sold;
        }
        offered = 0;
        hostable = 0;
        payable = 0;
        sold = 0;
    }

    /**
     * All bins from the start to the last clearing.
     *
     * @param runs runs that were made, with supply or without
     */
    List<SupplyBin> bins(int runs) {
        closeWeek();
        week = -1;
        List<SupplyBin> result = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            Sums sums = bins.get(b);
            double weeks = sums.weeks == 0 ? Double.NaN : sums.weeks;
            result.add(new SupplyBin(Bins.firstWeek(b), sums.offered / weeks, sums.hostable / weeks, sums.payable / weeks,
                    sums.sold / weeks, sums.weeks / (double) (runs * Bins.WEEKS)));
        }
        return result;
    }
}
