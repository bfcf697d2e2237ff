package firesale.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a guarantee pays as losses on fleets come and go. Cents. */
class GuaranteeTest {

    private static Guarantee guarantee(double share, long budget, Trigger trigger) {
        return new Guarantee(new GuaranteeParameters(share, budget / 100.0, 0, trigger, 0.1), budget,
                new Alarm(trigger, 0.1, null));
    }

    @Test
    void paysItsShareAndGetsItBack() {
        Guarantee half = guarantee(0.5, 1_000_000, Trigger.ALWAYS);
        assertThat(half.settle(3, 0, 10_001)).as("half of 10,001, to even").isEqualTo(5_000);
        assertThat(half.settle(3, 10_001, 4_000)).isEqualTo(-3_000);
        assertThat(half.settle(40, -500, 1_000)).as("a gain counts as no loss").isEqualTo(500);
        assertThat(half.settle(3, 4_000, -200)).isEqualTo(-2_000);
        assertThat(half.settle(3, -200, -100)).isZero();
        assertThat(half.paid()).isEqualTo(500);
    }

    /**
     * 3,000 are left of a budget of 5,000 when 10,000 are lost: 6,000 of it are under the guarantee. Half of it comes back: so
     * does half of 3,000.
     */
    @Test
    void theBudgetEndsItAndWhatComesBackRefillsIt() {
        Guarantee half = guarantee(0.5, 5_000, Trigger.ALWAYS);
        assertThat(half.settle(0, 0, 4_000)).isEqualTo(2_000);
        assertThat(half.settle(1, 0, 10_000)).isEqualTo(3_000);
        assertThat(half.isInForce()).isFalse();
        assertThat(half.settle(2, 0, 10_000)).isZero();
        assertThat(half.settle(1, 10_000, 5_000)).isEqualTo(-1_500);
        assertThat(half.isInForce()).isTrue();
        assertThat(half.settle(2, 10_000, 12_000)).as("only what is lost now").isEqualTo(1_000);
        assertThat(half.settle(2, 12_000, 6_000)).as("of 12,000 lost 2,000 are under it").isEqualTo(-500);
    }

    @Test
    void lossesBeforeTheTriggerAreNotCovered() {
        Guarantee all = guarantee(1, 1_000_000, Trigger.LOSSES);
        assertThat(all.settle(0, 0, 5_000)).isZero();
        all.observe(0.1);
        assertThat(all.isInForce()).as("has to be exceeded").isFalse();
        all.observe(0.11);
        assertThat(all.settle(0, 5_000, 8_000)).isEqualTo(3_000);
        all.observe(0);
        assertThat(all.isInForce()).as("for good").isTrue();
        assertThat(all.settle(0, 8_000, 4_000)).as("three eighths of what comes back").isEqualTo(-1_500);
    }

    /**
     * Whatever happens, it bears between nothing and its share of what is lost, within its budget, and exactly that share
     * without limits.
     */
    @Test
    void bearsNoMoreThanItsShare() {
        Random random = new Random(1);
        for (int run = 0; run < 300; run++) {
            double share = random.nextDouble();
            boolean limited = run % 2 == 0;
            long budget = limited ? random.nextInt(400_000) : Long.MAX_VALUE / 4;
            Guarantee guarantee = guarantee(share, budget, Trigger.ALWAYS);
            long[] loss = new long[20];
            long[] paid = new long[20];
            for (int i = 0; i < 200; i++) {
                int fleet = random.nextInt(20);
                long next = random.nextInt(100_000) - 10_000;
                paid[fleet] += guarantee.settle(fleet, loss[fleet], next);
                loss[fleet] = next;
                assertThat(paid[fleet]).isBetween(0L, (long) Math.rint(share * Math.max(0, next)) + 1);
                assertThat(limited || paid[fleet] == (long) Math.rint(share * Math.max(0, next))).isTrue();
                assertThat(guarantee.paid()).isBetween(0L, budget);
            }
            long sum = 0;
            for (long each : paid) {
                sum += each;
            }
            assertThat(guarantee.paid()).isEqualTo(sum);
        }
    }

    @Test
    void noneDoesNothing() {
        assertThat(Guarantee.none().settle(99, 0, 1_000_000)).isZero();
        assertThat(Guarantee.none().isInForce()).isFalse();
    }
}
