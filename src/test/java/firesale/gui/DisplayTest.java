package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.gui.view.Card;
import firesale.gui.view.Display;
import firesale.gui.view.Figure;
import firesale.gui.view.Layer;
import firesale.gui.view.Mark;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.ToolTipManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import sim.display.Display2D;
import sim.portrayal.Inspector;

/** What all displays share, tried on one that shows two squares side by side. */
@Tag("display")
@ExtendWith(NeedsDisplay.class)
class DisplayTest {

    private static final double WIDTH = 300;
    private static final double HEIGHT = 200;

    /** A square of 60 units; it counts weeks. */
    private record Square(OpenGui gui, String key, double x, double y) implements Mark {

        @Override
        public String name() {
            return "square " + key;
        }

        @Override
        public String tip() {
            return "tip of " + key;
        }

        @Override
        public boolean covers(double atX, double atY) {
            return atX >= x && atX < x + 60 && atY >= y && atY < y + 60;
        }

        @Override
        public Inspector inspector() {
            return Card.inspector(gui.simulation(), name(), List.of(new Figure("weeks", "How many weeks are over.", gui::weeks)));
        }
    }

    private static final class Squares extends Layer {

        private final List<Square> squares;
        private final List<String> drawnSelected = new ArrayList<>();

        Squares(OpenGui gui) {
            super(WIDTH, HEIGHT);
            squares = List.of(new Square(gui, "left", 40, 60), new Square(gui, "right", 200, 60));
        }

        @Override
        protected void draw(Graphics2D sheet) {
            drawnSelected.clear();
            for (Square each : squares) {
                if (isSelected(each)) {
                    drawnSelected.add(each.key());
                }
                sheet.setColor(isSelected(each) ? Color.RED : Color.BLUE);
                sheet.fillRect((int) each.x(), (int) each.y(), 60, 60);
            }
        }

        @Override
        protected List<? extends Mark> marks() {
            return squares;
        }
    }

    private static Display opened(OpenGui gui, Layer layer) {
        Display display = OpenGui.onEvents(() -> {
            Display made = new Display(gui.simulation(), "Squares", WIDTH, HEIGHT, layer);
            gui.console().registerFrame(made.window());
            made.window().setBounds(20, 20, 620, 480);
            made.window().setVisible(true);
            made.window().toFront();
            return made;
        });
        OpenGui.idle();
        return display;
    }

    private static Point onScreen(Display display, double x, double y) {
        return OpenGui.onEvents(() -> {
            Dimension room = display.display.getViewport().getExtentSize();
            double scale = display.getScale();
            Point corner = display.display.getViewport().getLocationOnScreen();
            return new Point((int) (corner.x + (room.width - WIDTH * scale) / 2 + x * scale),
                    (int) (corner.y + (room.height - HEIGHT * scale) / 2 + y * scale));
        });
    }

    @Test
    void aClickOpensTheInspectorAndSelectsInWindowsOfAnySize() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Squares squares = new Squares(gui);
            Display display = opened(gui, squares);
            gui.stepTo(4);
            for (int[] size : new int[][] {{620, 480}, {330, 200}, {800, 300}}) {
                OpenGui.onEvents(() -> display.window().setSize(size[0], size[1]));
                OpenGui.idle();
                for (Square each : squares.squares) {
                    Point point = onScreen(display, each.x() + 30, each.y() + 30);
                    gui.hand().click(point, org.assertj.swing.core.MouseButton.LEFT_BUTTON, 1);
                    gui.hand().waitForIdle();
                    OpenGui.await("the inspector of " + each.key() + " is open",
                            () -> inspectors(gui).equals(List.of(each.name())));
                    OpenGui.await("it is drawn as selected", () -> squares.drawnSelected.equals(List.of(each.key())));
                    assertThat(shown(gui)).contains("4");
                }
            }
            // beside all squares: nothing happens
            Point beside = onScreen(display, 150, 20);
            gui.hand().click(beside, org.assertj.swing.core.MouseButton.LEFT_BUTTON, 1);
            gui.hand().waitForIdle();
            assertThat(inspectors(gui)).containsExactly("square right");
            gui.stepTo(5);
            assertThat(shown(gui)).as("inspectors follow the weeks").contains("5").doesNotContain("4");
            OpenGui.onEvents(display::quit);
        }
    }

    /** Texts of the inspector that is open. */
    private static List<String> shown(OpenGui gui) {
        return OpenGui.onEvents(() -> {
            List<String> texts = new ArrayList<>();
            for (Object each : gui.console().getAllInspectors()) {
                for (JTextField field : OpenGui.all((Inspector) each, JTextField.class)) {
                    texts.add(field.getText());
                }
            }
            return texts;
        });
    }

    private static List<String> inspectors(OpenGui gui) {
        return OpenGui.onEvents(() -> {
            List<String> names = new ArrayList<>();
            for (javax.swing.JList<?> list : OpenGui.all(gui.console(), javax.swing.JList.class)) {
                for (int i = 0; i < list.getModel().getSize(); i++) {
                    if (list.getModel().getElementAt(i) instanceof String name) {
                        names.add(name);
                    }
                }
            }
            return names;
        });
    }

    @Test
    void thePointerIsToldWhatItRestsOn() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Display display = opened(gui, new Squares(gui));
            Map<Mark, Point> met = Marks.met(display);
            assertThat(met.keySet()).extracting(Mark::key).containsExactlyInAnyOrder("left", "right");
            met.forEach((mark, at) -> assertThat(tip(display, at)).contains("tip of " + mark.key()));
            assertThat(tip(display, new Point(3, 3))).isNull();
            OpenGui.onEvents(() -> ToolTipManager.sharedInstance().setInitialDelay(10));
            gui.stepTo(1);
            Point point = onScreen(display, 70, 90);
            gui.hand().moveMouse(point);
            gui.hand().moveMouse(point.x + 5, point.y + 5);
            OpenGui.await("a tip is shown", () -> OpenGui.onEvents(() -> java.util.Arrays.stream(java.awt.Window.getWindows())
                    .filter(java.awt.Window::isShowing)
                    .anyMatch(window -> OpenGui.all(window, javax.swing.JToolTip.class).stream()
                            .anyMatch(shown -> String.valueOf(shown.getTipText()).contains("tip of left")))));
            // a tip that is open is renewed as weeks go by
            gui.playToEnd();
            OpenGui.onEvents(() -> ToolTipManager.sharedInstance().setInitialDelay(750));
            OpenGui.onEvents(display::quit);
        }
    }

    private static String tip(Display display, Point at) {
        String[] said = new String[1];
        OpenGui.onEvents(() -> said[0] = display.insideDisplay.getToolTipText(new MouseEvent(display.insideDisplay,
                MouseEvent.MOUSE_MOVED, 0, 0, at.x, at.y, 0, false)));
        return said[0];
    }

    @Test
    void theSheetFitsItsWindowAndIsExportedAsPngAndPdf(@TempDir Path folder) throws Exception {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Display display = opened(gui, new Squares(gui));
            for (int[] size : new int[][] {{620, 480}, {120, 60}, {1, 1}, {1280, 800}, {620, 480}}) {
                OpenGui.onEvents(() -> display.window().setSize(size[0], size[1]));
                OpenGui.idle();
            }
            Dimension room = OpenGui.onEvents(() -> display.display.getViewport().getExtentSize());
            assertThat(display.getScale()).isEqualTo(Math.min(room.width / WIDTH, room.height / HEIGHT));
            File png = folder.resolve("sheet.png").toFile();
            File pdf = folder.resolve("sheet.pdf").toFile();
            OpenGui.onEvents(() -> display.takeSnapshot(png, Display2D.TYPE_PNG));
            OpenGui.onEvents(() -> display.takeSnapshot(pdf, Display2D.TYPE_PDF));
            BufferedImage picture = ImageIO.read(png);
            assertThat(picture.getWidth()).isBetween((int) (WIDTH * display.getScale()), room.width);
            assertThat(picture.getHeight()).isBetween((int) (HEIGHT * display.getScale()), room.height);
            assertThat(OpenGui.colours(picture)).isGreaterThanOrEqualTo(2);
            assertThat(Files.readString(pdf.toPath(), java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF-")
                    .contains("%%EOF");
            OpenGui.onEvents(display::quit);
        }
    }

    @Test
    void masonsOwnMenusDoWhatTheySay() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Squares squares = new Squares(gui);
            Display display = opened(gui, squares);
            OpenGui.onEvents(() -> display.optionButton.doClick(0));
            assertThat(display.optionPane.isVisible()).isTrue();
            OpenGui.onEvents(() -> {
                OpenGui.all(display.optionPane, javax.swing.AbstractButton.class).stream()
                        .filter(box -> box instanceof javax.swing.JCheckBox || box instanceof javax.swing.JRadioButton)
                        .forEach(box -> box.doClick(0));
                display.optionPane.setVisible(false);
            });
            assertThat(tip(display, new Point(3, 3))).as("tool tips were ticked off").isNull();
            // one layer, which can be hidden and shown
            javax.swing.JCheckBoxMenuItem item = (javax.swing.JCheckBoxMenuItem) java.util.Arrays
                    .stream(display.popup.getComponents()).filter(javax.swing.JCheckBoxMenuItem.class::isInstance).findFirst()
                    .orElseThrow();
            OpenGui.onEvents(() -> item.doClick(0));
            assertThat(Marks.met(display)).as("a hidden layer is not met").isEmpty();
            OpenGui.onEvents(() -> item.doClick(0));
            assertThat(Marks.met(display)).hasSize(2);
            OpenGui.onEvents(() -> display.scaleField.setValue(display.scaleField.newValue(2.5)));
            assertThat(display.getScale()).isEqualTo(2.5);
            OpenGui.onEvents(() -> display.scaleField.setValue(display.scaleField.newValue(-1)));
            assertThat(display.getScale()).isEqualTo(2.5);
            OpenGui.idle();
            gui.playToEnd();
            OpenGui.onEvents(display::quit);
        }
    }

    @Test
    void aWindowThatIsClosedIsHiddenAndComesBackFromTheConsolesList() {
        try (OpenGui gui = OpenGui.on("baseline", 1)) {
            Squares squares = new Squares(gui);
            Display display = opened(gui, squares);
            assertThat(display.window().getDefaultCloseOperation()).isEqualTo(JFrame.HIDE_ON_CLOSE);
            gui.hand().close(display.window());
            OpenGui.await("it is hidden", () -> !display.window().isVisible());
            gui.stepTo(10);
            OpenGui.onEvents(gui.console()::showAllFrames);
            OpenGui.idle();
            assertThat(display.window().isVisible()).isTrue();
            gui.playToEnd();
            OpenGui.onEvents(display::quit);
            OpenGui.onEvents(display::quit);
        }
    }
}
