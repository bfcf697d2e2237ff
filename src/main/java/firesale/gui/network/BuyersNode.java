package firesale.gui.network;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/**
 * All buyers of a kind, as far as they owe repo dealers.
 *
 * @param owesUsd principal
 */
record BuyersNode(Stage stage, int kind, String name, Spot spot, double owesUsd) implements Mark {

    @Override
    public String key() {
        return "buyers " + kind;
    }

    @Override
    public String tip() {
        return "<b>buyers: " + name + "</b>" + "<br>owe dealers " + Numbers.usd(owesUsd);
    }

    @Override
    public boolean covers(double x, double y) {
        return spot.covers(x, y, 4);
    }

    @Override
    public Inspector inspector() {
        return PartyCards.buyers(stage, kind);
    }
}
