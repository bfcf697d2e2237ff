package firesale.auction;

/**
 * What a format's name leaves open.
 *
 * @param uniformPriceRule   which bid makes a uniform price
 * @param bidding            how bids follow from values; with {@link Bidding#LEARNING} the book holds bids already
 * @param tickCents          steps of English, Dutch and ascending clocks, cents for a unit, at least 0; an ascending clock
 *                           takes 1 for 0
 * @param usersPerWeek       search: rate at which a seller meets a given user, 1/week
 * @param dealersPerWeek     search: rate at which a seller meets a given dealer, 1/week
 * @param buyersWeight       search: the buyer's bargaining weight, 0 to 1
 * @param lotByLot           whether formats that pool lots clear each on its own
 * @param allOrNothing       whether formats that pool lots sell each as a whole or not at all
 */
public record Rules(UniformPrice.Rule uniformPriceRule, Bidding bidding, long tickCents, double usersPerWeek,
        double dealersPerWeek, double buyersWeight, boolean lotByLot, boolean allOrNothing) {

    public Rules {
        if (tickCents < 0 || !(usersPerWeek >= 0) || !(dealersPerWeek >= 0) || !(buyersWeight >= 0 && buyersWeight <= 1)) {
            throw new IllegalArgumentException("ticks and rates are at least 0, a weight is between 0 and 1");
        }
    }

    /**
     * Bids as they are, continuous clocks, highest losing bid; a seller meets half of the users and dealers in a week, equal
     * weights.
     */
    public static Rules plain() {
        return new Rules(UniformPrice.Rule.HIGHEST_LOSING, Bidding.TRUTHFUL, 0, 0.7, 0.7, 0.5, false, false);
    }

    /** The same with another way of bidding. */
    public Rules with(Bidding other) {
        return new Rules(uniformPriceRule, other, tickCents, usersPerWeek, dealersPerWeek, buyersWeight, lotByLot, allOrNothing);
    }

    /** The same with another rule for the uniform price. */
    public Rules with(UniformPrice.Rule other) {
        return new Rules(other, bidding, tickCents, usersPerWeek, dealersPerWeek, buyersWeight, lotByLot, allOrNothing);
    }

    /** The same with another tick. */
    public Rules withTick(long cents) {
        return new Rules(uniformPriceRule, bidding, cents, usersPerWeek, dealersPerWeek, buyersWeight, lotByLot, allOrNothing);
    }
}
