package firesale.gui.auction;

import firesale.gui.view.Numbers;
import firesale.model.AuctionWeek;
import firesale.model.SchedulePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** A week's sale in words, from its figures. */
final class SaleWords {

    private SaleWords() {
    }

    /** What is on offer: 9,216 H100 SXM HGX air, 1.5 years old. */
    static String offer(SaleOfWeek sale) {
        return String.format(Locale.ROOT, "%s x %s, %.1f years old", Numbers.count(sale.clearing().offeredGpus()), sale.kind(),
                sale.clearing().ageYears());
    }

    /** What became of it, in one sentence. */
    static String result(SaleOfWeek sale) {
        AuctionWeek clearing = sale.clearing();
        if (!sale.isSold()) {
            return "Nothing sold" + (sale.floorGpus() > 0 ? " to buyers; " + floor(sale) : "") + ": " + whyNothing(sale);
        }
        String sold = clearing.soldGpus() == clearing.offeredGpus() ? "All sold"
                : Numbers.count(clearing.soldGpus()) + " of " + Numbers.count(clearing.offeredGpus()) + " sold";
        String floor = sale.floorGpus() > 0 ? "; " + floor(sale) : "";
        return sold + (sale.way().isOnePrice() ? " at " : ", at most for ") + Numbers.usd(clearing.clearingPriceUsd()) + " each, "
                + gap(sale) + floor;
    }

    /** How price and FMV stand to each other: 38 % below FMV. */
    static String gap(SaleOfWeek sale) {
        return Numbers.againstFmv(1 - sale.discount());
    }

    private static String floor(SaleOfWeek sale) {
        return Numbers.count(sale.floorGpus()) + " to the " + sale.floorOwner() + " floor";
    }

    /** Why nobody bought anything. */
    static String whyNothing(SaleOfWeek sale) {
        AuctionWeek clearing = sale.clearing();
        String reserve = "the reserve of " + Numbers.usd(clearing.reserveUsd());
        String host = clearing.hostableGpus() < clearing.offeredGpus()
                ? "bidders have racks for " + Numbers.count(clearing.hostableGpus()) + " of "
                + Numbers.count(clearing.offeredGpus()) : "";
        if (clearing.bidders() == 0) {
            return "no bidder came";
        } else if (clearing.hostableGpus() == 0) {
            return "no bidder has racks for any of them";
        } else if (clearing.payableGpus() == 0) {
            String money = wanted(sale) > 0 ? "those who would pay " + reserve + " lack the money"
                    : "no bid reaches " + reserve + highest(sale);
            return host.isEmpty() ? money : host + ", and " + money;
        } else if (sale.way().isByLot()) {
            return "bidders want " + Numbers.count(clearing.payableGpus()) + " at " + reserve + ", no whole lot";
        }
        return (host.isEmpty() ? "" : host + ", and ") + "bids stay below " + reserve + highest(sale);
    }

    /** GPUs that bidders would take at the mean reserve if money were no object. */
    private static long wanted(SaleOfWeek sale) {
        for (SchedulePoint point : sale.points()) {
            if (point.priceUsd() >= sale.clearing().reserveUsd()) {
                return point.demandWithoutBudgetsGpus();
            }
        }
        return 0;
    }

    /** The highest bid, if there is one and it is below the reserve. */
    private static String highest(SaleOfWeek sale) {
        double usd = 0;
        for (SchedulePoint point : sale.points()) {
            usd = point.demandGpus() > 0 ? Math.max(usd, point.priceUsd()) : usd;
        }
        return usd > 0 && usd < sale.clearing().reserveUsd() ? "; highest bid " + Numbers.usd(usd) : "";
    }

    /** What the names of lines mean, in lines for the foot of the view. */
    static List<List<String>> definitions() {
        return List.of(List.of("FMV: worth to users with racks and money", "book: cost less depreciation"),
                List.of("OLV: an unhurried sale of each lot alone", "reserve: the least a seller takes"));
    }

    /** A text in lines that are no longer than a width, broken between words, but not within an amount. */
    static List<String> wrapped(String text, ToIntFunction<String> length, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("(?<!USD) ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && length.applyAsInt(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** What is below the axis of GPUs. */
    static String axis(SaleOfWeek sale) {
        return sale.way().isByLot() ? "GPUs that bidders would take; sold lot by lot: " + sale.way().name()
                : sale.way().isOnePrice() ? "GPUs" : "GPUs; sold by " + sale.way().name();
    }
}
