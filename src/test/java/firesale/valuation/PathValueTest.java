package firesale.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value along a path against brute force over stopping times, and against the closed form where the path is constant. */
class PathValueTest {

    private static final double[] NODES = {-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640};
    private static final double[] WEIGHTS =
            {0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891};

    private final Outlook outlook = new Outlook();
    private final Start start = new Start();
    private final PathValue pathValue = new PathValue();

    private record Case(double[] declines, double disagreement, double base, double premium, double lead, double revenue, double cost,
            double scrap, double life) {

        double rate() {
            return base + premium;
        }

        /** Rent some years from now as a multiple of today's, segment by segment. */
        double rent(double years) {
            double log = disagreement * years;
            for (int k = 0; k < declines.length; k++) {
                double from = k * 0.5;
                double to = k == declines.length - 1 ? Double.POSITIVE_INFINITY : from + 0.5;
                log += declines[k] * Math.max(0, Math.min(years, to) - from);
            }
            return Math.exp(-log);
        }

        double flow(double years) {
            return (revenue * rent(years) - cost) * Math.exp(-rate() * years);
        }

        double excess(double years) {
            return revenue * rent(years) - cost - rate() * scrap;
        }
    }

    private double value(Case c) {
        double[] cumulative = new double[RevenuePath.SEGMENTS + 1];
        for (int k = 0; k < RevenuePath.SEGMENTS; k++) {
            cumulative[k + 1] = cumulative[k] + c.declines[k] * RevenuePath.STEP_YEARS;
        }
        RevenuePath path = new RevenuePath();
        path.set(cumulative);
        outlook.set(path, new Knots(c.disagreement), new Knots(c.base), new Knots(c.premium));
        start.set(outlook, c.lead);
        return pathValue.of(outlook, start, c.revenue, c.cost, c.scrap, c.life);
    }

    /** The best over a grid of stopping times, refined by bisection wherever revenue falls through the threshold. */
    private static double bruteForce(Case c) {
        double running = 0;
        double best = c.scrap * Math.exp(-c.rate() * c.lead);
        double a = c.lead;
        while (a < c.life) {
            double knot = (Math.floor(a / 0.5 + 1e-12) + 1) * 0.5;
            double b = Math.min(Math.min(a + 0.02, knot), c.life);
            if (c.excess(a) > 0 && c.excess(b) < 0) {
                double low = a;
                double high = b;
                for (int i = 0; i < 100; i++) {
                    double middle = (low + high) / 2;
                    if (c.excess(middle) > 0) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                best = Math.max(best, running + integral(c, a, low) + c.scrap * Math.exp(-c.rate() * low));
            }
            running += integral(c, a, b);
            best = Math.max(best, running + c.scrap * Math.exp(-c.rate() * b));
            a = b;
        }
        return best;
    }

    private static double integral(Case c, double a, double b) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * c.flow((a + b) / 2 + (b - a) / 2 * NODES[i]);
        }
        return sum * (b - a) / 2;
    }

    private static Case draw(String branch, Random random) {
        double[] declines = new double[RevenuePath.SEGMENTS];
        for (int k = 0; k < declines.length; k++) {
            declines[k] = branch.equals("falls") ? 0.6 * random.nextDouble() : 0.2 + 0.6 * random.nextGaussian();
        }
        if (branch.equals("flat stretches")) {
            for (int k = 0; k < declines.length; k++) {
                declines[k] = random.nextInt(3) == 0 ? 0.4 : 0;
            }
        }
        double base = 0.05 + 0.2 * random.nextDouble();
        double premium = 0.1 * random.nextDouble() - 0.03;
        if (branch.equals("rate to 0")) {
            premium = -base + 1e-4 * random.nextGaussian() * Math.pow(10, -6 * random.nextDouble());
        }
        double disagreement = branch.equals("decline plus rate to 0") ? -declines[3] - base - premium + 1e-6 * random.nextGaussian()
                : 0.1 * random.nextGaussian();
        double lead = random.nextInt(3) == 0 ? 0 : random.nextInt(3) == 0 ? 0.5 * random.nextInt(4) : 1.5 * random.nextDouble();
        double cost = 1 + 4 * random.nextDouble();
        double scrap = random.nextInt(3) == 0 ? 0 : 2 * random.nextDouble();
        double revenue = cost * (0.6 + 3 * random.nextDouble());
        double life = random.nextInt(4) == 0 ? 0.5 * random.nextInt(24) : 11.9 * random.nextDouble();
        return new Case(declines, disagreement, base, premium, lead, revenue, cost, scrap, life);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rises after falls", "falls", "flat stretches", "rate to 0", "decline plus rate to 0"})
    void againstBruteForceOverStoppingTimes(String branch) {
        Random random = new Random(branch.hashCode());
        int worthRunning = 0;
        for (int i = 0; i < 200; i++) {
            Case each = draw(branch, random);
            double expected = bruteForce(each);
            assertThat(value(each)).as("%s", each).isCloseTo(expected, within(1e-9 * expected + 1e-13 * each.revenue));
            double run = pathValue.runYears();
            assertThat(run).isBetween(0.0, Math.max(0, each.life - each.lead) + 1e-12);
            double attained = each.scrap * Math.exp(-each.rate() * (each.lead + run));
            for (double a = each.lead; a < each.lead + run - 1e-12;) {
                double b = Math.min((Math.floor(a / 0.5 + 1e-12) + 1) * 0.5, each.lead + run);
                for (int p = 0; p < 8; p++) {
                    attained += integral(each, a + (b - a) * p / 8, a + (b - a) * (p + 1) / 8);
                }
                a = b;
            }
            assertThat(attained).as("stopping after the reported time").isCloseTo(expected, within(1e-9 * expected + 1e-12 * each.revenue));
            worthRunning += run > 0 ? 1 : 0;
        }
        assertThat(worthRunning).isGreaterThan(60);
    }

    @Test
    void ofAConstantPathIsTheClosedForm() {
        Random random = new Random(4);
        double[] declines = new double[RevenuePath.SEGMENTS];
        for (int i = 0; i < 1000; i++) {
            Case c = draw("falls", random);
            double decline = random.nextInt(5) == 0 ? -0.1 : random.nextInt(5) == 0 ? 0 : 0.7 * random.nextDouble();
            java.util.Arrays.fill(declines, decline);
            Case constant = new Case(declines, c.disagreement, c.base, c.premium, c.lead, c.revenue, c.cost, c.scrap, c.life);
            double total = decline + c.disagreement;
            double expected = Math.exp(-c.rate() * c.lead) * (c.life <= c.lead ? c.scrap
                    : GpuValue.of(c.revenue * Math.exp(-total * c.lead), c.cost, c.rate(), total, c.scrap, c.life - c.lead));
            if (total <= 0 && c.revenue < c.cost + c.rate() * c.scrap) {
                continue;
            }
            assertThat(value(constant)).as("%s", constant).isCloseTo(expected, within(1e-9 * expected + 1e-13 * c.revenue));
        }
    }

    /** Revenue meets the threshold exactly at a knot: the machine stops there and does not run on at a loss. */
    @Test
    void stopsWhereTheThresholdIsMetAtAKnot() {
        RevenuePath path = RevenuePath.constant(0.4);
        outlook.set(path, new Knots(0), new Knots(0.1), new Knots(0));
        start.set(outlook, 0);
        for (int k = 1; k < 10; k++) {
            double cost = 10 * path.factor(k);
            double expected = GpuValue.of(10, cost, 0.1, 0.4, 0, 7);
            assertThat(pathValue.of(outlook, start, 10, cost, 0, 7)).as("knot %d", k).isCloseTo(expected, within(1e-9 * expected));
            assertThat(pathValue.runYears()).isCloseTo(k * 0.5, within(1e-9));
        }
    }

    @Test
    void aMachineBeyondItsLifeIsScrap() {
        Case old = new Case(new double[RevenuePath.SEGMENTS], 0, 0.1, 0, 0.25, 10, 2, 0.5, -1);
        assertThat(value(old)).isCloseTo(0.5 * Math.exp(-0.025), within(1e-12));
        assertThat(pathValue.runYears()).isZero();
    }

    @Test
    void isMonotone() {
        Random random = new Random(6);
        for (int i = 0; i < 500; i++) {
            Case c = draw("rises after falls", random);
            double slack = 1e-11 * c.revenue;
            double v = value(c);
            assertThat(value(new Case(c.declines, c.disagreement, c.base, c.premium, c.lead, c.revenue * 1.2, c.cost, c.scrap, c.life)))
                    .isGreaterThanOrEqualTo(v - slack);
            assertThat(value(new Case(c.declines, c.disagreement, c.base, c.premium, c.lead, c.revenue, c.cost * 1.2, c.scrap, c.life)))
                    .isLessThanOrEqualTo(v + slack);
            assertThat(value(new Case(c.declines, c.disagreement, c.base, c.premium, c.lead, c.revenue, c.cost, c.scrap, c.life + 1)))
                    .isGreaterThanOrEqualTo(v - slack);
            assertThat(value(new Case(c.declines, c.disagreement + 0.1, c.base, c.premium, c.lead, c.revenue, c.cost, c.scrap, c.life)))
                    .isLessThanOrEqualTo(v + slack);
        }
    }

    /** With falling rent every flow until the stop is positive, so that a higher rate lowers the value. */
    @Test
    void fallsWithTheRate() {
        Random random = new Random(9);
        for (int i = 0; i < 500; i++) {
            Case c = draw("falls", random);
            Case falling = new Case(c.declines, Math.abs(c.disagreement), c.base, c.premium, c.lead, c.revenue, c.cost, c.scrap, c.life);
            Case dearer = new Case(c.declines, Math.abs(c.disagreement), c.base + 0.05, c.premium, c.lead, c.revenue, c.cost, c.scrap, c.life);
            assertThat(value(dearer)).isLessThanOrEqualTo(value(falling) + 1e-11 * c.revenue);
        }
    }

    @Test
    void pathsAreReadBetweenKnots() {
        Random random = new Random(10);
        Case c = draw("rises after falls", random);
        Case plain = new Case(c.declines, 0, c.base, 0, 0, c.revenue, c.cost, c.scrap, c.life);
        value(plain);
        double[] cumulative = new double[RevenuePath.SEGMENTS + 1];
        for (int k = 0; k < RevenuePath.SEGMENTS; k++) {
            cumulative[k + 1] = cumulative[k] + c.declines[k] * 0.5;
        }
        RevenuePath path = new RevenuePath();
        path.set(cumulative);
        for (double years = 0; years < 14; years += 0.09) {
            assertThat(path.factorAt(years)).isCloseTo(plain.rent(years), within(1e-12 * plain.rent(years)));
        }
    }
}
