package firesale.experiment;

import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Param;
import firesale.model.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code analysis} section of an experiment file, without variants and grid. */
public record AnalysisParameters(
        @Param(meaning = "What to do with the model", def = "run") AnalysisKind kind,
        @Param(meaning = "Runs for each point, with seeds of their own", unit = "runs", def = "100", min = 1, max = 10_000_000)
        int replications,
        @Param(meaning = "The seed that all runs' seeds are derived from", def = "1") long seed,
        @Param(meaning = "What to write down beside the measures; by default sales, auctions and schedules for a run, and depth "
                + "where it is measured, nothing for a sweep", def = "[]") List<Recording> record,
        @Param(meaning = "Measures that the printed summary has beside the usual ones", def = "[]") List<String> show,
        @Param(meaning = "For kind: sweep, 2 to 6 measures that are shown of all points together; of the first two, lower is "
                + "better", def = "[]") List<String> frontier,
        @Param(meaning = "The variant or point that differences are taken against; by default the first", def = "none")
        Optional<String> baseline,
        @Param(meaning = "For kind: attribution, among whom: frictions take the price discount apart sale by sale, "
                + "feedbacks what loops add, by runs with every subset of them; by default frictions", def = "none")
        Optional<Players> players,
        @Param(meaning = "For players: feedbacks, what is attributed; by default price_discount, lender_losses_usd, defaults",
                def = "[]") List<String> measures,
        @Param(meaning = "For kind: depth, the discounts under which the market should hold", unit = "share",
                def = "[0.05, 0.10, 0.20]") List<Double> targetDiscount,
        @Param(meaning = "For kind: depth, the least capacity of the repo market that is tried beside none", unit = "USD",
                def = "1e6", min = 1, max = 1e12) double capacityUsdLow,
        @Param(meaning = "For kind: depth, the largest capacity that is tried beside one without limit", unit = "USD",
                def = "1e10", min = 1, max = 1e12) double capacityUsdHigh,
        @Param(meaning = "For kind: depth, how many capacities are tried from the least to the largest, evenly in logs",
                unit = "count", def = "25", min = 2, max = 1000) int capacities,
        @Param(meaning = "For kind: depth, haircuts beside that of the model at which the frontier of capacity is drawn",
                unit = "share", def = "[]") List<Double> haircuts,
        @Param(meaning = "For kind: spread, spreads of the loans at which the model is run to find the one that pays for itself, "
                + "beside that of the model", unit = "1/a", def = "[]") List<Double> chargedSpreads,
        @Param(meaning = "For kind: spread, what capital wants that is held for losses beyond expected ones, over the run",
                unit = "share", def = "0.10", min = 0, max = 10,
                source = "assumption: the return that owners of lenders want") double costOfCapital,
        @Param(meaning = "How points are made: of the grid all combinations (grid), each key alone (one-at-a-time) or its lists side "
                + "by side (list); of ranges a Latin hypercube or a Sobol' sequence; or from a table (csv)", def = "grid")
        DesignKind design,
        @Param(meaning = "Points that are drawn from the ranges; for kind: sensitivity, base samples of Sobol' indices or "
                + "trajectories of Morris screening", unit = "count", def = "256", min = 1, max = 1_000_000) int samples,
        @Param(meaning = "For design: csv, the table: a column id, then one for each key; a row a point", def = "none")
        Optional<InputFile> points,
        @Param(meaning = "For kind: sensitivity, by variances (sobol) or by elementary effects (morris)", def = "sobol")
        SensitivityMethod method,
        @Param(meaning = "For method: morris, levels of each range's grid; an even number", unit = "count", def = "4", min = 2,
                max = AnalysisParameters.MOST_LEVELS) int levels,
        @Param(meaning = "Quantiles across runs that are estimated beside means, with the mean beyond the outer ones", unit = "share",
                def = "[0.05, 0.5, 0.95]") List<Double> quantiles,
        @Param(meaning = "How sure an estimate has to be") PrecisionParameters precision) {

    /** Defaults that tell whether a key was set. */
    static final int USUAL_SAMPLES = 256;
    static final int USUAL_LEVELS = 4;
    static final int MOST_LEVELS = 1000;

    public AnalysisParameters {
        targetDiscount = List.copyOf(targetDiscount);
        haircuts = List.copyOf(haircuts);
        frontier = List.copyOf(frontier);
        chargedSpreads = List.copyOf(chargedSpreads);
        quantiles = List.copyOf(quantiles);
        for (double spread : chargedSpreads) {
            if (!(spread >= 0 && spread <= 1)) {
                throw new IllegalArgumentException("chargedSpreads must be between 0 and 1: " + spread);
            }
        }
        if (capacityUsdLow >= capacityUsdHigh) {
            throw new IllegalArgumentException("capacityUsdLow must be less than capacityUsdHigh: " + capacityUsdLow + " >= "
                    + capacityUsdHigh);
        }
    }

    /** What to write down beside the measures, as an unmodifiable set. */
    public Set<Recording> recording() {
        EnumSet<Recording> set = EnumSet.noneOf(Recording.class);
        set.addAll(record);
        return Collections.unmodifiableSet(set);
    }

    /** What is attributed to whom, if the kind is attribution. */
    public Attribution attribution() {
        if (players.orElse(Players.FRICTIONS) == Players.FRICTIONS) {
            return new Attribution(Players.FRICTIONS, List.of(FrictionAttribution.MEASURE));
        }
        return new Attribution(Players.FEEDBACKS, measures.isEmpty() ? Attribution.USUAL_MEASURES
                : measures.stream().distinct().toList());
    }

    /** What is tried, if the kind is depth. */
    public DepthDesign depth() {
        return new DepthDesign(targetDiscount, capacityUsdLow, capacityUsdHigh, capacities, haircuts);
    }

    /** What is varied how, if the kind is sensitivity. */
    SensitivityDesign sensitivity(List<String> keys, List<SensitivityDesign.Span> spans) {
        return new SensitivityDesign(method, keys, spans, samples, levels, measures.isEmpty() ? SensitivityDesign.USUAL_MEASURES
                : measures.stream().distinct().toList());
    }

    /** What is tried, if the kind is spread. */
    public SpreadDesign spread() {
        return new SpreadDesign(chargedSpreads, costOfCapital);
    }

    AnalysisParameters withReplications(int number) {
        return with(number, seed, record);
    }

    AnalysisParameters withSeed(long number) {
        return with(replications, number, record);
    }

    /** The same; depth is written down too if it is measured and what to write down was not chosen. */
    AnalysisParameters recordingDepthOf(List<Point> points) {
        boolean chosen = record.isEmpty() || !record.equals(kind.recordedByDefault());
        if (chosen || points.stream().noneMatch(point -> point.parameters().depth().measure())) {
            return this;
        }
        List<Recording> more = new ArrayList<>(record);
        more.add(Recording.DEPTH);
        return withRecord(more);
    }

    AnalysisParameters withRecord(List<Recording> recorded) {
        return with(replications, seed, List.copyOf(recorded));
    }

    AnalysisParameters withPrecision(PrecisionParameters wanted) {
        return with(replications, seed, record, wanted);
    }

    private AnalysisParameters with(int otherReplications, long otherSeed, List<Recording> otherRecord) {
        return with(otherReplications, otherSeed, otherRecord, precision);
    }

    private AnalysisParameters with(int otherReplications, long otherSeed, List<Recording> otherRecord, PrecisionParameters otherPrecision) {
        return new AnalysisParameters(kind, otherReplications, otherSeed, otherRecord, show, frontier, baseline, players, measures,
                targetDiscount, capacityUsdLow, capacityUsdHigh, capacities, haircuts, chargedSpreads, costOfCapital, design, samples,
                points, method, levels, quantiles, otherPrecision);
    }
}
