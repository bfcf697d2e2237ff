package firesale.gui.network;

import firesale.credit.CircleCustomer;
import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/**
 * A customer of the funding circle as it is drawn.
 *
 * @param owesUsd rent that it owes to the end of its contracts
 */
record CustomerNode(Stage stage, int number, String name, Spot spot, CircleCustomer state, double owesUsd) implements Mark {

    @Override
    public String key() {
        return "customer " + number;
    }

    @Override
    public String tip() {
        return "<b>" + name + "</b> of the funding circle" + "<br>owes rent of " + Numbers.usd(owesUsd)
                + "<br>means " + Numbers.ratio(state.means()) + " (1 at the start on average)"
                + (state.hasRepudiated() ? "<br>has repudiated its contracts"
                        : state.hasRenegotiated() ? "<br>has renegotiated its contracts" : "");
    }

    @Override
    public boolean covers(double x, double y) {
        return spot.covers(x, y, 4);
    }

    @Override
    public Inspector inspector() {
        return PartyCards.customer(stage, number);
    }
}
