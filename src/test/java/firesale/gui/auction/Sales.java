package firesale.gui.auction;

import firesale.model.AuctionWeek;
import firesale.model.SchedulePoint;
import java.util.List;

/** Sales for tests. */
final class Sales {

    static final SaleOfWeek.Way ONE_PRICE = new SaleOfWeek.Way("uniform-price", true, false);
    static final SaleOfWeek.Way BY_LOT = new SaleOfWeek.Way("english", false, true);

    private Sales() {
    }

    static AuctionWeek clearing(long sold, long hostable, long payable, long bidders) {
        return new AuctionWeek(40, "squeeze", "H100-SXM-HGX-air", 1.46, 0.97, 3, 9216, sold, hostable, payable, bidders,
                sold == 0 ? Double.NaN : 8000, 9000, 12_500, 23_000, 1.5);
    }

    static SaleOfWeek of(AuctionWeek clearing, long wanted) {
        return new SaleOfWeek(clearing, 7000, 2, 0, "", ONE_PRICE, List.of(point(0, 12_000, 14_000, 0),
                point(9000, clearing.payableGpus(), wanted, 9216), point(12_500, 0, 0, 9216)));
    }

    static SchedulePoint point(double usd, long demand, long unlimited, long supply) {
        return new SchedulePoint(40, "H100-SXM-HGX-air", 1.46, usd, demand, unlimited, supply, Double.NaN, 0, 12_500);
    }
}
