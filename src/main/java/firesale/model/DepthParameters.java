package firesale.model;

import firesale.kernel.parameters.Param;

/** How deep the market is: what is asked of buyers, and when. */
public record DepthParameters(
        @Param(meaning = "Whether to measure how deep the market is; changes no other number", def = "false",
                source = "assumption: it takes time") boolean measure,
        @Param(meaning = "Machine that is sold", def = "H100-SXM-HGX-air",
                source = "assumption: the most common one in seized fleets") String machine,
        @Param(meaning = "Its age, the same in every week", unit = "a", def = "1.5", min = 0, max = 20,
                source = "assumption: middle of its life in a loan") double ageYears,
        @Param(meaning = "Its condition, 1 for new", unit = "share", def = "1", min = 0.01, max = 1,
                source = "assumption: so that prices show the market, not wear") double condition,
        @Param(meaning = "Reference lot, whose orderly liquidation value larger quantities are compared with", unit = "GPUs",
                def = "64", min = 1, max = 1e6, source = "assumption: as in the definition of FMV") int referenceGpus,
        @Param(meaning = "Lot whose price is followed over the time that there is to sell it", unit = "GPUs", def = "10000",
                min = 1,
                max = 1e6, source = "assumption: the fleet of one host") int lotGpus,
        @Param(meaning = "Discount to the orderly liquidation value of the reference lot up to which dollars count as depth",
                unit = "share", def = "0.10", min = 0, max = 1, source = "assumption") double discount,
        @Param(meaning = "Time in which it has to be sold, for depth, price impact and spillover", unit = "weeks", def = "4",
                min = 1,
                max = 520, source = "assumption: as of forced liquidation values") int horizonWeeks,
        @Param(meaning = "Time between measurements while trouble may originate; weeks in which new lots come are measured too",
                unit = "weeks", def = "13", min = 1, max = 2000, source = "assumption: a quarter") int everyWeeks) {
}
