package firesale.report;

import java.awt.Color;

/** The colours of charts and windows: those of Okabe and Ito, which colour-blind people tell apart, on white. */
public final class Palette {

    public static final Color INK = new Color(0x222222);
    public static final Color FAINT_INK = new Color(0x555555);
    public static final Color GRID = new Color(0xE3E3E3);
    public static final Color AXIS = new Color(0x8C8C8C);
    public static final Color BLACK = new Color(0x3A3A3A);
    public static final Color ORANGE = new Color(0xE69F00);
    public static final Color SKY = new Color(0x56B4E9);
    public static final Color GREEN = new Color(0x009E73);
    public static final Color BLUE = new Color(0x0072B2);
    public static final Color VERMILION = new Color(0xD55E00);
    public static final Color PURPLE = new Color(0xCC79A7);
    /** The squeeze, behind everything. */
    public static final Color SQUEEZE = new Color(0xF4EEDD);
    /** The weeks after it in which conditions ease. */
    public static final Color EASING = new Color(0xEDF2F6);

    private Palette() {
    }

    /** The same colour mixed with white, for areas; an opaque colour prints the same everywhere. */
    public static Color light(Color colour) {
        return new Color(lighter(colour.getRed()), lighter(colour.getGreen()), lighter(colour.getBlue()));
    }

    private static int lighter(int part) {
        return (int) Math.round(255 - 0.38 * (255 - part));
    }
}
