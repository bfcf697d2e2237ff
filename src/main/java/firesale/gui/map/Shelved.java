package firesale.gui.map;

import firesale.credit.SeizedFleet;
import firesale.hardware.Lot;
import firesale.model.FireSale;

/** How a lot stands to the market. */
enum Shelved {
    /** Defaulted on, not yet with the lender. */
    COMING,
    /** For sale. */
    OFFERED,
    /** For sale where it ran. */
    OFFERED_IN_PLACE,
    /** Kept off the market. */
    HELD,
    /** Somebody runs it for the lender. */
    RUN;

    static Shelved of(Lot lot, FireSale run) {
        int week = run.week();
        if (lot.seizedWeek() > week) {
            return COMING;
        }
        boolean last = week == run.parameters().time().horizon() - 1;
        if (lot.isHeld(week) && !lot.mustSell() && !last) {
            return lot instanceof SeizedFleet fleet && fleet.isRun() ? RUN : HELD;
        }
        return lot.isInPlace(week) ? OFFERED_IN_PLACE : OFFERED;
    }

    /** The same in plain words, with what is known of the reason. */
    static String why(Lot lot, FireSale run) {
        if (lot.gpus().balance() == 0) {
            return "sold";
        }
        return switch (of(lot, run)) {
            case COMING -> "being repossessed; the lender has it in week " + lot.seizedWeek();
            case OFFERED -> lot.isSeized() ? "on offer" : "on offer: a repo was not met";
            case OFFERED_IN_PLACE -> "on offer where it stands, to be run on there";
            case RUN -> lot instanceof SeizedFleet fleet && fleet.isLet() ? "not on offer: let under a lease that goes on"
                    : "not on offer: an operator runs it until the market is better";
            case HELD -> lot instanceof SeizedFleet fleet && fleet.isKept()
                    ? "not on offer: its lender waits for a better market, until week " + lot.heldUntilWeek() + " at the latest"
                    : "withdrawn; listed again in week " + lot.heldUntilWeek();
        };
    }
}
