package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events of whole runs against the measures and rows of the same runs. */
class EventLogTest {

    private static final int RUNS = 8;

    private static RunOutcome run(int seed, String... settings) {
        return FireSale.simulate(Bound.parameters(settings), seed, EnumSet.allOf(Recording.class));
    }

    private static List<Event> of(RunOutcome outcome, String event) {
        return outcome.events().stream().filter(e -> e.event().equals(event)).toList();
    }

    private static long gpus(List<Event> events) {
        return events.stream().mapToLong(Event::gpus).sum();
    }

    @Test
    void salesAndScrapAddUpToTheMeasures() {
        long scrapped = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome outcome = run(seed);
            List<Event> sales = of(outcome, Event.SALE);
            assertThat(gpus(sales)).isEqualTo(outcome.gpusSold());
            assertThat(sales.stream().mapToDouble(Event::usd).sum()).isCloseTo(outcome.proceedsUsd(), within(1.0));
            assertThat(sales.stream().mapToDouble(Event::fmvUsd).sum()).isCloseTo(outcome.saleFmvUsd(), within(1.0));
            assertThat(gpus(of(outcome, Event.SCRAP))).isEqualTo(outcome.gpusScrapped());
            scrapped += outcome.gpusScrapped();
        }
        assertThat(scrapped).as("else scrap is not tested").isPositive();
    }

    @Test
    void aFleetHasOneSaleAWeek() {
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome outcome = run(seed);
            assertThat(of(outcome, Event.SALE)).isNotEmpty().doesNotHaveDuplicates()
                    .extracting(e -> e.lot() + " in " + e.week()).doesNotHaveDuplicates();
            assertThat(outcome.sales().stream().filter(s -> !s.buyerType().equals("scrap")).count())
                    .isGreaterThan(of(outcome, Event.SALE).size());
        }
    }

    @Test
    void defaultsHaveTheirCause() {
        long defaults = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome outcome = run(seed, "credit.coinLine.share=1");
            List<Event> events = of(outcome, "default");
            assertThat(events).hasSize((int) outcome.defaults());
            assertThat(caused(events, "payment")).isEqualTo(outcome.defaultsPayment());
            assertThat(caused(events, "covenant")).isEqualTo(outcome.defaultsCovenant());
            assertThat(caused(events, "maturity")).isEqualTo(outcome.defaultsMaturity());
            assertThat(caused(events, "margin_call")).isEqualTo(outcome.defaultsMarginCall());
            assertThat(outcome.events()).filteredOn(e -> !e.event().equals("default")).allMatch(e -> e.cause() == null);
            defaults += outcome.defaults();
        }
        assertThat(defaults).isPositive();
    }

    private static long caused(List<Event> events, String cause) {
        return events.stream().filter(e -> e.cause().equals(cause)).count();
    }

    /** Default, then seizure, then sale; what arrives is what was seized. */
    @Test
    void aBorrowersMachinesAreSeizedBeforeTheyAreSold() {
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome outcome = run(seed);
            Map<Integer, String> stage = new HashMap<>();
            for (Event event : outcome.events()) {
                switch (event.event()) {
                    case "default" -> assertThat(stage.put(event.borrower(), "default")).isNull();
                    case "seizure" -> assertThat(stage.put(event.borrower(), "seizure")).isIn("default", "seizure");
                    case "sale", "scrap" -> assertThat(stage.get(event.borrower())).isEqualTo("seizure");
                    default -> { }
                }
            }
            assertThat(gpus(of(outcome, "seizure"))).isEqualTo(outcome.gpusSeized());
        }
    }

    @Test
    void regimesAreThoseOfTheWeeks() {
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome outcome = run(seed);
            List<String> expected = new ArrayList<>();
            for (int w = 1; w < outcome.weekRows().size(); w++) {
                Week week = outcome.weekRows().get(w);
                if (!week.regime().equals(outcome.weekRows().get(w - 1).regime())) {
                    expected.add(week.date() + " " + week.regime());
                }
            }
            assertThat(of(outcome, Event.REGIME_CHANGE)).extracting(e -> e.date() + " " + e.regime()).isNotEmpty()
                    .isEqualTo(expected);
        }
    }

    /** A scheduled seizure has no borrower, and no default goes before it. */
    @Test
    void aScheduledSeizureConcernsNoBorrower() {
        RunOutcome outcome = run(1, "credit.borrowers.count=0", "credit.seizures.a.week=3",
                "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=80");
        assertThat(outcome.events()).filteredOn(e -> !e.event().equals(Event.REGIME_CHANGE)).isNotEmpty()
                .allMatch(e -> e.borrower() == Event.NOBODY).first()
                .satisfies(e -> assertThat(e.event()).isEqualTo("seizure"))
                .satisfies(e -> assertThat(e.week()).isEqualTo(3))
                .satisfies(e -> assertThat(e.gpus()).isEqualTo(80))
                .satisfies(e -> assertThat(e.usd()).isEqualTo(80 * 15000.0));
    }

    @Test
    void whatIsNotRecordedIsNotThere() {
        EnumSet<Recording> others = EnumSet.complementOf(EnumSet.of(Recording.EVENTS));
        assertThat(FireSale.simulate(Bound.parameters(), 1, others).events()).isEmpty();
    }

    @Test
    void weeksEndWhereTheMeasuresDo() {
        double least = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            RunOutcome outcome = run(seed);
            List<Week> weeks = outcome.weekRows();
            Week last = weeks.get(weeks.size() - 1);
            assertThat(last.seizedGpus()).isEqualTo(outcome.gpusSeized());
            assertThat(last.soldGpus()).isEqualTo(outcome.gpusSold());
            assertThat(last.leastCapitalRatio()).isLessThan(last.mostCapitalRatio());
            least = Math.min(least, last.leastCapitalRatio() - weeks.get(0).leastCapitalRatio());
            assertThat(weeks.get(0).debtUsd()).isGreaterThan(last.debtUsd());
            for (Week week : weeks) {
                assertThat(week.seizedGpus()).as("week %d", week.week())
                        .isGreaterThanOrEqualTo(week.soldGpus() + week.inventoryGpus());
            }
        }
        assertThat(least).as("losses cost a lender capital in one of the runs").isNegative();
    }

    /** Capital ratios of the start are those of the kinds of lenders; without borrowers nobody has debt or loans. */
    @Test
    void withoutBorrowersThereIsNeitherDebtNorCapital() {
        RunOutcome outcome = run(1, "credit.borrowers.count=0");
        assertThat(outcome.weekRows()).allMatch(w -> w.debtUsd() == 0 && Double.isNaN(w.leastCapitalRatio()));
        assertThat(run(1).weekRows().get(0).mostCapitalRatio())
                .isEqualTo(Bound.parameters().credit().lenders().stream().mapToDouble(t -> t.capitalRatio()).max().orElseThrow());
    }
}
