package firesale.buyers;

import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Param;
import java.util.List;
import java.util.Optional;

/** The buyers and how they form beliefs. */
public record BuyersParameters(
        @Param(meaning = "Kinds of buyers", table = "data/buyers.csv") List<BuyerType> types,
        @Param(meaning = "Weight of a year's observed rents in the consensus on how fast rent falls", unit = "1/a",
                def = "0.1", min = 0, max = 1,
                source = "assumption: what a Bayesian gives to a first year whose prior has a standard deviation of 0.10 and "
                + "rents a volatility of 0.30")
        double learningPerYear,
        @Param(meaning = "Depth of the market into which resellers sell: their price falls by the factor e when all of them hold "
                + "so many", unit = "GPUs", def = "30000", min = 1, max = 1e9,
                source = "assumption: one per cent of installed Hoppers; the visible resale market is tens of sales a year "
                + "[spotwire-valuator]")
        double resaleDepthGpus,
        @Param(meaning = "CSV of own buyers, one row a site, in place of drawn ones; their kinds are those in buyers.types",
                def = "none", source = "assumption: drawn by kind") Optional<InputFile> file,
        @Param(meaning = "Whether own buyers come beside drawn ones instead of in their place", def = "false",
                source = "assumption: an own list is the whole market") boolean addToDrawn) {

    public BuyersParameters {
        types = List.copyOf(types);
    }
}
