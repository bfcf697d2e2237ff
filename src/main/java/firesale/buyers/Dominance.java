package firesale.buyers;

import firesale.hardware.Site;
import java.util.List;

/**
 * Who holds machines at its own site worth no less than another, before the charge for racks yet to be made and whatever the week and
 * the machine: a buyer of the same kind that runs them no dearer, lets them no less, discounts no more and, where opinions count, is no
 * more pessimistic. (Racks yet to be made are charged by the time that machines run, and those that are worth more run longer.)
 * Whoever asks who holds a machine worth more than a price then need not value those below somebody who does not.
 */
final class Dominance {

    /** To which of a buyer's first berths this applies: the ready racks of its own site and retrofits there. */
    static final int BERTHS = 2;

    /** How many of those who stand above are looked at: more would find few that are nearer. */
    private static final int LOOK_BACK = 64;
    /** How much of utilisation a year's faster decline weighs, to choose the nearest of those above. */
    private static final double PER_DECLINE = 1;

    private static final int NOBODY = -1;

    private final List<Buyer> buyers;
    private final int[] order;
    private final int[] above;
    private final int[] aboveWithOpinions;

    Dominance(List<Buyer> buyers) {
        this.buyers = buyers;
        this.order = new int[buyers.size()];
        this.above = new int[buyers.size()];
        this.aboveWithOpinions = new int[buyers.size()];
        for (int n = 0; n < order.length; n++) {
            int place = n;
            while (place > 0 && isBefore(buyers.get(n), buyers.get(order[place - 1]))) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = n;
        }
        for (int n = 0; n < order.length; n++) {
            above[order[n]] = nearest(n, false);
            aboveWithOpinions[order[n]] = nearest(n, true);
        }
    }

    /** A buyer by rank: whoever stands above another comes before it. */
    int ranked(int rank) {
        return order[rank];
    }

    /**
     * Somebody to whom machines are worth no less.
     *
     * @param opinions whether buyers have opinions of their own
     * @return a buyer, or a negative number if there is nobody
     */
    int above(int buyer, boolean opinions) {
        return opinions ? aboveWithOpinions[buyer] : above[buyer];
    }

    /** Buyers of a kind stand beside each other as they were drawn; within a kind those come first who let more. */
    private static boolean isBefore(Buyer one, Buyer other) {
        return one.type() == other.type() && (one.utilisation() > other.utilisation()
                || one.utilisation() == other.utilisation() && one.disagreement().rate() < other.disagreement().rate());
    }

    private int nearest(int rank, boolean opinions) {
        Buyer buyer = buyers.get(order[rank]);
        int nearest = NOBODY;
        double least = Double.POSITIVE_INFINITY;
        for (int n = rank - 1; n >= Math.max(0, rank - LOOK_BACK); n--) {
            Buyer other = buyers.get(order[n]);
            if (other.type() != buyer.type()) {
                break;
            }
            double distance = other.utilisation() - buyer.utilisation()
                    + (opinions ? PER_DECLINE * (buyer.disagreement().rate() - other.disagreement().rate()) : 0);
            if (distance < least && isNoWorse(other, buyer, opinions)) {
                least = distance;
                nearest = order[n];
            }
        }
        return nearest;
    }

    private static boolean isNoWorse(Buyer one, Buyer other, boolean opinions) {
        return one.type().business() == BuyerType.Business.USE && one.utilisation() >= other.utilisation()
                && one.discountRate() <= other.discountRate()
                && (!opinions || one.disagreement().rate() <= other.disagreement().rate())
                && isNeverDearer(one.sites().get(0), other.sites().get(0));
    }

    /** In ready racks, and in those that are fitted out, whatever the price of power. */
    private static boolean isNeverDearer(Site one, Site other) {
        return one.isNeverDearerThan(other) && one.retrofittedUsdPerKwYear(0) <= other.retrofittedUsdPerKwYear(0);
    }
}
