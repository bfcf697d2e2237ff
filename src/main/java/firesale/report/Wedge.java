package firesale.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands between FMV and price, in the order of the waterfall, with the end of its measures' names. */
enum Wedge {
    RACK_POWER("rack_power", "Rack power", Group.PHYSICS),
    OTHER_USE("other_use", "Other use of power", Group.PHYSICS),
    COOLING("cooling", "Cooling", Group.PHYSICS),
    BELIEFS("beliefs", "Beliefs", Group.BELIEF),
    FUNDING("funding", "Funding", Group.MONEY),
    CROWDING("crowding", "Crowding", Group.MARKET),
    REPO("repo", "Repo", Group.MONEY),
    WAITING("waiting", "Waiting", Group.MARKET),
    HURRY("hurry", "Hurry", Group.MARKET),
    FORMAT("format", "Auction format", Group.MARKET);

    /** In the waterfall: what it takes when those before it are on. */
    static final String STEP = "step_";

    /** Its Shapley value: what it takes on average over all orders. */
    static final String SHARE = "share_";

    /** Below this a share of FMV is rounding. */
    private static final double NOTHING = 1e-6;

    /** What kind of cause it is. */
    enum Group {
        PHYSICS("Physics"), BELIEF("Belief"), MONEY("Money"), MARKET("Strategy and market");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final String measure;
    private final String label;
    private final Group group;

    Wedge(String measure, String label, Group group) {
        this.measure = measure;
        this.label = label;
        this.group = group;
    }

    String label() {
        return label;
    }

    Group group() {
        return group;
    }

    /** All wedges of a point, shares of FMV, as {@link #STEP} or as {@link #SHARE}; empty if any is missing. */
    static Optional<List<Interval>> read(String point, SummaryTable summary, String kind) {
        List<Interval> read = new ArrayList<>();
        for (Wedge wedge : values()) {
            summary.get(point, kind + wedge.measure).ifPresent(read::add);
        }
        return read.size() == values().length ? Optional.of(List.copyOf(read)) : Optional.empty();
    }

    /** The wedges that are not zero at every point. */
    static List<Wedge> present(List<List<Interval>> points) {
        List<Wedge> present = new ArrayList<>(List.of(values()));
        present.removeIf(wedge -> points.stream().allMatch(point -> wedge.isNothing(point.get(wedge.ordinal()))));
        return List.copyOf(present);
    }

    private boolean isNothing(Interval share) {
        return Math.abs(share.mean()) < NOTHING
                && (!share.hasEnds() || share.high() < NOTHING && share.low() > -NOTHING);
    }

    /** Says which wedges are left out of a chart; empty if none is. */
    static String leftOut(List<Wedge> present) {
        List<String> absent = new ArrayList<>();
        for (Wedge wedge : values()) {
            if (!present.contains(wedge)) {
                absent.add(wedge.label.toLowerCase(Locale.ROOT));
            }
        }
        return absent.isEmpty() ? "" : "; left out as zero: " + String.join(", ", absent);
    }
}
