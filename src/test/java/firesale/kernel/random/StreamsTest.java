package firesale.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private static final int DRAWS = 400_000;

    private final Streams streams = new Streams(20260105);

    @Test
    void aMillionKeysDoNotCollide() {
        int ids = 100;
        int weeks = 92;
        long[] keys = new long[Kind.values().length * Purpose.values().length * ids * weeks];
        int n = 0;
        for (Kind kind : Kind.values()) {
            for (Purpose purpose : Purpose.values()) {
                for (int id = 0; id < ids; id++) {
                    for (int week = 0; week < weeks; week++) {
                        // as identities stand: small numbers, kinds of buyers in strides, and cohorts in thousands
                        long identity = id < 40 ? id : id < 70 ? (id - 39) * 1_000_000_000L + 1 : (id - 70) * 1000L + 500;
                        keys[n++] = streams.number(kind, identity, purpose, week - 1);
                    }
                }
            }
        }
        assertThat(n).isGreaterThan(1_000_000);
        Arrays.sort(keys);
        for (int i = 1; i < n; i++) {
            assertThat(keys[i] != keys[i - 1]).isTrue();
        }
    }

    @Test
    void neighbouringSeedsHaveNoStreamInCommon() {
        long[] keys = new long[200_000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new Streams(i - 100_000L).number(Kind.WORLD, 0, Purpose.REGIME, 1);
        }
        Arrays.sort(keys);
        assertThat(Arrays.stream(keys).distinct().count()).isEqualTo(keys.length);
    }

    @Test
    void drawsDoNotDependOnOtherDraws() {
        double[] forwards = new double[100];
        for (int i = 0; i < forwards.length; i++) {
            forwards[i] = streams.weekly(Kind.BUYER, i, Purpose.ATTENDANCE, 7).uniform();
        }
        Streams again = new Streams(20260105);
        again.once(Kind.LOT, 3, Purpose.BELIEF).normal();
        for (int i = forwards.length - 1; i >= 0; i--) {
            RandomStream stream = again.weekly(Kind.BUYER, i, Purpose.ATTENDANCE, 7);
            again.weekly(Kind.BUYER, i, Purpose.ATTENDANCE, 8).uniform();
            assertThat(stream.uniform()).isEqualTo(forwards[i]);
        }
    }

    @Test
    void everyPartOfTheKeyMatters() {
        double base = streams.weekly(Kind.BUYER, 1, Purpose.BELIEF, 2).uniform();
        assertThat(new double[] {
            new Streams(20260106).weekly(Kind.BUYER, 1, Purpose.BELIEF, 2).uniform(),
            streams.weekly(Kind.LENDER, 1, Purpose.BELIEF, 2).uniform(),
            streams.weekly(Kind.BUYER, 2, Purpose.BELIEF, 2).uniform(),
            streams.weekly(Kind.BUYER, 1, Purpose.WAIVER, 2).uniform(),
            streams.weekly(Kind.BUYER, 1, Purpose.BELIEF, 3).uniform(),
            streams.weekly(Kind.BUYER, 2, Purpose.BELIEF, 1).uniform(),
            streams.once(Kind.BUYER, 1, Purpose.BELIEF).uniform()}).doesNotContain(base).doesNotHaveDuplicates();
    }

    /** Standard errors: mean 0.2887/sqrt(n), variance 0.0745/sqrt(n), lag correlation 1/sqrt(n); four of them allowed. */
    @ParameterizedTest
    @ValueSource(strings = {"within", "weeks", "identities"})
    void uniformMoments(String what) {
        double[] u = draws(what, RandomStream::uniform);
        double root = Math.sqrt(u.length);
        assertThat(mean(u, i -> u[i])).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12) / root));
        assertThat(mean(u, i -> (u[i] - 0.5) * (u[i] - 0.5))).isCloseTo(1.0 / 12, within(4 * Math.sqrt(1.0 / 180) / root));
        assertThat(mean(u, i -> i == 0 ? 0 : 12 * (u[i] - 0.5) * (u[i - 1] - 0.5))).isCloseTo(0, within(4 / root));
        int[] cells = new int[256];
        for (double each : u) {
            cells[(int) (each * 256)]++;
        }
        double chi = 0;
        double expected = u.length / 256.0;
        for (int cell : cells) {
            chi += (cell - expected) * (cell - expected) / expected;
        }
        // chi-square with 255 degrees of freedom: mean 255, standard deviation 22.6
        assertThat(chi).isBetween(255 - 4 * 22.6, 255 + 4 * 22.6);
    }

    /** Standard errors: mean 1, variance sqrt 2, third moment sqrt 15, fourth moment sqrt 96, each over sqrt(n). */
    @ParameterizedTest
    @ValueSource(strings = {"within", "weeks", "identities"})
    void normalMoments(String what) {
        double[] z = draws(what, RandomStream::normal);
        double root = Math.sqrt(z.length);
        assertThat(mean(z, i -> z[i])).isCloseTo(0, within(4 / root));
        assertThat(mean(z, i -> z[i] * z[i])).isCloseTo(1, within(4 * Math.sqrt(2) / root));
        assertThat(mean(z, i -> z[i] * z[i] * z[i])).isCloseTo(0, within(4 * Math.sqrt(15) / root));
        assertThat(mean(z, i -> z[i] * z[i] * z[i] * z[i])).isCloseTo(3, within(4 * Math.sqrt(96) / root));
    }

    @Test
    void chanceAndBelowHaveTheirFrequencies() {
        int hits = 0;
        int[] counts = new int[13];
        for (int i = 0; i < DRAWS; i++) {
            hits += streams.weekly(Kind.BORROWER, i, Purpose.WAIVER, 13).chance(0.3) ? 1 : 0;
            counts[streams.once(Kind.BORROWER, i, Purpose.REPOSSESSION).below(13)]++;
        }
        // binomial: standard error sqrt(p (1 - p) / n)
        assertThat(hits / (double) DRAWS).isCloseTo(0.3, within(4 * Math.sqrt(0.21 / DRAWS)));
        for (int count : counts) {
            assertThat(count / (double) DRAWS).isCloseTo(1.0 / 13, within(4.5 * Math.sqrt(12.0 / 169 / DRAWS)));
        }
    }

    /** The median of a log-normal, and the standard deviation of its logarithm; the median's standard error is 1.2533 sigma / sqrt(n). */
    @Test
    void logNormalByItsMedian() {
        double[] logs = new double[100_000];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(streams.once(Kind.BORROWER, i, Purpose.POPULATION).logNormal(4000, 1.2) / 4000);
        }
        Arrays.sort(logs);
        assertThat(logs[logs.length / 2]).isCloseTo(0, within(4 * 1.2533 * 1.2 / Math.sqrt(logs.length)));
        assertThat(mean(logs, i -> logs[i] * logs[i])).isCloseTo(1.44, within(4 * 1.44 * Math.sqrt(2.0 / logs.length)));
        assertThat(streams.once(Kind.BUYER, 1, Purpose.ENDOWMENT).logNormal(0, 1)).isZero();
    }

    private interface Draw {
        double of(RandomStream stream);
    }

    private double[] draws(String what, Draw draw) {
        RandomStream one = streams.once(Kind.RUN, 0, Purpose.BOOTSTRAP);
        double[] x = new double[DRAWS];
        for (int i = 0; i < x.length; i++) {
            x[i] = draw.of(switch (what) {
                case "within" -> one;
                case "weeks" -> streams.weekly(Kind.WORLD, 0, Purpose.INNOVATIONS, i);
                default -> streams.once(Kind.BUYER, i, Purpose.ENDOWMENT);
            });
        }
        return x;
    }

    private static double mean(double[] x, IntToDoubleFunction of) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += of.applyAsDouble(i);
        }
        return sum / x.length;
    }
}
