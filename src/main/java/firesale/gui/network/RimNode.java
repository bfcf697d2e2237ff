package firesale.gui.network;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/** The rim: those outside the model who hold what machines do not secure. */
record RimNode(Stage stage, double x, double y, double radiusX, double radiusY, double owedUsd) implements Mark {

    @Override
    public String key() {
        return "rim";
    }

    @Override
    public String name() {
        return "creditors outside";
    }

    @Override
    public String tip() {
        return "<b>creditors outside</b>: holders of notes, lenders on coins, assignees of income<br>are owed "
                + Numbers.usd(owedUsd);
    }

    @Override
    public boolean covers(double px, double py) {
        double dx = (px - x) / radiusX;
        double dy = (py - y) / radiusY;
        double out = Math.sqrt(dx * dx + dy * dy);
        return out > 0.98 && out < 1.03;
    }

    @Override
    public Inspector inspector() {
        return PartyCards.outside(stage);
    }
}
