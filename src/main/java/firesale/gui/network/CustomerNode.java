package firesale.gui.network;

import firesale.credit.CircleCustomer;
import firesale.gui.view.Mark;
import firesale.gui.view.Stage;
import java.util.Locale;
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
        return "<b>" + name + "</b> of the funding circle" + Amounts.html("<br>owes rent of ", owesUsd)
                + String.format(Locale.ROOT, "<br>means %.2f (1 at the start on average)", state.means())
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
