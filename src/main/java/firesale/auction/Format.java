package firesale.auction;

/** The ways to sell, by name; each is put together from a rule of pricing, of allocation, and of bidding. */
public enum Format {
    /** Lots one after another, on a rising clock. */
    ENGLISH,
    /** Lots one after another, on a falling clock. */
    DUTCH,
    /** Lots one after another, sealed bids, the winner pays its bid. */
    FIRST_PRICE,
    /** Lots one after another, sealed bids, the winner pays the second bid. */
    VICKREY,
    /** Pooled, one price for all. */
    UNIFORM_PRICE,
    /** Pooled, each winner pays its bids. */
    PAY_AS_BID,
    /** Pooled, a rising clock at which units are clinched. */
    AUSUBEL_CLOCK,
    /** Pooled, each winner pays what it keeps others from winning. */
    MULTI_UNIT_VICKREY,
    /** Lots one after another, meeting and bargaining. */
    SEARCH;

    /**
     * The kernel of the format.
     *
     * @param rules what the name leaves open
     * @return a kernel for one thread
     */
    public AuctionFormat kernel(Rules rules) {
        return kernel(rules, null);
    }

    /**
     * The kernel where bidders know that each other's values are uniform between two bounds, and how many bidders there are,
     * instead of taking the values present for the distribution.
     *
     * @param low  lowest value, cents
     * @param high highest value, cents
     */
    public AuctionFormat kernelWithUniformPrior(Rules rules, long low, long high) {
        return kernel(rules, ValueDistribution.uniform(low, high));
    }

    private AuctionFormat kernel(Rules rules, ValueDistribution prior) {
        return switch (this) {
            case ENGLISH -> lots(LotPricing.ENGLISH, rules, prior);
            case DUTCH -> lots(LotPricing.DUTCH, rules, prior);
            case FIRST_PRICE -> lots(LotPricing.FIRST_PRICE, rules, prior);
            case VICKREY -> lots(LotPricing.VICKREY, rules, prior);
            case UNIFORM_PRICE -> pool(new UniformPrice(rules.uniformPriceRule()), reduction(rules), rules);
            case PAY_AS_BID -> pool(new PayAsBid(), shades(rules) ? new PayAsBidShading(prior) : null, rules);
            case AUSUBEL_CLOCK -> pool(new AusubelClock(Math.max(1, rules.tickCents())), null, rules);
            case MULTI_UNIT_VICKREY -> pool(new MultiUnitVickrey(), null, rules);
            case SEARCH -> new Search(rules.usersPerWeek(), rules.dealersPerWeek(), rules.buyersWeight());
        };
    }

    private static PoolBids reduction(Rules rules) {
        if (rules.bidding() != Bidding.STRATEGIC) {
            return null;
        } else if (rules.uniformPriceRule() != UniformPrice.Rule.HIGHEST_LOSING) {
            throw new IllegalArgumentException("strategic bids in uniform-price need the rule highest-losing: where the lowest "
                    + "winning bid is paid,"
                    + " holding back demand is not the best that a bidder can do");
        }
        return new DemandReduction();
    }

    private static boolean shades(Rules rules) {
        return rules.bidding() == Bidding.PRICE_TAKING || rules.bidding() == Bidding.STRATEGIC;
    }

    private static AuctionFormat lots(LotPricing pricing, Rules rules, ValueDistribution prior) {
        boolean foresees = rules.bidding() == Bidding.STRATEGIC;
        LotBids bids = foresees || shades(rules) && pricing.paysOwnBid()
                ? new LotBids.Equilibrium(pricing.paysOwnBid(), foresees, prior) : LotBids.TRUTHFUL;
        return new SingleLots(pricing, bids, rules.tickCents());
    }

    private static AuctionFormat pool(AuctionFormat format, PoolBids strategy, Rules rules) {
        AuctionFormat sale = strategy == null ? format : new StrategicSale(strategy, format);
        AuctionFormat whole = rules.allOrNothing() ? new AllOrNothing(sale) : sale;
        return rules.lotByLot() ? new LotByLot(whole) : whole;
    }
}
