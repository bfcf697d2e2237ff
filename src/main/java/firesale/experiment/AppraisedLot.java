package firesale.experiment;

import firesale.analysis.Estimate;
import firesale.analysis.Moments;
import firesale.analysis.Quantiles;
import firesale.analysis.StudentQuantiles;
import firesale.buyers.Interest;
import firesale.buyers.KindOfBuyers;
import firesale.buyers.Obstacle;
import firesale.model.LotAppraisal;
import firesale.model.LotFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A lot's figures in many worlds, summarised. */
public final class AppraisedLot {

    /** A value in USD per GPU over worlds: its mean with a 95 % interval, and quantiles. */
    public record Value(String name, Estimate mean, double q05, double median, double q95) {
    }

    /**
     * What the lot fetches within some weeks.
     *
     * @param share the share of the lot that somebody bids more than scrap for, mean over worlds
     */
    public record Sold(int weeks, Value value, double share) {
    }

    /**
     * How buyers of one kind stand to the lot; counts are means over worlds.
     *
     * @param canBid    how many bid within the hurry
     * @param valueUsd  median value of those who have room, USD per GPU; NaN if nobody has
     * @param gpus      how many of the lot find room, by {@link Interest#ways}, summed over buyers
     * @param fundsMusd their money
     * @param obstacles how many do not bid for which reason
     */
    public record Kind(String name, int buyers, double canBid, double valueUsd, List<Double> gpus, double fundsMusd,
            Map<Obstacle, Double> obstacles) {
    }

    private final LotFile file;
    private final List<LotFigures> worlds;
    private final StudentQuantiles student = new StudentQuantiles();

    AppraisedLot(LotFile file, List<LotFigures> worlds) {
        this.file = file;
        this.worlds = List.copyOf(worlds);
    }

    /** What was appraised. */
    public LotFile file() {
        return file;
    }

    /** FMV. */
    public Value fmv() {
        return value("FMV", LotFigures::fmvUsd);
    }

    /** FLV. */
    public Value flv() {
        return value("FLV", LotFigures::flvUsd);
    }

    /** OLV. */
    public Value olv() {
        return value("OLV", LotFigures::olvUsd);
    }

    /** What is left of FMV after an exposure as short as the hurry, or as long as an orderly sale; a factor, mean over worlds. */
    public double melt(boolean orderly) {
        return worlds.stream().mapToDouble(orderly ? LotFigures::orderlyMelt : LotFigures::hurryMelt).average().orElseThrow();
    }

    /** All reference values, from the highest by their meaning. */
    public List<Value> references() {
        return List.of(value("first best", LotFigures::firstBestUsd), fmv(), olv(), flv(), value("NOLV", LotFigures::nolvUsd),
                value("book", LotFigures::bookUsd));
    }

    /** What the lot fetches within some times. */
    public List<Sold> sold() {
        List<Sold> sold = new ArrayList<>();
        for (int t = 0; t < LotAppraisal.WEEKS.size(); t++) {
            int time = t;
            sold.add(new Sold(LotAppraisal.WEEKS.get(t), value("sold", world -> world.soldUsd().get(time)),
                    worlds.stream().mapToDouble(world -> world.soldShare().get(time)).average().orElseThrow()));
        }
        return sold;
    }

    private Value value(String name, ToDoubleFunction<LotFigures> of) {
        Moments moments = new Moments(student);
        double[] values = worlds.stream().mapToDouble(of).toArray();
        for (double value : values) {
            moments.add(value);
        }
        Quantiles quantiles = new Quantiles(values);
        return new Value(name, moments.estimate(), quantiles.at(0.05), quantiles.at(0.5), quantiles.at(0.95));
    }

    /** Buyers by kind, in the order of {@code buyers.types}; kinds without a buyer are left out. */
    public List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        // who is there is no matter of chance: every world has the same kinds
        for (int k = 0; k < worlds.get(0).kinds().size(); k++) {
            int kind = k;
            kinds.add(kind(worlds.stream().map(world -> world.kinds().get(kind)).toList()));
        }
        return kinds;
    }

    private static Kind kind(List<KindOfBuyers> of) {
        double[] values = of.stream().flatMapToDouble(world -> Arrays.stream(world.valuesUsd())).toArray();
        List<Double> gpus = new ArrayList<>();
        for (int w = 0; w < Interest.ways().size(); w++) {
            int way = w;
            gpus.add(mean(of, world -> world.gpus()[way]));
        }
        Map<Obstacle, Double> obstacles = new LinkedHashMap<>();
        for (Obstacle obstacle : Obstacle.values()) {
            obstacles.put(obstacle, mean(of, world -> world.obstacles()[obstacle.ordinal()]));
        }
        return new Kind(of.get(0).name(), of.get(0).buyers(), mean(of, KindOfBuyers::canBid),
                values.length == 0 ? Double.NaN : new Quantiles(values).at(0.5), gpus,
                mean(of, KindOfBuyers::fundsUsd) / 1e6, obstacles);
    }

    private static double mean(List<KindOfBuyers> of, ToDoubleFunction<KindOfBuyers> figure) {
        return of.stream().mapToDouble(figure).sum() / of.size();
    }
}
