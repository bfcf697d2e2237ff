package firesale.buyers;

import firesale.kernel.parameters.Param;
import java.util.List;

/** The buyers and how they form beliefs. */
public record BuyersParameters(
        @Param(meaning = "Kinds of buyers", table = "data/buyers.csv") List<BuyerType> types,
        @Param(meaning = "Weight of a year's observed rents in the consensus on how fast rent falls", unit = "1/a", def = "0.2", min = 0, max = 52,
                source = "assumption: beliefs move by a fifth of the gap a year") double learningPerYear) {

    public BuyersParameters {
        types = List.copyOf(types);
    }
}
