package firesale.gui.map;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import sim.portrayal.Inspector;

/**
 * A lot on the shelf.
 *
 * @param stage       where its card opens
 * @param lot         its number
 * @param machine     its kind
 * @param x           centre
 * @param y           centre
 * @param side        by the GPUs that are left
 * @param state       how it stands to the market
 * @param why         the same in words
 * @param isSeized    whether a lender sells it; else a dealer
 * @param gpus        left
 * @param weeks       since seizure; negative while it is being repossessed
 * @param needsKw     power of a node
 * @param fmvUsd      FMV, USD per GPU
 * @param loanUsd     loan, USD per GPU
 * @param seller      who sells
 */
record LotSpot(Stage stage, int lot, String machine, double x, double y, double side, Shelved state, String why, boolean isSeized,
        long gpus, int weeks, double needsKw, double fmvUsd, double loanUsd, String seller) implements Mark {

    @Override
    public String key() {
        return "lot-" + lot;
    }

    @Override
    public String name() {
        return "Lot " + lot;
    }

    @Override
    public String tip() {
        return "<b>Lot " + lot + ": " + Numbers.gpus(gpus) + "</b>, " + machine
                + "<br>needs racks of at least " + Numbers.plain(needsKw) + " kW"
                + "<br>" + why + (weeks < 0 ? "" : "<br>seized " + Numbers.counted(weeks, "week") + " ago")
                + "<br>FMV " + Numbers.usd(fmvUsd) + " a GPU, loan " + Numbers.usd(loanUsd) + " a GPU"
                + "<br>seller: " + seller;
    }

    @Override
    public boolean covers(double atX, double atY) {
        double reach = Math.max(3.5, side / 2);
        return Math.abs(atX - x) <= reach && Math.abs(atY - y) <= reach;
    }

    @Override
    public Inspector inspector() {
        return LotCard.inspector(stage, lot);
    }
}
