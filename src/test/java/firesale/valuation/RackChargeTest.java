package firesale.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RackChargeTest {

    @Test
    void isTheShareOfTheAnnuity() {
        double expected = 2000 * 1.275 * (1 - Math.exp(-0.15 * 3)) / (1 - Math.exp(-0.15 * 15));
        assertThat(RackCharge.usdPerGpu(2000, 1.275, 0.15, 3, 15)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void withoutDiscountingItIsStraightLine() {
        assertThat(RackCharge.usdPerGpu(3000, 2, 0, 5, 15)).isCloseTo(2000, within(1e-9));
        assertThat(RackCharge.usdPerGpu(3000, 2, 1e-13, 5, 15)).isCloseTo(2000, within(1e-6));
    }

    @Test
    void isNeverMoreThanTheWholeAndNeverLessThanNothing() {
        assertThat(RackCharge.usdPerGpu(2000, 1, 0.1, 20, 15)).isCloseTo(2000, within(1e-9));
        assertThat(RackCharge.usdPerGpu(2000, 1, 0.1, 0, 15)).isZero();
    }

    /** The charges of machines that follow each other for the life of the racks pay for them exactly. */
    @Test
    void chargesOfSuccessorsPayForTheRacks() {
        double rate = 0.12;
        double paid = 0;
        double at = 0;
        for (double run : new double[] {2.5, 4, 0.7, 7.8}) {
            paid += RackCharge.usdPerGpu(2000, 1.3, rate, run, 15) * Math.exp(-rate * at);
            at += run;
        }
        assertThat(at).isEqualTo(15);
        assertThat(paid).isCloseTo(2600, within(1e-9));
    }
}
