package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.analysis.Estimate;
import firesale.analysis.LossSample;
import firesale.analysis.RatioBootstrap;
import firesale.credit.LoanReturns;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which definition of the exposure the closed form needs. */
class ConstantHazardTest {

    private static final double WEEK = 7 / 365.25;

    @Test
    void theSpreadAsWritten() {
        assertThat(ConstantHazard.spread(0.1)).isCloseTo(0.6 * (Math.exp(0.1 * WEEK) - 1) / WEEK, within(1e-12));
        assertThat(ConstantHazard.spread(0.1)).isCloseTo(0.06 * (1 + 0.1 * WEEK / 2), within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 1, 5})
    void survivorsPayForThoseWhoFail(double hazard) {
        double spread = ConstantHazard.spread(hazard);
        assertThat(ConstantHazard.worth(hazard, ConstantHazard.BASE + spread, true)).isCloseTo(1, within(1e-5));
        assertThat(ConstantHazard.worth(hazard, ConstantHazard.BASE + spread * (0.6 + ConstantHazard.BASE * WEEK) / 0.6, false))
                .isCloseTo(1, within(1e-5));
    }

    /** Through the ledger, the sample and the bootstrap of kind: spread: within four standard errors, and these are small. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5})
    void theAnalysisFindsTheSpread(double hazard) {
        int loans = 1000;
        LossSample sample = new LossSample(loans);
        RandomStream random = new Streams(7).once(Kind.CHECK, 1, Purpose.VALIDATION);
        for (int i = 0; i < loans; i++) {
            double loss = 0;
            double exposure = 0;
            double earned = 0;
            for (int k = 0; k < 20; k++) {
                LoanReturns life = ConstantHazard.life(random, hazard, 0.1);
                loss += life.discountedLossUsd();
                exposure += life.exposureUsdYears();
                earned += life.earnedUsd();
            }
            sample.add(i, loss, exposure, earned);
        }
        RatioBootstrap bootstrap = new RatioBootstrap(loans);
        Estimate fair = bootstrap.estimate(sample::fair, loans, 0);
        double standardError = (fair.high() - fair.low()) / (2 * 1.96);
        assertThat(standardError).isBetween(0.001 * fair.value(), 0.03 * fair.value());
        assertThat((fair.value() - ConstantHazard.spread(hazard)) / standardError).isBetween(-4.0, 4.0);
        assertThat(bootstrap.estimate(sample::charged, loans, 0).value()).isCloseTo(0.1 - ConstantHazard.BASE, within(1e-6));
    }

    /** The spread on what is owed when the week begins is too little for the loan: who fails does not pay it. */
    @Test
    void theOtherExposureFallsShort() {
        double spread = ConstantHazard.spread(5) * Math.exp(-5 * WEEK);
        assertThat(ConstantHazard.worth(5, ConstantHazard.BASE + spread, true)).isLessThan(0.97);
    }

    /** Nor is the spread enough where the week's interest is lost with the loan, as in the model. */
    @Test
    void lostInterestCostsALittle() {
        double spread = ConstantHazard.spread(0.1);
        assertThat(1 - ConstantHazard.worth(0.1, ConstantHazard.BASE + spread, false)).isBetween(5e-5, 5e-4);
    }
}
