package firesale.gui.map;

import firesale.buyers.Buyers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Where those stand who need no rack: in a lane of their own, kind by kind. */
final class Lane {

    private static final double HEADING = 13;

    private final Buyers buyers;
    private final List<MapScene.Heading> headings = new ArrayList<>();

    Lane(Buyers buyers) {
        this.buyers = buyers;
    }

    /** What is written above each kind; complete once they are placed. */
    List<MapScene.Heading> headings() {
        return headings;
    }

    /** Gives each its place; what there is no room for has a place too, and no size. */
    List<BuyerSpot> fill(List<BuyerSpot> lane, MapScene.AreaScale money) {
        TreeMap<String, List<BuyerSpot>> byType = new TreeMap<>();
        lane.forEach(each -> byType.computeIfAbsent(each.type(), type -> new ArrayList<>()).add(each));
        List<BuyerSpot> placed = new ArrayList<>();
        double width = Sheet.LANE_RIGHT - Sheet.LANE_LEFT - 8;
        double room = Sheet.PLOT_BOTTOM - Sheet.PLOT_TOP - 18 - byType.size() * (HEADING + 4);
        double wanted = 0;
        for (List<BuyerSpot> group : byType.values()) {
            group.sort(Comparator.comparingDouble(this::fullUsd).reversed());
            wanted += Packing.rows(sizes(group, money), width, Double.POSITIVE_INFINITY, 1.5, 0).height(sizes(group, money));
        }
        double share = Math.min(1, room / wanted);
        double top = Sheet.PLOT_TOP + 16;
        for (List<BuyerSpot> group : byType.values()) {
            double[] sizes = sizes(group, money);
            Packing whole = Packing.rows(sizes, width, Double.POSITIVE_INFINITY, 1.5, 0);
            Packing packing = share == 1 ? whole : Packing.rows(sizes, width, share * whole.height(sizes), 1.5, 0);
            double height = packing.height(sizes);
            headings.add(new MapScene.Heading(group.get(0).type() + " " + (packing.folded() > 0
                    ? sizes.length - packing.folded() + "/" + sizes.length : sizes.length), top + HEADING - 2));
            top += HEADING + 1;
            for (int i = 0; i < sizes.length; i++) {
                BuyerSpot each = group.get(i);
                boolean folded = Double.isNaN(packing.x()[i]);
                BuyerSpot spot = new BuyerSpot(each.stage(), each.buyer(), each.type(), each.site(), 1,
                        folded ? (Sheet.LANE_LEFT + Sheet.LANE_RIGHT) / 2 : Sheet.LANE_LEFT + 4 + packing.x()[i],
                        folded ? top + height : top + packing.y()[i], folded ? 0 : each.radius(), each.calmRadius(), true, null,
                        each.fundsUsd(), each.calmUsd(), each.boughtGpus(), each.storage());
                placed.add(spot);
            }
            top += height + 3;
        }
        return placed;
    }

    /** What each would take up had it spent nothing: nobody is moved by what others spend. */
    private double[] sizes(List<BuyerSpot> group, MapScene.AreaScale money) {
        double[] sizes = new double[group.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 2 * money.of(fullUsd(group.get(i)));
        }
        return sizes;
    }

    private double fullUsd(BuyerSpot spot) {
        return buyers.fullFundsUsd(buyers.buyers().get(spot.buyer()));
    }
}
