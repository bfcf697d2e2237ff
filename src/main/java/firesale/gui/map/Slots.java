package firesale.gui.map;

/** How the shelf is parted among kinds of machines: side by side, room for the name first, the rest by how many there are. */
final class Slots {

    private Slots() {
    }

    /**
     * Left edges of the slots and, last, the right edge of the last.
     *
     * @param least  width that each gets, if there is so much
     * @param weight of each, not negative
     */
    static double[] edges(double left, double width, double least, long[] weight) {
        double each = Math.min(least, width / Math.max(1, weight.length));
        double total = 0;
        for (long one : weight) {
            total += Math.sqrt(one);
        }
        double rest = width - each * weight.length;
        double[] edges = new double[weight.length + 1];
        edges[0] = left;
        for (int i = 0; i < weight.length; i++) {
            edges[i + 1] = edges[i] + each + (total == 0 ? rest / weight.length : rest * Math.sqrt(weight[i]) / total);
        }
        return edges;
    }
}
