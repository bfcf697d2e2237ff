package firesale.model;

import firesale.auction.BidBook;
import firesale.auction.LoanAllotment;
import firesale.auction.LotBook;
import firesale.buyers.Placement;
import firesale.hardware.Pool;
import firesale.repo.RepoMarket;
import java.util.Arrays;

/** How dealers finance what bidders win in one clearing: allotted before, drawn after, backed once machines are where they go. */
final class Financing {

    private final FireSale run;
    private final boolean isOpen;
    private final LoanAllotment allotment = new LoanAllotment();
    private Placement[] placements = new Placement[0];
    private RepoMarket.Drawn[] drawn = new RepoMarket.Drawn[0];

    Financing(FireSale run) {
        this.run = run;
        this.isOpen = run.repo().isOpen();
    }

    /** Shares dealers' money out among bidders. */
    void allot(Pool pool, BidBook bids, LotBook lots) {
        if (isOpen) {
            allotment.allot(bids, lots, run.repo().capacityCents(pool, !run.lotsCrowd()));
        }
        if (placements.length < bids.bidders()) {
            placements = new Placement[2 * bids.bidders()];
            drawn = new RepoMarket.Drawn[2 * bids.bidders()];
        }
        Arrays.fill(placements, 0, bids.bidders(), null);
    }

    /** Brings together what a bidder pays: its own money, its line and, where these are too little, loans. */
    void fund(Pool pool, BidBook bids, int bidder, long nodes, long paidCents) {
        long loan = isOpen ? bids.loan(bidder, nodes, paidCents) : 0;
        run.buyers().fund(bidder, pool, nodes, paidCents, loan);
        if (loan > 0) {
            long pledged = bids.pledgedUnits(bidder, nodes, paidCents, loan);
            long pledgedCents = (long) ((double) paidCents / nodes * pledged);
            drawn[bidder] = run.repo().draw(run.buyers().buyer(bidder), pool, loan, pledged, pledgedCents);
            placements[bidder] = new Placement(run.buyers().buyer(bidder), pool, run.week(), pledged);
        }
    }

    /** Takes note where a bidder's machines go that back its loan; null if it has none. */
    Placement placement(int bidder) {
        return placements[bidder];
    }

    /** Takes these machines into custody. */
    void open(int bidder) {
        if (placements[bidder] != null) {
            run.repo().open(drawn[bidder], placements[bidder]);
            placements[bidder] = null;
        }
    }
}
