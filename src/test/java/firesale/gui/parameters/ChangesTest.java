package firesale.gui.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.kernel.parameters.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChangesTest {

    private static final Setup GIVEN = new Setup(null, 0);

    private final List<Long> adjusted = Collections.synchronizedList(new ArrayList<>());
    private final LinkedBlockingQueue<Changes.Result> results = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final Changes changes = new Changes(new Adjustable() {
        @Override
        public Setup given() {
            return GIVEN;
        }

        @Override
        public Setup current() {
            return GIVEN;
        }

        @Override
        public String adjust(Setup given, Setup wanted, BooleanSupplier isAbandoned) {
            adjusted.add(wanted.seed());
            if (wanted.seed() == 13) {
                throw new InputException("no");
            } else if (wanted.seed() == 1) {
                begun.countDown();
                await(mayGoOn);
            } else if (wanted.seed() == 99) {
                begun.countDown();
                while (!isAbandoned.getAsBoolean()) {
                    Thread.onSpinWait();
                }
                throw new CancellationException();
            }
            return "done " + wanted.seed();
        }
    }, results::add);

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void want(long seed) {
        changes.want(GIVEN, GIVEN.with(seed));
    }

    private Changes.Result next() throws InterruptedException {
        return results.poll(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        mayGoOn.countDown();
        changes.close();
    }

    @Test
    void ofThoseThatComeMeanwhileOnlyTheLastIsCarriedOut() throws InterruptedException {
        want(1);
        await(begun);
        want(2);
        want(3);
        want(4);
        assertThat(changes.isBusy()).isTrue();
        mayGoOn.countDown();
        assertThat(next()).isEqualTo(new Changes.Result("done 1", false, false));
        assertThat(next()).isEqualTo(new Changes.Result("done 4", false, true));
        assertThat(adjusted).containsExactly(1L, 4L);
        assertThat(changes.isBusy()).isFalse();
    }

    @Test
    void aRefusalIsToldAndTheNextChangeIsCarriedOut() throws InterruptedException {
        want(13);
        assertThat(next()).isEqualTo(new Changes.Result("no", true, true));
        want(5);
        assertThat(next()).isEqualTo(new Changes.Result("done 5", false, true));
    }

    @Test
    void oneThatTakesLongIsAbandonedWhenAnotherComes() throws InterruptedException {
        want(99);
        await(begun);
        want(6);
        assertThat(next()).isEqualTo(new Changes.Result("done 6", false, true));
        assertThat(changes.isBusy()).isFalse();
    }

    @Test
    void whatIsUnderWayIsAbandonedAtTheEnd() throws InterruptedException {
        want(99);
        await(begun);
        changes.close();
        while (changes.isBusy()) {
            Thread.sleep(5);
        }
        want(7);
        assertThat(changes.isBusy()).isFalse();
        assertThat(adjusted).containsExactly(99L);
    }
}
