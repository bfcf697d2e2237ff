package firesale.gui.auction;

import firesale.auction.AuctionParameters;
import firesale.auction.Format;
import firesale.model.AuctionWeek;
import firesale.model.FireSale;
import firesale.model.Offer;
import firesale.model.Sale;
import firesale.model.SchedulePoint;
import java.util.List;
import java.util.Locale;

/**
 * The clearing of one pool.
 *
 * @param clearing   what was on offer and what became of it
 * @param olvUsd     its orderly liquidation value, USD per GPU
 * @param pools      how many pools were on offer in the week; this is the largest
 * @param floorGpus  GPUs that owners of price floors took, since nobody paid more
 * @param floorOwner who that was; empty if nobody
 * @param way        how it is sold
 * @param points     demand and supply in rising price; none of sales of earlier weeks
 */
record SaleOfWeek(AuctionWeek clearing, double olvUsd, int pools, long floorGpus, String floorOwner, Way way,
        List<SchedulePoint> points) {

    private static final String SCRAP = "scrap";

    /**
     * A way to sell.
     *
     * @param name       its name
     * @param isOnePrice whether all pay the same
     * @param isByLot    whether lots are sold one after another, so that demand meets no supply curve
     */
    record Way(String name, boolean isOnePrice, boolean isByLot) {

        static Way of(AuctionParameters auction) {
            Format format = auction.format();
            boolean isByLot = auction.lotByLot() || switch (format) {
                case ENGLISH, DUTCH, FIRST_PRICE, VICKREY, SEARCH -> true;
                default -> false;
            };
            return new Way(format.name().toLowerCase(Locale.ROOT).replace('_', '-'), format == Format.UNIFORM_PRICE && !isByLot,
                    isByLot);
        }
    }

    /** The clearing of the pool that {@link firesale.model.Watch#schedule} shows. */
    static SaleOfWeek of(FireSale run, Offer offer, int pools, List<SchedulePoint> points) {
        AuctionWeek clearing = offer.clearing();
        List<Sale> sales = run.watch().sales();
        long floorGpus = 0;
        String owner = "";
        for (int i = sales.size() - 1; i >= 0 && sales.get(i).week() >= clearing.week(); i--) {
            Sale sale = sales.get(i);
            boolean isHere = sale.week() == clearing.week() && sale.kind().equals(clearing.kind());
            if (isHere && sale.buyer() < 0 && !sale.buyerType().equals(SCRAP)) {
                floorGpus += sale.gpus();
                owner = sale.buyerType();
            }
        }
        return new SaleOfWeek(clearing, offer.olvUsd(), pools, floorGpus, owner, Way.of(run.parameters().auction()),
                List.copyOf(points));
    }

    boolean isSold() {
        return clearing.soldGpus() > 0;
    }

    /** How far the price is below FMV, share; negative above it. */
    double discount() {
        return 1 - clearing.clearingPriceUsd() / clearing.fmvUsd();
    }

    /** The kind of machine in words. */
    String kind() {
        return clearing.kind().replace('-', ' ');
    }

    /** What the price is called: of most formats there are several. */
    String priceWord() {
        return way.isOnePrice() ? "price" : "top price";
    }
}
