package firesale.world;

import firesale.hardware.Hours;
import java.util.List;

/**
 * What releases do to rent, and what the market knows of that in a week. Of a release that it does not know it expects the
 * average: the step over {@link #TREND_YEARS}, at a constant rate, so that whoever knows of no release expects the trend, no more
 * and no less. An announcement puts the dated ramp in the place of that average. It is about when, hardly about how much: what it
 * moves is brought forward or put off. With Phi for the ramp, G' for the announced gain and years s,
 * <pre>
 *   expected log fall by a release from t to t + s = pass ln G s / 5                                    before its announcement
 *                                                  = pass ln G' (Phi(t+s) - Phi(t))                     after it
 *                                                  = pass ln G (Phi(t+s) - Phi(t))                      once the ramp has begun
 * </pre>
 * From the week in which the ramp begins the machines can be tested and the true gain is known. A surprise is therefore over
 * before rent shows any of it, and whoever learns from rent can take the true step off it: nothing is counted twice.
 */
final class ReleaseCalendar {

    /** Over how many years releases are averaged when the trend is divided between releases and software. */
    static final double TREND_YEARS = 5;

    private final int count;
    private final double[] logStep;
    private final double[] announcedLogStep;
    private final double[] startWeek;
    private final double[] rampWeeks;
    private final Release.Ramp[] ramp;
    private final double[] knownWeek;
    private final double[] averagePerYear;

    ReleaseCalendar(MarketParameters parameters) {
        List<Release> releases = parameters.releases();
        count = releases.size();
        logStep = new double[count];
        announcedLogStep = new double[count];
        startWeek = new double[count];
        rampWeeks = new double[count];
        ramp = new Release.Ramp[count];
        knownWeek = new double[count];
        averagePerYear = new double[count];
        boolean waits = parameters.announcements() == Announcements.ANNOUNCED;
        for (int g = 0; g < count; g++) {
            Release release = releases.get(g);
            logStep[g] = release.logStep();
            announcedLogStep[g] = release.announcedLogStep();
            startWeek[g] = release.startWeek(parameters.start());
            rampWeeks[g] = release.rampWeeks();
            ramp[g] = release.ramp();
            knownWeek[g] = waits ? release.knownWeek(parameters.start()) : Double.NEGATIVE_INFINITY;
            averagePerYear[g] = logStep[g] * (over(g, TREND_YEARS * Hours.WEEKS_PER_YEAR) - over(g, 0)) / TREND_YEARS;
        }
    }

    private double over(int release, double week) {
        return ramp[release].over((week - startWeek[release]) / rampWeeks[release]);
    }

    /** True log fall of rent between two weeks (fractions allowed). */
    double log(double fromWeek, double toWeek) {
        double sum = 0;
        for (int g = 0; g < count; g++) {
            sum += logStep[g] * (over(g, toWeek) - over(g, fromWeek));
        }
        return sum;
    }

    /** Log fall that those expect who know what was known in a week; releases that they do not know left out. */
    double expectedLog(double fromWeek, double toWeek, int known) {
        double sum = 0;
        for (int g = 0; g < count; g++) {
            if (isKnown(g, known)) {
                sum += believedLogStep(g, known) * (over(g, toWeek) - over(g, fromWeek));
            }
        }
        return sum;
    }

    /** What the releases that were not known in a week add to the decline of rent on average, 1/a. */
    double unknownPerYear(int known) {
        double sum = 0;
        for (int g = 0; g < count; g++) {
            sum += isKnown(g, known) ? 0 : averagePerYear[g];
        }
        return sum;
    }

    /** Whether more is known in a week than in the week before: of a release at all, or of its true size. */
    boolean isNews(int week) {
        for (int g = 0; g < count; g++) {
            boolean announced = isKnown(g, week) && !isKnown(g, week - 1) && logStep[g] > 0;
            if (announced || believedLogStep(g, week) != believedLogStep(g, week - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(int release, int week) {
        return knownWeek[release] <= week;
    }

    private double believedLogStep(int release, int week) {
        return startWeek[release] <= week ? logStep[release] : announcedLogStep[release];
    }
}
