package firesale.report;

/**
 * What was sold in one bin of weeks, over all runs.
 *
 * @param firstWeek       the bin's first week, from 0
 * @param priceUsd        mean price, weighted by GPUs, USD per GPU; NaN if nothing was sold
 * @param fmvUsd          likewise of FMV in the week of sale at actual condition
 * @param bookUsd         likewise of book value
 * @param lowUsd          10 % quantile over runs of each run's mean price; NaN if too few runs sold
 * @param highUsd         90 % quantile
 * @param gpusPerWeek     GPUs sold a week before the last week, mean over all runs
 * @param lastGpusPerWeek GPUs sold without reserve in the last week, spread over the bin, mean over all runs
 */
record PriceBin(int firstWeek, double priceUsd, double fmvUsd, double bookUsd, double lowUsd, double highUsd,
        double gpusPerWeek, double lastGpusPerWeek) {

    boolean hasSales() {
        return !Double.isNaN(priceUsd);
    }

    boolean hasBand() {
        return !Double.isNaN(lowUsd);
    }
}
