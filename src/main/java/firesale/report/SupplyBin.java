package firesale.report;

/**
 * Supply and capacity in one bin of weeks: means over those weeks of all runs in which lots were on offer.
 *
 * @param firstWeek    the bin's first week, from 0
 * @param offered      GPUs on offer in a week; NaN, like the rest, if in no run a lot was on offer
 * @param hostable     GPUs that bidders could host
 * @param payable      GPUs that bidders would take and could pay for at the reserve
 * @param sold         GPUs sold
 * @param supplyShare  share of the runs' weeks in which lots were on offer
 */
record SupplyBin(int firstWeek, double offered, double hostable, double payable, double sold, double supplyShare) {
}
