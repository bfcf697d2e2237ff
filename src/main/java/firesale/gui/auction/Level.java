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

    private static final String OLV_MAY_EXCEED_FMV = "It may lie above FMV:"
            + "<br>a small lot needs only the keenest bidders, who believe in more than the common path.";

    /** The lines of a sale; one whose value is missing is left out. */
    static List<Level> of(SaleOfWeek sale) {
        AuctionWeek clearing = sale.clearing();
        List<Level> levels = new ArrayList<>();
        add(levels, "book", clearing.bookUsd(), "What they cost new less straight-line depreciation; nobody need pay that",
                Palette.AXIS, stroke(1.3f, 2, 3), false);
        add(levels, "FMV", clearing.fmvUsd(), "Fair market value: the bid that would just lose a sale of 64 of them<br>"
                + "if all users had racks and money", Palette.GREEN, stroke(1.8f), false);
        add(levels, "OLV", sale.olvUsd(), "Orderly liquidation value: what each lot would fetch alone,<br>"
                + "with 26 weeks of time and the funds of calm. " + OLV_MAY_EXCEED_FMV, Palette.PURPLE,
                stroke(1.5f, 8, 3, 2, 3), false);
        add(levels, clearing.lots() > 1 ? "reserves" : "reserve", clearing.reserveUsd(), "The least that sellers take: the mean over their lots", Palette.ORANGE,
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
