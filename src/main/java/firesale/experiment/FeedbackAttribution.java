package firesale.experiment;

import firesale.analysis.JointEstimates;
import firesale.analysis.RatioBootstrap;
import firesale.analysis.RatioSums;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code kind: attribution, players: feedbacks}: what each feedback loop adds to some measures, by whole runs with every
 * subset of the loops under common random numbers. The game's value of a subset is the estimate over its runs; intervals
 * resample replications, the same ones at every subset.
 */
final class FeedbackAttribution implements Analysis {

    private final List<String> attributed;

    /** @param attributed the names of the measures to attribute */
    FeedbackAttribution(List<String> attributed) {
        this.attributed = List.copyOf(attributed);
    }

    @Override
    public List<Point> points(List<Point> declared) {
        return FeedbackSubsets.of(declared).stream().flatMap(subsets -> subsets.points().stream()).toList();
    }

    /** Each subset is compared with no loop at its declared point. */
    @Override
    public List<Integer> baselines(List<Point> declared, List<Integer> baselines) {
        List<Integer> all = new ArrayList<>();
        FeedbackSubsets.of(declared).forEach(subsets -> all.addAll(Collections.nCopies(subsets.count(), subsets.first())));
        return all;
    }

    @Override
    public void check(List<Measure> measures) {
        try {
            attributed.forEach(name -> Measure.named(measures, name));
        } catch (InputException e) {
            throw new InputException("analysis.measures: " + e.getMessage(), e);
        }
    }

    @Override
    public Findings findings(Plan plan, List<Measure> measures, Function<Summary, String> answer, RunRows rows)
            throws IOException {
        Summary summary = SummaryEstimator.estimate(plan, measures, rows);
        List<Game> games = games(plan, measures);
        RunRow[] replication = new RunRow[plan.points().size()];
        rows.forEach(row -> {
            replication[row.point()] = row;
            if (row.point() == replication.length - 1) {
                games.forEach(game -> game.add(replication));
            }
        });
        RatioBootstrap bootstrap = new RatioBootstrap(plan.replications());
        AttributionCsv csv = new AttributionCsv(Players.FEEDBACKS);
        List<LoopEffects> effects = new ArrayList<>();
        for (Game game : games) {
            LoopEffects found = game.solve(bootstrap);
            csv.add(found.attributed()).add(found.attributed(), "none", found.without())
                    .add(found.attributed(), "all", found.with());
            effects.add(found);
        }
        String text = FeedbackText.of(summary, effects, plan.design().show());
        return new Findings(text, summary.failed(), new TreeMap<>(Map.of(ResultFolder.SUMMARY, SummaryCsv.of(summary),
                AttributionCsv.fileName(), csv.text(), ResultFolder.ANSWER, AnswerText.of(plan, text))),
                List.of(SummaryCsv.table(), AttributionCsv.table()));
    }

    /** Measure by measure, of each all declared points. */
    private List<Game> games(Plan plan, List<Measure> measures) {
        List<FeedbackSubsets> scenarios = FeedbackSubsets.of(plan.design().points());
        List<Game> games = new ArrayList<>();
        for (String name : attributed) {
            scenarios.forEach(scenario -> games.add(new Game(scenario, Measure.named(measures, name), plan.replications())));
        }
        return games;
    }

    /** One measure at all subsets of one declared point. */
    private static final class Game {

        private final FeedbackSubsets subsets;
        private final Measure measure;
        private final List<RatioSums> sums = new ArrayList<>();
        private long entered;
        private long left;

        Game(FeedbackSubsets subsets, Measure measure, int replications) {
            this.subsets = subsets;
            this.measure = measure;
            for (int s = 0; s < subsets.count(); s++) {
                sums.add(new RatioSums(replications));
            }
        }

        /** A replication that failed at some subset is left out at all: else subsets would differ in shocks too. */
        void add(RunRow[] replication) {
            boolean weighs = false;
            boolean whole = true;
            for (int s = 0; s < sums.size(); s++) {
                RunRow row = replication[subsets.first() + s];
                double weight = measure.weight(row);
                weighs |= weight != 0;
                whole &= !Double.isNaN(weight) && !Double.isNaN(row.values()[measure.value()]);
            }
            if (!weighs || !whole) {
                left++;
                return;
            }
            entered++;
            for (int s = 0; s < sums.size(); s++) {
                measure.addTo(sums.get(s), replication[subsets.first() + s]);
            }
        }

        LoopEffects solve(RatioBootstrap bootstrap) {
            JointEstimates values = JointEstimates.ofGame(bootstrap, sums, entered, left);
            List<Attributed.Player> players = subsets.loops().stream().map(Scalars::kebab)
                    .map(name -> new Attributed.Player(name, name, "")).toList();
            return new LoopEffects(new Attributed(subsets.scenario().id(), measure, players, values),
                    values.of(players.size()), values.of(players.size() + 1));
        }
    }
}
