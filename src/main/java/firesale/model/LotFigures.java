package firesale.model;

import firesale.buyers.KindOfBuyers;
import java.util.List;

/**
 * What one lot is worth in one world, USD per GPU, and how each buyer stands to it.
 *
 * @param firstBestUsd highest value to a user without any friction
 * @param fmvUsd       FMV: the second-highest
 * @param olvUsd       orderly liquidation value
 * @param flvUsd       forced liquidation value: within the hurry
 * @param nolvUsd      OLV less the cost of sale and storage
 * @param bookUsd      cost less straight-line depreciation
 * @param soldUsd      what it fetches within each of {@link LotAppraisal#WEEKS}
 * @param soldShare    the share of it that somebody bids more than scrap for by then
 * @param hurryMelt    what is left of FMV after the hurry, a factor
 * @param orderlyMelt  what is left of it after an orderly exposure
 * @param kinds        how buyers stand to it within the hurry, by kind
 */
public record LotFigures(double firstBestUsd, double fmvUsd, double olvUsd, double flvUsd, double nolvUsd, double bookUsd,
        List<Double> soldUsd, List<Double> soldShare, double hurryMelt, double orderlyMelt,
        List<KindOfBuyers> kinds) {

    public LotFigures {
        soldUsd = List.copyOf(soldUsd);
        soldShare = List.copyOf(soldShare);
        kinds = List.copyOf(kinds);
    }
}
