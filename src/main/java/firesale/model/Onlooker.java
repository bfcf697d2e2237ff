package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LotBook;
import firesale.auction.Outcome;
import firesale.hardware.Lot;
import firesale.hardware.Pool;
import java.util.List;

/** Is told of each weekly clearing and changes nothing. */
interface Onlooker {

    /** Looks at nothing. */
    Onlooker NOBODY = new Onlooker() { };

    /** A week has begun. */
    default void beginWeek() {
    }

    /** A pool is on offer; nothing of it is sold yet. */
    default void offered(List<Lot> fleets, Consignment consignment) {
    }

    /** The outcome of a pool's clearing is known; nothing is settled yet. */
    default void cleared(Pool pool, List<Lot> fleets, Consignment consignment, BidBook bids, LotBook lots, Outcome outcome) {
    }

    /** A clearing was taken down, after it was settled. */
    default void recorded(AuctionWeek clearing) {
    }
}
