package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.gui.view.Display;
import firesale.gui.view.Mark;
import firesale.gui.view.View;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.swing.JList;
import org.assertj.swing.core.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sim.display.Display2D;
import sim.portrayal.Inspector;

/** What holds for every view, whatever it shows. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class ViewsTest {

    @Test
    void allViewsHaveNamesOfTheirOwnAndAreInTheConsolesList() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Set<String> names = new HashSet<>();
            for (View view : gui.views()) {
                assertThat(view.name()).matches("[a-z0-9-]+");
                assertThat(names.add(view.name())).as(view.name() + " is there once").isTrue();
                assertThat(view.frame().getTitle()).as(view.name()).isNotBlank();
                assertThat(gui.console().getAllFrames().contains(view.frame())).as(view.name()).isTrue();
                assertThat(view.frame().isVisible()).as(view.name()).isEqualTo(view.isShownAtFirst());
            }
            assertThat(names).contains("market-map", "debt-network", "auction");
            assertThat(Marks.displays(gui)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "chain", "missing-repo-depth", "s11-vehicles"})
    void everyMarkHasAKeyATipAndAnInspectorInEveryWeek(String experiment) {
        try (OpenGui gui = OpenGui.on(experiment, 1)) {
            for (int week : new int[] {0, 26, 45, 160}) {
                gui.stepTo(week);
                gui.hold();
                for (Display display : Marks.displays(gui)) {
                    for (Map.Entry<Mark, Point> each : Marks.met(display).entrySet()) {
                        Mark mark = each.getKey();
                        assertThat(mark.key()).isNotBlank();
                        assertThat(mark.name()).as(mark.key()).isNotBlank();
                        assertThat(mark.tip()).as(mark.name()).isNotBlank().doesNotContain("<html>").doesNotContain("NaN")
                                .doesNotContain("null").doesNotContain("Infinity");
                    }
                    for (Mark mark : Marks.some(display, 1).keySet()) {
                        Inspector inspector = OpenGui.onEvents(mark::inspector);
                        assertThat(inspector).as(mark.name()).isNotNull();
                        OpenGui.onEvents(inspector::updateInspector);
                    }
                }
            }
            gui.screenshot("all-" + experiment);
        }
    }

    @Test
    void marksAreClickedAndTheirInspectorsStayOpenToTheEnd() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            gui.stepTo(40);
            for (Display display : Marks.displays(gui)) {
                OpenGui.onEvents(() -> display.window().toFront());
                OpenGui.idle();
                for (Map.Entry<Mark, Point> each : Marks.some(display, 1).entrySet()) {
                    Point corner = OpenGui.onEvents(display.insideDisplay::getLocationOnScreen);
                    gui.hand().click(new Point(corner.x + each.getValue().x, corner.y + each.getValue().y),
                            MouseButton.LEFT_BUTTON, 1);
                    gui.hand().waitForIdle();
                    OpenGui.await("the inspector of " + each.getKey().name() + " is open",
                            () -> isListed(gui, each.getKey().name()));
                }
                gui.screenshot("inspector-of-" + display.window().getTitle().replaceAll("[^A-Za-z0-9]+", "-"));
            }
            gui.playToEnd();
        }
    }

    private static boolean isListed(OpenGui gui, String name) {
        return OpenGui.onEvents(() -> OpenGui.all(gui.console(), JList.class).stream().anyMatch(list -> {
            for (int i = 0; i < list.getModel().getSize(); i++) {
                if (name.equals(list.getModel().getElementAt(i))) {
                    return true;
                }
            }
            return false;
        }));
    }

    @Test
    void everyViewIsDrawnInEveryWeekAtTheSizesOfAScreenAndOfATile() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Map<View, java.awt.Rectangle> places = new LinkedHashMap<>();
            for (View view : gui.views()) {
                places.put(view, OpenGui.onEvents(() -> view.frame().getBounds()));
            }
            OpenGui.onEvents(gui.console()::showAllFrames);
            for (int week : new int[] {0, 45}) {
                gui.stepTo(week);
                gui.hold();
                for (View view : gui.views()) {
                    OpenGui.onEvents(() -> view.frame().setBounds(0, 0, 1, 1));
                    OpenGui.idle();
                    OpenGui.onEvents(() -> view.frame().setBounds(0, 0, 1280, 800));
                    OpenGui.idle();
                    OpenGui.onEvents(() -> view.frame().setBounds(places.get(view)));
                    OpenGui.idle();
                }
            }
            for (View view : gui.views()) {
                BufferedImage picture = gui.screenshot("view-" + view.name(), view.frame());
                assertThat(OpenGui.colours(picture)).as("colours of " + view.name()).isGreaterThan(8);
            }
        }
    }

    @Test
    void displaysAreExportedAsPicturesAndPages(@TempDir Path folder) throws Exception {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            gui.stepTo(45);
            List<Display> displays = Marks.displays(gui);
            for (int i = 0; i < displays.size(); i++) {
                Display display = displays.get(i);
                File png = folder.resolve(i + ".png").toFile();
                File pdf = folder.resolve(i + ".pdf").toFile();
                OpenGui.onEvents(() -> display.takeSnapshot(png, Display2D.TYPE_PNG));
                OpenGui.onEvents(() -> display.takeSnapshot(pdf, Display2D.TYPE_PDF));
                BufferedImage picture = ImageIO.read(png);
                assertThat(picture.getWidth()).isBetween(300, 1280);
                assertThat(picture.getHeight()).isBetween(150, 800);
                assertThat(OpenGui.colours(picture)).as(display.window().getTitle()).isGreaterThan(BLANK_COLOURS);
                String page = Files.readString(pdf.toPath(), StandardCharsets.ISO_8859_1);
                assertThat(page).startsWith("%PDF-").contains("%%EOF");
                assertThat(page.length()).isGreaterThan(500);
            }
        }
    }

    private static final int BLANK_COLOURS = 1;
}
