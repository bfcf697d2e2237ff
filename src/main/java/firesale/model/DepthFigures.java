package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How deep the market was, over the weeks in which it was measured. All missing unless it was measured; means of a regime that
 * was not met are missing too.
 *
 * @param regimes   each {@link Regime} in its order
 * @param spillover forced sales and unforced prices
 */
public record DepthFigures(List<InRegime> regimes, Spillover spillover) {

    /**
     * The weeks of one regime; horizons in the order of {@link MarketDepth#horizonWeeks}.
     *
     * @param weeks             weeks measured
     * @param depthUsd          mean depth at the horizon asked for
     * @param depthByHorizonUsd mean depth, by horizon
     * @param impactPerBn       mean price impact of a billion dollars
     * @param lotUsd            what the large lot fetches, summed over weeks, by horizon
     * @param lotFmvUsd         its FMV, summed over weeks
     * @param referenceUsd      what the reference lot fetches, summed over weeks, by horizon
     * @param referenceFmvUsd   its FMV, summed over weeks
     */
    public record InRegime(double weeks, double depthUsd, List<Double> depthByHorizonUsd, double impactPerBn,
            List<Double> lotUsd, double lotFmvUsd, List<Double> referenceUsd, double referenceFmvUsd) {
    }

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
        List<Double> each = Collections.nCopies(MarketDepth.HORIZONS, no);
        return new DepthFigures(Collections.nCopies(Regime.values().length, new InRegime(no, no, each, no, each, no, each, no)),
                new Spillover(no, no, no, no));
    }

    private InRegime in(Regime regime) {
        return regimes.get(regime.ordinal());
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, DepthFigures> part) {
        List<Column<DepthFigures>> columns = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            columns.add(real("depth_weeks_" + name(regime), "weeks", "Weeks in which depth was measured in " + words(regime)
                    + "; missing unless depth.measure", f -> f.in(regime).weeks));
        }
        for (Regime regime : Regime.values()) {
            columns.add(real("depth_" + name(regime) + "_usd", "USD", "Market depth in " + words(regime)
                    + ", mean of these weeks: most dollars within the horizon at a price within the discount to OLV",
                    f -> f.in(regime).depthUsd));
        }
        for (Regime regime : Regime.values()) {
            for (int i = 0; i < MarketDepth.HORIZONS; i++) {
                int h = i;
                columns.add(real("depth_" + name(regime) + "_" + weeks(h) + "_usd", "USD",
                        "The same in " + words(regime) + " within "
                        + MarketDepth.horizonWeeks(h) + " weeks", f -> f.in(regime).depthByHorizonUsd.get(h)));
            }
        }
        for (Regime regime : Regime.values()) {
            columns.add(real("impact_" + name(regime) + "_per_bn", "share/bn USD",
                    "Fall of the price, from that of the reference lot,"
                    + " if a billion dollars' worth is sold within the horizon in " + words(regime),
                    f -> f.in(regime).impactPerBn));
        }
        addTimeToSell(columns);
        columns.add(real("spillover_weeks", "weeks", "Measured weeks with lots on offer", f -> f.spillover.weeks));
        columns.add(real("reference_as_it_is_usd", "USD/GPU",
                "Price of the reference lot within the horizon, summed over these weeks",
                f -> f.spillover.asItIsUsd));
        columns.add(real("reference_nothing_sold_usd", "USD/GPU", "The same had no lot ever been sold",
                f -> f.spillover.nothingSoldUsd));
        columns.add(real("reference_calm_usd", "USD/GPU", "That, with money and cost of capital of calm",
                f -> f.spillover.calmUsd));
        columns.add(real("reference_spilt_usd", "USD/GPU", "What forced sales took off that price",
                f -> f.spillover.nothingSoldUsd - f.spillover.asItIsUsd));
        columns.add(real("reference_regime_usd", "USD/GPU", "What the regime took off it",
                f -> f.spillover.calmUsd - f.spillover.nothingSoldUsd));
        columns.add(real("spillover", "share",
                "Spillover: share of an unforced price that forced sales took, by racks and money",
                f -> f.spillover.ofSales()));
        columns.add(real("spillover_regime", "share", "Share of it that the regime took by itself",
                f -> f.spillover.ofRegime()));
        return columns.stream().map(column -> column.of(part)).toList();
    }

    private static void addTimeToSell(List<Column<DepthFigures>> columns) {
        columns.add(real("lot_fmv_usd", "USD", "FMV of the large lot, summed over measured weeks",
                f -> f.sum(InRegime::lotFmvUsd)));
        columns.add(real("reference_fmv_usd", "USD", "FMV of the reference lot, summed over measured weeks",
                f -> f.sum(InRegime::referenceFmvUsd)));
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("lot_" + weeks(h) + "_usd", "USD",
                    "What the large lot fetches within " + MarketDepth.horizonWeeks(h)
                    + " weeks, melt taken off, summed over measured weeks", f -> f.sum(r -> r.lotUsd.get(h))));
        }
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("reference_" + weeks(h) + "_usd", "USD", "The same for the reference lot",
                    f -> f.sum(r -> r.referenceUsd.get(h))));
        }
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("price_" + weeks(h), "share", "Time to sell: price over FMV of the large lot within "
                    + MarketDepth.horizonWeeks(h) + " weeks", f -> f.sum(r -> r.lotUsd.get(h)) / f.sum(InRegime::lotFmvUsd)));
        }
        for (Regime regime : Regime.values()) {
            for (int i = 0; i < MarketDepth.HORIZONS; i++) {
                int h = i;
                columns.add(real("price_" + name(regime) + "_" + weeks(h), "share", "The same in " + words(regime) + " alone",
                        f -> f.in(regime).lotUsd.get(h) / f.in(regime).lotFmvUsd));
            }
        }
        for (int i = 0; i < MarketDepth.HORIZONS; i++) {
            int h = i;
            columns.add(real("reference_price_" + weeks(h), "share", "Price over FMV of the reference lot within "
                    + MarketDepth.horizonWeeks(h) + " weeks",
                    f -> f.sum(r -> r.referenceUsd.get(h)) / f.sum(InRegime::referenceFmvUsd)));
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
        ratios.add(new RatioMeasure("spillover", "share",
                "Share of an unforced price that forced sales took, by racks and money",
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

    private double sum(ToDoubleFunction<InRegime> each) {
        return regimes.stream().mapToDouble(each).sum();
    }

    private static Column<DepthFigures> real(String name, String unit, String meaning, Function<DepthFigures, Object> value) {
        return new Column<>(name, Type.REAL, unit, meaning, value);
    }
}
