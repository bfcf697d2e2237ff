package firesale.report;

/** Weeks are put together in bins of four, so that a picture shows a course rather than noise. */
final class Bins {

    /** Weeks in a bin. */
    static final int WEEKS = 4;

    private Bins() {
    }

    /** The bin of a week, both from 0. */
    static int of(int week) {
        return week / WEEKS;
    }

    /** The first week of a bin. */
    static int firstWeek(int bin) {
        return bin * WEEKS;
    }

    /** The middle of a bin that starts in a week, in weeks. */
    static double middle(int firstWeek) {
        return firstWeek + WEEKS / 2.0;
    }
}
