package firesale.gui.map;

import firesale.buyers.Buyer;
import firesale.buyers.BuyerType;
import firesale.gui.view.Card;
import firesale.gui.view.Figure;
import firesale.gui.view.Names;
import firesale.gui.view.Stage;
import firesale.hardware.Cooling;
import firesale.hardware.Site;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.model.FireSale;
import firesale.model.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import sim.portrayal.Inspector;

/** All that is known of a buyer, as it stands in the run that is watched. */
public final class BuyerCard {

    private static final String GONE = "no such buyer in this run";

    private final Stage stage;
    private final int buyer;

    private BuyerCard(Stage stage, int buyer) {
        this.stage = stage;
        this.buyer = buyer;
    }

    /**
     * An inspector of a buyer.
     *
     * @param buyer its number
     */
    public static Inspector inspector(Stage stage, int buyer) {
        BuyerCard card = new BuyerCard(stage, buyer);
        Buyer now = find(stage.run(), buyer);
        return Card.inspector(stage, now == null ? "Buyer " + buyer : name(now), card.figures(now == null ? 1
                : now.sites().size()));
    }

    /** What a buyer is called: its kind and its number. */
    static String name(Buyer buyer) {
        return name(buyer.type().name(), buyer.id());
    }

    static String name(String type, int number) {
        return type + " " + number;
    }

    private static Buyer find(FireSale run, int buyer) {
        return run.buyers() == null || buyer >= run.buyers().buyers().size() ? null : run.buyers().buyers().get(buyer);
    }

    private List<Figure> figures(int sites) {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("kind", "Kind of buyer, and what it does with machines", (run, b) -> b.type().name()
                + (b.type().business() == BuyerType.Business.USE ? ", runs them" : ", sells them on")));
        figures.add(figure("money for purchases (USD m)",
                "What it could spend this week: own money, and what is left of its line",
                (run, b) -> run.buyers().spendableUsd(b) / 1e6));
        figures.add(figure("the same in calm (USD m)", "What it could spend if funding were as in calm",
                (run, b) -> run.buyers().spendableInCalmUsd(b) / 1e6));
        figures.add(figure("cash (USD m)", "On its account, without budgets that come in at its next sale",
                (run, b) -> Cents.toUsd(b.cash().balance()) / 1e6));
        figures.add(figure("money of entrants (USD m)", "What is left of what outsiders gave it because discounts drew them in",
                (run, b) -> Cents.toUsd(b.enteredLeft()) / 1e6));
        figures.add(figure("coins (BTC)", "Sold before cash and line are touched", (run,
                b) -> b.coins().balance() / Coins.SATOSHI));
        figures.add(figure("line in calm (USD m)", "Credit line", (run, b) -> Cents.toUsd(b.line()) / 1e6));
        figures.add(figure("drawn of it (USD m)", "What it has drawn of its line and not paid back", (run,
                b) -> Cents.toUsd(b.drawn()) / 1e6));
        figures.add(figure("line from", "The lender of this market that grants a part of the line", (run, b) -> b.lineLender() < 0
                ? "outsiders" : Names.of(run).lender(b.lineLender())));
        figures.add(figure("cost of capital in calm (1/a)", "At which it discounts; the funding spread above calm is added",
                (run, b) -> b.discountRate()));
        figures.add(figure("believed decline of rent (1/a)", "Between releases: the consensus and its own opinion",
                (run, b) -> run.buyers().consensus().declineWithoutReleases() + b.disagreementPerYear()));
        figures.add(figure("utilisation (share)", "Share of hours that its machines are let", (run, b) -> b.utilisation()));
        figures.add(figure("comes to a sale (share)", "Probability of coming to a weekly sale", (run, b) -> b.attendance()));
        figures.add(figure("GPUs bought", "At forced sales so far", (run, b) -> bought(run, b)));
        figures.add(figure("paid for them (USD m)", "Without moving and racks", (run, b) -> sum(run, b, Sale::priceUsd) / 1e6));
        figures.add(figure("price over FMV (ratio)", "Mean of what it bought, by FMV", (run, b) -> bought(run, b) == 0
                ? "bought nothing"
                : sum(run, b, Sale::priceUsd) / sum(run, b, Sale::fmvUsd)));
        figures.add(figure("free storage (GPUs)", "For who sells machines on", (run, b) ->
                b.type().business() == BuyerType.Business.USE ? "\u2013" : (Object) b.freeStorage()));
        for (int s = 0; s < sites; s++) {
            add(figures, s, sites == 1 ? "" : "site " + (s + 1) + ": ");
        }
        return figures;
    }

    private void add(List<Figure> figures, int number, String prefix) {
        figures.add(site(prefix + "rack power (kW)", "Power of one ready rack", number, Site::rackKw));
        figures.add(figure(prefix + "cooling", "How the ready racks are cooled", (run, b) -> number >= b.sites().size() ? GONE
                : word(b.sites().get(number).cooling())));
        figures.add(site(prefix + "ready power (MW)", "Of ready racks, free or taken", number, site -> site.readyKw() / 1000));
        figures.add(site(prefix + "free power (MW)", "Of free ready racks", number, site -> site.freeKw() / 1000));
        figures.add(site(prefix + "free in liquid loops (MW)",
                "What the loops could carry beside what they do; missing if they never bind",
                number, site -> Double.isInfinite(site.freeLoopKw()) ? Double.NaN : site.freeLoopKw() / 1000));
        figures.add(site(prefix + "convertible power (MW)", "Legacy power that could still be fitted out with racks of any kind",
                number,
                site -> site.convertibleKw() / 1000));
        figures.add(site(prefix + "buildable power (MW)", "That could still be built anew", number,
                site -> site.buildableKw() / 1000));
        figures.add(site(prefix + "PUE (ratio)", "Power of the site over that of its machines", number, Site::pue));
        figures.add(figure(prefix + "price of power (USD a kWh)", "This week", (run, b) -> number >= b.sites().size() ? GONE
                : (Object) (b.sites().get(number).powerUsdPerKwh() * run.market().powerFactor())));
    }

    private Figure site(String name, String meaning, int number, ToDoubleFunction<Site> value) {
        return figure(name, meaning, (run, b) -> number >= b.sites().size() ? GONE
                : (Object) value.applyAsDouble(b.sites().get(number)));
    }

    private Figure figure(String name, String meaning, BiFunction<FireSale, Buyer, Object> value) {
        return new Figure(name, meaning, () -> {
            FireSale run = stage.run();
            Buyer now = find(run, buyer);
            return now == null ? GONE : value.apply(run, now);
        });
    }

    private static long bought(FireSale run, Buyer buyer) {
        long gpus = 0;
        for (Sale sale : run.watch().sales()) {
            gpus += sale.buyer() == buyer.id() ? sale.gpus() : 0;
        }
        return gpus;
    }

    private static double sum(FireSale run, Buyer buyer, ToDoubleFunction<Sale> perGpu) {
        double usd = 0;
        for (Sale sale : run.watch().sales()) {
            usd += sale.buyer() == buyer.id() ? sale.gpus() * perGpu.applyAsDouble(sale) : 0;
        }
        return usd;
    }

    /** A kind of cooling in words: direct liquid. */
    static String word(Cooling cooling) {
        return cooling.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
