package firesale.cli;

import firesale.auction.BidBook;
import java.util.List;

/**
 * Bids and who makes them.
 *
 * @param names the bidders of the book, by index
 * @param book  what units are worth to them
 */
record NamedBids(List<String> names, BidBook book) {
}
