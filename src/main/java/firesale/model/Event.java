package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.time.LocalDate;
import java.util.List;

/** Something that happened to a borrower, a lender or a seized fleet in a week, or to the regime. */
public record Event(int week, LocalDate date, String regime, String event, String cause, int borrower, int lender, int lot,
        long gpus, double usd, double fmvUsd) {

    /** Machines of one fleet that were sold in a week. */
    static final String SALE = "sale";
    /** Machines of one fleet that went to scrap. */
    static final String SCRAP = "scrap";
    /** The regime is another than the week before. */
    static final String REGIME_CHANGE = "regime_change";
    /** What stands in place of a number where an event concerns nobody. */
    static final int NOBODY = -1;

    /** The same sale with more machines of the fleet. */
    Event and(long moreGpus, double moreUsd, double moreFmvUsd) {
        return new Event(week, date, regime, event, cause, borrower, lender, lot, gpus + moreGpus,
                usd + moreUsd, fmvUsd + moreFmvUsd);
    }

    /** The columns, in the order of the file. */
    public static List<Column<Event>> columns() {
        return List.of(
                new Column<>("week", Type.INTEGER, "weeks", "Weeks since the start", r -> (long) r.week),
                new Column<>("date", Type.DATE, "", "First day of the week", r -> r.date),
                new Column<>("regime", Type.TEXT, "", "Regime of the week; after a regime_change the new one", r -> r.regime),
                new Column<>("event", Type.TEXT, "", "What happened", r -> r.event),
                new Column<>("cause", Type.TEXT, "",
                        "Of a default: payment, covenant, margin_call or maturity; else missing", r -> r.cause),
                new Column<>("borrower", Type.INTEGER, "",
                        "The borrower, numbered within the run; -1 if it concerns none", r -> (long) r.borrower),
                new Column<>("lender", Type.INTEGER, "",
                        "The lender, numbered within the run; -1 if it concerns none or several", r -> (long) r.lender),
                new Column<>("lot", Type.INTEGER, "",
                        "Of a sale or scrap the seized fleet, as in sales; else -1", r -> (long) r.lot),
                new Column<>("gpus", Type.INTEGER, "count", "GPUs concerned; 0 if none", r -> r.gpus),
                new Column<>("usd", Type.REAL, "USD",
                        "By the kind of event: of a sale or scrap proceeds, of a default debt, of a seizure the loan; 0 if none",
                        r -> r.usd),
                new Column<>("fmv_usd", Type.REAL, "USD",
                        "Of a sale or scrap the FMV of the GPUs at actual condition; else missing", r -> r.fmvUsd));
    }
}
