package firesale.gui.network;

import firesale.gui.view.Mark;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/** The two lines over the network, which explain their counts. */
record StatusNode(Stage stage) implements Mark {

    @Override
    public String key() {
        return "status";
    }

    @Override
    public String name() {
        return "borrowers";
    }

    @Override
    public String tip() {
        return "<b>in breach</b>: a covenant is broken, neither waived nor cured; it may still be, or lenders hold still"
                + "<br><b>waived or cured lately</b>: broken in the last " + NetworkScene.FRESH_WEEKS
                + " weeks, but the lender let it pass or the borrower paid down; it performs again"
                + "<br><b>defaults</b>: initial without any fire sale; sped up by others' sales; induced, only through them";
    }

    @Override
    public boolean covers(double x, double y) {
        return x >= 0 && x <= NetworkLayer.WIDTH && y >= 0 && y <= NetworkLayer.STATUS_HEIGHT;
    }

    @Override
    public Inspector inspector() {
        return PartyCards.borrowers(stage);
    }
}
