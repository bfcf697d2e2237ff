package firesale.gui.auction;

import firesale.gui.view.Numbers;
import firesale.model.SchedulePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sim.portrayal.Inspector;

/** What answers to the pointer where the {@link SaleLayer} has drawn a sale. */
final class SaleBands {

    private static final double NEAR = 4;
    private static final int BANDS = 40;

    private SaleBands() {
    }

    /** Bands of prices with what is wanted and offered there, then lines and their names. */
    static List<Band> of(SaleShown now, Supplier<Inspector> inspected) {
        List<Band> bands = new ArrayList<>();
        SaleOfWeek sale = now.now().or(now::last).orElse(null);
        if (sale == null) {
            return bands;
        }
        bands.add(new Band("sale", SaleWords.offer(sale) + "<br>" + SaleWords.result(sale), 0, 0, SaleLayer.WIDTH,
                SaleLayer.HEIGHT, inspected));
        double from = 0;
        for (SchedulePoint point : sale.points()) {
            double usd = Math.min(point.priceUsd(), now.priceEndUsd());
            if (usd - from >= now.priceEndUsd() / BANDS) {
                bands.add(new Band("price-" + bands.size(), "At " + Numbers.usd(usd) + " a GPU<br>demand "
                        + Numbers.count(point.demandGpus()) + " GPUs<br>with unlimited budgets "
                        + Numbers.count(point.demandWithoutBudgetsGpus()) + " GPUs<br>supply " + Numbers.count(point.supplyGpus())
                        + " GPUs", SaleLayer.LEFT, SaleLayer.y(now, usd), SaleLayer.RIGHT, SaleLayer.y(now, from), inspected));
                from = usd;
            }
        }
        List<Level> levels = Level.of(sale);
        double[] places = SaleLayer.places(now, levels);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            String tip = level.name() + ": " + Numbers.usd(level.usd()) + " a GPU, " + Numbers.percent(level.usd()
                    / sale.clearing().fmvUsd()) + " of FMV<br>" + level.meaning();
            double y = Math.max(SaleLayer.TOP, SaleLayer.y(now, level.usd()));
            bands.add(new Band("line-" + level.name(), tip, SaleLayer.LEFT, y - NEAR, SaleLayer.RIGHT, y + NEAR, inspected));
            bands.add(new Band("name-" + level.name(), tip, SaleLayer.RIGHT + 8, places[i] - SaleLayer.LINE / 2, SaleLayer.WIDTH,
                    places[i] + SaleLayer.LINE / 2, inspected));
        }
        return bands;
    }
}
