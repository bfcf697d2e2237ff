package firesale.model;

import firesale.credit.Marks;
import firesale.hardware.MachineType;
import firesale.world.Feedback;

/**
 * Marks of collateral. Those to auctions are FMV times what recent sales of the kind fetched relative to FMV, by value; a sale
 * counts 0.8 as much after the next one. The life that lenders believe collateral to have starts at the accounting life and moves
 * with each sale towards that of the straight line from cost to what was paid, age / (1 - price / cost), between half a year and
 * 15 years. Without the feedback from marks to covenants auctions leave no mark: marks are FMV, and the life stays.
 */
final class AuctionMarks implements Marks {

    private static final double MEMORY = 0.8;
    /** One price near cost must not teach a life without end, nor one of new machines a life of nothing. */
    private static final double LONGEST_LIFE_YEARS = 15;
    private static final double SHORTEST_LIFE_YEARS = 0.5;

    private final FireSale run;
    private final boolean auctionsCount;
    private final double[] paidUsd;
    private final double[] fmvUsd;
    private double lifeYears;
    private double impliedLifeGpuYears;
    private double soldGpus;

    AuctionMarks(FireSale run) {
        this.run = run;
        this.auctionsCount = run.feedbacks().contains(Feedback.MARKS_COVENANTS);
        int kinds = run.parameters().hardware().machines().size();
        this.paidUsd = new double[kinds];
        this.fmvUsd = new double[kinds];
        this.lifeYears = run.parameters().credit().loan().bookLifeYears();
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

    @Override
    public double lifeYears() {
        return lifeYears;
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

    /**
     * Takes down what a price says of the life of machines: a straight line from cost to price ends at age / (1 - price / cost),
     * at the longest life where the price is near cost or above it.
     */
    void sawLife(long gpus, double ageYears, double costUsdPerGpu, double priceUsd) {
        double lost = 1 - priceUsd / costUsdPerGpu;
        impliedLifeGpuYears += gpus * (ageYears < LONGEST_LIFE_YEARS * lost ? StrictMath.max(SHORTEST_LIFE_YEARS, ageYears / lost)
                : LONGEST_LIFE_YEARS);
        soldGpus += gpus;
    }

    /** Lets lenders learn from a sale that is over. */
    void saleEnded() {
        if (auctionsCount && soldGpus > 0) {
            lifeYears += run.parameters().credit().covenant().lifeLearning() * (impliedLifeGpuYears / soldGpus - lifeYears);
        }
        impliedLifeGpuYears = 0;
        soldGpus = 0;
    }
}
