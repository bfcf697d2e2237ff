package firesale.validation;

import java.util.List;

/**
 * Contagion by prices on the model's own core: institutions with common securities test their leverage at the marks, what they
 * must sell clears in the auction, the clearing price is the next mark, and so on until nobody sells. Nobody owes anything to
 * another institution.
 */
final class Deleveraging {

    private final List<ImpactMarket> markets;
    private final List<Institution> institutions;
    private final long[][] offers;
    private long sold;

    /** @param markets one for each security, in the order in which institutions hold them */
    Deleveraging(List<ImpactMarket> markets, List<Institution> institutions) {
        this.markets = List.copyOf(markets);
        this.institutions = List.copyOf(institutions);
        this.offers = new long[markets.size()][institutions.size()];
    }

    /** The marks of today. */
    double[] marks() {
        return markets.stream().mapToDouble(ImpactMarket::mark).toArray();
    }

    /** Units of all securities sold so far. */
    long sold() {
        return sold;
    }

    List<Institution> institutions() {
        return institutions;
    }

    /**
     * One round of sales: all test at the same marks, all sell at the price of the round, the price stays where it is.
     *
     * @return units sold
     */
    long round() {
        offer(marks());
        long before = sold;
        for (int a = 0; a < offers.length; a++) {
            sold += markets.get(a).sell(offers[a]);
            for (int i = 0; i < institutions.size(); i++) {
                institutions.get(i).deliver(a, markets.get(a).sold(i), markets.get(a).proceeds(i));
            }
        }
        return sold - before;
    }

    /** Rounds of sales until nobody must sell or has anything to sell. */
    Deleveraging run() {
        while (round() > 0) {
            // the marks of this round are those of the next
        }
        return this;
    }

    /**
     * The iteration of Cifuentes, Ferrucci and Shin, for one security: nobody trades until a price is found at which what all
     * must sell fetches that price. Each price is that of an auction of what all must sell at the price before.
     *
     * @param start the first price: 1 leads down to the greatest fixed point
     * @return the fixed point
     */
    double fixedPoint(double start) {
        double price = start;
        double next = next(price);
        while (next != price) {
            price = next;
            next = next(price);
        }
        return price;
    }

    /** One step of that iteration: what all that must be sold at a price fetches. */
    double next(double price) {
        offer(new double[] {price});
        return markets.get(0).quote(offers[0]);
    }

    private void offer(double[] marks) {
        for (int a = 0; a < offers.length; a++) {
            for (int i = 0; i < institutions.size(); i++) {
                offers[a][i] = institutions.get(i).toSell(a, marks);
            }
        }
    }
}
