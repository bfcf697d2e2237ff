package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.Lease;
import org.junit.jupiter.api.Test;

/** Rent to come and damages, worked by hand. */
class LeaseTest {

    private static final double YEAR = 365.25 / 7;

    @Test
    void itRunsToItsEndOrItsRejection() {
        Lease lease = new Lease(100, 104);
        assertThat(lease.runs(103)).isTrue();
        assertThat(lease.runs(104)).isFalse();
        assertThat(lease.isRejected()).isFalse();
        lease.reject();
        assertThat(lease.runs(0)).isFalse();
    }

    @Test
    void theRentOfAWeekIsDueOnce() {
        Lease lease = new Lease(100, 104);
        assertThat(lease.nextDue(7)).isEqualTo(7);
        lease.paid(7);
        assertThat(lease.isPaid(7)).isTrue();
        assertThat(lease.nextDue(7)).isEqualTo(8);
        assertThat(lease.nextDue(8)).isEqualTo(8);
    }

    /** 100 a week for two years at 9 %: 100 x 52.18 x (1 - e^-0.18) / 0.09; nothing after the end, the sum at no rate. */
    @Test
    void presentValueOfTheRentToCome() {
        Lease lease = new Lease(100, 104);
        double years = 104 / YEAR;
        assertThat(lease.presentValueUsd(0, 0.09)).isCloseTo(100 * YEAR * (1 - Math.exp(-0.09 * years)) / 0.09, within(1e-8));
        assertThat(lease.presentValueUsd(0, 0)).isCloseTo(10_400, within(1e-8));
        assertThat(lease.presentValueUsd(100, 0)).isCloseTo(400, within(1e-9));
        assertThat(lease.presentValueUsd(104, 0.09)).isZero();
        assertThat(lease.presentValueUsd(200, 0.09)).isZero();
    }

    /** Let anew the machines bring 80 a week that fall by 30 % a year, and cost 30 a week that do not fall. */
    @Test
    void damagesAreTheRentLessWhatLettingAnewBrings() {
        Lease lease = new Lease(100, 104);
        double years = 104 / YEAR;
        double rent = 100 * (1 - Math.exp(-0.09 * years)) / 0.09;
        double relet = 80 * (1 - Math.exp(-0.39 * years)) / 0.39 - 30 * (1 - Math.exp(-0.09 * years)) / 0.09;
        assertThat(lease.damagesUsd(0, 0.09, 80, 30, 0.3)).isCloseTo(YEAR * (rent - relet), within(1e-8));
        assertThat(lease.damagesUsd(0, 0.09, 20, 30, 0.3)).as("nobody lets at a loss").isCloseTo(YEAR * rent, within(1e-8));
        assertThat(lease.damagesUsd(0, 0.09, 500, 30, 0.3)).as("no gain from rejection").isZero();
        assertThat(lease.damagesUsd(0, 0, 100, 0, 0)).isCloseTo(0, within(1e-8));
        assertThat(lease.damagesUsd(104, 0.09, 0, 30, 0.3)).as("nothing was to come").isZero();
    }
}
