package firesale.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.model.Bound;
import java.util.Random;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.analysis.integration.UnivariateIntegrator;
import org.junit.jupiter.api.Test;

/** How much lenders advance when they believe in a backstop. */
class AdvanceRateTest {

    /** E[(1 - max(x, f) / LTV)+] over a standard normal z, piece by piece where the integrand is smooth. */
    private static double integrated(double mean, double sd, double ltv, double floor) {
        if (ltv <= floor) {
            return 0;
        }
        double zLtv = (Math.log(ltv / mean) + sd * sd / 2) / sd;
        double zFloor = floor <= 0 ? -12 : Math.max(-12, (Math.log(floor / mean) + sd * sd / 2) / sd);
        return integral(mean, sd, ltv, floor, -12, Math.min(12, zFloor))
                + integral(mean, sd, ltv, floor, zFloor, Math.min(12, zLtv));
    }

    private static double integral(double mean, double sd, double ltv, double floor, double from, double to) {
        UnivariateIntegrator integrator = new IterativeLegendreGaussIntegrator(32, 1e-12, 1e-14);
        double sum = 0;
        int pieces = 24;
        for (int i = 0; i < pieces && from < to; i++) {
            double a = from + (to - from) * i / pieces;
            double b = from + (to - from) * (i + 1) / pieces;
            sum += integrator.integrate(100_000, z -> {
                double x = mean * Math.exp(sd * z - sd * sd / 2);
                return Math.max(0, 1 - Math.max(x, floor) / ltv) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            }, a, b);
        }
        return sum;
    }

    @Test
    void expectedLossAgainstNumericalIntegration() {
        Random random = new Random(1);
        int inside = 0;
        for (int i = 0; i < 200; i++) {
            double mean = 0.05 + 1.5 * random.nextDouble();
            double sd = 0.05 + 1.2 * random.nextDouble();
            double ltv = 0.1 + 1.4 * random.nextDouble();
            double floor = random.nextInt(3) == 0 ? 0 : 1.2 * random.nextDouble();
            AdvanceRate rate = new AdvanceRate(0.1, 0.05, mean, sd, 2);
            double loss = rate.expectedLoss(ltv, floor);
            assertThat(loss).as("%s %s %s %s", mean, sd, ltv, floor).isCloseTo(integrated(mean, sd, ltv, floor), within(1e-9));
            inside += loss > 0.01 ? 1 : 0;
        }
        assertThat(inside).isGreaterThan(80);
    }

    /**
     * A price of 0.4 that is known: the loss given default is 1 - 0.4 / LTV, so that 0.1 (1 - 0.4 / LTV) = 0.05 at LTV = 0.8. A
     * guarantee of a quarter leaves 0.075 (1 - 0.4 / LTV) = 0.05, LTV = 1.2; of a half 0.05 (1 - 0.4 / LTV) = 0.05, which no
     * LTV solves. A floor of 0.6 replaces the price: 0.6 / 0.5 = 1.2.
     */
    @Test
    void aKnownPriceByHand() {
        AdvanceRate rate = new AdvanceRate(0.1, 0.05, 0.4, 0, 5);
        assertThat(rate.largest(0, 0)).isCloseTo(0.8, within(1e-12));
        assertThat(rate.largest(0.25, 0)).isCloseTo(1.2, within(1e-12));
        assertThat(rate.largest(0.5, 0)).as("no advance loses more than all").isEqualTo(5);
        assertThat(rate.largest(0, 0.6)).isCloseTo(1.2, within(1e-12));
        assertThat(rate.largest(0, 0.3)).as("a floor below the price").isCloseTo(0.8, within(1e-12));
        assertThat(rate.largest(1, 0)).isEqualTo(5);
        assertThat(new AdvanceRate(0.1, 0.05, 0.4, 0, 0.7).largest(0, 0)).as("capped").isEqualTo(0.7);
        assertThat(new AdvanceRate(0.1, 0, 0.4, 0, 5).largest(0, 0)).as("without a spread no loss is paid for").isCloseTo(0.4,
                within(1e-12));
        assertThat(new AdvanceRate(0, 0, 0.4, 0.5, 5).largest(0, 0)).as("nobody defaults").isEqualTo(5);
    }

    /** A floor that exceeds the advance loses nothing, and at LTV* the spread pays for just what is lost. */
    @Test
    void theSpreadPaysForWhatIsLost() {
        Random random = new Random(2);
        int inside = 0;
        for (int i = 0; i < 500; i++) {
            AdvanceRate rate = new AdvanceRate(0.02 + 0.3 * random.nextDouble(), 0.1 * random.nextDouble(),
                    0.1 + random.nextDouble(),
                    0.05 + random.nextDouble(), 3);
            double guaranteed = random.nextDouble();
            double floor = random.nextDouble();
            double best = rate.largest(guaranteed, floor);
            double net = rate.hazardPerYear() * (1 - guaranteed);
            if (best < 3) {
                assertThat(net * rate.expectedLoss(best, floor)).isCloseTo(rate.spread(), within(1e-12));
                assertThat(net * rate.expectedLoss(best + 1e-6, floor)).isGreaterThan(rate.spread());
                inside++;
            } else {
                assertThat(net * rate.expectedLoss(3, floor)).isLessThanOrEqualTo(rate.spread());
            }
            assertThat(rate.expectedLoss(floor, floor)).isZero();
        }
        assertThat(inside).isGreaterThan(100);
    }

    /**
     * More guaranteed, a higher floor, more belief: never a lower advance, and a higher one somewhere; a higher hazard never a
     * higher one.
     */
    @Test
    void monotone() {
        double before = 0;
        for (int i = 0; i <= 20; i++) {
            double now = leverage("policy.guarantee.share=" + i / 20.0).factor();
            assertThat(now).isGreaterThanOrEqualTo(Math.max(1, before));
            before = now;
        }
        assertThat(before).isGreaterThan(1.2);
        before = 0;
        for (int i = 0; i <= 20; i++) {
            double now = leverage("policy.floor.shareOfOlv=" + i / 10.0).factor();
            assertThat(now).isGreaterThanOrEqualTo(Math.max(1, before));
            before = now;
        }
        assertThat(before).isGreaterThan(1.2);
        before = 0;
        for (int i = 0; i <= 20; i++) {
            double now = leverage("policy.guarantee.share=0.3", "policy.floor.shareOfOlv=0.8",
                    "policy.belief=" + i / 20.0).factor();
            assertThat(now).isGreaterThanOrEqualTo(Math.max(1, before));
            before = now;
        }
        assertThat(before).isGreaterThan(1.2);
        before = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= 20; i++) {
            double now = new AdvanceRate(i / 20.0, 0.055, 0.35, 0.5, 3).largest(0.2, 0.2);
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
    }

    private static Leverage leverage(String... settings) {
        String[] base = {"policy.announced=true", "policy.origination.responds=true"};
        PolicyParameters policy = Bound.parameters(base, settings).policy();
        return Leverage.of(policy, 0.055);
    }

    @Test
    void loansAreAsDrawnUnlessABelievedBackstopIsAnnounced() {
        assertThat(leverage().factor()).isEqualTo(1);
        assertThat(leverage("policy.guarantee.share=0.5", "policy.belief=0").factor()).isEqualTo(1);
        assertThat(leverage("policy.guarantee.share=0.5", "policy.announced=false")).isEqualTo(Leverage.AS_DRAWN);
        assertThat(leverage("policy.guarantee.share=0.5", "policy.origination.responds=false")).isEqualTo(Leverage.AS_DRAWN);
        assertThat(leverage("policy.guarantee.share=0.5", "policy.guarantee.budgetUsd=0").factor()).isEqualTo(1);
        assertThat(leverage("policy.vendorFloor.shareOfFmv=0.9", "policy.standby.budgetUsd=1e12").factor())
                .as("the authority's backstop only").isEqualTo(1);
        assertThat(Leverage.AS_DRAWN.of(0.77)).isEqualTo(0.77);
    }

    /** The defaults stand for loans of about three quarters of cost, which is what is drawn. */
    @Test
    void theDefaultsPayForThreeQuarters() {
        OriginationParameters seen = Bound.parameters().policy().origination();
        AdvanceRate rate = new AdvanceRate(seen.hazardPerYear(), Bound.parameters().credit().loan().spread(),
                seen.priceShareOfCost(),
                seen.logSd(), seen.mostLtv());
        assertThat(rate.largest(0, 0)).isCloseTo(0.75, within(0.02));
    }

    @Test
    void theProductIsCappedAndNeverBelowWhatWasDrawn() {
        Leverage leverage = new Leverage(1.25, 0.9);
        assertThat(leverage.of(0.6)).isEqualTo(0.75);
        assertThat(leverage.of(0.8)).isEqualTo(0.9);
        assertThat(leverage.of(1.2)).isEqualTo(1.2);
    }
}
