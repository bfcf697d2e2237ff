package firesale.model;

import firesale.credit.Marks;
import firesale.hardware.MachineType;
import firesale.world.Feedback;

/**
 * Marks of collateral. Those to auctions are FMV times what recent sales of the kind fetched relative to FMV, by value; a sale
 * counts 0.8 as much after the next one. The life that lenders believe collateral to have starts at the accounting life and moves
 * with each sale in its yearly rate, 1 / life, towards the rate at which machines lost value from cost to price,
 * sum of (1 - price / cost) over sum of age, by GPUs, between half a year and 15 years of life. Without the feedback from marks
 * to covenants prices leave no mark: marks are FMV, and the life is learnt from the FMV of what is sold.
 */
final class AuctionMarks implements Marks {

    private static final double MEMORY = 0.8;
    /** One sale near cost must not teach a life without end, nor one of nearly new machines a life of nothing. */
    private static final double LEAST_LOSS_PER_YEAR = 1.0 / 15;
    private static final double LARGEST_LOSS_PER_YEAR = 2;

    private final FireSale run;
    private final boolean auctionsCount;
    private final double[] paidUsd;
    private final double[] fmvUsd;
    private double lossPerYear;
    private double lostGpus;
    private double gpuYears;

    AuctionMarks(FireSale run) {
        this.run = run;
        this.auctionsCount = run.feedbacks().contains(Feedback.MARKS_COVENANTS);
        int kinds = run.parameters().hardware().machines().size();
        this.paidUsd = new double[kinds];
        this.fmvUsd = new double[kinds];
        this.lossPerYear = 1 / run.parameters().credit().loan().bookLifeYears();
    }

    @Override
    public double modelUsd(MachineType machine, double ageYears) {
        return run.buyers().fmv().usdPerGpu(machine, ageYears, 1);
    }

    @Override
    public double auctionUsd(MachineType machine, int machineIndex, double ageYears) {
        return modelUsd(machine, ageYears) * (auctionsCount ? shareOfFmv(machineIndex, 1) : 1);
    }

    /**
     * What recent sales of a kind fetched relative to FMV, whether or not it feeds into marks; a default as long as none was
     * seen.
     */
    double shareOfFmv(int machineIndex, double unseen) {
        return fmvUsd[machineIndex] > 0 ? paidUsd[machineIndex] / fmvUsd[machineIndex] : unseen;
    }

    /** What recent sales of all kinds fetched relative to FMV; 1 as long as none was seen. */
    double shareOfFmv() {
        double paid = 0;
        double fmv = 0;
        for (int m = 0; m < fmvUsd.length; m++) {
            paid += paidUsd[m];
            fmv += fmvUsd[m];
        }
        return fmv > 0 ? paid / fmv : 1;
    }

    @Override
    public double lifeYears() {
        return 1 / lossPerYear;
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

    /** Takes down what a price, or without the loop FMV, says of how fast machines lose value. */
    void sawLife(long gpus, double ageYears, double costUsdPerGpu, double priceUsd, double atFmvUsd) {
        lostGpus += gpus * (1 - (auctionsCount ? priceUsd : atFmvUsd) / costUsdPerGpu);
        gpuYears += gpus * ageYears;
    }

    /** Lets lenders learn from a sale that is over. */
    void saleEnded() {
        if (gpuYears > 0) {
            double seen = StrictMath.max(LEAST_LOSS_PER_YEAR, StrictMath.min(LARGEST_LOSS_PER_YEAR, lostGpus / gpuYears));
            lossPerYear += run.parameters().credit().covenant().lifeLearning() * (seen - lossPerYear);
        }
        lostGpus = 0;
        gpuYears = 0;
    }
}
