package firesale.gui.auction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Pushes labels apart that would lie over each other, as little as possible and without changing their order. */
final class Apart {

    private Apart() {
    }

    /**
     * Where labels go.
     *
     * @param wanted where their middles should be, in any order
     * @param gap    least distance of two middles
     * @param low    least middle
     * @param high   greatest middle; if the room is too small labels go beyond it
     * @return middles, in the order of what was wanted
     */
    static double[] places(double[] wanted, double gap, double low, double high) {
        int count = wanted.length;
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        // with the gaps taken out, labels in their order must not fall: neighbours that would are put at their mean
        double[] mean = new double[count];
        int[] size = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            mean[blocks] = Math.max(low, Math.min(high, wanted[order[i]])) - i * gap;
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int both = size[blocks - 2] + size[blocks - 1];
                mean[blocks - 2] = (mean[blocks - 2] * size[blocks - 2] + mean[blocks - 1] * size[blocks - 1]) / both;
                size[blocks - 2] = both;
                blocks--;
            }
        }
        double[] places = new double[count];
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < size[block]; k++, i++) {
                double lowest = low;
                double highest = Math.max(low, high - (count - 1) * gap);
                places[order[i]] = Math.max(lowest, Math.min(highest, mean[block])) + i * gap;
            }
        }
        return places;
    }
}
