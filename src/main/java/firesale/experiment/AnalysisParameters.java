package firesale.experiment;

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
        @Param(meaning = "The variant or point that differences are taken against; by default the first", def = "none")
        Optional<String> baseline,
        @Param(meaning = "For kind: attribution, among whom: frictions take the price discount apart sale by sale, "
                + "feedbacks what loops add, by runs with every subset of them; by default frictions", def = "none")
        Optional<Players> players,
        @Param(meaning = "For players: feedbacks, what is attributed; by default price_discount, lender_losses_usd, defaults",
                def = "[]") List<String> measures) {

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

    AnalysisParameters withReplications(int number) {
        return new AnalysisParameters(kind, number, seed, record, show, baseline, players, measures);
    }

    AnalysisParameters withSeed(long number) {
        return new AnalysisParameters(kind, replications, number, record, show, baseline, players, measures);
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
        return new AnalysisParameters(kind, replications, seed, List.copyOf(recorded), show, baseline, players, measures);
    }
}
