package firesale.gui;

import java.util.OptionalInt;

/**
 * What became of a change of parameters.
 *
 * @param week        how many weeks of the run were over; 0 if it had not begun
 * @param firstChange the first week of these whose numbers are others than before; empty if all are as they were, so that the change
 *                    is felt from now on, if at all
 */
public record Applied(int week, OptionalInt firstChange) {
}
