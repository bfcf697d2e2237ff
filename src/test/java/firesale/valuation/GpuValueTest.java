package firesale.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed form against numerical integration to 1e-9, relative to the value and to rounding of the gross flows. */
class GpuValueTest {

    private record Case(double revenue, double cost, double rate, double decline, double scrap, double life) {

        double value() {
            return GpuValue.of(revenue, cost, rate, decline, scrap, life);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "life binds", "cut-off binds", "rate to 0", "decline to 0", "decline below 0",
        "decline plus rate to 0", "revenue near threshold", "revenue below threshold", "no scrap", "negative rate"})
    void againstNumericalIntegration(String branch) {
        Random random = new Random(branch.hashCode());
        int positive = 0;
        for (int i = 0; i < 300; i++) {
            Case each = draw(branch, random);
            double expected = integrated(each);
            double gross = each.revenue * GpuValue.annuity(each.decline + each.rate, each.life);
            assertThat(each.value()).as("%s", each).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-14 * gross));
            positive += each.value() > each.scrap ? 1 : 0;
        }
        assertThat(positive).isGreaterThan(branch.equals("revenue below threshold") ? -1 : 100);
    }

    @ParameterizedTest
    @CsvSource({"13.5, 3.5, 0.12, 0.36, 0, 6, 12.9, 0.05", "8.1, 3.5, 0.20, 0.51, 0, 6, 2.95, 0.005"})
    void workedExamples(double revenue, double cost, double rate, double decline, double scrap, double life, double expected,
            double tolerance) {
        assertThat(GpuValue.of(revenue, cost, rate, decline, scrap, life)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void nobodyHasToRunAMachine() {
        assertThat(GpuValue.of(3, 3.5, 0.1, 0.3, 0.7, 6)).isEqualTo(0.7);
        assertThat(GpuValue.of(3.57, 3.5, 0.1, 0.3, 0.7, 6)).isEqualTo(0.7);
        assertThat(GpuValue.of(3, 3.5, 0.1, 0, 0.7, 6)).isEqualTo(0.7);
        assertThat(GpuValue.of(13, 3.5, 0.1, 0.3, 0.7, 0)).isEqualTo(0.7);
        assertThat(GpuValue.runYears(3.57, 3.5, 0.1, 0.3, 0.7, 6)).isZero();
    }

    @Test
    void theCutOffIsWhereRevenueMeetsCostAndTheReturnOnScrap() {
        double t = GpuValue.runYears(13.5, 3.5, 0.12, 0.36, 0.5, 60);
        assertThat(13.5 * Math.exp(-0.36 * t)).isCloseTo(3.5 + 0.12 * 0.5, within(1e-12));
    }

    /** No stopping time does better than the rule, and the rule is attained. */
    @Test
    void stoppingIsOptimal() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Case each = draw("general", random);
            double best = each.scrap;
            for (int k = 1; k <= 400; k++) {
                best = Math.max(best, run(each, each.life * k / 400));
            }
            assertThat(each.value()).as("%s", each).isGreaterThanOrEqualTo(best - 1e-10 * each.revenue);
            double t = GpuValue.runYears(each.revenue, each.cost, each.rate, each.decline, each.scrap, each.life);
            assertThat(each.value()).isCloseTo(Math.max(each.scrap, run(each, t)), within(1e-9 * each.value() + 1e-12));
        }
    }

    @Test
    void isMonotone() {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            Case c = draw("general", random);
            double step = 1 + random.nextDouble();
            double slack = 1e-11 * c.revenue;
            assertThat(GpuValue.of(c.revenue * step, c.cost, c.rate, c.decline, c.scrap, c.life)).isGreaterThanOrEqualTo(c.value() - slack);
            assertThat(GpuValue.of(c.revenue, c.cost * step, c.rate, c.decline, c.scrap, c.life)).isLessThanOrEqualTo(c.value() + slack);
            assertThat(GpuValue.of(c.revenue, c.cost, c.rate * step, c.decline, c.scrap, c.life)).isLessThanOrEqualTo(c.value() + slack);
            assertThat(GpuValue.of(c.revenue, c.cost, c.rate, c.decline * step, c.scrap, c.life)).isLessThanOrEqualTo(c.value() + slack);
            assertThat(GpuValue.of(c.revenue, c.cost, c.rate, c.decline, c.scrap, c.life * step)).isGreaterThanOrEqualTo(c.value() - slack);
        }
    }

    @Test
    void isContinuousWhereTheFormulaHasRemovableSingularities() {
        for (double tiny : new double[] {1e-5, 1e-7, 1e-9, 1e-11, 1e-12, 1e-13, 1e-15}) {
            assertThat(GpuValue.of(13, 3, tiny, 0.3, 0.5, 6)).isCloseTo(GpuValue.of(13, 3, 0, 0.3, 0.5, 6), within(200 * tiny + 1e-12));
            assertThat(GpuValue.of(13, 3, 0.1, tiny, 0.5, 6)).isCloseTo(GpuValue.of(13, 3, 0.1, 0, 0.5, 6), within(200 * tiny + 1e-12));
            assertThat(GpuValue.of(13, 3, 0.1, -0.1 + tiny, 0.5, 6))
                    .isCloseTo(GpuValue.of(13, 3, 0.1, -0.1, 0.5, 6), within(300 * tiny + 1e-12));
        }
    }

    private static Case draw(String branch, Random random) {
        double cost = 0.5 + 5 * random.nextDouble();
        double rate = 0.02 + 0.3 * random.nextDouble();
        double scrap = 2 * random.nextDouble();
        double decline = 0.02 + 0.7 * random.nextDouble();
        double life = 0.2 + 8 * random.nextDouble();
        double revenue = (cost + rate * scrap) * (1 + 4 * random.nextDouble());
        double tiny = Math.pow(10, -4 - 11 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        return switch (branch) {
            case "life binds" -> new Case((cost + rate * scrap) * Math.exp(decline * life) * 1.1, cost, rate, decline, scrap, life);
            case "cut-off binds" -> new Case((cost + rate * scrap) * Math.exp(decline * life * 0.9), cost, rate, decline, scrap, life);
            case "rate to 0" -> new Case(revenue, cost, tiny, decline, scrap, life);
            case "decline to 0" -> new Case(revenue, cost, rate, tiny, scrap, life);
            case "decline below 0" -> new Case(revenue, cost, rate, -decline, scrap, life);
            case "decline plus rate to 0" -> new Case(revenue, cost, rate, -rate + tiny, scrap, life);
            case "revenue near threshold" -> new Case((cost + rate * scrap) * (1 + Math.abs(tiny)), cost, rate, decline, scrap, life);
            case "revenue below threshold" -> new Case((cost + rate * scrap) * (1 - Math.abs(tiny)), cost, rate, decline, scrap, life);
            case "no scrap" -> new Case(revenue, cost, rate, decline, 0, life);
            case "negative rate" -> new Case(revenue + 1, cost, -rate / 4, decline, scrap, life);
            default -> new Case(revenue, cost, rate, decline, scrap, life);
        };
    }

    /** Runs until revenue, found by bisection, covers cost and the return on scrap no longer. */
    private static double integrated(Case c) {
        double threshold = c.cost + c.rate * c.scrap;
        double until = c.life;
        if (c.decline > 0) {
            if (c.revenue <= threshold) {
                return c.scrap;
            }
            double low = 0;
            double high = c.life;
            for (int i = 0; i < 200; i++) {
                double middle = (low + high) / 2;
                if (c.revenue * Math.exp(-c.decline * middle) > threshold) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            until = low;
        }
        return Math.max(c.scrap, run(c, until));
    }

    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

    private static double run(Case c, double until) {
        double sum = 0;
        int pieces = 8;
        for (int i = 0; i < pieces; i++) {
            GaussIntegrator rule = GAUSS.legendre(12, until * i / pieces, until * (i + 1) / pieces);
            sum += rule.integrate(t -> (c.revenue * Math.exp(-c.decline * t) - c.cost) * Math.exp(-c.rate * t));
        }
        return sum + c.scrap * Math.exp(-c.rate * until);
    }
}
