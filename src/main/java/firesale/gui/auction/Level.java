package firesale.gui.auction;

import firesale.gui.view.Ink;
import firesale.model.AuctionWeek;
import firesale.report.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * A horizontal line: a price or a value, USD per GPU.
 *
 * @param meaning one plain sentence
 * @param isPrice whether it was paid
 */
record Level(String name, double usd, String meaning, Color colour, Stroke stroke, boolean isPrice) {

    /** The lines of a sale; one whose value is missing is left out. */
    static List<Level> of(SaleOfWeek sale) {
        AuctionWeek clearing = sale.clearing();
        List<Level> levels = new ArrayList<>();
        add(levels, "book", clearing.bookUsd(), "Price new less straight-line depreciation", Palette.AXIS,
                stroke(1.3f, 2, 3), false);
        add(levels, "FMV", clearing.fmvUsd(), "Fair market value: what the second-highest user would pay without any friction",
                Palette.GREEN, stroke(1.8f), false);
        add(levels, "OLV", sale.olvUsd(), "Orderly liquidation value: alone, with 26 weeks of time", Palette.PURPLE,
                stroke(1.5f, 8, 3, 2, 3), false);
        add(levels, "reserve", clearing.reserveUsd(), "Mean of what sellers ask at least", Palette.ORANGE,
                stroke(1.5f, 5, 3), false);
        if (sale.isSold()) {
            add(levels, sale.priceWord(), clearing.clearingPriceUsd(),
                    sale.way().isOnePrice() ? "What all buyers pay" : "The highest price that a buyer pays", Palette.VERMILION,
                    stroke(1.6f), true);
        }
        return levels;
    }

    private static void add(List<Level> levels, String name, double usd, String meaning, Color colour, Stroke stroke,
            boolean isPrice) {
        if (!Double.isNaN(usd)) {
            levels.add(new Level(name, usd, meaning, colour, stroke, isPrice));
        }
    }

    private static Stroke stroke(float width, float... dashes) {
        return dashes.length == 0 ? new BasicStroke(width) : Ink.dashed(width, dashes);
    }
}
