package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How deep the market was, over the weeks in which it was measured; regimes in the order of {@link Regime}, horizons in that of
 * {@link MarketDepth#horizonWeeks}. All missing unless it was measured; a regime that was not met is missing too.
 *
 * @param weeks             weeks measured, by regime
 * @param depthUsd          mean depth at the horizon asked for, by regime
 * @param depthByHorizonUsd mean depth, by regime and horizon
 * @param impactPerBn       mean price impact of a billion dollars, by regime
 * @param lotUsd            what the large lot fetches, summed over weeks, by regime and horizon
 * @param lotFmvUsd         its FMV, summed over weeks, by regime
 * @param referenceUsd      what the reference lot fetches, summed over weeks, by regime and horizon
 * @param referenceFmvUsd   its FMV, summed over weeks, by regime
 * @param spillover         forced sales and unforced prices
 */
public record DepthFigures(double[] weeks, double[] depthUsd, double[][] depthByHorizonUsd, double[] impactPerBn, double[][] lotUsd,
        double[] lotFmvUsd, double[][] referenceUsd, double[] referenceFmvUsd, Spillover spillover) {

    private static final int REGIMES = Regime.values().length;

    /**
     * What the reference lot fetches within the horizon, summed over measured weeks with lots on offer.
     *
     * @param weeks      how many these are
     * @param asItIsUsd  with buyers as they are
     * @param nothingSoldUsd had no lot ever been sold
     * @param calmUsd    that, with money and cost of capital of calm
     */
    public record Spillover(double weeks, double asItIsUsd, double nothingSoldUsd, double calmUsd) {

        /** Share of the price that forced sales before have taken. */
        double ofSales() {
            return 1 - asItIsUsd / nothingSoldUsd;
        }

        /** Share of the price that the regime takes by itself. */
        double ofRegime() {
            return 1 - nothingSoldUsd / calmUsd;
        }
    }

    /** Figures of a run of which they were not asked. */
    static DepthFigures none() {
        double no = Double.NaN;
        return new DepthFigures(missing(), missing(), byHorizon(no), missing(), byHorizon(no), missing(), byHorizon(no), missing(),
                new Spillover(no, no, no, no));
    }

    private static double[] missing() {
        double[] each = new double[REGIMES];
        Arrays.fill(each, Double.NaN);
        return each;
    }

    private static double[][] byHorizon(double value) {
        double[][] all = new double[REGIMES][MarketDepth.HORIZONS];
        for (double[] each : all) {
            Arrays.fill(each, value);
        }
        return all;
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, DepthFigures> part) {
        List<Column<DepthFigures>> columns = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            int r = regime.ordinal();
            columns.add(real("depth_weeks_" + name(regime), "weeks", "Weeks in which depth was measured in " + words(regime)
                    + "; missing unless depth.measure", f -> f.weeks[r]));
        }
        for (Regime regime : Regime.values()) {
            int r = regime.ordinal();
            columns.add(real("depth_" + name(regime) + "_usd", "USD", "Market depth in " + words(regime)
                    + ", mean of these weeks: most dollars within the horizon at a price within the discount to OLV", f -> f.depthUsd[r]));
        }
        for (Regime regime : Regime.values()) {
            int r = regime.ordinal();
            for (int i = 0; i < MarketDepth.HORIZONS; i++) {
                int h = i;
                columns.add(real("depth_" + name(regime) + "_" + weeks(h) + "_usd", "USD", "The same in " + words(regime) + " within "
                        + MarketDepth.horizonWeeks(h) + " weeks", f -> f.depthByHorizonUsd[r][h]));
            }
        }
        for (Regime regime : Regime.values()) {
            int r = regime.ordinal();
            columns.add(real("impact_" + name(regime) + "_per_bn", "share/bn USD", "Fall of the price, from that of the reference lot,"
                    + " if a billion dollars' worth is sold within the horizon in " + words(regime), f -> f.impactPerBn[r]));
        }
        addTimeToSell(columns);
        columns.add(real("spillover_weeks", "weeks", "Measured weeks with lots on offer", f -> f.spillover.weeks));
        columns.add(real("reference_as_it_is_usd", "USD/GPU", "Price of the reference lot within the horizon, summed over these weeks",
                f -> f.spillover.asItIsUsd));
        columns.add(real("reference_nothing_sold_usd", "USD/GPU", "The same had no lot ever been sold", f -> f.spillover.nothingSoldUsd));
        columns.add(real("reference_calm_usd", "USD/GPU", "That, with money and cost of capital of calm", f -> f.spillover.calmUsd));
        columns.add(real("reference_spilt_usd", "USD/GPU", "What forced sales took off that price",
                f -> f.spillover.nothingSoldUsd - f.spillover.asItIsUsd));
        columns.add(real("reference_regime_usd", "USD/GPU", "What the regime took off it",
                f -> f.spillover.calmUsd - f.spillover.nothingSoldUsd));
        columns.add(real("spillover", "share", "Spillover: share of an unforced price that forced sales took, by racks and money",
                f -> f.spillover.ofSales()));
        columns.add(real("spillover_regime", "share", "Share of it that the regime took by itself", f -> f.spillover.ofRegime()));
        return columns.stream().map(column -> column.of(part)).toList();
    }

    private static void addTimeToSell(List<Column<DepthFigures>> columns) {
        columns.add(real("lot_fmv_usd", "USD", "FMV of the large lot, summed over measured weeks", f -> sum(f.lotFmvUsd)));
        columns.add(real("reference_fmv_usd", "USD", "FMV of the reference lot, summed over measured weeks",
                f -> sum(f.referenceFmvUsd)));
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("lot_" + weeks(h) + "_usd", "USD", "What the large lot fetches within " + MarketDepth.horizonWeeks(h)
                    + " weeks, melt taken off, summed over measured weeks", f -> sum(f.lotUsd, h)));
        }
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("reference_" + weeks(h) + "_usd", "USD", "The same for the reference lot", f -> sum(f.referenceUsd, h)));
        }
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("price_" + weeks(h), "share", "Time to sell: price over FMV of the large lot within "
                    + MarketDepth.horizonWeeks(h) + " weeks", f -> sum(f.lotUsd, h) / sum(f.lotFmvUsd)));
        }
        for (Regime regime : Regime.values()) {
            int r = regime.ordinal();
            for (int i = 0; i < MarketDepth.HORIZONS; i++) {
                int h = i;
                columns.add(real("price_" + name(regime) + "_" + weeks(h), "share", "The same in " + words(regime) + " alone",
                        f -> f.lotUsd[r][h] / f.lotFmvUsd[r]));
            }
        }
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("reference_price_" + weeks(h), "share", "Price over FMV of the reference lot within "
                    + MarketDepth.horizonWeeks(h) + " weeks", f -> sum(f.referenceUsd, h) / sum(f.referenceFmvUsd)));
        }
    }

    /** The ratios that these figures make. */
    static List<RatioMeasure> ratios() {
        List<RatioMeasure> ratios = new ArrayList<>();
        for (int h = 0; h < MarketDepth.HORIZONS; h++) {
            ratios.add(new RatioMeasure("price_" + weeks(h), "share", "Time to sell: price over FMV of the large lot within "
                    + MarketDepth.horizonWeeks(h) + " weeks", "lot_" + weeks(h) + "_usd", "lot_fmv_usd"));
        }
        for (int h = 0; h < MarketDepth.HORIZONS; h++) {
            ratios.add(new RatioMeasure("reference_price_" + weeks(h), "share", "The same for the reference lot",
                    "reference_" + weeks(h) + "_usd", "reference_fmv_usd"));
        }
        ratios.add(new RatioMeasure("spillover", "share", "Share of an unforced price that forced sales took, by racks and money",
                "reference_spilt_usd", "reference_nothing_sold_usd"));
        ratios.add(new RatioMeasure("spillover_regime", "share", "Share of it that the regime took by itself",
                "reference_regime_usd", "reference_calm_usd"));
        return ratios;
    }

    private static String name(Regime regime) {
        return regime.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Regime regime) {
        return regime == Regime.SQUEEZE ? "a squeeze" : name(regime);
    }

    private static String weeks(int horizon) {
        return MarketDepth.horizonWeeks(horizon) + "w";
    }

    private static double sum(double[] byRegime) {
        double sum = 0;
        for (double each : byRegime) {
            sum += each;
        }
        return sum;
    }

    private static double sum(double[][] byRegime, int horizon) {
        double sum = 0;
        for (double[] each : byRegime) {
            sum += each[horizon];
        }
        return sum;
    }

    private static Column<DepthFigures> real(String name, String unit, String meaning, Function<DepthFigures, Object> value) {
        return new Column<>(name, Type.REAL, unit, meaning, value);
    }
}
