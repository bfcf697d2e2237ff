package firesale.auction;

import firesale.kernel.parameters.Param;

/** How seized lots are sold. */
public record AuctionParameters(
        @Param(meaning = "Format of the weekly sale", def = "uniform-price",
                source = "assumption: a pooled sale; experiments/auction-formats.yaml compares all formats")
        Format format,
        @Param(meaning = "How bids follow from values", def = "price-taking",
                source = "assumption: bidders are many; truthful bids, or equilibrium bids where a winner pays its own "
                + "[krishna-auction-theory]")
        Bidding bidding,
        @Param(meaning = "Which bid makes a uniform price", def = "highest-losing",
                source = "assumption: as in the definition of FMV")
        UniformPrice.Rule uniformPriceRule,
        @Param(meaning = "Whether formats that pool lots clear each lot on its own instead, one after another", def = "false",
                source = "assumption: a lender pools what it can") boolean lotByLot,
        @Param(meaning = "Whether formats that pool lots sell each as a whole, to one buyer or to several, or not at all",
                def = "false", source = "assumption: parts of a lot are sold") boolean allOrNothing,
        @Param(meaning = "Order in which pools, and lots one after another, are called", def = "size",
                source = "assumption") LotOrder lotOrder,
        @Param(meaning = "Steps of the clock in english, dutch and ausubel-clock sales", unit = "USD/GPU", def = "50", min = 0,
                max = 1e6, source = "assumption: a third of a per cent of what an H100 sells for") double tickUsdPerGpu,
        @Param(meaning = "Bilateral search, for the format search") SearchParameters search,
        @Param(meaning = "Learning of mark-ups, for the bidding learning") LearningParameters learning,
        @Param(meaning = "Whether buyers wait strategically while there is more on offer than is sold", def = "false",
                source = "assumption: without it bids are what theory has for a single sale") boolean waiting,
        @Param(meaning = "Whether to measure how much of the surplus that could be had sales bring about; changes no other "
                + "number", def = "false", source = "assumption: it takes time") boolean measureEfficiency,
        @Param(meaning = "Largest lot; seized fleets are divided into lots of at most this size", unit = "GPUs", def = "512",
                min = 1,
                max = 10_000_000, source = "assumption: a hall of 16 racks") int lotGpus,
        @Param(meaning = "How a lender that need not sell sets its reserve", def = "decaying",
                source = "assumption: asking prices that are cut week by week") ReserveSetting reserveSetting,
        @Param(meaning = "What lenders expect of waiting, for optimal reserves") WaitingReserve waitingReserve,
        @Param(meaning = "Reserve of a lot when it is first offered, relative to its FMV", unit = "share", def = "0.90",
                min = 0, max = 10,
                source = "assumption: a lender's first asking price") double reserveShare,
        @Param(meaning = "Fall of the reserve with each week that a lot stays unsold", unit = "share/week", def = "0.03",
                min = 0, max = 1,
                source = "assumption: half of the reserve is left after 23 weeks") double reserveDecayPerWeek,
        @Param(meaning = "Least reserve relative to FMV", unit = "share", def = "0.25", min = 0, max = 10,
                source = "assumption") double reserveFloorShare,
        @Param(meaning = "Weeks on offer after which an unsold fleet is withdrawn; 0 for never", unit = "weeks", def = "0",
                min = 0, max = 1000, source = "assumption: it stays on the list") int withdrawAfterWeeks,
        @Param(meaning = "Weeks after which a fleet that was withdrawn, or won by credit bid, is offered anew, at the first "
                + "reserve",
                unit = "weeks", def = "13", min = 1, max = 1000, source = "assumption: a quarter") int relistAfterWeeks,
        @Param(meaning = "The lender's credit bid relative to FMV, at most its claim; 0 for none", unit = "share", def = "0",
                min = 0, max = 10, source = "assumption: lenders sell rather than own") double creditBidShare,
        @Param(meaning = "Cost of a sale: transport to the yard, testing, fees, share of the price", unit = "share",
                def = "0.05", min = 0,
                max = 1, source = "assumption: an auctioneer's fee") double sellingCostShare,
        @Param(meaning = "Cost of storing and insuring a GPU", unit = "USD/GPU/week", def = "3", min = 0, max = 100_000,
                source = "assumption")
        double storageUsdPerGpuWeek,
        @Param(meaning = "Machines whose FMV is no more than scrap value and the storage of so many weeks are scrapped at once",
                unit = "weeks",
                def = "26", min = 0, max = 1000, source = "assumption: a lender looks half a year ahead") int scrapHorizonWeeks) {

    /**
     * @throws IllegalArgumentException if bids are strategic in a uniform-price sale with another rule than the highest
     * losing bid
     */
    public AuctionParameters {
        if (format == Format.UNIFORM_PRICE) {
            Format.UNIFORM_PRICE.kernel(new Rules(uniformPriceRule, bidding, 0, 0, 0, 0, false, false));
        }
    }

    /** How reserves are set. */
    public enum ReserveSetting {
        /** A share of FMV that falls with the weeks on offer. */
        DECAYING,
        /** What waiting for the best later week is expected to bring. */
        OPTIMAL
    }

    /** What lenders expect of waiting. */
    public record WaitingReserve(
            @Param(meaning = "Discount to FMV that is expected in normal times", unit = "share", def = "0.15", min = 0, max = 1,
                    source = "assumption: 10-20 % for used aircraft of sellers in a hurry [pulvino-1998]") double normalDiscount,
            @Param(meaning = "Time in which an unusual discount is expected to fall to 1/e", unit = "weeks", def = "26",
                    min = 0.1, max = 1000, source = "assumption: half a year, as the delay of policy") double recoveryWeeks,
            @Param(meaning = "How much a lender's rate rises when its capital has fallen to the minimum", unit = "1/a",
                    def = "0.30",
                    min = 0, max = 10, source = "assumption: what scarce capital earns elsewhere") double shadowRateOfCapital) {
    }

    /** The order of sales within a week. */
    public enum LotOrder {
        /** The largest first, in power for pools and in units for lots. */
        SIZE,
        /** The oldest machines first. */
        AGE,
        /** By lot. */
        RANDOM
    }

    /** How sellers find buyers where there is no auction. */
    public record SearchParameters(
            @Param(meaning = "How often a seller of a lot meets a given user", unit = "1/week", def = "0.05", min = 0, max = 1000,
                    source = "assumption: with those who attend, one or two talks a week") double usersPerWeek,
            @Param(meaning = "How often a seller of a lot meets a given reseller", unit = "1/week", def = "0.5", min = 0,
                    max = 1000, source = "assumption: dealers are easy to find") double dealersPerWeek,
            @Param(meaning = "The buyer's weight in the bargain", unit = "share", def = "0.5", min = 0, max = 1,
                    source = "assumption: symmetric Nash bargain") double buyersWeight) {
    }

    /** How bidders learn, see {@link MarkUpLearning}. */
    public record LearningParameters(
            @Param(meaning = "How fast propensities fade", unit = "share", def = "0.1", min = 0, max = 1,
                    source = "as estimated over many games [erev-roth-1998]") double forgetting,
            @Param(meaning = "Share of a gain that strengthens neighbouring mark-ups", unit = "share", def = "0.2", min = 0,
                    max = 1, source = "as estimated over many games [erev-roth-1998]") double experiment) {
    }

    /**
     * The kernel that clears a sale.
     *
     * @param gpusPerUnit GPUs of a unit, for the clock's steps
     */
    public AuctionFormat kernel(int gpusPerUnit) {
        return format.kernel(new Rules(uniformPriceRule, bidding, StrictMath.round(100 * tickUsdPerGpu * gpusPerUnit),
                search.usersPerWeek(), search.dealersPerWeek(), search.buyersWeight(), lotByLot, allOrNothing));
    }
}
