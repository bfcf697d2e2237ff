package firesale.buyers;

import firesale.hardware.Hours;
import firesale.world.Market;
import firesale.world.Regime;

/**
 * What the market believes about how fast rent falls between releases; learned from observed spot rents. What it expects of
 * releases comes on top and is no matter of learning: those it knows are dated, and of the others it expects their average. No
 * release can move rent before it is known, since its ramp is seen when it begins, and its true size with it. So what releases
 * do to rent is taken off what is observed in the same way whether they were announced or not.
 */
public final class Consensus {

    private final Market market;
    private final double learningPerYear;
    private double decline;
    private double lastSpot;
    private Regime lastRegime;

    public Consensus(Market market, double learningPerYear) {
        this.market = market;
        this.learningPerYear = learningPerYear;
        this.decline = market.outlook().declineWithoutReleases();
        this.lastSpot = market.spotUsdPerHour();
        this.lastRegime = market.regime();
    }

    /**
     * Learns from this week's rent: what is left of its fall after releases and changes of regime. The belief is about the mean
     * of rent, and logarithms fall faster than the mean by half the variance, which is known and no news.
     */
    public void learn() {
        double spot = market.spotUsdPerHour();
        double volatility = market.rentVolatility(lastRegime);
        double fall = StrictMath.log(lastSpot / spot) - market.outlook().releaseLog(market.week() - 1, market.week())
                + StrictMath.log(market.outlook().demandFactor(market.regime()) / market.outlook().demandFactor(lastRegime));
        double weight = -StrictMath.expm1(-learningPerYear / Hours.WEEKS_PER_YEAR);
        decline += weight * (fall * Hours.WEEKS_PER_YEAR - volatility * volatility / 2 - decline);
        lastSpot = spot;
        lastRegime = market.regime();
    }

    /** Believed decline between releases, 1/a. */
    public double declineWithoutReleases() {
        return decline;
    }
}
