package firesale.world;

import firesale.hardware.Hours;
import firesale.kernel.numerics.SmallMatrix;
import firesale.valuation.RevenuePath;

/**
 * The rent that one should expect, given the regime: E[R(t+s) | regime i] / R(t), from the trend, the remaining releases and
 * the regimes' demand. With demand D_j in regime j and generator Q of the regimes,
 * <pre>
 *   E[R(t+s) | i] / R(t) = e^(-delta_sw s) x product over releases of G^(-pass (Phi(t+s) - Phi(t))) x [exp(Qs) l]_i / l_i,
 *   l_j = D_j^(1/eta)
 * </pre>
 * Where releases are announced in the course of time, those that are known have the steps announced for them and the others are
 * an average drift ({@link ReleaseCalendar}); what rent really does is not touched by that.
 * Source: section "World" of the ODD document. Exact for regimes that change by the believed hazards, feedbacks off; a squeeze
 * that is scheduled and has a fixed length is foreseen by nobody.
 */
public final class RentOutlook {

    private static final int KNOTS = RevenuePath.SEGMENTS + 1;

    private final ReleaseCalendar releases;
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
        releases = new ReleaseCalendar(parameters);
        double weeks = ReleaseCalendar.TREND_YEARS * Hours.WEEKS_PER_YEAR;
        trendDecline = parameters.rent().declinePerYear();
        declineWithoutReleases = trendDecline - releaseLog(0, weeks) / ReleaseCalendar.TREND_YEARS;
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

    /** Log fall of rent through releases between two weeks (fractions allowed), whether anybody expected it or not. */
    public double releaseLog(double fromWeek, double toWeek) {
        return releases.log(fromWeek, toWeek);
    }

    /** Whether more is known of releases in a week than in the week before. */
    public boolean isNews(int week) {
        return releases.isNews(week);
    }

    /** Rent in a regime relative to calm, D^(1/eta). */
    public double demandFactor(Regime regime) {
        return demandFactor[regime.ordinal()];
    }

    /**
     * Sets a path to what is expected in a week, with what is known of releases by then.
     *
     * @param decline the believed decline between releases, 1/a; {@link #declineWithoutReleases()} is the true one
     */
    public void set(RevenuePath path, int week, Regime regime, double decline) {
        set(path, week, regime, decline, week);
    }

    /**
     * The same with what was known of releases in another week.
     *
     * @param known the week whose news are the latest
     */
    public void set(RevenuePath path, int week, Regime regime, double decline, int known) {
        double[] log = regimeLog[regime.ordinal()];
        double drift = decline + releases.unknownPerYear(known);
        for (int k = 1; k < KNOTS; k++) {
            double years = k * RevenuePath.STEP_YEARS;
            cumulative[k] = drift * years + releases.expectedLog(week, week + years * Hours.WEEKS_PER_YEAR, known) - log[k];
        }
        path.set(cumulative);
    }
}
