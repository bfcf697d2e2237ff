package firesale.buyers;

import java.util.Arrays;

/** Of which lots the units of one purchase are. Reused. */
public final class LotShares {

    private int count;
    private long units;
    private int[] lot = new int[4];
    private long[] lotUnits = new long[4];

    /** Empties it. */
    public void clear() {
        count = 0;
        units = 0;
    }

    /** Adds units of a lot; once or more for each. */
    public void add(int lotId, long lotsUnits) {
        units += lotsUnits;
        for (int i = 0; i < count; i++) {
            if (lot[i] == lotId) {
                lotUnits[i] += lotsUnits;
                return;
            }
        }
        if (count == lot.length) {
            lot = Arrays.copyOf(lot, 2 * count);
            lotUnits = Arrays.copyOf(lotUnits, 2 * count);
        }
        lot[count] = lotId;
        lotUnits[count++] = lotsUnits;
    }

    int count() {
        return count;
    }

    int lot(int i) {
        return lot[i];
    }

    /** The part of the purchase that is the lot's. */
    double share(int i) {
        return (double) lotUnits[i] / units;
    }
}
