package firesale.gui;

import java.util.OptionalInt;

/**
 * What became of a change of parameters or of the seed.
 *
 * @param isUnderWay  whether a run was under way; else nothing was computed
 * @param week        how many weeks of the run were over
 * @param firstChange the first week of these whose numbers are others than before; empty if all are as they were, so that the
 *                    change is felt from now on, if at all
 * @param isOver      whether the run as it is now has no further week
 * @param isOtherSeed whether the run has another seed than before
 */
public record Applied(boolean isUnderWay, int week, OptionalInt firstChange, boolean isOver, boolean isOtherSeed) {

    static Applied atNextStart() {
        return new Applied(false, 0, OptionalInt.empty(), false, false);
    }

    /** The same in a line for the user. */
    public String words() {
        if (!isUnderWay) {
            return "Takes effect when the run starts.";
        } else if (week == 0) {
            return "Applied: the run is at its start.";
        }
        if (firstChange.isEmpty()) {
            return "Applied: " + (week == 1 ? "week 0 is as it was" : "weeks 0 to " + (week - 1) + " are as they were")
                    + (isOver ? ", and the run is over." : "; the run goes on.");
        }
        return "Restarted: computed again with the " + (isOtherSeed ? "new" : "same") + " seed up to week "
                + (week - 1) + "; week " + firstChange.getAsInt() + " is the first that differs."
                + (isOver ? " The run is over by then." : "");
    }
}
