package firesale.gui.charts;

import firesale.buyers.Friction;
import firesale.gui.view.Numbers;
import firesale.model.AnatomyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The bars of the waterfall from FMV to price, in shares of the FMV of what was sold. */
final class WaterfallSteps {

    /** What a bar stands for. */
    enum Kind { LEVEL, TAKES, ADDS, PRICE, REFERENCE }

    /**
     * One bar.
     *
     * @param name what it is
     * @param from where it begins, share of FMV
     * @param to   where it ends
     */
    record Bar(String name, double from, double to, Kind kind) {

        /** What stands beside it. */
        String label() {
            if (kind != Kind.TAKES && kind != Kind.ADDS) {
                return Numbers.percent(to);
            }
            return String.format(Locale.ROOT, "%+.1f pp", (to - from) * 100).replace('-', '\u2212');
        }
    }

    /** Below this a share of FMV is rounding. */
    private static final double NOTHING = 1e-6;

    private WaterfallSteps() {
    }

    /** The bars, the uppermost first; none as long as nothing was sold. Frictions that take nothing are left out. */
    static List<Bar> of(AnatomyFigures anatomy) {
        double fmv = anatomy.fmvUsd();
        if (!(fmv > 0)) {
            return List.of();
        }
        List<Bar> bars = new ArrayList<>();
        bars.add(new Bar("FMV", 0, 1, Kind.LEVEL));
        double level = 1;
        for (Friction friction : Friction.values()) {
            double next = anatomy.levelUsd()[friction.ordinal()] / fmv;
            add(bars, name(friction), level, next);
            level = next;
        }
        double price = anatomy.priceUsd() / fmv;
        add(bars, "Auction format", level, price);
        bars.add(new Bar("Price", 0, price, Kind.PRICE));
        bars.add(new Bar("OLV (orderly)", 0, anatomy.olvUsd() / fmv, Kind.REFERENCE));
        return bars;
    }

    private static void add(List<Bar> bars, String name, double from, double to) {
        if (Math.abs(to - from) > NOTHING) {
            bars.add(new Bar(name, from, to, to < from ? Kind.TAKES : Kind.ADDS));
        }
    }

    private static String name(Friction friction) {
        return switch (friction) {
            case RACK_POWER -> "Rack power";
            case OTHER_USE_OF_POWER -> "Other use of power";
            case COOLING -> "Cooling";
            case BELIEFS -> "Beliefs";
            case FUNDING -> "Funding";
            case CROWDING -> "Crowding";
            case REPO -> "Repo";
            case WAITING -> "Waiting";
            case HURRY -> "Hurry";
        };
    }
}
