package firesale.gui.map;

/** Where the parts of the map stand, in units of the sheet; y grows downwards. */
final class Sheet {

    static final double WIDTH = 900;
    static final double HEIGHT = 372;

    static final double STATUS_BOTTOM = 33;
    static final double TIMELINE_TOP = 34;
    static final double TIMELINE_BOTTOM = 46;
    static final double HEADLINE_BOTTOM = 84;

    static final double PLOT_LEFT = 44;
    static final double PLOT_RIGHT = 642;
    static final double PLOT_TOP = 91;
    /** Below it stand sites without free racks. */
    static final double BAND_TOP = 217;
    static final double PLOT_BOTTOM = 240;

    static final double GUTTER_TOP = 254;
    static final double SHELF_TOP = 266;
    static final double SHELF_BOTTOM = 342;

    static final double LANE_LEFT = 649;
    static final double LANE_RIGHT = 771;
    static final double LEGEND_LEFT = 779;

    private Sheet() {
    }
}
