package firesale.gui.network;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/**
 * A repo dealer as it is drawn.
 *
 * @param lentUsd  principal that it is owed
 * @param allUsd   what was put into it
 */
record DealerNode(Stage stage, int id, Spot spot, double lentUsd, double allUsd, boolean hasFailed) implements Mark {

    /** What it has lent of what it has: 0 to 1. */
    double lentShare() {
        return allUsd <= 0 ? 0 : Math.max(0, Math.min(1, lentUsd / allUsd));
    }

    @Override
    public String key() {
        return "dealer " + id;
    }

    @Override
    public String name() {
        return "repo dealer " + id;
    }

    @Override
    public String tip() {
        return "<b>" + name() + "</b>" + (hasFailed ? ", failed" : "") + "<br>has lent " + Numbers.usd(lentUsd) + " of "
                + Numbers.usd(allUsd);
    }

    @Override
    public boolean covers(double x, double y) {
        return spot.covers(x, y, 4);
    }

    @Override
    public Inspector inspector() {
        return PartyCards.dealer(stage, id);
    }
}
