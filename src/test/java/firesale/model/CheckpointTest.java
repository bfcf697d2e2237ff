package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.kernel.parameters.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    Path folder;

    /** Of a file with any one bit flipped either nothing is read or the run that was saved: never another one. */
    @Test
    void aFlippedBitIsNoticed() throws IOException {
        FireSale run = new FireSale(Scenario.of(Bound.parameters("credit.loan.ltvHigh=0.9")), 5, EnumSet.noneOf(Recording.class));
        run.start();
        run.schedule.step(run);
        run.schedule.step(run);
        Path file = folder.resolve("run.checkpoint");
        try (OutputStream out = Files.newOutputStream(file)) {
            run.writeToCheckpoint(out);
        }
        Checkpoint saved = Checkpoint.of(Checkpoint.read(file));
        assertThat(saved.seed()).isEqualTo(5);
        assertThat(saved.steps()).isEqualTo(2);
        byte[] bytes = Files.readAllBytes(file);
        int refused = 0;
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            try {
                assertThat(Checkpoint.of(Checkpoint.read(file))).as("bit " + bit).isEqualTo(saved);
            } catch (InputException e) {
                refused++;
            }
        }
        // what is not refused is in the header, where a date and a system may stand
        assertThat(refused).isGreaterThan(8 * bytes.length - 100);
    }
}
