package firesale.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JackknifeTest {

    /** Of a mean it is the usual standard error: values 1, 2, 6 have variance 7, so sqrt(7 / 3). */
    @Test
    void ofAMeanItIsTheUsualOne() {
        assertThat(Jackknife.standardError(new double[] {8 / 2.0, 7 / 2.0, 3 / 2.0})).isCloseTo(Math.sqrt(7.0 / 3), within(1e-12));
    }

    @Test
    void oneReplicationCannotTell() {
        assertThat(Jackknife.standardError(new double[] {4})).isNaN();
        assertThat(Jackknife.standardError(new double[0])).isNaN();
        assertThat(Jackknife.standardError(new double[] {4, Double.NaN, 3})).isNaN();
        assertThat(Jackknife.standardError(new double[] {4, 4})).isZero();
    }

    /**
     * Of the index a^2 / (a^2 + b^2) of two mean slopes over four seeds: the mean square of the error is the variance of the index
     * over seeds within 15 %, over 20,000 sets of seeds (a squared error of three degrees of freedom: about 1 % of sampling error).
     */
    @Test
    void ofAnIndexOfFourSeedsItIsItsDeviationOverSeeds() {
        SplittableRandom random = new SplittableRandom(5);
        double squares = 0;
        double sum = 0;
        double sumOfSquares = 0;
        int sets = 20_000;
        for (int set = 0; set < sets; set++) {
            double[][] slopes = new double[4][];
            for (int r = 0; r < 4; r++) {
                slopes[r] = new double[] {1 + 0.2 * random.nextGaussian(), 0.7 + 0.2 * random.nextGaussian()};
            }
            double[] without = new double[4];
            for (int r = 0; r < 4; r++) {
                without[r] = index(slopes, r);
            }
            double error = Jackknife.standardError(without);
            squares += error * error / sets;
            double index = index(slopes, -1);
            sum += index / sets;
            sumOfSquares += index * index / sets;
        }
        assertThat(squares).isCloseTo(sumOfSquares - sum * sum, within(0.15 * squares));
    }

    private static double index(double[][] slopes, int without) {
        double a = 0;
        double b = 0;
        for (int r = 0; r < slopes.length; r++) {
            a += r == without ? 0 : slopes[r][0];
            b += r == without ? 0 : slopes[r][1];
        }
        return a * a / (a * a + b * b);
    }
}
