package firesale.gui;

import firesale.gui.view.Display;
import firesale.gui.view.Mark;
import firesale.gui.view.View;
import java.awt.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The first few marks of each kind; an inspector of MASON takes long to build. */
    static Map<Mark, Point> some(Display display, int ofEachKind) {
        Map<Class<?>, Integer> taken = new LinkedHashMap<>();
        Map<Mark, Point> some = new LinkedHashMap<>();
        met(display).forEach((mark, point) -> {
            if (taken.merge(mark.getClass(), 1, Integer::sum) <= ofEachKind) {
                some.put(mark, point);
            }
        });
        return some;
    }

    /** Opens the inspectors of one mark of each kind in every display, as if one after the other had been clicked. */
    static void openInspectors(OpenGui gui) {
        Bag inspectors = new Bag();
        Bag names = new Bag();
        for (Display display : displays(gui)) {
            for (Mark mark : some(display, 1).keySet()) {
                inspectors.add(OpenGui.onEvents(mark::inspector));
                names.add(mark.name());
            }
        }
        OpenGui.onEvents(() -> gui.console().setInspectors(inspectors, names));
        OpenGui.idle();
    }
}
