package firesale.world;

import firesale.hardware.Hours;
import firesale.kernel.numerics.SmallMatrix;
import firesale.valuation.RevenuePath;
import java.util.List;

/**
 * The rent that one should expect, given the regime: E[R(t+s) | regime i] / R(t), from the trend, the remaining releases and
 * the regimes' demand. With demand D_j in regime j and generator Q of the regimes,
 * <pre>
 *   E[R(t+s) | i] / R(t) = e^(-delta_sw s) x product over releases of G^(-pass (Phi(t+s) - Phi(t))) x [exp(Qs) l]_i / l_i,
 *   l_j = D_j^(1/eta)
 * </pre>
 * Source: section "World" of the ODD document. Exact for regimes that change by the believed hazards, feedbacks off; a squeeze
 * that is scheduled and has a fixed length is foreseen by nobody.
 */
public final class RentOutlook {

    private static final int KNOTS = RevenuePath.SEGMENTS + 1;
    /** Over how many years releases are averaged when the trend is divided between releases and software. */
    private static final double TREND_YEARS = 5;

    private final double[] releaseLogStep;
    private final double[] releaseStartWeek;
    private final double[] releaseRampWeeks;
    private final double trendDecline;
    private final double declineWithoutReleases;
    private final double[][] regimeLog = new double[Regime.values().length][KNOTS];
    private final double[] demandFactor = new double[Regime.values().length];
    private final double[] cumulative = new double[KNOTS];

    public RentOutlook(MarketParameters parameters) {
        this(parameters, false);
    }

    /**
     * @param observed whether rent is replayed: it then shows already what a regime does to demand, and no rebound is expected
     */
    RentOutlook(MarketParameters parameters, boolean observed) {
        List<Release> releases = parameters.releases();
        releaseLogStep = releases.stream().mapToDouble(Release::logStep).toArray();
        releaseStartWeek = releases.stream().mapToDouble(release -> release.startWeek(parameters.start())).toArray();
        releaseRampWeeks = releases.stream().mapToDouble(Release::rampWeeks).toArray();
        double weeks = TREND_YEARS * Hours.WEEKS_PER_YEAR;
        trendDecline = parameters.rent().declinePerYear();
        declineWithoutReleases = trendDecline - releaseLog(0, weeks) / TREND_YEARS;
        for (Regime regime : Regime.values()) {
            demandFactor[regime.ordinal()] = observed ? 1
                    : StrictMath.exp(StrictMath.log(parameters.of(regime).demand()) / parameters.rent().demandElasticity());
        }
        double toSqueeze = parameters.squeeze().believedPerYear();
        double toEasing = Hours.WEEKS_PER_YEAR / parameters.squeeze().policyDelayWeeks();
        double toCalm = Hours.WEEKS_PER_YEAR / parameters.squeeze().easingWeeks();
        double h = RevenuePath.STEP_YEARS;
        double[][] step = SmallMatrix.exponential(new double[][] {
            {-toSqueeze * h, toSqueeze * h, 0},
            {0, -toEasing * h, toEasing * h},
            {toCalm * h, 0, -toCalm * h}});
        double[] expected = demandFactor.clone();
        for (int k = 1; k < KNOTS; k++) {
            expected = SmallMatrix.product(step, expected);
            for (int i = 0; i < expected.length; i++) {
                regimeLog[i][k] = StrictMath.log(expected[i] / demandFactor[i]);
            }
        }
    }

    /** The decline of rent in all, releases included, 1/a. */
    public double trendDecline() {
        return trendDecline;
    }

    /** The decline of rent that software and competition cause between releases, 1/a: the trend less the average release. */
    public double declineWithoutReleases() {
        return declineWithoutReleases;
    }

    /** Log fall of rent through releases between two weeks (fractions allowed). */
    public double releaseLog(double fromWeek, double toWeek) {
        double sum = 0;
        for (int g = 0; g < releaseLogStep.length; g++) {
            sum += releaseLogStep[g] * (ramp(g, toWeek) - ramp(g, fromWeek));
        }
        return sum;
    }

    /** The share of a release's ramp that is over, Phi. */
    private double ramp(int release, double week) {
        return StrictMath.max(0, StrictMath.min(1, (week - releaseStartWeek[release]) / releaseRampWeeks[release]));
    }

    /** Rent in a regime relative to calm, D^(1/eta). */
    public double demandFactor(Regime regime) {
        return demandFactor[regime.ordinal()];
    }

    /**
     * Sets a path to what is expected in a week.
     *
     * @param decline the believed decline between releases, 1/a; {@link #declineWithoutReleases()} is the true one
     */
    public void set(RevenuePath path, int week, Regime regime, double decline) {
        double[] log = regimeLog[regime.ordinal()];
        for (int k = 1; k < KNOTS; k++) {
            double years = k * RevenuePath.STEP_YEARS;
            cumulative[k] = decline * years + releaseLog(week, week + years * Hours.WEEKS_PER_YEAR) - log[k];
        }
        path.set(cumulative);
    }
}
