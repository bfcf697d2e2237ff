package firesale.gui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.experiment.ExperimentFile;
import firesale.gui.FireSaleConsole;
import firesale.gui.FireSaleWithUI;
import firesale.gui.Gui;
import firesale.gui.NeedsDisplay;
import firesale.gui.Subject;
import firesale.gui.view.View;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sim.util.media.PDFEncoder;

/** The chart windows and the auction view, opened. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class ChartWindowsTest {

    private static final int WEEKS = 60;

    @TempDir
    private Path folder;

    @Test
    void hiddenOnesHavePicturesOfTheRunToo() throws Exception {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", "baseline.yaml"));
        FireSaleConsole console = Gui.open(new Subject(file.name(), file.question(), file.points().get(0).parameters(), 1));
        FireSaleWithUI simulation = (FireSaleWithUI) console.getSimulation();
        try {
            EventQueue.invokeAndWait(console::pressPause);
            for (int week = 0; week < WEEKS; week++) {
                EventQueue.invokeAndWait(console::pressPlay);
            }
            Map<String, BufferedImage> pictures = new HashMap<>();
            EventQueue.invokeAndWait(() -> simulation.views().forEach(view -> pictures.put(view.name(), view.picture())));
            pictures.forEach((name, picture) -> assertThat(colours(picture)).as(name).isGreaterThan(20));
            JFreeChart discount = chart(simulation, "discount");
            XYDataset series = discount.getXYPlot().getDataset();
            assertThat(series.getXValue(0, series.getItemCount(0) - 1)).isEqualTo(WEEKS - 1);
            assertThat(series.getYValue(0, series.getItemCount(0) - 1))
                    .isCloseTo(simulation.run().outcome().priceDiscount(), within(1e-9));
            Path print = folder.resolve("discount.pdf");
            EventQueue.invokeAndWait(() -> PDFEncoder.generatePDF(discount, 720, 480, print.toFile()));
            assertThat(new String(Files.readAllBytes(print), StandardCharsets.ISO_8859_1)).startsWith("%PDF-")
                    .contains("%%EOF");
        } finally {
            EventQueue.invokeAndWait(console::doClose);
        }
    }

    @Test
    void anOpenWindowFollowsAndAnOpenedOneCatchesUp() throws Exception {
        ExperimentFile file = ExperimentFile.read(Path.of("experiments", "baseline.yaml"));
        FireSaleConsole console = Gui.open(new Subject(file.name(), file.question(), file.points().get(0).parameters(), 1));
        FireSaleWithUI simulation = (FireSaleWithUI) console.getSimulation();
        try {
            EventQueue.invokeAndWait(console::pressPause);
            XYDataset rent = chart(simulation, "rent-and-btc").getXYPlot().getDataset();
            for (int week = 0; week < 5; week++) {
                EventQueue.invokeAndWait(console::pressPlay);
            }
            EventQueue.invokeAndWait(() -> assertThat(rent.getItemCount(0)).as("a closed window draws nothing").isZero());
            EventQueue.invokeAndWait(() -> view(simulation, "rent-and-btc").frame().setVisible(true));
            await(rent, 5);
            for (int week = 5; week < 12; week++) {
                EventQueue.invokeAndWait(console::pressPlay);
            }
            await(rent, 12);
            // computed anew, with other numbers
            ExperimentFile other = file.withSettings(List.of("market.squeeze.startWeek=2"));
            double before = rent.getYValue(1, 11);
            EventQueue.invokeAndWait(() -> simulation.apply(other.points().get(0).parameters()));
            EventQueue.invokeAndWait(() -> { });
            for (int tries = 0; tries < 100 && rent.getYValue(1, 11) == before; tries++) {
                Thread.sleep(50);
            }
            EventQueue.invokeAndWait(() -> {
                assertThat(rent.getItemCount(0)).isEqualTo(12);
                assertThat(rent.getYValue(1, 11)).isEqualTo(simulation.run().watch().weeks().get(11).spotUsdPerHour())
                        .isNotEqualTo(before);
            });
        } finally {
            EventQueue.invokeAndWait(console::doClose);
        }
    }

    private static void await(XYDataset data, int items) throws Exception {
        for (int tries = 0; tries < 100 && data.getItemCount(0) != items; tries++) {
            Thread.sleep(50);
        }
        assertThat(data.getItemCount(0)).isEqualTo(items);
    }

    private static View view(FireSaleWithUI simulation, String name) {
        return simulation.views().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
    }

    private static JFreeChart chart(FireSaleWithUI simulation, String name) {
        return panel(view(simulation, name).frame()).getChart();
    }

    private static int colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours.size();
    }

    /** The first chart in a window; null if there is none. */
    private static ChartPanel panel(Container within) {
        for (Component each : within.getComponents()) {
            ChartPanel found = each instanceof ChartPanel chart ? chart : each instanceof Container inner ? panel(inner) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
