package firesale.gui.map;

/** Where the parts of the map stand, in units of the sheet; y grows downwards. */
final class Sheet {

    static final double WIDTH = 900;
    static final double HEIGHT = 372;

    static final double STATUS_BOTTOM = 31;
    static final double TIMELINE_TOP = 32;
    /** Above it stands what the weeks brought, below it how funding was. */
    static final double REGIMES_TOP = 51;
    static final double TIMELINE_BOTTOM = 63;
    static final double HEADLINE_BOTTOM = 97;

    static final double PLOT_LEFT = 44;
    static final double PLOT_RIGHT = 642;
    static final double PLOT_TOP = 101;
    /** Below it stand sites without free racks. */
    static final double BAND_TOP = 217;
    static final double PLOT_BOTTOM = 242;

    static final double GUTTER_TOP = 256;
    static final double SHELF_TOP = 266;
    static final double SHELF_BOTTOM = 342;

    static final double LANE_LEFT = 649;
    static final double LANE_RIGHT = 771;
    static final double LEGEND_LEFT = 779;

    private Sheet() {
    }
}
