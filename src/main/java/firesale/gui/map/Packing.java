package firesale.gui.map;

import java.util.Arrays;

/**
 * Things of several sizes in rows, the first row at the bottom, none over another. What does not fit is folded, the smallest
 * first.
 *
 * @param x      centres, from the left; NaN for what is folded
 * @param y      heights of the centres above the bottom
 * @param folded how many are folded
 */
record Packing(double[] x, double[] y, int folded) {

    /**
     * Packs in the given order, larger ones not first: things keep their neighbours from week to week.
     *
     * @param sizes widths and heights
     * @param gap   between neighbours
     * @param spare height that is left free if something is folded, to say so
     */
    static Packing rows(double[] sizes, double width, double height, double gap, double spare) {
        boolean[] stays = new boolean[sizes.length];
        Arrays.fill(stays, true);
        Packing all = place(sizes, stays, width, gap);
        if (all.height(sizes) <= height) {
            return all;
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int fewest = 1;
        int most = sizes.length;
        // how many of the smallest go: the least number with which the others fit
        while (fewest < most) {
            int half = (fewest + most) / 2;
            if (without(sizes, sorted, half, width, gap).height(sizes) <= height - spare) {
                most = half;
            } else {
                fewest = half + 1;
            }
        }
        return without(sizes, sorted, fewest, width, gap);
    }

    private static Packing without(double[] sizes, double[] sorted, int smallest, double width, double gap) {
        boolean[] stays = new boolean[sizes.length];
        double limit = smallest < sorted.length ? sorted[smallest] : Double.POSITIVE_INFINITY;
        int toGo = smallest;
        for (int i = 0; i < sizes.length; i++) {
            stays[i] = sizes[i] >= limit;
            toGo -= stays[i] ? 0 : 1;
        }
        for (int i = sizes.length - 1; i >= 0 && toGo > 0; i--) {
            if (stays[i] && sizes[i] == limit) {
                stays[i] = false;
                toGo--;
            }
        }
        return place(sizes, stays, width, gap);
    }

    private static Packing place(double[] sizes, boolean[] stays, double width, double gap) {
        double[] x = new double[sizes.length];
        double[] y = new double[sizes.length];
        Arrays.fill(x, Double.NaN);
        Arrays.fill(y, Double.NaN);
        double right = 0;
        double bottom = 0;
        double tallest = 0;
        int folded = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (!stays[i]) {
                folded++;
                continue;
            }
            if (right > 0 && right + sizes[i] > width) {
                right = 0;
                bottom += tallest + gap;
                tallest = 0;
            }
            x[i] = right + sizes[i] / 2;
            y[i] = bottom + sizes[i] / 2;
            right += sizes[i] + gap;
            tallest = Math.max(tallest, sizes[i]);
        }
        return new Packing(x, y, folded);
    }

    /** How high the rows stand. */
    double height(double[] sizes) {
        double top = 0;
        for (int i = 0; i < sizes.length; i++) {
            top = Double.isNaN(y[i]) ? top : Math.max(top, y[i] + sizes[i] / 2);
        }
        return top;
    }
}
