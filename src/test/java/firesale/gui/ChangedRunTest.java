package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.ExperimentFile;
import firesale.gui.parameters.ParameterChange;
import firesale.kernel.parameters.InputException;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import firesale.model.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters and seeds that are changed while a run is watched: what is seen is always a run that the command line gives as well. */
@Timeout(120)
class ChangedRunTest {

    private static final ModelParameters DEFAULTS = ExperimentFile.modelSchema().defaults();

    private final FireSaleWithUI simulation = new FireSaleWithUI(new Subject("baseline", "?", DEFAULTS, 1));

    private void play(int weeks) {
        for (int i = 0; i < weeks; i++) {
            simulation.step();
        }
    }

    private Applied change(String path, String text) {
        return simulation.apply(ParameterChange.bind(simulation.subject().parameters(), path, text));
    }

    /** The run is what it is when it is run from its start with the subject's parameters and seed. */
    private void assertThatTheRunIsAnOrdinaryOne() {
        Subject subject = simulation.subject();
        FireSale alone = FireSale.watched(Scenario.of(subject.parameters()), subject.seed());
        alone.start();
        while (alone.schedule.getSteps() < simulation.run().schedule.getSteps()) {
            alone.schedule.step(alone);
        }
        assertThat(simulation.run().modelSeed()).isEqualTo(subject.seed());
        assertThat(simulation.run().watch().weeks().equals(alone.watch().weeks())).as("weeks").isTrue();
        assertThat(simulation.run().watch().sales().equals(alone.watch().sales())).as("sales").isTrue();
        assertThat(simulation.run().watch().events().equals(alone.watch().events())).as("events").isTrue();
        assertThat(simulation.state).isSameAs(simulation.run());
    }

    @Test
    void beforeAndAfterARunAChangeWaitsForTheNext() {
        assertThat(change("credit.borrowers.count", "20")).isEqualTo(Applied.atNextStart());
        simulation.start();
        play(3);
        assertThat(simulation.run().parameters().credit().borrowers().count()).isEqualTo(20);
        simulation.finish();
        FireSale stopped = simulation.run();
        assertThat(change("credit.borrowers.count", "30")).isEqualTo(Applied.atNextStart());
        assertThat(simulation.run()).isSameAs(stopped);
        simulation.start();
        assertThat(simulation.run().parameters().credit().borrowers().count()).isEqualTo(30);
    }

    @Test
    void aRunThatHasBegunIsComputedAgain() {
        simulation.start();
        assertThat(change("credit.borrowers.count", "30")).isEqualTo(new Applied(true, 0, OptionalInt.empty(), false));
        play(42);
        Applied applied = change("credit.borrowers.count", "50");
        assertThat(applied).isEqualTo(new Applied(true, 42, OptionalInt.of(0), false));
        assertThat(simulation.run().schedule.getSteps()).isEqualTo(42);
        assertThatTheRunIsAnOrdinaryOne();
        play(30);
        assertThat(simulation.run().schedule.getSteps()).isEqualTo(72);
        assertThatTheRunIsAnOrdinaryOne();
    }

    @Test
    void theFirstWeekThatDiffersIsTold() {
        simulation.start();
        play(42);
        // the squeeze begins in week 26, or in 35: up to week 25 nobody knows
        assertThat(change("market.squeeze.startWeek", "35").firstChange().orElseThrow()).isBetween(26, 27);
        assertThat(change("market.squeeze.startWeek", "60").firstChange().orElseThrow()).isBetween(35, 36);
        assertThat(change("market.squeeze.startWeek", "70")).isEqualTo(new Applied(true, 42, OptionalInt.empty(), false));
        assertThatTheRunIsAnOrdinaryOne();
    }

    @ParameterizedTest
    @CsvSource({"anatomy, attribution", "twins, true", "depth.measure, true", "credit.measureEarnings, true", "credit.measureLoans, true"})
    void whatOnlyObservesChangesNoWeek(String path, String text) {
        simulation.start();
        play(45);
        assertThat(change(path, text)).isEqualTo(new Applied(true, 45, OptionalInt.empty(), false));
        assertThatTheRunIsAnOrdinaryOne();
    }

    @Test
    void aRunMayEndEarlierOrGoOnLonger() {
        simulation.start();
        play(60);
        change("time.runOffWeeks", "1");
        Applied applied = change("time.weeks", "30");
        assertThat(applied.week()).isEqualTo(60);
        assertThat(applied.isOver()).isTrue();
        assertThat(applied.firstChange().orElseThrow()).isLessThanOrEqualTo(32);
        long ended = simulation.run().schedule.getSteps();
        assertThat(ended).isLessThan(60);
        assertThat(simulation.step()).as("goes on").isFalse();
        assertThat(simulation.run().watch().weeks()).hasSizeLessThanOrEqualTo(31);
        // still under way for MASON: a longer run can be had back, up to the week that was reached
        assertThat(change("time.weeks", "156").isOver()).isFalse();
        assertThat(simulation.step()).isTrue();
        assertThatTheRunIsAnOrdinaryOne();
    }

    @Test
    void whatIsRefusedChangesNothing(@TempDir Path folder) throws Exception {
        simulation.start();
        play(10);
        FireSale before = simulation.run();
        Subject subject = simulation.subject();
        Path file = Files.writeString(folder.resolve("buyers.csv"), "this,is,no\nlist,of,buyers\n");
        ModelParameters wanted = ParameterChange.bind(subject.parameters(), "buyers.file", "\"" + file + "\"");
        assertThatThrownBy(() -> simulation.apply(wanted)).isInstanceOf(InputException.class).hasMessageContaining("buyers.csv");
        assertThat(simulation.run()).isSameAs(before);
        assertThat(simulation.subject()).isSameAs(subject);
        play(1);
        assertThatTheRunIsAnOrdinaryOne();
    }

    @Test
    void playGoesOnWhileParametersChange() throws InterruptedException {
        simulation.start();
        AtomicBoolean ends = new AtomicBoolean();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread player = new Thread(() -> {
            try {
                while (!ends.get() && simulation.step()) {
                    Thread.sleep(1);
                }
            } catch (InterruptedException | RuntimeException e) {
                failure.set(e);
            }
        });
        player.start();
        for (int i = 0; i < 25; i++) {
            change("credit.borrowers.count", Integer.toString(20 + i));
        }
        ends.set(true);
        player.join();
        assertThat(failure.get()).isNull();
        assertThat(simulation.run().parameters().credit().borrowers().count()).isEqualTo(44);
        assertThatTheRunIsAnOrdinaryOne();
    }

    @Test
    void aStopAndAStartMayComeInBetween() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread changing = new Thread(() -> {
            try {
                for (int i = 0; i < 40; i++) {
                    change("credit.loan.ltvHigh", i % 2 == 0 ? "0.9" : "0.8");
                }
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        changing.start();
        while (changing.isAlive()) {
            simulation.start();
            play(20);
            simulation.finish();
        }
        changing.join();
        assertThat(failure.get()).isNull();
        simulation.start();
        play(12);
        assertThat(simulation.run().parameters().credit().loan().ltvHigh()).isEqualTo(0.8);
        assertThatTheRunIsAnOrdinaryOne();
    }

    @Test
    void theSeedIsChangedInTheSameWay() {
        assertThat(simulation.apply(-7_654_321_987_654_321L)).isEqualTo(Applied.atNextStart());
        simulation.start();
        play(30);
        assertThat(simulation.run().modelSeed()).isEqualTo(-7_654_321_987_654_321L);
        assertThat(simulation.apply(5).firstChange()).hasValue(0);
        assertThatTheRunIsAnOrdinaryOne();
        assertThat(simulation.subject().seed()).isEqualTo(5);
    }

    @Test
    void masonsCounterOfSeedsMovesTheModels() {
        long wide = 1L << 40;
        simulation.watch(new Subject("other", "?", DEFAULTS, wide));
        // as MASON's console does at each start, with what it had for the first subject
        simulation.state.setSeed(1);
        simulation.start();
        assertThat(simulation.run().modelSeed()).isEqualTo(wide);
        simulation.finish();
        // "increment seed on stop"
        simulation.state.setSeed(2);
        simulation.start();
        assertThat(simulation.run().modelSeed()).isEqualTo(wide + 1);
        simulation.finish();
        simulation.state.setSeed(2);
        simulation.start();
        assertThat(simulation.run().modelSeed()).isEqualTo(wide + 1);
    }

    @Test
    void anotherRunThatIsWatchedIsTheOneThatIsGiven() {
        simulation.start();
        play(5);
        change("credit.borrowers.count", "20");
        simulation.finish();
        ModelParameters others = ParameterChange.bind(DEFAULTS, "credit.borrowers.count", "7");
        simulation.watch(new Subject("other", "?", others, 3));
        assertThat(simulation.subject().parameters()).isSameAs(others);
        assertThat(simulation.run().parameters()).isSameAs(others);
    }
}
