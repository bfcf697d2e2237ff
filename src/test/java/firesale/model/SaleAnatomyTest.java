package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.buyers.Friction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaleAnatomyTest {

    private static final String[] TWO_FLEETS = {"credit.borrowers.count=0", "time.weeks=30", "credit.seizures.a.week=2", "credit.seizures.a.machine=H100-SXM-HGX-air",
            "credit.seizures.a.gpus=16000", "credit.seizures.a.ageYears=1.5", "credit.seizures.b.week=4", "credit.seizures.b.gpus=9000",
            "credit.seizures.b.ageYears=1.7", "credit.seizures.b.machine=H200-SXM-HGX-air", "auction.waiting=true"};

    private static AnatomyFigures figures(String[] base, long seed, String... more) {
        return outcome(base, seed, more).anatomy();
    }

    private static RunOutcome outcome(String[] base, long seed, String... more) {
        return FireSale.simulate(Bound.parameters(Stream.of(base, more).flatMap(Stream::of).toArray(String[]::new)), seed,
                EnumSet.noneOf(Recording.class));
    }

    /** The figures of a run in which every sale is cleared that need not be. */
    private static AnatomyFigures proven(long seed, String... settings) {
        FireSale run = new FireSale(Scenario.of(Bound.parameters(
                Stream.of(TWO_FLEETS, settings).flatMap(Stream::of).toArray(String[]::new))), seed, EnumSet.noneOf(Recording.class));
        run.start();
        run.anatomy().prove();
        while (run.schedule.step(run)) {
            continue;
        }
        return run.outcome().anatomy();
    }

    private static double discountUsd(AnatomyFigures f) {
        return f.fmvUsd() - f.priceUsd();
    }

    /** Explaining a run changes no number of it. */
    @Test
    void askingChangesNothing() {
        for (long seed = 0; seed < 5; seed++) {
            RunOutcome plain = outcome(new String[0], seed);
            RunOutcome explained = outcome(new String[0], seed, "anatomy=attribution");
            assertThat(explained.proceedsUsd()).isEqualTo(plain.proceedsUsd());
            assertThat(explained.saleFmvUsd()).isEqualTo(plain.saleFmvUsd());
            assertThat(explained.lenderLossesUsd()).isEqualTo(plain.lenderLossesUsd());
            assertThat(explained.anatomy().fmvUsd()).isCloseTo(plain.saleFmvUsd(), within(1e-9 * plain.saleFmvUsd()));
            assertThat(explained.anatomy().priceUsd()).isCloseTo(plain.proceedsUsd(), within(1e-9 * plain.proceedsUsd()));
            assertThat(plain.anatomy().fmvUsd()).isNaN();
        }
    }

    /**
     * The waterfall's last level is the price that the sale itself found: nothing is left for the format; also where machines stay in
     * place, buyers have several sites that are built and cooled, releases are announced, and racks are let anew.
     */
    @ParameterizedTest
    @ValueSource(strings = {"time.weeks=30", "hardware.inPlace.share=1", "hardware.inPlace.share=0.5 hardware.relet.share=1",
        "buyers.sites.neocloud-liquid.share=1 buyers.types.neocloud.buildableMwMedian=5 buyers.airKwPerRack=41",
        "market.announcements=announced buyers.entry.musdPerWeekPerPoint=5 buyers.entry.delayWeeks=1",
        "buyers.fundsScale=0.02 repo.capacityUsd=1e13", "buyers.fundsScale=0.02 repo.capacityUsd=1e13 repo.haircut.rule=procyclical"})
    void withAllFrictionsOnTheShadowIsTheSale(String settings) {
        for (long seed = 0; seed < 10; seed++) {
            AnatomyFigures f = proven(seed, ("anatomy=waterfall " + settings).split(" "));
            AnatomyFigures shorter = figures(TWO_FLEETS, seed, ("anatomy=waterfall " + settings).split(" "));
            for (int level = 0; level < Friction.COUNT; level++) {
                assertThat(shorter.levelUsd()[level]).isCloseTo(f.levelUsd()[level], within(1e-9 * f.fmvUsd()));
            }
            assertThat(f.priceUsd()).isPositive();
            assertThat(f.levelUsd()[Friction.HURRY.ordinal()]).isCloseTo(f.priceUsd(), within(1e-9 * f.priceUsd()));
        }
    }

    /** Shapley values sum to the discount, relative to it to 1e-9, in whole runs with every friction. */
    @Test
    void shapleyValuesSumToTheDiscount() {
        for (long seed = 0; seed < 6; seed++) {
            AnatomyFigures f = figures(new String[0], seed, "anatomy=attribution", "auction.waiting=true");
            double sum = 0;
            for (double each : f.shapleyUsd()) {
                sum += each;
            }
            double toHurry = f.fmvUsd() - f.levelUsd()[Friction.HURRY.ordinal()];
            assertThat(sum).isCloseTo(toHurry, within(1e-9 * f.fmvUsd()));
            assertThat(toHurry).as("no other format: nothing is left").isCloseTo(discountUsd(f), within(1e-9 * f.fmvUsd()));
        }
    }

    /** Where dealers' money is short it is shared out by what those present ask for, so that the shadow comes close to the sale only. */
    @Test
    void scarceRepoIsSharedOutAlmostAsInTheSale() {
        for (long seed = 0; seed < 10; seed++) {
            AnatomyFigures f = proven(seed, "anatomy=waterfall", "buyers.fundsScale=0.02", "repo.capacityUsd=2e7");
            assertThat(f.levelUsd()[Friction.HURRY.ordinal()]).isCloseTo(f.priceUsd(), within(1e-3 * f.fmvUsd()));
        }
    }

    /** Nine players; dealers' money is worth something to sellers, and the step of repo lifts the price. */
    @Test
    void repoIsAPlayerThatLiftsPrices() {
        String[] settings = {"anatomy=attribution", "auction.waiting=true", "buyers.fundsScale=0.02", "repo.capacityUsd=1e13"};
        double value = 0;
        double step = 0;
        double fmv = 0;
        for (long seed = 0; seed < 3; seed++) {
            AnatomyFigures f = figures(TWO_FLEETS, seed, settings);
            double sum = 0;
            for (double each : f.shapleyUsd()) {
                sum += each;
            }
            assertThat(sum).isCloseTo(f.fmvUsd() - f.levelUsd()[Friction.HURRY.ordinal()], within(1e-9 * f.fmvUsd()));
            value += f.shapleyUsd()[Friction.REPO.ordinal()];
            step += f.levelUsd()[Friction.CROWDING.ordinal()] - f.levelUsd()[Friction.REPO.ordinal()];
            fmv += f.fmvUsd();
        }
        assertThat(value).isLessThan(-0.001 * fmv);
        assertThat(step).isLessThan(-0.001 * fmv);
    }

    /** With one friction off its step and its Shapley value are zero, and others' are not. */
    @ParameterizedTest
    @EnumSource(Friction.class)
    void aFrictionThatIsOffTakesNothing(Friction off) {
        List<Friction> on = new ArrayList<>(List.of(Friction.values()));
        on.remove(off);
        String frictions = on.stream().map(friction -> friction.name().toLowerCase().replace('_', '-'))
                .collect(Collectors.joining(", ", "frictions=[", "]"));
        AnatomyFigures f = figures(TWO_FLEETS, 3, frictions, "anatomy=attribution");
        double before = off.ordinal() == 0 ? f.fmvUsd() : f.levelUsd()[off.ordinal() - 1];
        assertThat(f.levelUsd()[off.ordinal()]).isEqualTo(before);
        assertThat(f.shapleyUsd()[off.ordinal()]).isZero();
        assertThat(discountUsd(f)).isPositive();
        assertThat(f.levelUsd()[Friction.HURRY.ordinal()]).isCloseTo(f.priceUsd(), within(1e-6 * f.priceUsd()));
    }

    /** All off: what is paid is FMV, which competition leaves below the first best. */
    @Test
    void withoutFrictionsThePriceIsFmv() {
        AnatomyFigures f = figures(TWO_FLEETS, 1, "frictions=[]", "anatomy=attribution");
        assertThat(f.priceUsd()).isCloseTo(f.fmvUsd(), within(1e-6 * f.fmvUsd()));
        assertThat(f.firstBestUsd()).isGreaterThan(1.001 * f.fmvUsd());
        for (double each : f.shapleyUsd()) {
            assertThat(each).isZero();
        }
    }

    /** A lot that is the only one ever sold is crowded by nothing. */
    @Test
    void aLoneLotIsNotCrowded() {
        AnatomyFigures f = figures(new String[] {"credit.borrowers.count=0", "time.weeks=30", "credit.seizures.a.week=2", "credit.seizures.a.machine=H100-SXM-HGX-air",
                "credit.seizures.a.gpus=40000", "credit.seizures.a.ageYears=1.5"}, 1, "anatomy=attribution");
        // FMV itself is not rounded to cents
        assertThat(f.shapleyUsd()[Friction.CROWDING.ordinal()]).isCloseTo(0, within(1e-9 * f.fmvUsd()));
        assertThat(f.levelUsd()[Friction.CROWDING.ordinal()]).isEqualTo(f.levelUsd()[Friction.FUNDING.ordinal()]);
        assertThat(f.shapleyUsd()[Friction.RACK_POWER.ordinal()]).isPositive();
    }

    /**
     * A longer exposure brings more visitors and more melt. Where few come in a week OLV is above FLV; where all come at once haste
     * pays, and OLV is below. NOLV is less by 5 % and 26 weeks of storage at 3 USD.
     */
    @Test
    void exposureBringsVisitorsAndMelt() {
        for (boolean few : new boolean[] {true, false}) {
            List<String> settings = new ArrayList<>(List.of("credit.borrowers.count=0", "time.weeks=30", "credit.seizures.a.week=2",
                    "credit.seizures.a.machine=H100-SXM-HGX-air", "credit.seizures.a.gpus=16000", "credit.seizures.a.ageYears=0.5"));
            for (String type : List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign", "broker",
                    "distressed-fund", "reseller")) {
                settings.add("buyers.types." + type + ".attendance=" + (few ? 0.01 : 1));
                settings.add("buyers.types." + type + ".arrivalWeeks=0");
            }
            double olv = 0;
            double flv = 0;
            for (long seed = 0; seed < 20; seed++) {
                AnatomyFigures f = figures(settings.toArray(String[]::new), seed, "anatomy=waterfall");
                if (f.fmvUsd() > 0) {
                    olv += f.olvUsd() / f.fmvUsd();
                    flv += f.flvUsd() / f.fmvUsd();
                    RunOutcome outcome = outcome(settings.toArray(String[]::new), seed, "anatomy=waterfall");
                    assertThat(f.nolvUsd()).isCloseTo(0.95 * f.olvUsd() - 26 * 3 * outcome.gpusSold(), within(1e-6 * f.olvUsd()));
                }
            }
            assertThat(olv > flv).isEqualTo(few);
        }
    }

    /** Whoever does not come this week would have its yearly budget if it came: budgets that are back at once do not crowd. */
    @Test
    void budgetsThatAreBackCrowdNobody() {
        List<String> settings = new ArrayList<>(List.of("credit.borrowers.count=0", "time.weeks=40", "frictions=[funding, crowding, hurry]",
                "anatomy=waterfall"));
        for (String type : List.of("hyperscaler", "neocloud", "ai-lab", "enterprise", "research", "sovereign")) {
            settings.add("buyers.types." + type + ".replenishPerYear=52");
            settings.add("buyers.types." + type + ".attendance=0.5");
        }
        for (String type : List.of("broker", "distressed-fund", "reseller")) {
            settings.add("buyers.types." + type + ".count=0");
        }
        for (String fleet : List.of("a.week=2", "b.week=20")) {
            String name = "credit.seizures." + fleet.substring(0, 1);
            settings.addAll(List.of("credit.seizures." + fleet, name + ".machine=H100-SXM-HGX-air", name + ".gpus=40000",
                    name + ".ageYears=1.5"));
        }
        for (long seed = 0; seed < 4; seed++) {
            AnatomyFigures f = figures(settings.toArray(String[]::new), seed);
            assertThat(f.levelUsd()[Friction.FUNDING.ordinal()]).isLessThan(0.99 * f.fmvUsd());
            assertThat(f.levelUsd()[Friction.CROWDING.ordinal()]).isCloseTo(f.levelUsd()[Friction.FUNDING.ordinal()],
                    within(1e-3 * f.fmvUsd()));
        }
    }
}
