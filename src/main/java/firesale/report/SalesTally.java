package firesale.report;

import firesale.analysis.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Adds up sales by bin of weeks and by run. Memory grows with runs times bins, not with sales. */
final class SalesTally {

    /** With fewer runs that sold in a bin there is no 10-90 % band. */
    static final int LEAST_RUNS_FOR_BAND = 5;

    private final List<Sums> bins = new ArrayList<>();
    private final GpuDiscounts discounts = new GpuDiscounts();

    private static final class Sums {
        private final WeightedMean price = new WeightedMean();
        private final WeightedMean fmv = new WeightedMean();
        private final WeightedMean book = new WeightedMean();
        private final List<WeightedMean> priceByRun = new ArrayList<>();
        private double gpus;
        private double lastGpus;
    }

    /**
     * Adds one sale.
     *
     * @param replication the run, from 0
     * @param week        from 0
     * @param last        whether it was sold without reserve in the last week
     */
    void add(int replication, int week, double gpus, double priceUsd, double fmvUsd, double bookUsd, boolean last) {
        Sums sums = grown(bins, Bins.of(week), Sums::new);
        sums.price.add(priceUsd, gpus);
        sums.fmv.add(fmvUsd, gpus);
        sums.book.add(bookUsd, gpus);
        grown(sums.priceByRun, replication, WeightedMean::new).add(priceUsd, gpus);
        sums.gpus += last ? 0 : gpus;
        sums.lastGpus += last ? gpus : 0;
        discounts.add(1 - priceUsd / fmvUsd, gpus, last);
    }

    private static <T> T grown(List<T> list, int index, Supplier<T> fresh) {
        while (list.size() <= index) {
            list.add(fresh.get());
        }
        return list.get(index);
    }

    /**
     * All bins from the start to the last sale.
     *
     * @param runs runs that were made, with sales or without
     */
    List<PriceBin> prices(int runs) {
        List<PriceBin> prices = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            Sums sums = bins.get(b);
            double[] means = sums.priceByRun.stream().filter(WeightedMean::isPresent).mapToDouble(WeightedMean::value).toArray();
            boolean band = means.length >= LEAST_RUNS_FOR_BAND;
            prices.add(new PriceBin(Bins.firstWeek(b), sums.price.value(), sums.fmv.value(), sums.book.value(),
                    band ? new Quantiles(means).at(0.1) : Double.NaN, band ? new Quantiles(means).at(0.9) : Double.NaN,
                    sums.gpus / runs / Bins.WEEKS, sums.lastGpus / runs / Bins.WEEKS));
        }
        return prices;
    }

    /** The discounts at which single GPUs were sold. */
    GpuDiscounts discounts() {
        return discounts;
    }
}
