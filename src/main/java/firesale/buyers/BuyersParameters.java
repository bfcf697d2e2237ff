package firesale.buyers;

import firesale.kernel.parameters.Param;
import java.util.List;

/** The buyers and how they form beliefs. */
public record BuyersParameters(
        @Param(meaning = "Kinds of buyers", table = "data/buyers.csv") List<BuyerType> types,
        @Param(meaning = "Weight of a year's observed rents in the consensus on how fast rent falls", unit = "1/a",
                def = "0.1", min = 0, max = 1,
                source = "assumption: what a Bayesian gives to a first year whose prior has a standard deviation of 0.10 and "
                + "rents a volatility of 0.30")
        double learningPerYear,
        @Param(meaning = "What all buyers add to the consensus on how fast rent falls: pessimism above 0, optimism below",
                unit = "1/a", def = "0", min = -2, max = 2, source = "assumption: they are right on the average")
        double pessimismPerYear,
        @Param(meaning = "Multiplies the rack power of all buyers, ready and legacy", unit = "1", def = "1", min = 0, max = 1e6,
                source = "assumption: as drawn") double rackScale,
        @Param(meaning = "Multiplies the cash and the lines of all buyers", unit = "1", def = "1", min = 0, max = 1e6,
                source = "assumption: as drawn") double fundsScale,
        @Param(meaning = "Depth of the market into which resellers sell: their price falls by the factor e when all of them hold "
                + "so many", unit = "GPUs", def = "30000", min = 1, max = 1e9,
                source = "assumption: one per cent of installed Hoppers; the visible resale market is tens of sales a year "
                + "[spotwire-valuator]")
        double resaleDepthGpus) {

    public BuyersParameters {
        types = List.copyOf(types);
    }
}
