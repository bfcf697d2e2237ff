package firesale.world;

import firesale.hardware.Hours;
import firesale.kernel.numerics.SmallMatrix;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import firesale.valuation.RevenuePath;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * The world's prices, week by week: AI equity, BTC, spot and contract rent, funding spread, and the regime that they share.
 * A price that is replayed from a dated series takes its observed values; feedback loops do not touch it.
 */
public final class Market {

    private static final double YEARS = 1 / Hours.WEEKS_PER_YEAR;
    private static final double SQRT_YEARS = StrictMath.sqrt(YEARS);

    private final MarketParameters parameters;
    private final Set<Feedback> feedbacks;
    private final Streams streams;
    private final RentOutlook outlook;
    private final RegimeParameters[] byRegime = new RegimeParameters[Regime.values().length];
    private final double[][][] factor = new double[Regime.values().length][][];
    private final int[] datedWeeks;
    private final ObservedSeries btcSeries;
    private final ObservedSeries spotSeries;
    private final ObservedSeries contractSeries;
    private final double contractPremium;
    private final PowerPrice power;

    private int week;
    private Regime regime = Regime.CALM;
    private int regimeSince;
    private double aiEquity = 1;
    private double btcUsd;
    private final double trendRentAtStart;
    private double trendRent;
    private double spot;
    private double contract;
    private double exogenousSpread;
    private double spread;

    /** The market in its first week, with the dated series read from their files. */
    public Market(MarketParameters parameters, Set<Feedback> feedbacks, Streams streams, int weeks) {
        this(parameters, Replay.of(parameters, weeks), feedbacks, streams, weeks);
    }

    /**
     * The market in its first week.
     *
     * @param replay    series that stand in for simulated prices
     * @param feedbacks the loops that are on
     * @param weeks     how many weeks will be asked for, at most
     */
    public Market(MarketParameters parameters, Replay replay, Set<Feedback> feedbacks, Streams streams, int weeks) {
        this.parameters = parameters;
        this.feedbacks = feedbacks;
        this.streams = streams;
        this.outlook = new RentOutlook(parameters, replay.spot() != ObservedSeries.NONE);
        for (Regime each : Regime.values()) {
            byRegime[each.ordinal()] = parameters.of(each);
            factor[each.ordinal()] = SmallMatrix.cholesky(parameters.of(each).correlation());
        }
        List<DatedRegime> dated = parameters.datedRegimes();
        datedWeeks = new int[dated.size()];
        for (int i = 0; i < datedWeeks.length; i++) {
            long days = ChronoUnit.DAYS.between(parameters.start(), dated.get(i).from());
            datedWeeks[i] = (int) Math.floorDiv(days + 6, 7L);
        }
        btcSeries = replay.btc();
        spotSeries = replay.spot();
        contractSeries = replay.contract();
        btcUsd = or(btcSeries.at(0), parameters.btcUsd());
        spot = or(spotSeries.at(0), parameters.spotUsdPerHour());
        regime = regimeAt(0);
        trendRent = spot / outlook.demandFactor(regime);
        trendRentAtStart = trendRent;
        contractPremium = splicePremium(weeks);
        contract = or(contractSeries.at(0), spotSeries == ObservedSeries.NONE
                ? parameters.contractUsdPerHour() : spot * StrictMath.exp(contractPremium));
        exogenousSpread = byRegime[regime.ordinal()].spreadLevel();
        spread = exogenousSpread;
        power = new PowerPrice(parameters.power(), parameters.inflation(), streams);
    }

    /** Moves to the next week under the pressure of the week before. */
    public void advance(Pressure pressure) {
        week++;
        RandomStream draws = streams.weekly(Kind.WORLD, 0, Purpose.INNOVATIONS, week);
        double[][] l = factor[regime.ordinal()];
        RegimeParameters now = byRegime[regime.ordinal()];
        double z0 = draws.normal();
        double z1 = draws.normal();
        double z2 = draws.normal();
        double z3 = draws.normal();
        double ai = z0;
        double coin = l[1][0] * z0 + l[1][1] * z1;
        double rent = l[2][0] * z0 + l[2][1] * z1 + l[2][2] * z2;
        double funding = l[3][0] * z0 + l[3][1] * z1 + l[3][2] * z2 + l[3][3] * z3;

        aiEquity *= growth(now.aiDrift(), now.aiVolatility(), ai);
        double coinDays = feedbacks.contains(Feedback.COIN_SALES_BTC)
                ? pressure.coinsSold() / parameters.btc().dailyVolume() : 0;
        btcUsd *= growth(now.btcDrift(), now.btcVolatility(), coin)
                * StrictMath.exp(-parameters.btc().impactPerMarketDay() * coinDays);
        btcUsd = or(btcSeries.at(week), btcUsd);
        trendRent *= growth(-outlook.declineWithoutReleases(), now.rentVolatility(), rent)
                * StrictMath.exp(-outlook.releaseLog(week - 1, week));
        moveSpread(now, funding, pressure);
        power.advance(week, aiEquity);
        moveRegime(pressure);
        double offline = feedbacks.contains(Feedback.REDEPLOYMENT_RENT)
                ? StrictMath.min(0.9, pressure.offlineGpus() / parameters.rent().installedGpus()) : 0;
        double scarcity = offline == 0 ? 1
                : StrictMath.exp(-StrictMath.log(1 - offline) / parameters.rent().demandElasticity());
        double observedSpot = spotSeries.at(week);
        trendRent = Double.isNaN(observedSpot) ? trendRent : observedSpot / outlook.demandFactor(regime);
        spot = or(observedSpot, trendRent * outlook.demandFactor(regime) * scarcity);
        contract = or(contractSeries.at(week), lag(contract, spot, contractPremium));
    }

    private void moveSpread(RegimeParameters now, double innovation, Pressure pressure) {
        double sigma = now.spreadVolatility();
        double kappa = now.spreadReversion();
        // the stationary mean of the spread itself, not of its log, is the regime's level
        double centre = StrictMath.log(now.spreadLevel()) - sigma * sigma / (4 * kappa);
        double log = StrictMath.log(exogenousSpread);
        // the exact step of the process in continuous time, so that the stationary variance is sigma^2 / (2 kappa) in weekly
        // steps too
        double step = sigma * StrictMath.sqrt(-StrictMath.expm1(-2 * kappa * YEARS) / (2 * kappa));
        log = centre + (log - centre) * StrictMath.exp(-kappa * YEARS) + step * innovation;
        exogenousSpread = StrictMath.exp(log);
        double loss = feedbacks.contains(Feedback.LOSSES_SPREAD) ? pressure.lossShare() : 0;
        spread = exogenousSpread * StrictMath.exp(parameters.spread().toLosses() * loss);
    }

    private void moveRegime(Pressure pressure) {
        Regime next = datedWeeks.length > 0 ? regimeAt(week) : simulatedRegime(pressure);
        if (next != regime) {
            regime = next;
            regimeSince = week;
        }
    }

    private Regime simulatedRegime(Pressure pressure) {
        MarketParameters.Squeeze squeeze = parameters.squeeze();
        double chance = streams.weekly(Kind.WORLD, 0, Purpose.REGIME, week).uniform();
        switch (regime) {
            case CALM:
                if (squeeze.startWeek().isPresent() && squeeze.startWeek().getAsInt() == week) {
                    return Regime.SQUEEZE;
                }
                double hazard = squeeze.hazardPerYear() * StrictMath.exp(squeeze.hazardToLeverage() * pressure.leverage()
                        + squeeze.hazardToLosses() * pressure.lossShare());
                return chance < -StrictMath.expm1(-hazard * YEARS) ? Regime.SQUEEZE : Regime.CALM;
            case SQUEEZE:
                return week - regimeSince >= policyDelayWeeks() ? Regime.EASING : Regime.SQUEEZE;
            default:
                return chance < -StrictMath.expm1(-1 / squeeze.easingWeeks()) ? Regime.CALM : Regime.EASING;
        }
    }

    private Regime regimeAt(int when) {
        if (datedWeeks.length == 0) {
            return when == 0 && parameters.squeeze().startWeek().orElse(-1) == 0 ? Regime.SQUEEZE : Regime.CALM;
        }
        Regime current = Regime.CALM;
        for (int i = 0; i < datedWeeks.length && datedWeeks[i] <= when; i++) {
            current = parameters.datedRegimes().get(i).regime();
        }
        return current;
    }

    /**
     * Where contract rent is observed only later, the lagged spot before it is given the term premium with which it meets
     * the first observation, so that the splice makes no jump. The lag is linear in the premium.
     */
    private double splicePremium(int weeks) {
        double premium = parameters.rent().contractPremium();
        if (contractSeries == ObservedSeries.NONE || spotSeries == ObservedSeries.NONE || !Double.isNaN(contractSeries.at(0))) {
            return premium;
        }
        int first = 0;
        while (first < weeks && Double.isNaN(contractSeries.at(first))) {
            first++;
        }
        if (first == weeks) {
            return premium;
        }
        double lagged = or(spotSeries.at(0), spot);
        for (int w = 1; w <= first; w++) {
            lagged = lag(lagged, or(spotSeries.at(w), lagged), 0);
        }
        return StrictMath.log(contractSeries.at(first) / lagged);
    }

    private double lag(double before, double spotNow, double premium) {
        double target = StrictMath.log(spotNow) + premium;
        double keep = StrictMath.exp(-parameters.rent().contractReversionPerYear() * YEARS);
        return StrictMath.exp(target + (StrictMath.log(before) - target) * keep);
    }

    private static double growth(double drift, double volatility, double innovation) {
        return StrictMath.exp((drift - volatility * volatility / 2) * YEARS + volatility * SQRT_YEARS * innovation);
    }

    private static double or(double observed, double simulated) {
        return Double.isNaN(observed) ? simulated : observed;
    }

    /** Weeks since the start. */
    public int week() {
        return week;
    }

    public Regime regime() {
        return regime;
    }

    /** AI equity, 1 at the start. */
    public double aiEquity() {
        return aiEquity;
    }

    public double btcUsd() {
        return btcUsd;
    }

    /** Spot rent of an H100 SXM, USD/h. */
    public double spotUsdPerHour() {
        return spot;
    }

    /** One-year contract rent of an H100 SXM, USD/h. */
    public double contractUsdPerHour() {
        return contract;
    }

    /** Price of new machines relative to the start: it follows the trend of rent, not the regime, with an elasticity. */
    public double newPriceFactor() {
        return StrictMath.exp(parameters.rent().newPriceElasticity() * StrictMath.log(trendRent / trendRentAtStart));
    }

    /** The price of power relative to the start. */
    public double powerFactor() {
        return power.factor();
    }

    /** Whether the price of power ever leaves its start. */
    public boolean powerMoves() {
        return parameters.power().moves();
    }

    /** By what the weeks of deployment and retrofit are multiplied this week, at least 1. */
    public double leadTimeFactor() {
        return power.leadTimeFactor();
    }

    /** Inflation, 1/a. */
    public double inflation() {
        return power.inflation();
    }

    /** Weeks after its beginning at which a squeeze would end at this week's inflation. */
    public int policyDelayWeeks() {
        return parameters.squeeze().policyDelayWeeks() + parameters.inflation().delayWeeks(power.inflation());
    }

    /** The funding spread with the effect of losses, 1/a. */
    public double spread() {
        return spread;
    }

    /** The funding spread without the effect of losses, 1/a. */
    public double exogenousSpread() {
        return exogenousSpread;
    }

    /** The spread that is normal in calm, 1/a. */
    public double calmSpread() {
        return byRegime[Regime.CALM.ordinal()].spreadLevel();
    }

    /** The volatility of spot rent in a regime, 1/sqrt(a). */
    public double rentVolatility(Regime when) {
        return byRegime[when.ordinal()].rentVolatility();
    }

    /** The risk-free short rate, 1/a. */
    public double riskFreeRate() {
        return parameters.riskFreeRate();
    }

    /** The rate at which somebody lends at a spread over the risk-free rate, 1/a; nobody pays to lend. */
    public double rateAt(double spread) {
        return parameters.rateAt(spread);
    }

    /**
     * Sets a path to what rent really did from this week on, as far as it was observed, and to what is expected after that.
     *
     * @return false if rent is not replayed: there is no hindsight then
     */
    public boolean setHindsight(RevenuePath path, int lastWeek) {
        if (spotSeries == ObservedSeries.NONE) {
            return false;
        }
        double[] cumulative = new double[RevenuePath.SEGMENTS + 1];
        for (int k = 1; k < cumulative.length; k++) {
            double then = week + k * RevenuePath.STEP_YEARS * Hours.WEEKS_PER_YEAR;
            int observed = (int) StrictMath.min(then, lastWeek);
            double beyond = StrictMath.max(0, then - lastWeek);
            cumulative[k] = StrictMath.log(spot / spotSeries.at(observed))
                    + beyond / Hours.WEEKS_PER_YEAR * outlook.declineWithoutReleases() + outlook.releaseLog(then - beyond, then);
        }
        path.set(cumulative);
        return true;
    }

    /** What rent to expect. */
    public RentOutlook outlook() {
        return outlook;
    }
}
