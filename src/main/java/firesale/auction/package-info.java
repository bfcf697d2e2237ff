/**
 * Market clearing and nothing else: bids and units in, an outcome out. No machine, no agent, no clock, no generator; ties are
 * broken by numbers that come with the bids. The room can be used alone.
 *
 * <p>Where things are:
 * <ul>
 * <li>books: {@link firesale.auction.BidBook}, {@link firesale.auction.LotBook}, {@link firesale.auction.Outcome};
 * <li>ways to sell, by name: {@link firesale.auction.Format} with its {@link firesale.auction.Rules}; behind it single lots
 *     (SingleLots with a LotPricing), pools (UniformPrice, PayAsBid, MultiUnitVickrey, AusubelClock) and Search;
 * <li>rules that pools share: Crossing (where demand meets supply, and who is served), Demand, Deal (which unit comes from which
 * lot), TieBreak; LotByLot and AllOrNothing change how lots are pooled;
 * <li>loans against what is bought: terms and credit in the book (Borrowing), {@link firesale.auction.LoanAllotment};
 * <li>ways to bid: {@link firesale.auction.Bidding}; LotBids for single lots, PoolBids (PayAsBidShading, DemandReduction) for
 * pools, upon ValueDistribution and OrderStatistic; {@link firesale.auction.MarkUpLearning};
 * <li>two people: {@link firesale.auction.Bargain};
 * <li>what is seen of a sale: {@link firesale.auction.Efficiency} against an {@link firesale.auction.AssignmentBound},
 *     {@link firesale.auction.MarketSchedule}.
 * </ul>
 */
package firesale.auction;
