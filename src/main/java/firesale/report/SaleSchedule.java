package firesale.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Demand and supply of one sale.
 *
 * @param run              number of the run
 * @param week             week of the sale
 * @param kind             kind of machine
 * @param ageYears         mean age, years
 * @param clearingPriceUsd uniform price, or the highest price paid, USD per GPU
 * @param soldGpus         GPUs sold
 * @param fmvUsd           fair market value, USD per GPU
 * @param points           both curves, in rising price
 */
record SaleSchedule(int run, int week, String kind, double ageYears, double clearingPriceUsd, double soldGpus, double fmvUsd,
        List<Point> points) {

    /** GPUs wanted and on offer at a price, USD per GPU. */
    record Point(double priceUsd, double demand, double demandWithoutBudgets, double supply) {
    }

    /** A corner of a curve. */
    record Corner(double gpus, double priceUsd) {
    }

    /** How a curve reads a point. */
    interface Quantity {
        double of(Point point);
    }

    /** GPUs on offer, whatever the reserve. */
    double offeredGpus() {
        return points.get(points.size() - 1).supply();
    }

    /** The highest price at which a lot comes in, USD per GPU. */
    double highestReserveUsd() {
        double highest = 0;
        double before = 0;
        for (Point point : points) {
            highest = point.supply() > before ? point.priceUsd() : highest;
            before = point.supply();
        }
        return highest;
    }

    /** The corners of a demand curve in rising price: what is wanted just below a point's price is what is wanted at it. */
    List<Corner> demand(Quantity quantity) {
        List<Corner> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double gpus = quantity.of(points.get(i));
            if (i > 0) {
                corners.add(new Corner(gpus, points.get(i - 1).priceUsd()));
            }
            corners.add(new Corner(gpus, points.get(i).priceUsd()));
        }
        corners.add(new Corner(0, points.get(points.size() - 1).priceUsd()));
        return corners;
    }

    /** The corners of the supply curve in rising price: what is on offer at a point's price is on offer up to the next. */
    List<Corner> supply() {
        List<Corner> corners = new ArrayList<>();
        double before = 0;
        for (Point point : points) {
            if (point.supply() > before) {
                corners.add(new Corner(before, point.priceUsd()));
                corners.add(new Corner(point.supply(), point.priceUsd()));
            }
            before = point.supply();
        }
        return corners;
    }
}
