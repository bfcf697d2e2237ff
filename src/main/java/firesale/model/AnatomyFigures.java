package firesale.model;

import firesale.buyers.Friction;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * What the discount of sold GPUs is made of, in dollars, summed over all sales; arrays by {@link Friction} in its order. All missing
 * unless {@link Anatomy} is asked for.
 *
 * @param bookUsd      book value in the week of sale
 * @param firstBestUsd highest value to a user without any friction
 * @param fmvUsd       FMV
 * @param levelUsd     value with a friction and all before it on
 * @param priceUsd     prices paid
 * @param olvUsd       orderly liquidation value
 * @param flvUsd       forced liquidation value
 * @param nolvUsd      OLV less the cost of liquidation
 * @param shapleyUsd   each friction's part of FMV less price
 */
public record AnatomyFigures(double bookUsd, double firstBestUsd, double fmvUsd, double[] levelUsd, double priceUsd, double olvUsd,
        double flvUsd, double nolvUsd, double[] shapleyUsd) {

    private static final Friction[] FRICTIONS = Friction.values();

    /** Equal figures, those in arrays too. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AnatomyFigures figures && Arrays.equals(numbers(), figures.numbers());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers());
    }

    private double[] numbers() {
        return DoubleStream.concat(DoubleStream.of(bookUsd, firstBestUsd, fmvUsd, priceUsd, olvUsd, flvUsd, nolvUsd),
                DoubleStream.concat(Arrays.stream(levelUsd), Arrays.stream(shapleyUsd))).toArray();
    }

    /** Figures of a run of which they were not asked. */
    static AnatomyFigures none() {
        double no = Double.NaN;
        double[] each = new double[FRICTIONS.length];
        Arrays.fill(each, no);
        return new AnatomyFigures(no, no, no, each, no, no, no, no, each);
    }

    /** A friction's name in columns: {@code rack_power}. */
    public static String name(Friction friction) {
        return friction == Friction.OTHER_USE_OF_POWER ? "other_use" : friction.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Friction friction) {
        return switch (friction) {
            case RACK_POWER -> "limited power and density of racks";
            case OTHER_USE_OF_POWER -> "other use of ready power";
            case COOLING -> "cooling";
            case BELIEFS -> "beliefs about obsolescence";
            case FUNDING -> "limited funds and dear capital";
            case CROWDING -> "crowding by other lots";
            case REPO -> "dealers who lend against machines, which lifts prices";
            case WAITING -> "buyers who hold back";
            case HURRY -> "a seller who takes the week's visitors";
        };
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, AnatomyFigures> part) {
        List<Column<AnatomyFigures>> columns = new ArrayList<>();
        columns.add(usd("level_book_usd", "Book value of what was sold, week of sale; missing unless anatomy", f -> f.bookUsd));
        columns.add(usd("level_first_best_usd", "Its highest value to a user without any friction", f -> f.firstBestUsd));
        columns.add(usd("level_fmv_usd", "Its FMV: the second-highest value", f -> f.fmvUsd));
        for (Friction friction : FRICTIONS) {
            columns.add(usd("level_" + name(friction) + "_usd", "What it would fetch with the frictions up to this one: "
                    + words(friction), f -> f.levelUsd[friction.ordinal()]));
        }
        columns.add(usd("level_price_usd", "Prices paid: what lies between is the auction's format", f -> f.priceUsd));
        for (Friction friction : FRICTIONS) {
            columns.add(usd("step_" + name(friction) + "_usd", "What this friction takes in the waterfall: " + words(friction),
                    f -> f.stepUsd(friction.ordinal())));
        }
        columns.add(usd("step_format_usd", "What the auction's format takes", f -> f.stepUsd(FRICTIONS.length)));
        columns.add(usd("olv_usd", "Its orderly liquidation value: alone, 26 weeks of exposure, calm funds, melt taken off",
                f -> f.olvUsd));
        columns.add(usd("flv_usd", "Its forced liquidation value: the same within 4 weeks", f -> f.flvUsd));
        columns.add(usd("nolv_usd", "OLV less the cost of sale and storage", f -> f.nolvUsd));
        for (Friction friction : FRICTIONS) {
            columns.add(usd("shapley_" + name(friction) + "_usd", "Part of FMV less price, by Shapley value: " + words(friction),
                    f -> f.shapleyUsd[friction.ordinal()]));
        }
        columns.add(usd("shapley_format_usd", "The rest: the auction's format", AnatomyFigures::shapleyFormatUsd));
        return columns.stream().map(column -> column.of(part)).toList();
    }

    /** What the n-th friction takes; after the last one the format. */
    private double stepUsd(int n) {
        return (n == 0 ? fmvUsd : levelUsd[n - 1]) - (n == FRICTIONS.length ? priceUsd : levelUsd[n]);
    }

    private double shapleyFormatUsd() {
        double rest = fmvUsd - priceUsd;
        for (double each : shapleyUsd) {
            rest -= each;
        }
        return rest;
    }

    private static Column<AnatomyFigures> usd(String name, String meaning, Function<AnatomyFigures, Object> value) {
        return new Column<>(name, Type.REAL, "USD", meaning, value);
    }

    /** The ratios that these figures make, each over FMV. */
    static List<RatioMeasure> ratios() {
        List<RatioMeasure> ratios = new ArrayList<>();
        ratios.add(overFmv("book_over_fmv", "Book value over FMV of what was sold", "level_book_usd"));
        ratios.add(overFmv("first_best_over_fmv", "Highest frictionless value over FMV", "level_first_best_usd"));
        for (Friction friction : FRICTIONS) {
            ratios.add(overFmv("level_" + name(friction), "Value over FMV with the frictions up to this one: " + words(friction),
                    "level_" + name(friction) + "_usd"));
        }
        ratios.add(overFmv("level_price", "Price over FMV", "level_price_usd"));
        ratios.add(overFmv("olv_over_fmv", "OLV over FMV", "olv_usd"));
        ratios.add(overFmv("flv_over_fmv", "FLV over FMV", "flv_usd"));
        ratios.add(overFmv("nolv_over_fmv", "NOLV over FMV", "nolv_usd"));
        for (Friction friction : FRICTIONS) {
            ratios.add(overFmv("step_" + name(friction), "Step of the waterfall: " + words(friction),
                    "step_" + name(friction) + "_usd"));
        }
        ratios.add(overFmv("step_format", "Step of the waterfall: the auction's format", "step_format_usd"));
        for (Friction friction : FRICTIONS) {
            ratios.add(overFmv("share_" + name(friction), "Part of the discount, by Shapley value: " + words(friction),
                    "shapley_" + name(friction) + "_usd"));
        }
        ratios.add(overFmv("share_format", "Part of the discount: the auction's format", "shapley_format_usd"));
        return ratios;
    }

    private static RatioMeasure overFmv(String name, String meaning, String numerator) {
        return new RatioMeasure(name, "share", meaning, numerator, "level_fmv_usd");
    }
}
