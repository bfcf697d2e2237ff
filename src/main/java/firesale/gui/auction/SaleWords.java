package firesale.gui.auction;

import firesale.gui.view.Numbers;
import firesale.model.AuctionWeek;
import firesale.model.SchedulePoint;
import java.util.Locale;

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
                ? "bidders could host " + Numbers.count(clearing.hostableGpus()) + " of " + Numbers.count(clearing.offeredGpus())
                : "";
        if (clearing.bidders() == 0) {
            return "no bidder came";
        } else if (clearing.hostableGpus() == 0) {
            return "no bidder could host any of them";
        } else if (clearing.payableGpus() == 0) {
            String money = wanted(sale) > 0 ? "those who would bid " + reserve + " lack the money" : "nobody bids " + reserve;
            return host.isEmpty() ? money : host + ", " + money;
        } else if (sale.way().isByLot()) {
            return "bidders want " + Numbers.count(clearing.payableGpus()) + " at " + reserve + ", no whole lot";
        }
        return (host.isEmpty() ? "" : host + ", ") + "bids stay below " + reserve;
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

    /** What is below the axis of GPUs. */
    static String axis(SaleOfWeek sale) {
        return sale.way().isByLot() ? "GPUs that bidders would take; sold lot by lot: " + sale.way().name()
                : sale.way().isOnePrice() ? "GPUs" : "GPUs; sold by " + sale.way().name();
    }
}
