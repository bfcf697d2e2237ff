package firesale.gui.network;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/**
 * A lender as it is drawn.
 *
 * @param code         two or three signs
 * @param capitalRatio capital over assets
 * @param startRatio   the same at the start
 * @param minimumRatio below it the lender must sell
 * @param supply       what it lends of what it would in calm, 0 to 1
 * @param lossShare    losses over the capital of the start
 * @param freshHit     1 in a week in which one of its borrowers defaults, falling to 0 in the weeks after it
 */
record LenderNode(Stage stage, int id, String name, String code, Spot spot, double capitalRatio, double startRatio,
        double minimumRatio, double supply, boolean mustSell, double lossesUsd, double lossShare,
        double freshHit) implements Mark {

    /** Capital left, over that of the start: 0 to 1. */
    double gauge() {
        return startRatio <= 0 ? capitalRatio >= 0 ? 1 : 0 : Math.max(0, Math.min(1, capitalRatio / startRatio));
    }

    /** The minimum over the capital ratio of the start: 0 to 1. */
    double tick() {
        return startRatio <= 0 ? 0 : Math.min(1, minimumRatio / startRatio);
    }

    @Override
    public String key() {
        return "lender " + id;
    }

    @Override
    public String tip() {
        return "<b>" + name + "</b> (" + code + "), lender<br>capital " + Numbers.percentWithDecimal(capitalRatio)
                + " of assets, minimum " + Numbers.percentWithDecimal(minimumRatio) + "<br>losses " + Numbers.usd(lossesUsd)
                + ", " + Numbers.percent(lossShare) + " of its capital at the start<br>"
                + (supply <= 0 ? "makes no new loans"
                        : "lends " + Numbers.percentWithDecimal(supply) + " of what it would in calm")
                + (mustSell ? "<br>must sell at once, without reserve" : "");
    }

    @Override
    public boolean covers(double x, double y) {
        return spot.covers(x, y, 5);
    }

    @Override
    public Inspector inspector() {
        return PartyCards.lender(stage, id);
    }
}
