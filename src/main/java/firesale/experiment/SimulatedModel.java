package firesale.experiment;

import firesale.kernel.table.Column;
import firesale.kernel.table.RatioMeasure;
import firesale.model.AuctionWeek;
import firesale.model.DepthPoint;
import firesale.model.Event;
import firesale.model.FireSale;
import firesale.model.Fleet;
import firesale.model.Measures;
import firesale.model.Recording;
import firesale.model.RepoWeek;
import firesale.model.RunOutcome;
import firesale.model.Sale;
import firesale.model.SchedulePoint;
import firesale.model.Week;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that the engine knows of a model: how to run it and what its outcomes look like.
 *
 * @param <R>             the outcome of a run
 * @param codeIdentity    changes whenever the same parameters and seed may give other numbers
 * @param parameterText   the canonical text of parameters: path to value, in a fixed order; outcomes must not depend on more
 * @param simulator       runs it once
 * @param measures        the columns of {@code runs.csv} after the ones that name the run
 * @param ratios          measures that are estimated as ratios of sums
 * @param summaryMeasures the names of the measures in the printed summary, in its order
 * @param headlines      of these, the ones that a sweep prints
 * @param answer         an answer in words from the estimates; empty text if there is none
 * @param subTables       every other table that a run can write
 */
public record SimulatedModel<R>(String codeIdentity, ParameterTexts parameterText,
        Simulator<R> simulator, List<Column<R>> measures, List<RatioMeasure> ratios, List<String> summaryMeasures,
        List<String> headlines, Function<Summary, String> answer, List<SubTable<R, ?>> subTables) {

    /** @throws IllegalArgumentException if a ratio or the summary names a measure that there is not */
    public SimulatedModel {
        Set<String> names = measures.stream().map(Column::name).collect(Collectors.toCollection(HashSet::new));
        for (RatioMeasure ratio : ratios) {
            require(names, ratio.numerator());
            require(names, ratio.denominator());
        }
        ratios.forEach(ratio -> names.add(ratio.name()));
        summaryMeasures.forEach(name -> require(names, name));
    }

    private static void require(Set<String> names, String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("there is no measure called " + name);
        }
    }

    /** The fire-sale model. A new table of it is one more line here. */
    public static SimulatedModel<RunOutcome> fireSale() {
        return new SimulatedModel<>(
                CodeIdentity.of(FireSale.class),
                new ParameterText(),
                new PreparedFireSale(),
                RunOutcome.columns(),
                Measures.ratios(),
                Measures.main(),
                Measures.headlines(),
                FireSaleAnswer::of,
                List.of(
                        new SubTable<>("sales", Recording.SALES, Sale.columns(), RunOutcome::sales),
                        new SubTable<>("auctions", Recording.AUCTIONS, AuctionWeek.columns(), RunOutcome::auctions),
                        new SubTable<>("schedules", Recording.SCHEDULES, SchedulePoint.columns(), RunOutcome::schedules),
                        new SubTable<>("weeks", Recording.WEEKS, Week.columns(), RunOutcome::weekRows),
                        new SubTable<>("events", Recording.EVENTS, Event.columns(), RunOutcome::events),
                        new SubTable<>("depth", Recording.DEPTH, DepthPoint.columns(), RunOutcome::depths),
                        new SubTable<>("repo", Recording.REPO, RepoWeek.columns(), RunOutcome::repoWeeks),
                        new SubTable<>("fleets", Recording.FLEETS, Fleet.columns(), RunOutcome::fleets)));
    }
}
