package firesale.auction;

/**
 * How much of the surplus that could be had a sale brings about. The surplus of a unit is what it is worth to who gets it
 * less the seller's reserve; who pays how much for it does not matter.
 */
public final class Efficiency {

    private Efficiency() {
    }

    /**
     * The surplus of a sale.
     *
     * @param values  what units are worth, whatever has been bid; the same bidders as in the sale
     * @param lots    the lots of the sale
     * @param outcome the sale
     * @return cents
     */
    public static double realisedCents(BidBook values, LotBook lots, Outcome outcome) {
        long[] won = new long[values.bidders()];
        double sum = 0;
        for (int award = 0; award < outcome.awards(); award++) {
            won[outcome.bidder(award)] += outcome.units(award);
            sum -= (double) outcome.units(award) * lots.reserve(outcome.lot(award));
        }
        for (int i = 0; i < won.length; i++) {
            long left = won[i];
            for (int s = values.firstStep(i); left > 0; s++) {
                long taken = Math.min(left, values.units(s));
                sum += (double) taken * values.value(s);
                left -= taken;
            }
        }
        return sum;
    }

    /**
     * Realised surplus relative to the most that is possible. As the latter is known from above only, this is a lower bound of
     * efficiency.
     *
     * @param realisedCents surplus of all sales for which the bound holds together
     * @param boundCents    see {@link AssignmentBound}
     * @return 0 to 1; 1 if there is nothing to be had
     */
    public static double of(double realisedCents, double boundCents) {
        // both are sums of rounded numbers, so that a ratio of 1 may come out a little higher
        return boundCents <= 0 ? 1 : Math.max(0, Math.min(1, realisedCents / boundCents));
    }
}
