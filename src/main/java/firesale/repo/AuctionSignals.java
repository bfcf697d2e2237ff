package firesale.repo;

/** What auctions tell dealers. */
public interface AuctionSignals {

    /** What recent sales of a kind fetched relative to FMV; 1 as long as none was seen. */
    double priceOverFmv(int machineIndex);

    /** The same of all kinds together. */
    double priceOverFmv();

    /** Weeks in which what is on offer would be sold at the pace of late; 0 where nothing is, or was of late. */
    double weeksToSell();
}
