package firesale.gui.map;

import firesale.model.Event;
import firesale.model.Offer;
import firesale.model.Sale;
import firesale.model.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What a week brought, and what the run has brought up to its end: the figures from which {@link Headline} makes a sentence. */
final class News {

    final int week;
    final String regime;
    final double spread;
    final double aiEquity;
    boolean regimeChanges;
    int defaults;
    int inducedDefaults;
    long defaultedGpus;
    final Map<String, Integer> causes = new TreeMap<>();
    long seizedGpus;
    long scrappedGpus;
    int breaches;
    int waived;
    int cured;
    int lendersStopping;
    int lendersForced;
    long offeredGpus;
    long hostableGpus;
    long payableGpus;
    /** Mean over all that was on offer, USD per GPU; NaN without offers. */
    double reserveUsd = Double.NaN;
    private double reservesUsd;
    long soldGpus;
    double paidUsd;
    double fmvUsd;
    final double lossesUsd;
    /** Weeks in a row, this one included, in which something was offered and nothing was sold. */
    int weeksWithoutSale;
    int defaultsSoFar;
    int inducedSoFar;
    long soldSoFarGpus;
    long scrappedSoFarGpus;
    long seizedSoFarGpus;
    double defaultedUsd;
    double defaultedSoFarUsd;
    boolean isFirstSeizure;
    double paidSoFarUsd;
    double fmvSoFarUsd;

    News(Week row) {
        week = row.week();
        regime = row.regime();
        spread = row.spread();
        aiEquity = row.aiEquity();
        lossesUsd = row.lenderLossesUsd();
    }

    /**
     * The news of all weeks.
     *
     * @param weeks   a row a week from week 0 on
     * @param events  in the order of weeks
     * @param induced whether a borrower's default would not have come about without the others
     */
    static List<News> of(List<Week> weeks, List<Event> events, List<Sale> sales, List<Offer> offers, IntPredicate induced) {
        List<News> all = new ArrayList<>(weeks.size());
        for (int i = 0; i < weeks.size(); i++) {
            all.add(new News(weeks.get(i)));
        }
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.week() < all.size()) {
                all.get(event.week()).take(event, induced);
            }
        }
        for (int i = 0; i < sales.size(); i++) {
            Sale sale = sales.get(i);
            if (sale.week() < all.size() && !Flights.isScrap(sale)) {
                News news = all.get(sale.week());
                news.soldGpus += sale.gpus();
                news.paidUsd += sale.gpus() * sale.priceUsd();
                news.fmvUsd += sale.gpus() * sale.fmvUsd();
            }
        }
        for (int i = 0; i < offers.size(); i++) {
            if (offers.get(i).clearing().week() < all.size()) {
                News news = all.get(offers.get(i).clearing().week());
                news.offeredGpus += offers.get(i).clearing().offeredGpus();
                news.hostableGpus += offers.get(i).clearing().hostableGpus();
                news.payableGpus += offers.get(i).clearing().payableGpus();
                news.reservesUsd += offers.get(i).clearing().reserveUsd() * offers.get(i).clearing().offeredGpus();
            }
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).addUp(i == 0 ? null : all.get(i - 1));
        }
        return all;
    }

    private void take(Event event, IntPredicate induced) {
        switch (event.event()) {
            case "regime_change" -> regimeChanges = true;
            case "default" -> {
                defaults++;
                defaultedGpus += event.gpus();
                defaultedUsd += event.usd();
                causes.merge(event.cause() == null ? "other" : event.cause(), 1, Integer::sum);
                inducedDefaults += induced.test(event.borrower()) ? 1 : 0;
            }
            case "seizure" -> seizedGpus += event.gpus();
            case "scrap" -> scrappedGpus += event.gpus();
            case "breach" -> breaches++;
            case "breach_waived" -> waived++;
            case "breach_cured" -> cured++;
            case "lender_stops_lending" -> lendersStopping++;
            case "lender_must_sell" -> lendersForced++;
            default -> { }
        }
    }

    private void addUp(News before) {
        if (before != null) {
            weeksWithoutSale = before.weeksWithoutSale;
            defaultsSoFar = before.defaultsSoFar;
            inducedSoFar = before.inducedSoFar;
            soldSoFarGpus = before.soldSoFarGpus;
            scrappedSoFarGpus = before.scrappedSoFarGpus;
            seizedSoFarGpus = before.seizedSoFarGpus;
            defaultedSoFarUsd = before.defaultedSoFarUsd;
            paidSoFarUsd = before.paidSoFarUsd;
            fmvSoFarUsd = before.fmvSoFarUsd;
        }
        weeksWithoutSale = offeredGpus > 0 && soldGpus == 0 ? weeksWithoutSale + 1 : 0;
        defaultsSoFar += defaults;
        inducedSoFar += inducedDefaults;
        soldSoFarGpus += soldGpus;
        scrappedSoFarGpus += scrappedGpus;
        isFirstSeizure = seizedGpus > 0 && seizedSoFarGpus == 0;
        seizedSoFarGpus += seizedGpus;
        defaultedSoFarUsd += defaultedUsd;
        reserveUsd = offeredGpus == 0 ? Double.NaN : reservesUsd / offeredGpus;
        paidSoFarUsd += paidUsd;
        fmvSoFarUsd += fmvUsd;
    }

    /** Price over FMV of what was sold so far; NaN if nothing was. */
    double paidOverFmvSoFar() {
        return fmvSoFarUsd == 0 ? Double.NaN : paidSoFarUsd / fmvSoFarUsd;
    }
}
