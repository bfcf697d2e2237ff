package firesale.gui.network;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Where everybody stands: lenders on an inner ring, borrowers outside them in the sector of their largest lender, vehicles beside
 * the host that leases from them, creditors without machines as security on the rim, customers in the corners. It depends only on
 * how the run began, so that nobody moves; a borrower's radius goes with the cube root of what it owed at the start.
 */
final class NetworkLayout {

    private static final double LENDER_RING = 0.33;
    private static final double INNER = 0.53;
    private static final double OUTER = 0.95;
    /** Where the lines between sectors begin. */
    private static final double BOUND = 0.46;
    private static final double LARGEST = 15;
    private static final int MOST_ROWS = 24;
    /** Share of the circle that lenders have in equal parts, whatever they have lent. */
    private static final double EQUAL_SHARE = 0.3;
    /** The radius of the smallest borrower over that of the largest. */
    private static final double LEAST = 0.27;

    private final double centreX;
    private final double centreY;
    private final double radiusX;
    private final double radiusY;
    private final Spot[] lenders;
    private final Spot[] borrowers;
    private final double[] angles;
    private final Spot[] customers;
    private final List<Line2D> bounds = new ArrayList<>();

    /**
     * @param area      where the network has room
     * @param lenders   how many
     * @param debtors   all borrowers by number
     * @param customers how many of the funding circle
     */
    NetworkLayout(Rectangle2D area, int lenders, List<Debtor> debtors, int customers) {
        centreX = area.getCenterX();
        centreY = area.getCenterY();
        radiusX = area.getWidth() / 2;
        radiusY = area.getHeight() / 2;
        this.lenders = new Spot[lenders];
        this.borrowers = new Spot[debtors.size()];
        this.angles = new double[debtors.size()];
        this.customers = new Spot[customers];
        double[] size = sizes(debtors);
        List<List<List<Integer>>> sectors = sectors(Math.max(1, lenders), debtors, size);
        double total = 0;
        for (double each : size) {
            total += each;
        }
        double[] weight = new double[sectors.size()];
        double sum = 0;
        for (int l = 0; l < weight.length; l++) {
            weight[l] = (total == 0 ? 1 : total) * EQUAL_SHARE / (1 - EQUAL_SHARE) / weight.length;
            for (List<Integer> cluster : sectors.get(l)) {
                weight[l] += of(cluster, size);
            }
            sum += weight[l];
        }
        int rows = rows(size, total);
        double scale = scale(rows, size, total);
        double from = -Math.PI / 2 - Math.PI * weight[0] / sum;
        double[] middle = new double[weight.length];
        for (int l = 0; l < weight.length; l++) {
            double span = 2 * Math.PI * weight[l] / sum;
            middle[l] = from + span / 2;
            if (weight.length > 1) {
                bounds.add(new Line2D.Double(x(BOUND, from), y(BOUND, from), x(1, from), y(1, from)));
            }
            place(sectors.get(l), size, scale, rows, from, span);
            from += span;
        }
        placeLenders(middle);
        placeCustomers(area);
    }

    private static double[] sizes(List<Debtor> debtors) {
        double[] size = new double[debtors.size()];
        double largest = 1;
        for (Debtor debtor : debtors) {
            largest = Math.max(largest, Math.cbrt(debtor.cents()));
        }
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.max(LEAST, Math.cbrt(debtors.get(i).cents()) / largest);
        }
        return size;
    }

    /** Borrowers by their largest lender, each with its vehicles. */
    private static List<List<List<Integer>>> sectors(int lenders, List<Debtor> debtors, double[] size) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < debtors.size(); i++) {
            clusters.add(new ArrayList<>());
        }
        for (int i = 0; i < debtors.size(); i++) {
            int sponsor = debtors.get(i).sponsor();
            clusters.get(sponsor < 0 ? i : sponsor).add(sponsor < 0 ? 0 : clusters.get(sponsor).size(), i);
        }
        List<List<List<Integer>>> sectors = new ArrayList<>();
        for (int l = 0; l < lenders; l++) {
            sectors.add(new ArrayList<>());
        }
        for (List<Integer> cluster : clusters) {
            if (!cluster.isEmpty()) {
                int lender = debtors.get(cluster.get(0)).lender();
                sectors.get(lender < 0 || lender >= lenders ? 0 : lender).add(cluster);
            }
        }
        for (List<List<Integer>> sector : sectors) {
            sector.sort(Comparator.comparingDouble((List<Integer> cluster) -> -of(cluster, size)));
        }
        return sectors;
    }

    private static double of(List<Integer> cluster, double[] size) {
        double sum = 0;
        for (int each : cluster) {
            sum += size[each];
        }
        return sum;
    }

    /** How many rows of borrowers let them be largest. */
    private int rows(double[] size, double total) {
        int best = 1;
        for (int rows = 2; rows <= MOST_ROWS; rows++) {
            if (scale(rows, size, total) > scale(best, size, total) * 1.02) {
                best = rows;
            }
        }
        return best;
    }

    /** Radius of the largest borrower. */
    private double scale(int rows, double[] size, double total) {
        double length = 0;
        for (int row = 0; row < rows; row++) {
            length += Math.PI * row(row, rows) * (radiusX + radiusY);
        }
        double across = (OUTER - INNER) * Math.min(radiusX, radiusY) / rows;
        double mean = size.length == 0 ? 1 : total / size.length;
        // the largest of a row may reach into the next one
        return Math.min(LARGEST, Math.min(0.72 * length / (2 * Math.max(total, 1e-9)),
                0.9 * across / (2 * Math.min(1, 1.35 * mean))));
    }

    /** The distance of a row from the centre, 1 for the rim. */
    private static double row(int row, int rows) {
        return INNER + (OUTER - INNER) * (row + 0.5) / rows;
    }

    private void place(List<List<Integer>> sector, double[] size, double scale, int rows, double from, double span) {
        List<List<Integer>> inRows = new ArrayList<>();
        double[] filled = new double[rows];
        for (int row = 0; row < rows; row++) {
            inRows.add(new ArrayList<>());
        }
        for (List<Integer> cluster : sector) {
            int least = 0;
            for (int row = 1; row < rows; row++) {
                if ((filled[row] + of(cluster, size)) / row(row, rows) < (filled[least] + of(cluster, size)) / row(least, rows)) {
                    least = row;
                }
            }
            // large and small ones by turns, so that neighbours in the next row find a gap
            int at = inRows.get(least).size() % 2 == 0 ? inRows.get(least).size() : 0;
            inRows.get(least).addAll(at, cluster);
            filled[least] += of(cluster, size);
        }
        for (int row = 0; row < rows; row++) {
            double at = from;
            int count = inRows.get(row).size();
            // what is free is shared equally, with half a share more at the ends
            double gap = count == 0 ? 0 : 0.35 * span / count;
            double perSize = count == 0 ? 0 : 0.65 * span / filled[row];
            for (int each : inRows.get(row)) {
                double half = (gap + perSize * size[each]) / 2;
                angles[each] = at + half;
                borrowers[each] = new Spot(x(row(row, rows), angles[each]), y(row(row, rows), angles[each]), scale * size[each]);
                at += 2 * half;
            }
        }
    }

    private void placeLenders(double[] middle) {
        double least = Math.min(radiusX, radiusY) * LENDER_RING;
        int count = lenders.length;
        double radius = Math.min(12.5, 0.72 * Math.PI * least / Math.max(1, count));
        for (int l = 0; l < count; l++) {
            double even = middle[0] + 2 * Math.PI * l / count;
            // not far from its borrowers, and with room between them
            double angle = 0.35 * middle[l] + 0.65 * even;
            lenders[l] = new Spot(x(LENDER_RING, angle), y(LENDER_RING, angle), radius);
        }
    }

    private void placeCustomers(Rectangle2D area) {
        int count = customers.length;
        int perCorner = (count + 3) / 4;
        double radius = Math.min(8, 15.0 / Math.max(1, Math.ceil(Math.sqrt(perCorner))));
        int side = (int) Math.max(1, Math.ceil(Math.sqrt(perCorner)));
        for (int c = 0; c < count; c++) {
            int corner = c % 4;
            int place = c / 4;
            double inX = radius * (1.1 + 2.2 * (place % side));
            double inY = radius * (1.1 + 2.2 * (place / side));
            customers[c] = new Spot(corner == 0 || corner == 3 ? area.getMinX() + inX : area.getMaxX() - inX,
                    corner < 2 ? area.getMinY() + inY : area.getMaxY() - inY, radius);
        }
    }

    private double x(double out, double angle) {
        return centreX + out * radiusX * Math.cos(angle);
    }

    private double y(double out, double angle) {
        return centreY + out * radiusY * Math.sin(angle);
    }

    double centreX() {
        return centreX;
    }

    double centreY() {
        return centreY;
    }

    double radiusX() {
        return radiusX;
    }

    double radiusY() {
        return radiusY;
    }

    Spot lender(int id) {
        return lenders[id];
    }

    Spot borrower(int id) {
        return borrowers[id];
    }

    Spot customer(int number) {
        return customers[number];
    }

    /** Lines between the sectors of lenders. */
    List<Line2D> bounds() {
        return Collections.unmodifiableList(bounds);
    }

    /** The point of the rim that is next to a borrower, aside by so much, in radians. */
    Spot rim(int borrower, double aside) {
        return new Spot(x(1, angles[borrower] + aside), y(1, angles[borrower] + aside), 0);
    }
}
