package firesale.hardware;

/** Calendar constants. */
public final class Hours {

    /** Hours in a mean year of 365.25 days. */
    public static final double PER_YEAR = 8766;
    /** Weeks in a mean year. */
    public static final double WEEKS_PER_YEAR = 365.25 / 7;

    private Hours() {
    }
}
