package firesale.gui.map;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.gui.FireSaleConsole;
import firesale.gui.Gui;
import firesale.gui.NeedsDisplay;
import firesale.gui.Subject;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.swing.JFrame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The map in its window. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class MarketMapTest {

    @Test
    void theMapIsDrawnBeforeAndDuringARun() throws Exception {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments/baseline.yaml"));
        FireSaleConsole console = Gui.open(new Subject(file.name(), file.question(), file.points().get(0).parameters(), 1));
        try {
            int before = colours();
            EventQueue.invokeAndWait(console::pressPause);
            for (int week = 0; week <= 43; week++) {
                EventQueue.invokeAndWait(console::pressPlay);
            }
            assertThat(before).as("a hint").isGreaterThan(3);
            assertThat(colours()).as("buyers, machines and flights").isGreaterThan(before + 100);
        } finally {
            EventQueue.invokeAndWait(console::doClose);
        }
    }

    /** How many colours there are in the window. */
    private static int colours() throws Exception {
        Set<Integer> colours = new HashSet<>();
        EventQueue.invokeAndWait(() -> {
            JFrame frame = (JFrame) Arrays.stream(Window.getWindows()).filter(each -> each instanceof JFrame open
                    && open.isShowing()
                    && open.getTitle().equals("Market map")).findFirst().orElseThrow();
            BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
            frame.getContentPane().paint(image.getGraphics());
            for (int x = 0; x < image.getWidth(); x += 2) {
                for (int y = 60; y < image.getHeight(); y++) {
                    colours.add(image.getRGB(x, y));
                }
            }
        });
        return colours.size();
    }
}
