package firesale.model;

import firesale.credit.Marks;
import firesale.hardware.MachineType;
import firesale.world.Feedback;

/**
 * Marks of collateral. Those to auctions are FMV times what recent sales of the kind fetched relative to FMV, by value; a sale
 * counts 0.8 as much after the next one. Without the feedback from marks to covenants auctions leave no mark, and these are
 * FMV as well.
 */
final class AuctionMarks implements Marks {

    private static final double MEMORY = 0.8;

    private final FireSale run;
    private final boolean auctionsCount;
    private final double[] paidUsd;
    private final double[] fmvUsd;

    AuctionMarks(FireSale run) {
        this.run = run;
        this.auctionsCount = run.feedbacks().contains(Feedback.MARKS_COVENANTS);
        int kinds = run.parameters().hardware().machines().size();
        this.paidUsd = new double[kinds];
        this.fmvUsd = new double[kinds];
    }

    @Override
    public double modelUsd(MachineType machine, double ageYears) {
        return run.buyers().fmv().usdPerGpu(machine, ageYears, 1);
    }

    @Override
    public double auctionUsd(MachineType machine, int machineIndex, double ageYears) {
        double model = modelUsd(machine, ageYears);
        return auctionsCount && fmvUsd[machineIndex] > 0 ? model * paidUsd[machineIndex] / fmvUsd[machineIndex] : model;
    }

    /** Fades what was seen of a kind before a sale in which something is sold. */
    void nextSale(int machineIndex) {
        paidUsd[machineIndex] *= MEMORY;
        fmvUsd[machineIndex] *= MEMORY;
    }

    /** Takes down what machines fetched in a sale. */
    void sold(int machineIndex, double proceedsUsd, double atFmvUsd) {
        paidUsd[machineIndex] += proceedsUsd;
        fmvUsd[machineIndex] += atFmvUsd;
    }
}
