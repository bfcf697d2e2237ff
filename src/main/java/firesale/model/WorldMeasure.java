package firesale.model;

import firesale.world.Market;
import firesale.world.Regime;

/** Watches the two phases of policy, the lows of prices and the price of power. It measures and changes nothing. */
final class WorldMeasure {

    private boolean squeezed;
    private boolean squeezeOver;
    private int squeezeWeeks;
    private int easingWeek = -1;
    private double lowestBtc = Double.POSITIVE_INFINITY;
    private int lowestBtcWeek;
    private double lowestRent = Double.POSITIVE_INFINITY;
    private int lowestRentWeek;
    private double highestPower = Double.NEGATIVE_INFINITY;
    private int highestPowerWeek;
    private double highestInflation = Double.NEGATIVE_INFINITY;

    /** Looks at the end of a week. */
    void week(Market market) {
        boolean squeeze = market.regime() == Regime.SQUEEZE;
        squeezed |= squeeze;
        squeezeOver |= squeezed && !squeeze;
        squeezeWeeks += squeeze && !squeezeOver ? 1 : 0;
        if (easingWeek < 0 && market.regime() == Regime.EASING) {
            easingWeek = market.week();
        }
        if (market.btcUsd() < lowestBtc) {
            lowestBtc = market.btcUsd();
            lowestBtcWeek = market.week();
        }
        if (market.spotUsdPerHour() < lowestRent) {
            lowestRent = market.spotUsdPerHour();
            lowestRentWeek = market.week();
        }
        if (market.powerFactor() > highestPower) {
            highestPower = market.powerFactor();
            highestPowerWeek = market.week();
        }
        highestInflation = StrictMath.max(highestInflation, market.inflation());
    }

    /** The figures so far. */
    WorldFigures figures() {
        return new WorldFigures(squeezed ? squeezeWeeks : Double.NaN, easingWeek < 0 ? Double.NaN : easingWeek, lowestBtcWeek,
                lowestRentWeek, highestPower, highestPowerWeek, highestInflation);
    }
}
