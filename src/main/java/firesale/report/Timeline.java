package firesale.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What happened in one run.
 *
 * @param run        number of the run
 * @param defaults   borrowers that defaulted
 * @param anySold    whether it sold machines
 * @param weeks      its weeks, in order
 * @param happenings its events, in order
 */
record Timeline(int run, long defaults, boolean anySold, List<State> weeks, List<Happening> happenings) {

    /** Weeks that are shown after the last sale, and their least share of what is shown. */
    private static final int WEEKS_AFTER = 6;
    private static final double SHARE_AFTER = 0.05;

    /** The state of a week: prices, GPUs in lenders' inventories, losses so far. */
    record State(int week, String regime, double btcUsd, double spotUsdPerHour, double aiEquity, double inventoryGpus,
            double lossesUsd) {
    }

    /** An event; the cause is empty but for a default, FMV is missing but for a sale. */
    record Happening(int week, String event, String cause, int borrower, double gpus, double usd, double fmvUsd) {

        boolean is(String name) {
            return event.equals(name);
        }
    }

    /** Whether any machine reached a lender. */
    boolean anySeized() {
        return happenings.stream().anyMatch(h -> h.is("seizure"));
    }

    /** Events of a name. */
    List<Happening> all(String event) {
        return happenings.stream().filter(h -> h.is(event)).toList();
    }

    /** Breaches that were neither waived nor cured, whether or not the others are told as breaches as well. */
    List<Happening> breachesThatStand() {
        return all("breach").stream().filter(breach -> happenings.stream().noneMatch(h -> h.week() == breach.week()
                && h.borrower() == breach.borrower() && (h.is("breach_waived") || h.is("breach_cured")))).toList();
    }

    /** Where the weeks are of a regime. */
    List<Squeeze.Span> spans(String regime) {
        List<Squeeze.Span> spans = new ArrayList<>();
        for (State state : weeks) {
            int last = spans.size() - 1;
            if (state.regime().equals(regime) && last >= 0 && spans.get(last).end() == state.week()) {
                spans.set(last, new Squeeze.Span(spans.get(last).first(), state.week() + 1));
            } else if (state.regime().equals(regime)) {
                spans.add(new Squeeze.Span(state.week(), state.week() + 1));
            }
        }
        return spans;
    }

    /** The timeline until shortly after the last sale; whole if nothing was seized. */
    Timeline untilAfterTheLastSale() {
        Predicate<Happening> chain = h -> h.is("default") || h.is("seizure") || h.is("sale") || h.is("scrap");
        int last = happenings.stream().filter(chain).mapToInt(Happening::week).max().orElse(Integer.MAX_VALUE - 1);
        double end = last == Integer.MAX_VALUE - 1 ? last : last + Math.max(WEEKS_AFTER, SHARE_AFTER * last);
        return new Timeline(run, defaults, anySold, weeks.stream().filter(state -> state.week() <= end).toList(),
                happenings.stream().filter(h -> h.week() <= end).toList());
    }

    /** The first week after those shown. */
    int end() {
        return weeks.get(weeks.size() - 1).week() + 1;
    }
}
