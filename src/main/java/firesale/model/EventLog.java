package firesale.model;

import firesale.credit.Chronicle;
import firesale.credit.CreditEvent;
import firesale.credit.DefaultCause;
import firesale.hardware.Lot;
import firesale.world.Regime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes down the events of a run in their order; the sales of one fleet in one week are one event. */
final class EventLog implements Chronicle {

    private final FireSale run;
    private final List<Event> events = new ArrayList<>();
    private Regime regime;

    /** @param run its market stands by the first event, its credit side by the first default */
    EventLog(FireSale run) {
        this.run = run;
    }

    /** Notes a change of the regime; the first week's is none. */
    void beginWeek() {
        Regime now = run.market().regime();
        if (regime != null && now != regime) {
            events.add(event(Event.REGIME_CHANGE, null, Event.NOBODY, Event.NOBODY, Event.NOBODY, 0, 0, Double.NaN));
        }
        regime = now;
    }

    @Override
    public void note(CreditEvent what, int borrower, int lender, long gpus, double usd) {
        DefaultCause cause = what == CreditEvent.DEFAULT ? run.credit().borrowers().get(borrower).defaultCause() : null;
        events.add(event(name(what), cause == null ? null : name(cause), borrower, lender, Event.NOBODY, gpus, usd, Double.NaN));
    }

    /** Machines of a fleet that were sold, or scrapped. */
    void sale(Lot fleet, SaleValues values, boolean scrapped) {
        double usd = Math.rint(100 * values.price() * values.gpus()) / 100;
        double fmvUsd = values.fmv() * values.gpus();
        String what = scrapped ? Event.SCRAP : Event.SALE;
        int same = sameFleetThisWeek(fleet.id(), what);
        if (same >= 0) {
            events.set(same, events.get(same).and(values.gpus(), usd, fmvUsd));
        } else {
            events.add(event(what, null, fleet.hostId(), fleet.sellerId(),
                    fleet.id(), values.gpus(), usd, fmvUsd));
        }
    }

    private int sameFleetThisWeek(int lot, String what) {
        for (int i = events.size() - 1; i >= 0 && events.get(i).week() == run.week(); i--) {
            if (events.get(i).lot() == lot && events.get(i).event().equals(what)) {
                return i;
            }
        }
        return -1;
    }

    private Event event(String what, String cause, int borrower, int lender, int lot, long gpus, double usd, double fmvUsd) {
        LocalDate date = run.parameters().market().start().plusWeeks(run.week());
        return new Event(run.week(), date, name(run.market().regime()), what, cause, borrower, lender, lot, gpus, usd, fmvUsd);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    List<Event> events() {
        return events;
    }
}
