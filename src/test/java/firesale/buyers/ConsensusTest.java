package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.world.Feedback;
import firesale.world.Market;
import firesale.world.MarketParameters;
import firesale.world.Pressure;
import firesale.world.Regime;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsensusTest {

    private static Market market(MarketParameters parameters, long seed) {
        return new Market(parameters, EnumSet.noneOf(Feedback.class), new Streams(seed), 400);
    }

    /**
     * Whoever believes the truth at first believes it on average for ever, in calm and through squeezes: rent that is expected to
     * fall by delta falls by delta + sigma^2/2 in logarithms, and learning must not take that for news. Four standard errors.
     */
    @ParameterizedTest
    @ValueSource(strings = {"market.squeeze.startWeek=none", "market.squeeze.startWeek=26"})
    void learningIsUnbiased(String squeeze) {
        MarketParameters parameters = Bound.parameters(squeeze).market();
        int runs = 2000;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < runs; seed++) {
            Market market = market(parameters, seed);
            Consensus consensus = new Consensus(market, 0.2);
            for (int w = 0; w < 156; w++) {
                market.advance(Pressure.none());
                consensus.learn();
            }
            double error = consensus.declineWithoutReleases() - market.outlook().declineWithoutReleases();
            sum += error;
            squares += error * error;
        }
        double mean = sum / runs;
        double standardError = Math.sqrt((squares / runs - mean * mean) / runs);
        assertThat(mean).as("standard error %s", standardError).isCloseTo(0, within(4 * standardError));
    }

    /**
     * Releases and regimes are known and are no news; what is learnt is the rest. That holds for releases that were announced late,
     * not at all, or with a wrong size: they are known when they begin to move rent.
     */
    @ParameterizedTest
    @ValueSource(strings = {"market.releases.Rubin.announced=2025-03-18", "market.releases.Rubin.announced=2026-07-06",
        "market.releases.Rubin.announced=none", "market.releases.Rubin.announcedGain=1.1", "market.releases.Rubin.ramp=smooth"})
    void withoutNoiseNothingIsLearnt(String release) {
        MarketParameters parameters = Bound.parameters("market.announcements=announced", release, "market.regimes.calm.rentVolatility=0", "market.regimes.squeeze.rentVolatility=0",
                "market.regimes.easing.rentVolatility=0", "market.squeeze.startWeek=20", "market.squeeze.policyDelayWeeks=20").market();
        Market market = market(parameters, 1);
        Consensus consensus = new Consensus(market, 0.2);
        boolean squeezed = false;
        for (int w = 0; w < 150; w++) {
            market.advance(Pressure.none());
            consensus.learn();
            squeezed |= market.regime() == Regime.SQUEEZE;
            assertThat(consensus.declineWithoutReleases()).isCloseTo(market.outlook().declineWithoutReleases(), within(1e-9));
        }
        assertThat(squeezed).isTrue();
    }

    @Test
    void whoDoesNotLearnKeepsTheBelief() {
        Market market = market(Bound.parameters().market(), 1);
        Consensus consensus = new Consensus(market, 0);
        for (int w = 0; w < 60; w++) {
            market.advance(Pressure.none());
            consensus.learn();
        }
        assertThat(consensus.declineWithoutReleases()).isEqualTo(market.outlook().declineWithoutReleases());
    }

    /** Rents that fall faster than was believed raise the belief, week by week, and others lower it. */
    @Test
    void observedRentsMoveTheBeliefTheirWay() {
        Market market = market(Bound.parameters("market.squeeze.startWeek=none").market(), 7);
        Consensus consensus = new Consensus(market, 0.2);
        double volatility = market.rentVolatility(Regime.CALM);
        int faster = 0;
        for (int w = 1; w < 150; w++) {
            double spot = market.spotUsdPerHour();
            double believed = consensus.declineWithoutReleases();
            market.advance(Pressure.none());
            consensus.learn();
            double fall = (Math.log(spot / market.spotUsdPerHour()) - market.outlook().releaseLog(w - 1, w)) * 365.25 / 7
                    - volatility * volatility / 2;
            assertThat(consensus.declineWithoutReleases() > believed).as("week %d", w).isEqualTo(fall > believed);
            faster += fall > believed ? 1 : 0;
        }
        assertThat(faster).isBetween(40, 110);
    }
}
