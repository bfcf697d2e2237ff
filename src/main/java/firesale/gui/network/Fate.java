package firesale.gui.network;

import firesale.credit.Borrower;
import firesale.model.FireSale;
import java.util.OptionalInt;

/** How a borrower stands, and whether others brought its default about. */
public enum Fate {
    PERFORMING("performing"),
    /** A covenant is broken, and the time to cure it runs. */
    IN_BREACH("in breach, may still be cured"),
    /** A covenant is broken, and lenders hold still. */
    FORBORNE("in breach, lenders hold still"),
    /** It would have defaulted as early had no other's machines been sold in a fire sale. */
    INITIAL("default, initial"),
    /** It would have defaulted anyway, but later. */
    ACCELERATED("default, sped up by others"),
    /** It would not have defaulted. */
    INDUCED("default, induced by others");

    private final String words;

    Fate(String words) {
        this.words = words;
    }

    /** In words. */
    public String words() {
        return words;
    }

    /** Whether it is a default. */
    public boolean isDefault() {
        return compareTo(INITIAL) >= 0;
    }

    /** How a borrower of a watched run stands in the run's week. */
    public static Fate of(FireSale run, Borrower borrower) {
        if (borrower.defaulted()) {
            return of(borrower.defaultWeek(), run.watch().initialDefaultWeek(borrower.id()));
        }
        if (borrower.isForborne(run.week())) {
            return FORBORNE;
        }
        return borrower.isInBreach(run.week()) ? IN_BREACH : PERFORMING;
    }

    /** What a default is, by its week and the week in which it would have come about without others. */
    static Fate of(int week, OptionalInt withoutOthers) {
        return withoutOthers.isEmpty() ? INDUCED : withoutOthers.getAsInt() > week ? ACCELERATED : INITIAL;
    }
}
