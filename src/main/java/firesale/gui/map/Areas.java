package firesale.gui.map;

import firesale.credit.SeizedFleet;
import firesale.gui.view.Figure;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import firesale.model.FireSale;
import firesale.model.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Parts of the map that have something to say but are no buyer and no lot. */
final class Areas {

    private static final int STORIES = 12;

    private final Stage stage;

    /** @param stage where their cards open */
    Areas(Stage stage) {
        this.stage = stage;
    }

    /** A part of the shelf. */
    AreaSpot of(MapScene.Slot slot) {
        String tip = "<b>" + slot.machine() + "</b>: a node needs " + Numbers.plain(slot.needsKw()) + " kW in one rack<br>"
                + Numbers.gpus(slot.gpus()) + " on the shelf, " + Numbers.count(slot.coming()) + " more being repossessed"
                + (slot.folded() > 0 ? "<br>" + Numbers.counted(slot.folded(), "smaller lot") + " not drawn" : "");
        List<Figure> figures = List.of(
                new Figure("machine", "Kind of machine", slot::machine),
                new Figure("GPUs on the shelf", "That lenders and dealers hold of it", () -> onShelf(stage.run(), slot.machine(),
                        true)),
                new Figure("GPUs being repossessed", "On their way to lenders", () -> onShelf(stage.run(), slot.machine(),
                        false)));
        return new AreaSpot(stage, "slot-" + slot.machine(), slot.machine(), tip, slot.left(), Sheet.GUTTER_TOP, slot.right(),
                Sheet.HEIGHT, figures);
    }

    /** Somebody who takes machines and is no buyer. */
    AreaSpot of(MapScene.Taker taker) {
        String what = switch (taker.label()) {
            case "scrap" -> "Scrap: not worth the cost of storing it, or left when the run ends";
            case "standby" -> "Standby money of outsiders, which takes what nobody bids more for at a share of FMV";
            case "vendor" -> "The machines' vendor, which takes what nobody bids more for at a share of FMV";
            default -> "An authority, which takes what nobody bids more for at a share of orderly value";
        };
        String label = taker.label();
        return new AreaSpot(stage, "taker-" + label, label, what + "<br>" + Numbers.gpus(taker.gpus()) + " so far", taker.x() - 8,
                taker.y() - 10, Sheet.LANE_RIGHT, taker.y() + 12, List.of(
                new Figure("GPUs taken", what, () -> taken(stage.run(), label, sale -> 1)),
                new Figure("paid for them (USD m)", "Proceeds of sellers", () -> taken(stage.run(), label,
                        sale -> sale.priceUsd() / 1e6))));
    }

    private static Object taken(FireSale now, String label, ToDoubleFunction<Sale> perGpu) {
        double sum = 0;
        for (Sale sale : now.watch() == null ? List.<Sale>of() : now.watch().sales()) {
            sum += sale.buyer() < 0 && sale.buyerType().equals(label) ? sale.gpus() * perGpu.applyAsDouble(sale) : 0;
        }
        return sum;
    }

    /** What the running totals mean. */
    AreaSpot totals(List<MapScene.Counter> counters) {
        List<Figure> figures = new ArrayList<>();
        counters.forEach(each -> figures.add(new Figure(each.name(), each.meaning() + ", when this was opened", each::value)));
        StringBuilder tip = new StringBuilder("<b>So far</b>");
        counters.forEach(each -> tip.append("<br>").append(each.name()).append(": ").append(each.meaning()));
        return new AreaSpot(stage, "totals", "So far", tip.toString(), Sheet.WIDTH * 0.37, 0, Sheet.WIDTH, Sheet.STATUS_BOTTOM,
                List.copyOf(figures));
    }

    private static long onShelf(FireSale now, String machine, boolean here) {
        if (now.credit() == null) {
            return 0L;
        }
        long gpus = 0;
        for (SeizedFleet fleet : here ? now.credit().inventory() : now.credit().repossessing()) {
            gpus += fleet.machine().name().equals(machine) ? fleet.gpus().balance() : 0;
        }
        for (int i = 0; here && i < now.repo().lots().size(); i++) {
            gpus += now.repo().lots().get(i).machine().name().equals(machine) ? now.repo().lots().get(i).gpus().balance() : 0;
        }
        return gpus;
    }

    /** The headline's card: what happened so far, the latest first. */
    AreaSpot story(List<News> news, News now) {
        StringBuilder tip = new StringBuilder("<b>What happened</b>");
        List<Figure> figures = new ArrayList<>();
        Headline.Today unknown = new Headline.Today(Double.NaN, 0, 0, 0, 0, 0);
        for (int w = news.size() - 1; w >= 0 && figures.size() < STORIES; w--) {
            Headline each = Headline.of(news.get(w));
            if (each.weight() >= Headline.WORTH_TELLING) {
                String text = each.lead(news.get(w), now, unknown);
                tip.append("<br>Week ").append(w).append(": ").append(text);
                figures.add(new Figure("week " + w, "What mattered most in the week", () -> text));
            }
        }
        if (figures.isEmpty()) {
            tip.append("<br>Nothing yet.");
            figures.add(new Figure("so far", "What mattered most", () -> "nothing yet"));
        }
        return new AreaSpot(stage, "story", "What happened", tip.toString(), 0, Sheet.TIMELINE_TOP, Sheet.WIDTH,
                Sheet.HEADLINE_BOTTOM,
                List.copyOf(figures));
    }
}
