package firesale.gui.map;

import firesale.model.Sale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Machines on their way from the shelf to who took them, in the last few weeks. */
final class Flights {

    /** Weeks for which a flight is seen. */
    static final int WEEKS = 6;
    /** More at once nobody could follow. */
    static final int MOST = 60;
    private static final int ARRIVES_WEEKS = 4;
    private static final String SCRAP = "scrap";

    private Flights() {
    }

    /**
     * What one taker got of one kind in one week.
     *
     * @param kind   the machine
     * @param taker  the kind of who took it: of a buyer, or the owner of a floor, or scrap
     * @param lot    the lot that most of them are of
     * @param buyer  the buyer's number; negative if it is none
     * @param gpusOfLot how many of that lot at once
     * @param week   of the sale
     * @param usd    paid
     * @param fmvUsd FMV of it
     */
    record Flight(String kind, String taker, int lot, long gpusOfLot, int buyer, int week, long gpus, double usd,
            double fmvUsd) {

        /** Where it is on its way, from 0 to 1, when a week is over. */
        double way(int now) {
            return Math.min(1, (now - week + 1.0) / ARRIVES_WEEKS);
        }

        /** How well it is still seen, from 1 to 0. */
        double strength(int now) {
            return Math.max(0, Math.min(1, 1 - (double) (now - week) / WEEKS));
        }

        private Flight and(Sale sale) {
            boolean isLarger = sale.gpus() > gpusOfLot;
            return new Flight(kind, taker, isLarger ? sale.lot() : lot, Math.max(gpusOfLot, sale.gpus()), buyer, week,
                    gpus + sale.gpus(), usd + sale.gpus() * sale.priceUsd(),
                    fmvUsd + sale.gpus() * sale.fmvUsd());
        }
    }

    /** Whether a row is of machines that nobody bought. */
    static boolean isScrap(Sale sale) {
        return sale.buyerType().equals(SCRAP);
    }

    /** Flights in the air when a week is over, the largest last so that they lie above. */
    static List<Flight> of(List<Sale> sales, int now) {
        Map<String, Flight> byWay = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (int i = sales.size() - 1; i >= 0 && sales.get(i).week() > now - WEEKS; i--) {
            Sale sale = sales.get(i);
            String way = sale.kind() + '/' + sale.buyerType() + '/' + sale.buyer() + '/' + sale.week();
            Flight before = byWay.get(way);
            if (before == null) {
                before = new Flight(sale.kind(), sale.buyerType(), sale.lot(), 0, sale.buyer(), sale.week(), 0, 0, 0);
                order.add(way);
            }
            byWay.put(way, before.and(sale));
        }
        List<Flight> flights = new ArrayList<>(order.size());
        order.forEach(way -> flights.add(byWay.get(way)));
        flights.sort(Comparator.comparingLong(Flight::gpus));
        return List.copyOf(flights.subList(Math.max(0, flights.size() - MOST), flights.size()));
    }
}
