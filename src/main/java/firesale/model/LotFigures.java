package firesale.model;

import firesale.buyers.Interest;
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
 * @param interests    one for each buyer, within the hurry
 */
public record LotFigures(double firstBestUsd, double fmvUsd, double olvUsd, double flvUsd, double nolvUsd, double bookUsd,
        List<Double> soldUsd, List<Double> soldShare, List<Interest> interests) {

    public LotFigures {
        soldUsd = List.copyOf(soldUsd);
        soldShare = List.copyOf(soldShare);
        interests = List.copyOf(interests);
    }
}
