package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.MachineType;
import firesale.repo.RepoCounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What repo does in whole runs: rolls, calls, fails, resales, venues, failing dealers, frozen seizures. */
class RepoRunsTest {

    /** 16,000 machines for poor users, so that most of what they pay is lent. */
    private static final List<String> POOR = List.of("credit.borrowers.count=0", "time.weeks=40", "market.squeeze.startWeek=none",
            "credit.seizures.a.week=2", "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=16000",
            "buyers.fundsScale=0.01");

    private static ModelParameters poor(String... settings) {
        List<String> all = new ArrayList<>(POOR);
        all.addAll(List.of(settings));
        return Bound.parameters(all.toArray(new String[0]));
    }

    private static RunOutcome run(ModelParameters parameters, long seed) {
        return FireSale.simulate(parameters, seed, EnumSet.of(Recording.SALES));
    }

    private static List<Object> columns(RunOutcome outcome) {
        return RunOutcome.columns().stream().<Object>map(column -> column.value().apply(outcome)).toList();
    }

    /** Whatever the terms, nobody lends without capacity; and without the friction, or without limited funds, nobody does with it. */
    @Test
    void noCapacityIsNoMarket() {
        for (long seed = 1; seed <= 5; seed++) {
            RunOutcome plain = run(Bound.parameters(), seed);
            RunOutcome terms = run(Bound.parameters("repo.haircut.rule=value-at-risk", "repo.venue=tri-party", "repo.termWeeks=1",
                    "repo.frozenSeizures=true", "repo.dealers=17"), seed);
            assertThat(terms).isEqualTo(plain);
            assertThat(columns(terms)).isEqualTo(columns(plain));
            List<String> frictions = List.of("rack-power", "other-use-of-power", "cooling", "beliefs", "funding", "crowding",
                    "waiting", "hurry");
            RunOutcome off = run(Bound.parameters("frictions=" + frictions, "repo.capacityUsd=1e13"), seed);
            assertThat(off.sales()).isEqualTo(plain.sales());
            assertThat(off.repo().counts().loans()).isZero();
        }
    }

    @Test
    void moneyIsLentWhereItIsShort() {
        RunOutcome without = run(poor(), 1);
        RunOutcome with = run(poor("repo.capacityUsd=1e13"), 1);
        assertThat(without.repo().counts().loans()).isZero();
        assertThat(with.repo().counts().lentUsd()).isGreaterThan(1e6);
        assertThat(with.repo().counts().pledgedUsd() * 0.75).isGreaterThan(with.repo().counts().lentUsd());
        Sale first = with.sales().get(0);
        double weekOne = with.sales().stream().filter(sale -> sale.week() == first.week()).mapToDouble(sale -> sale.priceUsd()
                * sale.gpus()).sum();
        double before = without.sales().stream().filter(sale -> sale.week() == first.week()).mapToDouble(sale -> sale.priceUsd()
                * sale.gpus()).sum();
        assertThat(weekOne).as("more is paid in the first sale").isGreaterThan(before);
    }

    /** Without time to keep cash for, a first call comes before machines earn; who keeps cash for longer fails less. */
    @Test
    void cashThatIsKeptMeetsCalls() {
        long none = 0;
        long half = 0;
        long loansNone = 0;
        for (long seed = 1; seed <= 6; seed++) {
            RepoCounts without = run(poor("repo.capacityUsd=1e13", "repo.bufferWeeks=0"), seed).repo().counts();
            RepoCounts with = run(poor("repo.capacityUsd=1e13", "repo.bufferWeeks=39"), seed).repo().counts();
            none += without.failedGpus();
            half += with.failedGpus();
            loansNone += without.loans();
        }
        assertThat(loansNone).isPositive();
        assertThat(none).isPositive();
        assertThat(half).isLessThan(none);
    }

    /** What is taken is sold or scrapped, and counts in the discount. */
    @ParameterizedTest
    @ValueSource(strings = {"repo.capacityUsd=1e13", "repo.capacityUsd=2e7"})
    void whatDealersTakeIsSold(String capacity) {
        RunOutcome outcome = run(poor(capacity, "repo.bufferWeeks=0", "repo.haircut.rule=procyclical"), 2);
        RepoFigures repo = outcome.repo();
        assertThat(repo.counts().fails()).isPositive();
        List<Sale> dealers = outcome.sales().stream().filter(sale -> sale.lenderType().equals("repo-dealer")).toList();
        assertThat(dealers.stream().mapToLong(Sale::gpus).sum()).isEqualTo(repo.counts().failedGpus());
        List<Sale> sold = outcome.sales().stream().filter(sale -> !sale.buyerType().equals("scrap")).toList();
        double proceeds = sold.stream().mapToDouble(sale -> sale.gpus() * sale.priceUsd()).sum();
        double fmv = sold.stream().mapToDouble(sale -> sale.gpus() * sale.fmvUsd()).sum();
        assertThat(outcome.priceDiscount()).isCloseTo(1 - proceeds / fmv, within(1e-9));
        assertThat(outcome.gpusSold() + outcome.gpusScrapped()).as("of what lenders seized").isEqualTo(16_000);
    }

    /** A rule that follows prices asks more after a bad sale; without the loop it stays at its base, and marks at FMV. */
    @Test
    void theHaircutSpiralHasASwitch() {
        RunOutcome spiral = run(poor("repo.capacityUsd=1e13", "repo.haircut.rule=procyclical"), 1);
        RunOutcome off = run(poor("repo.capacityUsd=1e13", "repo.haircut.rule=procyclical",
                "feedbacks=[redeployment-rent, coin-sales-btc, losses-spread, marks-covenants, losses-credit]"), 1);
        RunOutcome fixed = run(poor("repo.capacityUsd=1e13", "repo.haircut.rule=fixed", "repo.mark=model"), 1);
        double advance = spiral.repo().counts().lentUsd() / spiral.repo().counts().pledgedUsd();
        assertThat(off.sales()).isEqualTo(fixed.sales());
        assertThat(advance).isLessThan(off.repo().counts().lentUsd() / off.repo().counts().pledgedUsd());
        assertThat(spiral.sales()).isNotEqualTo(fixed.sales());
    }

    /** The same prudence, once in haircuts and once in quantity: on the tri-party market haircuts stay and borrowers are dropped. */
    @Test
    void triPartyDropsBorrowers() {
        long dropped = 0;
        for (long seed = 1; seed <= 8; seed++) {
            String[] terms = {"repo.capacityUsd=1.5e7", "repo.haircut.rule=procyclical", "repo.haircut.slope=3", "repo.termWeeks=13"};
            RepoCounts bilateral = run(poor(terms), seed).repo().counts();
            List<String> all = new ArrayList<>(List.of(terms));
            all.add("repo.venue=tri-party");
            RepoCounts triParty = run(poor(all.toArray(new String[0])), seed).repo().counts();
            assertThat(bilateral.borrowersDropped()).isZero();
            dropped += triParty.borrowersDropped();
            if (triParty.loans() > 0 && bilateral.loans() > 0) {
                assertThat(triParty.lentUsd() / triParty.pledgedUsd()).isGreaterThanOrEqualTo(
                        bilateral.lentUsd() / bilateral.pledgedUsd() - 1e-9);
            }
        }
        assertThat(dropped).isPositive();
    }

    /** Without capital the first loss ends a dealer; loans made after that are none of its. */
    @Test
    void dealersThatFailStopLending() {
        FireSale run = new FireSale(Scenario.of(poor("repo.capacityUsd=1e13", "repo.capitalRatio=0", "repo.bufferWeeks=0",
                "repo.dealers=1")), 2, EnumSet.noneOf(Recording.class));
        run.start();
        long loansAtFailure = -1;
        while (run.schedule.step(run)) {
            ConservationTest.dealersAddUp(run);
            if (loansAtFailure < 0 && run.repo().dealers().get(0).hasFailed()) {
                loansAtFailure = run.repo().counts().loans();
            }
        }
        assertThat(loansAtFailure).as("it fails").isPositive();
        assertThat(run.repo().counts().loans()).isEqualTo(loansAtFailure);
        assertThat(run.repo().capacityCents(null, true)).isZero();
    }

    /** Seizures are those of the run without repo, machine by machine and week by week. */
    @Test
    void seizuresCanBeFrozen() {
        String[] poor = {"buyers.fundsScale=0.02", "credit.covenant.appraisal=mark-to-auction"};
        boolean isAnyDifferent = false;
        for (long seed = 1; seed <= 12; seed++) {
            FireSale without = FireSale.complete(Scenario.of(Bound.parameters(poor)), seed, EnumSet.noneOf(Recording.class));
            FireSale frozen = FireSale.complete(Scenario.of(Bound.parameters(poor, "repo.capacityUsd=1e13",
                    "repo.frozenSeizures=true")), seed, EnumSet.noneOf(Recording.class));
            FireSale free = FireSale.complete(Scenario.of(Bound.parameters(poor, "repo.capacityUsd=1e13")), seed,
                    EnumSet.noneOf(Recording.class));
            assertThat(seizures(frozen)).isEqualTo(seizures(without));
            assertThat(frozen.repo().counts().loans() > 0 || seizures(without).isEmpty()).isTrue();
            isAnyDifferent |= !seizures(free).equals(seizures(without));
        }
        assertThat(isAnyDifferent).as("seizures respond otherwise").isTrue();
    }

    private static List<String> seizures(FireSale run) {
        return run.credit().fleets().stream().map(fleet -> fleet.defaultWeek() + " " + fleet.seizedWeek() + " " + fleet.seizedGpus()
                + " " + fleet.machine().name() + " " + fleet.ageYears(0)).toList();
    }

    /** Financeable at a haircut of at most h: a step at the dealers' haircut, C / (1 - h) high. */
    @Test
    void depthIsAStepAtTheHaircut() {
        FireSale run = new FireSale(Scenario.of(Bound.parameters("repo.capacityUsd=3e9", "repo.haircut.base=0.4")), 1,
                EnumSet.noneOf(Recording.class));
        run.start();
        run.schedule.step(run);
        MachineType machine = run.parameters().hardware().machines().get(2);
        assertThat(run.repo().depthUsd(0.39, machine, 2, 1)).isZero();
        assertThat(run.repo().depthUsd(0.41, machine, 2, 1)).isCloseTo(5e9, within(1.0));
    }

    private static FireSale start(ModelParameters parameters, long seed) {
        FireSale run = new FireSale(Scenario.of(parameters), seed, EnumSet.noneOf(Recording.class));
        run.start();
        return run;
    }

    private static final String[] MANY = {"credit.seizures.b.week=5", "credit.seizures.b.machine=H100-SXM-HGX-air",
        "credit.seizures.b.gpus=16000", "credit.seizures.c.week=8", "credit.seizures.c.machine=H100-SXM-HGX-air",
        "credit.seizures.c.gpus=16000"};

    private static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    /** Where lots do not crowd, each finds what dealers had at the start, however much others have taken. */
    @Test
    void withoutCrowdingEachLotFindsTheSameCapacity() {
        FireSale run = start(poor(with(MANY, "repo.capacityUsd=2e6", "repo.bufferWeeks=0", "frictions=[rack-power, other-use-of-power, "
                + "cooling, beliefs, funding, repo, waiting, hurry]")), 1);
        while (run.schedule.step(run)) {
            assertThat(run.repo().capacityCents(null, true)).isLessThanOrEqualTo(200_000_000);
        }
        assertThat(run.repo().dealers().stream().mapToLong(dealer -> dealer.paidIn()).sum()).as("all together more")
                .isGreaterThan(200_000_000);
    }

    /** Lots of dealers come in between and take numbers, but no draw of a fleet that a lender seizes is another for that. */
    @Test
    void collateralShiftsNoDrawOfSeizedFleets() {
        FireSale without = FireSale.complete(Scenario.of(poor(MANY)), 2, EnumSet.noneOf(Recording.class));
        FireSale with = FireSale.complete(Scenario.of(poor(with(MANY, "repo.capacityUsd=1e13", "repo.bufferWeeks=0"))), 2,
                EnumSet.noneOf(Recording.class));
        assertThat(with.credit().fleets().get(2).id()).as("numbers taken in between").isGreaterThan(2);
        assertThat(with.credit().fleets().stream().map(fleet -> fleet.identity()))
                .isEqualTo(without.credit().fleets().stream().map(fleet -> fleet.identity()).toList());
    }

    /** What dealers hold for sale is idle and on offer: ln R = ln R without the loop - ln(1 - Off / N) / eta, a week later. */
    @Test
    void collateralStandsIdleAndWaitsToBeSold() {
        String[] settings = {"repo.capacityUsd=1e13", "repo.bufferWeeks=0", "market.rent.installedGpus=1e5"};
        FireSale with = start(poor(with(settings, "feedbacks=[redeployment-rent]")), 2);
        FireSale without = start(poor(with(settings, "feedbacks=[]")), 2);
        boolean isCollateralAlone = false;
        double offline = 0;
        while (with.schedule.step(with)) {
            if (!without.schedule.step(without)) {
                break;
            }
            double seen = 1e5 * (1 - Math.pow(with.market().spotUsdPerHour() / without.market().spotUsdPerHour(),
                    -with.parameters().market().rent().demandElasticity()));
            assertThat(seen).as("week " + with.week()).isCloseTo(offline, within(0.01));
            long lenders = with.credit().inventory().stream().mapToLong(fleet -> fleet.gpus().balance()).sum();
            long dealers = with.repo().lots().stream().mapToLong(lot -> lot.gpus().balance()).sum();
            offline = lenders + dealers + with.buyers().inTransit();
            isCollateralAlone |= lenders == 0 && dealers > 0;
            assertThat(with.signals().weeksToSell() > 0).isEqualTo(lenders + dealers > 0);
        }
        assertThat(isCollateralAlone).isTrue();
    }

    /** When dealers have failed, what they are owed runs off as loans end; it is not called at once. */
    @Test
    void whatFailedDealersAreOwedRunsOff() {
        long outstanding = 0;
        for (long seed = 1; seed <= 8; seed++) {
            FireSale run = start(poor("repo.capacityUsd=1e13", "repo.capitalRatio=0", "repo.bufferWeeks=0", "repo.dealers=1",
                    "repo.venue=tri-party", "repo.haircut.rule=procyclical", "repo.termWeeks=13", "repo.haircut.slope=0.1"), seed);
            long droppedAtFailure = -1;
            while (run.schedule.step(run)) {
                if (droppedAtFailure < 0 && run.repo().dealers().get(0).hasFailed()) {
                    droppedAtFailure = run.repo().counts().borrowersDropped();
                    outstanding += (long) run.repo().outstandingUsd();
                }
            }
            assertThat(run.repo().counts().borrowersDropped()).isEqualTo(Math.max(0, droppedAtFailure));
        }
        assertThat(outstanding).isPositive();
    }

    /** What a liquidation in calm would fetch has nothing to do with what dealers lend in the week of the sale. */
    @Test
    void orderlyValuesKnowNoRepo() {
        AnatomyFigures without = firstSale();
        AnatomyFigures with = firstSale("repo.capacityUsd=1e13");
        assertThat(with.priceUsd()).as("repo matters").isGreaterThan(without.priceUsd());
        assertThat(with.olvUsd() / with.fmvUsd()).isCloseTo(without.olvUsd() / without.fmvUsd(), within(1e-9));
        assertThat(with.flvUsd() / with.fmvUsd()).isCloseTo(without.flvUsd() / without.fmvUsd(), within(1e-9));
    }

    private static AnatomyFigures firstSale(String... more) {
        FireSale run = start(poor(with(more, "anatomy=waterfall")), 1);
        while (run.tally().soldGpus == 0) {
            run.schedule.step(run);
        }
        return run.anatomy().figures();
    }
}
