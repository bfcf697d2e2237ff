package firesale.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.random.Streams;
import firesale.model.Bound;
import firesale.valuation.RevenuePath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the market expects of releases that it knows, and of those it does not know. Weeks count from 2026-01-05. */
class AnnouncementsTest {

    private static final double WEEKS = 365.25 / 7;
    private static final double TREND = -Math.log(0.8);
    private static final String[] NOTHING_UNDER_WAY = {"market.releases.Blackwell-Ultra.passThrough=0", "market.announcements=announced"};

    private static MarketParameters calm(String... settings) {
        return Bound.parameters(Bound.ONE_REGIME, settings).market();
    }

    private static MarketParameters announced(String... settings) {
        List<String> all = new ArrayList<>(List.of(NOTHING_UNDER_WAY));
        all.addAll(List.of(settings));
        return calm(all.toArray(new String[0]));
    }

    /** Expected log fall from a week on after a number of half-years, with what was known in a week. */
    private static double fall(RentOutlook outlook, int week, int known, int halfYears) {
        RevenuePath path = new RevenuePath();
        outlook.set(path, week, Regime.CALM, outlook.declineWithoutReleases(), known);
        return -Math.log(path.factor(halfYears));
    }

    private static String[] all(String key, String value) {
        return List.of("Rubin", "Rubin-Ultra", "Next-generation").stream().map(each -> "market.releases." + each + "." + key + "=" + value)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 34})
    void whoKnowsOfNoReleaseExpectsTheTrend(int week) {
        RentOutlook outlook = new RentOutlook(announced(all("announced", "none")));
        for (int k = 1; k <= RevenuePath.SEGMENTS; k++) {
            assertThat(fall(outlook, week, week, k)).isCloseTo(TREND * k / 2, within(1e-9));
        }
    }

    /** Whatever is known of it at the start, the first five years are expected to bring the trend: releases do not come on top. */
    @ParameterizedTest
    @CsvSource({"none, none, none", "2026-01-05, none, none", "2026-01-05, 2025-03-18, none", "none, none, 2020-01-01",
        "2026-01-05, 2025-03-18, 2020-01-01"})
    void fiveYearsBringTheTrend(String rubin, String ultra, String next) {
        RentOutlook outlook = new RentOutlook(announced("market.releases.Rubin.announced=" + rubin,
                "market.releases.Rubin-Ultra.announced=" + ultra, "market.releases.Next-generation.announced=" + next));
        assertThat(fall(outlook, 0, 0, 10)).isCloseTo(5 * TREND, within(1e-9));
        boolean known = !rubin.equals("none") || !ultra.equals("none") || !next.equals("none");
        assertThat(Math.abs(fall(outlook, 0, 0, 4) - 2 * TREND) > 1e-3).as("but not evenly").isEqualTo(known);
    }

    /** Where all is announced before the start, waiting for announcements changes no bit. */
    @Test
    void whatIsAnnouncedBeforeTheStartIsKnownInAdvance() {
        RentOutlook advance = new RentOutlook(calm());
        MarketParameters early = calm("market.announcements=announced", "market.releases.Next-generation.announced=2025-12-31");
        RentOutlook waiting = new RentOutlook(early);
        RentOutlook late = new RentOutlook(calm("market.announcements=announced"));
        int differing = 0;
        for (int week = 0; week < 260; week += 13) {
            for (int k = 1; k <= RevenuePath.SEGMENTS; k++) {
                assertThat(fall(waiting, week, week, k)).isEqualTo(fall(advance, week, week, k));
            }
            differing += fall(late, week, week, 4) == fall(advance, week, week, 4) ? 0 : 1;
            assertThat(week > 0 && waiting.isNews(week)).isFalse();
        }
        // the last release is announced in week 112.3 as shipped, and until then expected as an average
        assertThat(differing).as("nine of twenty dates").isEqualTo(9);
        assertThat(late.isNews(113)).isTrue();
    }

    /**
     * By hand: Rubin lowers rent by 0.25 ln 2 = 0.1733, in weeks 34.14 to 112.14. Announced on 2026-07-06, week 26, it takes 0.1733
     * Phi off what is expected after some years, and gives back the average, 0.1733 / 5 a year.
     */
    @Test
    void anAnnouncementMovesTheExpectedPathInOneWeek() {
        RentOutlook outlook = new RentOutlook(announced("market.releases.Rubin.announced=2026-07-06"));
        double step = 0.25 * Math.log(2);
        double[] years = {0.5, 1, 2, 5, 8};
        for (double s : years) {
            double over = Math.min(1, (26 + s * WEEKS - 34 - 1 / 7.0) / 78);
            double moved = fall(outlook, 26, 26, (int) (2 * s)) - fall(outlook, 26, 25, (int) (2 * s));
            assertThat(moved).as("after %s years", s).isCloseTo(step * (over - s / 5), within(1e-12));
        }
        assertThat(fall(outlook, 26, 26, 4) - fall(outlook, 26, 25, 4)).isCloseTo(0.10397, within(1e-5));
        for (int week = 1; week < 112; week++) {
            assertThat(outlook.isNews(week)).as("week %d", week).isEqualTo(week == 26);
        }
    }

    /** A release that nobody announced is known when its ramp begins: 2026-09-01 lies between weeks 34 and 35. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "2027-06-01"})
    void whatIsNotAnnouncedIsSeenWhenItArrives(String when) {
        RentOutlook outlook = new RentOutlook(announced("market.releases.Rubin.announced=" + when));
        assertThat(outlook.isNews(34)).isFalse();
        assertThat(outlook.isNews(35)).isTrue();
        assertThat(fall(outlook, 35, 35, 2)).isGreaterThan(fall(outlook, 35, 34, 2) + 0.05);
    }

    /** A maker that promised 1.5 and brings 2: the surprise is 0.25 ln(2 / 1.5), all of it when the machines can be tested. */
    @ParameterizedTest
    @CsvSource({"known-in-advance", "announced"})
    void aSizeThatWasNotAnnouncedSurprisesOnArrival(String announcements) {
        RentOutlook outlook = new RentOutlook(announced("market.releases.Rubin.announcedGain=1.5", "market.announcements=" + announcements));
        RentOutlook honest = new RentOutlook(announced("market.announcements=" + announcements));
        assertThat(fall(outlook, 34, 34, 6) - fall(honest, 34, 34, 6)).isCloseTo(-0.25 * Math.log(2 / 1.5), within(1e-12));
        double share = 1 - (35 - 34 - 1 / 7.0) / 78;
        assertThat(fall(outlook, 35, 35, 6) - fall(outlook, 35, 34, 6)).isCloseTo(0.25 * Math.log(2 / 1.5) * share, within(1e-12));
        assertThat(outlook.isNews(35)).isTrue();
    }

    /** Rent does what it does, whatever is said of it. */
    @Test
    void whatIsAnnouncedChangesNoRent() {
        Market one = new Market(calm(), EnumSet.noneOf(Feedback.class), new Streams(5), 200);
        Market other = new Market(calm("market.announcements=announced", "market.releases.Rubin.announced=none",
                "market.releases.Rubin-Ultra.announcedGain=4"), EnumSet.noneOf(Feedback.class), new Streams(5), 200);
        for (int w = 0; w < 200; w++) {
            one.advance(Pressure.none());
            other.advance(Pressure.none());
            assertThat(other.spotUsdPerHour()).isEqualTo(one.spotUsdPerHour());
            assertThat(other.contractUsdPerHour()).isEqualTo(one.contractUsdPerHour());
        }
    }

    /** x^2 (3 - 2x) by hand: 5/32 of the step after a quarter of the ramp, half after half, all at its end. */
    @Test
    void aSmoothRampTakesTheSameStep() {
        RentOutlook outlook = new RentOutlook(announced("market.releases.Rubin.ramp=smooth"));
        double step = 0.25 * Math.log(2);
        double start = 34 + 1 / 7.0;
        assertThat(outlook.releaseLog(0, start + 78 / 4.0)).isCloseTo(step * 5 / 32, within(1e-12));
        assertThat(outlook.releaseLog(0, start + 39)).isCloseTo(step / 2, within(1e-12));
        // the next release begins in week 86.3 and is taken off
        double after = new RentOutlook(announced("market.releases.Rubin.passThrough=0")).releaseLog(0, 120);
        assertThat(outlook.releaseLog(0, 120) - after).isCloseTo(step, within(1e-12));
        assertThat(outlook.declineWithoutReleases()).isEqualTo(new RentOutlook(announced()).declineWithoutReleases());
    }
}
