package firesale.auction;

import firesale.kernel.parameters.Param;

/** How seized lots are sold. */
public record AuctionParameters(
        @Param(meaning = "Format of the weekly sale", def = "uniform-price",
                source = "assumption: a pooled sale; other formats can be compared")
        Format format,
        @Param(meaning = "Which bid makes a uniform price", def = "highest-losing",
                source = "assumption: as in the definition of FMV")
        UniformPrice.Rule uniformPriceRule,
        @Param(meaning = "Bids in first-price sales", def = "equilibrium", source = "[krishna-auction-theory]")
                FirstPrice.Bidding firstPriceBidding,
        @Param(meaning = "Largest lot; seized fleets are divided into lots of at most this size", unit = "GPUs", def = "512",
                min = 1,
                max = 10_000_000, source = "assumption: a hall of 16 racks") int lotGpus,
        @Param(meaning = "Reserve of a lot when it is first offered, relative to its FMV", unit = "share", def = "0.90",
                min = 0, max = 10,
                source = "assumption: a lender's first asking price") double reserveShare,
        @Param(meaning = "Fall of the reserve with each week that a lot stays unsold", unit = "share/week", def = "0.03",
                min = 0, max = 1,
                source = "assumption: half of the reserve is left after 23 weeks") double reserveDecayPerWeek,
        @Param(meaning = "Least reserve relative to FMV", unit = "share", def = "0.25", min = 0, max = 10,
                source = "assumption") double reserveFloorShare,
        @Param(meaning = "Cost of a sale: transport to the yard, testing, fees, share of the price", unit = "share",
                def = "0.05", min = 0,
                max = 1, source = "assumption: an auctioneer's fee") double sellingCostShare,
        @Param(meaning = "Cost of storing and insuring a GPU", unit = "USD/GPU/week", def = "3", min = 0, max = 100_000,
                source = "assumption")
        double storageUsdPerGpuWeek,
        @Param(meaning = "Machines whose FMV is no more than scrap value and the storage of so many weeks are scrapped at once", unit = "weeks",
                def = "26", min = 0, max = 1000, source = "assumption: a lender looks half a year ahead") int scrapHorizonWeeks) {

    /** The formats that an experiment can choose. */
    public enum Format {
        UNIFORM_PRICE, FIRST_PRICE
    }

    /** The kernel that clears a sale. */
    public AuctionFormat kernel() {
        return switch (format) {
            case UNIFORM_PRICE -> new UniformPrice(uniformPriceRule);
            case FIRST_PRICE -> new FirstPrice(firstPriceBidding);
        };
    }
}
