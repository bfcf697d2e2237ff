package firesale.gui.network;

/** Where something stands on the sheet, and how large it is. */
record Spot(double x, double y, double radius) {

    boolean covers(double px, double py, double least) {
        double reach = Math.max(least, radius);
        return (px - x) * (px - x) + (py - y) * (py - y) <= reach * reach;
    }
}
