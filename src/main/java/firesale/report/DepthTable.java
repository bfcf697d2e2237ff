package firesale.report;

import firesale.analysis.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the curves of market depth that a run recorded: what was asked for in all measured weeks of all runs of the first point. */
final class DepthTable {

    /** Lots whose price is drawn by the time that there is to sell them, GPUs; the nearest quantity that was asked for stands in. */
    private static final List<Long> LOTS = List.of(64L, 1_000L, 10_000L, 100_000L);

    /** The time whose range is drawn: ranges of all would cover each other. */
    private static final int BAND_WEEKS = 4;

    private DepthTable() {
    }

    /** All answers for one quantity and time. */
    private static final class Cell {

        private double[] overOlv = new double[64];
        private double usd;
        private int count;

        void add(double sold, double ratio) {
            if (count == overOlv.length) {
                overOlv = Arrays.copyOf(overOlv, 2 * count);
            }
            overOlv[count++] = ratio;
            usd += sold;
        }

        double[] ratios() {
            return Arrays.copyOf(overOlv, count);
        }
    }

    /**
     * Means over weeks and runs, with the range of the middle eight tenths of them.
     *
     * @param file {@code depth.csv}, may be absent
     * @return empty if nothing is recorded
     */
    static MarketDepth read(Path file) throws IOException {
        Map<Integer, Map<Long, Cell>> cells = new TreeMap<>();
        if (Files.exists(file)) {
            try (TableScan scan = TableScan.open(file, "point", "horizon_weeks", "gpus", "olv_usd", "price_over_olv", "replication")) {
                while (scan.next() && scan.whole(5) < Results.MOST_REPLICATIONS) {
                    double ratio = scan.real(4);
                    if (scan.real(0) == 0 && !Double.isNaN(ratio)) {
                        cells.computeIfAbsent((int) scan.real(1), weeks -> new TreeMap<>())
                                .computeIfAbsent((long) scan.real(2), gpus -> new Cell()).add(scan.real(2) * scan.real(3), ratio);
                    }
                }
            }
        }
        List<MarketDepth.Horizon> horizons = new ArrayList<>();
        cells.forEach((weeks, bySize) -> horizons.add(new MarketDepth.Horizon(weeks,
                bySize.values().stream().map(cell -> sold(cell, weeks == BAND_WEEKS)).toList())));
        return new MarketDepth(horizons, lots(cells));
    }

    private static MarketDepth.Sold sold(Cell cell, boolean band) {
        Quantiles quantiles = new Quantiles(cell.ratios());
        return new MarketDepth.Sold(cell.usd / cell.count, 1 - mean(cell), band ? 1 - quantiles.at(0.9) : Double.NaN,
                band ? 1 - quantiles.at(0.1) : Double.NaN);
    }

    private static double mean(Cell cell) {
        return Arrays.stream(cell.ratios()).sum() / cell.count;
    }

    private static List<MarketDepth.Lot> lots(Map<Integer, Map<Long, Cell>> cells) {
        List<MarketDepth.Lot> lots = new ArrayList<>();
        List<Long> asked = cells.values().stream().flatMap(bySize -> bySize.keySet().stream()).distinct().sorted().toList();
        for (long wanted : asked.isEmpty() ? List.<Long>of() : LOTS) {
            long size = asked.stream().min((one, other) -> Double.compare(distance(one, wanted), distance(other, wanted)))
                    .orElseThrow();
            List<MarketDepth.Exposure> points = new ArrayList<>();
            cells.forEach((weeks, bySize) -> {
                Cell cell = bySize.get(size);
                points.add(new MarketDepth.Exposure(weeks, cell == null ? Double.NaN : mean(cell)));
            });
            lots.add(new MarketDepth.Lot(String.format(Locale.ROOT, "%,d GPUs", size), points));
        }
        return lots;
    }

    private static double distance(long one, long other) {
        return StrictMath.abs(StrictMath.log((double) one / other));
    }
}
