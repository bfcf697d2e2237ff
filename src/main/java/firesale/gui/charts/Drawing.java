package firesale.gui.charts;

/** A chart of MASON that shows runs; touched by the event thread only. */
interface Drawing {

    /** Shows a run. */
    void draw(History history);
}
