package firesale.gui;

import firesale.gui.view.Display;
import firesale.gui.view.Mark;
import firesale.gui.view.View;
import java.awt.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.util.Bag;

/** What can be pointed at in the displays, found as the pointer finds it. */
final class Marks {

    private static final int STEP_PIXELS = 4;

    private Marks() {
    }

    /** The displays among the views. */
    static List<Display> displays(OpenGui gui) {
        List<Display> displays = new ArrayList<>();
        for (View view : gui.views()) {
            displays.addAll(OpenGui.all(view.frame(), Display.class));
        }
        return displays;
    }

    /** The marks that the pointer meets on its way over a display, each with the first point where it does. */
    static Map<Mark, Point> met(Display display) {
        return OpenGui.onEvents(() -> {
            Map<String, Mark> byKey = new LinkedHashMap<>();
            Map<Mark, Point> met = new LinkedHashMap<>();
            for (int y = 1; y < display.insideDisplay.getHeight(); y += STEP_PIXELS) {
                for (int x = 1; x < display.insideDisplay.getWidth(); x += STEP_PIXELS) {
                    for (Bag hits : display.objectsHitBy(new Point(x, y))) {
                        for (int i = 0; i < hits.numObjs; i++) {
                            Mark mark = (Mark) ((LocationWrapper) hits.objs[i]).getObject();
                            if (byKey.putIfAbsent(mark.key(), mark) == null) {
                                met.put(mark, new Point(x, y));
                            }
                        }
                    }
                }
            }
            return met;
        });
    }

    /** Opens the inspectors of all marks in all displays, as if each had been clicked. */
    static int openInspectors(OpenGui gui) {
        int opened = 0;
        for (Display display : displays(gui)) {
            Bag inspectors = new Bag();
            Bag names = new Bag();
            for (Mark mark : met(display).keySet()) {
                Inspector inspector = OpenGui.onEvents(mark::inspector);
                inspectors.add(inspector);
                names.add(mark.name());
            }
            OpenGui.onEvents(() -> gui.console().setInspectors(inspectors, names));
            opened += inspectors.numObjs;
        }
        OpenGui.idle();
        return opened;
    }
}
