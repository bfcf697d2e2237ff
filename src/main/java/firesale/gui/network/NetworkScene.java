package firesale.gui.network;

import firesale.credit.CreditEvent;
import firesale.gui.view.Mark;
import firesale.gui.view.Moment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the network shows of one week.
 *
 * @param strip   where repo is shown; null without a repo market
 * @param edges   who owes whom, those to be drawn last at the end
 * @param fates   how many borrowers stand how
 * @param breaches borrowers that perform and have broken a covenant in the last weeks: it was waived or cured
 * @param ties    kinds of debt that the run may have, whether or not there is any this week
 * @param tiesShown kinds of debt that there are this week
 * @param seen    what has happened so far, of what has a sign
 */
record NetworkScene(Moment moment, NetworkLayout layout, RepoStrip strip, List<Edge> edges, List<BorrowerNode> borrowers,
        List<LenderNode> lenders, List<CustomerNode> customers, List<DealerNode> dealers, List<BuyersNode> buyers, RimNode rim,
        List<Mark> marks, Map<Fate, Integer> fates, int breaches, Set<Tie> ties, Set<Tie> tiesShown,
        boolean hasVehicles, Set<CreditEvent> seen) {

    /** Weeks for which what has just happened is shown. */
    static final int FRESH_WEEKS = 4;

    int count(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    boolean has(CreditEvent what) {
        return seen.contains(what);
    }

    int defaults() {
        return count(Fate.INITIAL) + count(Fate.ACCELERATED) + count(Fate.INDUCED);
    }
}
