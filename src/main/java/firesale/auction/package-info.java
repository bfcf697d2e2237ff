/**
 * Market clearing and nothing else: bids and units in, an outcome out. No machine, no agent, no clock, no generator; ties are
 * broken by numbers that come with the bids.
 */
package firesale.auction;
