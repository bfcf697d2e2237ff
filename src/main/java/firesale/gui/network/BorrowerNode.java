package firesale.gui.network;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/**
 * A host or a vehicle as it is drawn.
 *
 * @param ltv         loans over what machines are worth by the covenant's appraisal
 * @param ltvAtFmv    the same at FMV
 * @param cover       debt-service cover; NaN if it is not known
 * @param debtUsd     all debt
 * @param freshBreach 1 in the week of a breach, falling to 0 in the weeks after it, whatever became of it
 * @param freshCall   the same of a margin call
 * @param freshDefault the same of its default
 * @param story       what became of it, in a sentence; empty if nothing did
 */
record BorrowerNode(Stage stage, int id, String name, Spot spot, boolean isVehicle, Fate fate, double ltv, double ltvAtFmv,
        double cover, double debtUsd, double freshBreach, double freshCall, double freshDefault, String story) implements Mark {

    @Override
    public String key() {
        return "borrower " + id;
    }

    @Override
    public String tip() {
        String start = "<b>" + name + "</b>, " + fate.words();
        if (fate.isDefault()) {
            return start + "<br>" + story + "<br>still owed " + Numbers.usd(debtUsd);
        }
        return start + "<br>LTV " + LtvScale.text(ltv) + " as appraised, " + LtvScale.text(ltvAtFmv) + " at FMV"
                + (Double.isNaN(cover) ? "" : "<br>DSCR " + Numbers.ratio(cover))
                + "<br>debt " + Numbers.usd(debtUsd) + (story.isEmpty() ? "" : "<br>" + story);
    }

    @Override
    public boolean covers(double x, double y) {
        return spot.covers(x, y, 4);
    }

    @Override
    public Inspector inspector() {
        return PartyCards.borrower(stage, id);
    }
}
