package firesale.gui;

import firesale.model.FireSale;

/** Is told what becomes of the run that is watched. */
interface Reports {

    /** Hears nothing. */
    Reports NOBODY = new Reports() {
    };

    /** A run has begun, or goes on from a checkpoint; on the event thread. */
    default void begun() {
    }

    /** Parameters of the run that is under way were changed, so that it is another one; on the event thread. */
    default void changed() {
    }

    /** A week is over and all windows know of it; on the thread that plays, or the event thread. */
    default void weekIsOver(FireSale run) {
    }

    /**
     * The run was stopped or is over, and has not failed; on the event thread.
     *
     * @param isOver whether it went all the way
     */
    default void ended(FireSale run, Subject subject, boolean isOver) {
    }

    /** The model failed in a week, and play stops; on the thread that plays, or the event thread. */
    default void failed(FireSale run, Throwable failure) {
    }

    /** The run that is under way was exchanged for one whose weeks so far are others; on any thread. */
    default void isAnother() {
    }

    /** A window could not show a week; the run goes on. On any thread. */
    default void viewFailed(RuntimeException failure) {
    }
}
