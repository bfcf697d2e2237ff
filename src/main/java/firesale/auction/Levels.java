package firesale.auction;

import java.util.Arrays;

/** Prices at which something changes: sorted, each once, of many a choice. */
final class Levels {

    private Levels() {
    }

    /**
     * Sorts prices and keeps each once, at the beginning of the array.
     *
     * @param prices the prices, and what is kept of them
     * @param count  how many there are
     * @param most   how many to keep; of more, those evenly spaced by rank, the first and the last among them
     * @return how many are kept
     */
    static int distinct(long[] prices, int count, int most) {
        Arrays.sort(prices, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == count - 1 || prices[i] != prices[i + 1]) {
                prices[kept++] = prices[i];
            }
        }
        if (kept <= most) {
            return kept;
        }
        for (int i = 0; i < most; i++) {
            prices[i] = prices[(int) ((long) i * (kept - 1) / (most - 1))];
        }
        return most;
    }
}
