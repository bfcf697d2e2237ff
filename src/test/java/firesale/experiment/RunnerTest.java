package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

    @TempDir
    Path temp;

    /** While the first run is slow, others go ahead, but no more than fit into the window of 16 for each thread. */
    @Test
    void aSlowRunHoldsBackABoundedNumberOfOthers() {
        Fake fake = new Fake(0);
        fake.replications = 500;
        fake.threads = 2;
        long first = Seeds.replication(fake.seed, 0);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger begunMeanwhile = new AtomicInteger();
        CountDownLatch windowIsFull = new CountDownLatch(2 * 16);
        fake.beforeRun = seed -> {
            begun.incrementAndGet();
            windowIsFull.countDown();
            if (seed == first) {
                await(windowIsFull);
                sleep();
                begunMeanwhile.set(begun.get());
            }
        };
        assertThat(fake.run(temp.resolve("r"))).isEqualTo(3);
        assertThat(begunMeanwhile.get()).isEqualTo(2 * 16);
        assertThat(begun.get()).isEqualTo(500);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theShutdownHookIsGoneAfterwards() {
        Fake fake = new Fake(0);
        int exit = fake.run(temp.resolve("r"));
        assertThat(exit).isEqualTo(3);
        Interruption interruption = Interruption.watch();
        interruption.close();
        interruption.close();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void silentProgressTellsNobody() {
        try (Progress progress = Progress.of(false, "name", 10)) {
            progress.step();
            assertThat(progress).isNotInstanceOf(ProgressOnTerminal.class);
        }
    }
}
