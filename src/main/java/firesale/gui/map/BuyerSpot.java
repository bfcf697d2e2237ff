package firesale.gui.map;

import firesale.gui.view.Mark;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import firesale.hardware.Cooling;
import sim.portrayal.Inspector;

/**
 * A buyer where it is shown: at a site, or in the lane of those who need no rack.
 *
 * @param stage      where its card opens
 * @param buyer      its number
 * @param type       its kind
 * @param site       which of its sites; negative in the lane
 * @param sites      how many it has
 * @param x          centre
 * @param y          centre
 * @param radius     by its money, at its first site; small at others
 * @param calmRadius the same if funding were as in calm
 * @param couldTake  whether it has free racks for something of the shelf, or storage
 * @param place      what is known of the site; null in the lane
 * @param fundsUsd   money for purchases this week
 * @param calmUsd    the same if funding were as in calm
 * @param boughtGpus so far
 * @param storage    GPUs that it can still store; of no meaning at sites
 */
record BuyerSpot(Stage stage, int buyer, String type, int site, int sites, double x, double y, double radius, double calmRadius,
        boolean couldTake,
        Place place, double fundsUsd, double calmUsd, long boughtGpus, long storage) implements Mark {

    /**
     * A site's figures.
     *
     * @param cooling       of its ready racks
     * @param rackKw        power of one
     * @param readyKw       of all
     * @param freeKw        of free ones
     * @param convertibleKw legacy power that could be fitted out
     */
    record Place(Cooling cooling, double rackKw, double readyKw, double freeKw, double convertibleKw) {
    }

    @Override
    public String key() {
        return "buyer-" + buyer + '-' + site;
    }

    @Override
    public String name() {
        return BuyerCard.name(type, buyer);
    }

    @Override
    public String tip() {
        StringBuilder text = new StringBuilder("<b>").append(name()).append("</b>");
        if (sites > 1) {
            text.append(", site ").append(site + 1).append(" of ").append(sites);
        }
        if (place == null) {
            text.append("<br>needs no rack; can store ").append(Numbers.gpus(storage));
        } else {
            text.append("<br>racks of ").append(Numbers.plain(place.rackKw)).append(" kW, ")
                    .append(BuyerCard.word(place.cooling));
            text.append("<br>free power ").append(Numbers.power(place.freeKw)).append(" of ")
                    .append(Numbers.power(place.readyKw));
            if (place.convertibleKw > 0) {
                text.append("; ").append(Numbers.power(place.convertibleKw)).append(" could be fitted out");
            }
            text.append("<br>").append(couldTake ? "has racks for something on the shelf"
                    : "has no free rack for what is on the shelf");
        }
        text.append("<br>money for purchases ").append(Numbers.usd(fundsUsd));
        text.append(calmUsd > 0 ? " (" + Numbers.percent(fundsUsd / calmUsd) + " of calm)" : "");
        text.append(sites > 1 ? ", for all its sites" : "");
        return text.append("<br>bought ").append(Numbers.gpus(boughtGpus)).append(" so far").toString();
    }

    @Override
    public boolean covers(double atX, double atY) {
        double reach = Math.max(3.5, radius);
        return (atX - x) * (atX - x) + (atY - y) * (atY - y) <= reach * reach;
    }

    @Override
    public Inspector inspector() {
        return BuyerCard.inspector(stage, buyer);
    }
}
