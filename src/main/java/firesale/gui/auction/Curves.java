package firesale.gui.auction;

import firesale.model.SchedulePoint;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.ToLongFunction;

/** Demand and supply as steps, in GPUs and dollars. */
final class Curves {

    private Curves() {
    }

    /** Demand in rising price: what is wanted just below a point's price is what is wanted at it. */
    static Path2D demand(List<SchedulePoint> points, ToLongFunction<SchedulePoint> gpus) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double here = gpus.applyAsLong(points.get(i));
            if (i == 0) {
                path.moveTo(here, points.get(i).priceUsd());
            } else {
                path.lineTo(here, points.get(i - 1).priceUsd());
                if (here == 0) {
                    // nobody bids more than that
                    return path;
                }
                path.lineTo(here, points.get(i).priceUsd());
            }
        }
        if (!points.isEmpty()) {
            path.lineTo(0, points.get(points.size() - 1).priceUsd());
        }
        return path;
    }

    /** Supply in rising price: what is on offer at a point's price is on offer up to the next, the last at any price. */
    static Path2D supply(List<SchedulePoint> points, double topUsd) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        double before = 0;
        for (SchedulePoint point : points) {
            if (point.supplyGpus() > before) {
                path.lineTo(before, point.priceUsd());
                path.lineTo(point.supplyGpus(), point.priceUsd());
                before = point.supplyGpus();
            }
        }
        path.lineTo(before, topUsd);
        return path;
    }
}
