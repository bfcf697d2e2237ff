package firesale.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price of power, inflation and the delay of policy. Statistical checks are allowed four standard errors; seeds are fixed. */
class PowerPriceTest {

    private static final double WEEK = 7 / 365.25;

    private static Market market(MarketParameters parameters, long seed) {
        return new Market(parameters, EnumSet.noneOf(Feedback.class), new Streams(seed), 300);
    }

    private static PowerPrice price(String... settings) {
        MarketParameters p = Bound.parameters(settings).market();
        return new PowerPrice(p.power(), p.inflation(), new Streams(1));
    }

    @Test
    void byDefaultNothingMoves() {
        Market market = market(Bound.parameters().market(), 1);
        for (int w = 1; w < 200; w++) {
            market.advance(Pressure.none());
            assertThat(market.powerFactor()).isEqualTo(1);
            assertThat(market.leadTimeFactor()).isEqualTo(1);
            assertThat(market.inflation()).isEqualTo(0.02);
            assertThat(market.policyDelayWeeks()).isEqualTo(26);
        }
    }

    /** Power has a stream of its own, so other prices are the same to the last digit as long as regimes are. */
    @Test
    void noOtherDrawShifts() {
        Market plain = market(Bound.parameters().market(), 4);
        Market power = market(Bound.parameters("market.power.elasticityToAi=1", "market.power.volatility=0.5").market(), 4);
        for (int w = 1; w < 200; w++) {
            plain.advance(Pressure.none());
            power.advance(Pressure.none());
            assertThat(power.powerFactor()).isNotEqualTo(1);
            assertThat(power.regime()).isEqualTo(plain.regime());
            assertThat(power.aiEquity()).isEqualTo(plain.aiEquity());
            assertThat(power.btcUsd()).isEqualTo(plain.btcUsd());
            assertThat(power.spotUsdPerHour()).isEqualTo(plain.spotUsdPerHour());
            assertThat(power.spread()).isEqualTo(plain.spread());
        }
    }

    /**
     * One regime. ln A is a random walk with drift m and variance v a week, k = e^(-kappa week). Each of its steps has reached ln P
     * by beta (1 - k^n) after n weeks, so that after t weeks
     *   E ln P = beta m sum (1 - k^n),  Var ln P = beta^2 v sum (1 - k^n)^2 + sigma^2 (1 - k^(2t)) / (2 kappa),
     *   Cov(ln P, ln A) = beta v sum (1 - k^n),  n = 1 ... t.
     */
    @Test
    void moments() {
        double beta = 0.8;
        double kappa = 1.5;
        double sigma = 0.3;
        int weeks = 130;
        int n = 3000;
        MarketParameters p = Bound.parameters(Bound.ONE_REGIME, "market.power.elasticityToAi=0.8", "market.power.reversionPerYear=1.5",
                "market.power.volatility=0.3", "market.regimes.calm.aiDrift=0.4").market();
        RegimeParameters calm = p.of(Regime.CALM);
        double v = calm.aiVolatility() * calm.aiVolatility() * WEEK;
        double m = 0.4 * WEEK - v / 2;
        double first = 0;
        double second = 0;
        for (int i = 1; i <= weeks; i++) {
            double reached = 1 - Math.exp(-kappa * WEEK * i);
            first += reached;
            second += reached * reached;
        }
        double mean = beta * m * first;
        double variance = beta * beta * v * second + sigma * sigma * (1 - Math.exp(-2 * kappa * WEEK * weeks)) / (2 * kappa);
        double covariance = beta * v * first;
        double meanAi = m * weeks;
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (int seed = 0; seed < n; seed++) {
            Market market = market(p, seed);
            for (int w = 0; w < weeks; w++) {
                market.advance(Pressure.none());
            }
            double log = Math.log(market.powerFactor()) - mean;
            sum += log;
            squares += log * log;
            products += log * (Math.log(market.aiEquity()) - meanAi);
        }
        assertThat(sum / n).isCloseTo(0, within(4 * Math.sqrt(variance / n)));
        assertThat(squares / n).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / n)));
        // of two normals: Var(xy) = Var x Var y + Cov^2
        double error = Math.sqrt((variance * v * weeks + covariance * covariance) / n);
        assertThat(products / n).isCloseTo(covariance, within(4 * error));
    }

    /** After AI equity has jumped to e and stays, ln P = beta (1 - e^(-kappa t)); inflation looks back 52 weeks, before the start to 1. */
    @Test
    void inflationAndLeadTimesByHand() {
        PowerPrice price = price("market.power.elasticityToAi=0.5", "market.power.reversionPerYear=2", "market.power.leadTimeSensitivity=3",
                "market.power.longestLeadTime=2.5", "market.inflation.fromPower=0.05", "market.inflation.base=0.03");
        double[] expected = new double[151];
        for (int w = 0; w <= 150; w++) {
            expected[w] = Math.exp(0.5 * (1 - Math.exp(-2 * WEEK * w)));
        }
        for (int w = 1; w <= 150; w++) {
            price.advance(w, Math.E);
            double yearAgo = w <= 52 ? 1 : expected[w - 52];
            assertThat(price.factor()).isCloseTo(expected[w], within(1e-12));
            assertThat(price.inflation()).isCloseTo(0.03 + 0.05 * (expected[w] / yearAgo - 1), within(1e-12));
            assertThat(price.leadTimeFactor()).isCloseTo(Math.min(2.5, 1 + 3 * (expected[w] - 1)), within(1e-12));
        }
        assertThat(price.leadTimeFactor()).isEqualTo(2.5);
    }

    /** A price of power below its start shortens no lead time. */
    @Test
    void leadTimesAreNeverBelowTheirStart() {
        PowerPrice price = price("market.power.elasticityToAi=1", "market.power.leadTimeSensitivity=3");
        price.advance(1, 0.5);
        assertThat(price.factor()).isLessThan(1);
        assertThat(price.leadTimeFactor()).isEqualTo(1);
    }

    /** Thirteen weeks a point above two per cent, at most 30. */
    @ParameterizedTest
    @CsvSource({"0.02, 0", "0.01, 0", "0.03, 13", "0.0349, 19", "0.0351, 20", "0.05, 30"})
    void delayByHand(double inflation, int weeks) {
        MarketParameters p = Bound.parameters("market.inflation.delayWeeksPerPoint=13", "market.inflation.longestDelayWeeks=30").market();
        assertThat(p.inflation().delayWeeks(inflation)).isEqualTo(weeks);
    }

    private static int squeezeWeeks(Market market) {
        int weeks = 0;
        for (int w = 1; w < 300; w++) {
            market.advance(Pressure.none());
            weeks += market.regime() == Regime.SQUEEZE ? 1 : 0;
        }
        return weeks;
    }

    /** Seven weeks and 15 or 39 for a point and a half too much. */
    @Test
    void inflationLengthensTheSqueeze() {
        String[] settings = {"market.squeeze.startWeek=10", "market.squeeze.policyDelayWeeks=7", "market.inflation.base=0.035", "market.inflation.delayWeeksPerPoint=0"};
        assertThat(squeezeWeeks(market(Bound.parameters(settings).market(), 1))).isEqualTo(7);
        settings[3] = "market.inflation.delayWeeksPerPoint=10";
        assertThat(squeezeWeeks(market(Bound.parameters(settings).market(), 1))).isEqualTo(22);
        settings[3] = "market.inflation.delayWeeksPerPoint=26";
        assertThat(squeezeWeeks(market(Bound.parameters(settings).market(), 1))).isEqualTo(46);
    }

    /** Policy looks at inflation of the week: on a path without noise easing comes with the first week that is late enough for its inflation. */
    @Test
    void policyFollowsInflationOfTheWeek() {
        MarketParameters p = Bound.parameters("market.squeeze.startWeek=60", "market.squeeze.policyDelayWeeks=4", "market.power.elasticityToAi=1",
                "market.power.reversionPerYear=4", "market.inflation.fromPower=0.1", "market.inflation.delayWeeksPerPoint=10",
                "market.regimes.calm.aiVolatility=0", "market.regimes.squeeze.aiVolatility=0", "market.regimes.calm.aiDrift=0.6",
                "market.regimes.squeeze.aiDrift=-2").market();
        double[] log = new double[200];
        double ai = 0;
        int easing = 0;
        double delayAtStart = 0;
        for (int w = 1; easing == 0; w++) {
            ai += (w <= 60 ? 0.6 : -2) * WEEK;
            log[w] = ai + (log[w - 1] - ai) * Math.exp(-4 * WEEK);
            double points = 10 * (Math.exp(log[w] - log[Math.max(0, w - 52)]) - 1);
            double delay = 4 + Math.round(10 * Math.max(0, points));
            delayAtStart = w == 60 ? delay : delayAtStart;
            easing = w > 60 && w - 60 >= delay ? w : 0;
        }
        assertThat(easing - 60.0).as("shorter than the delay of the first week").isLessThan(delayAtStart - 3).isGreaterThan(4);
        Market market = market(p, 1);
        while (market.regime() != Regime.EASING) {
            market.advance(Pressure.none());
        }
        assertThat(market.week()).isEqualTo(easing);
    }
}
