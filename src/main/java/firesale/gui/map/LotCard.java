package firesale.gui.map;

import firesale.credit.SeizedFleet;
import firesale.gui.view.Card;
import firesale.gui.view.Figure;
import firesale.gui.view.Names;
import firesale.gui.view.Numbers;
import firesale.gui.view.Stage;
import firesale.hardware.Cooling;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;
import firesale.model.FireSale;
import firesale.model.Sale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import sim.portrayal.Inspector;

/** All that is known of a lot on the shelf or on its way there, as it stands in the run that is watched. */
public final class LotCard {

    private final Stage stage;
    private final int lot;

    private LotCard(Stage stage, int lot) {
        this.stage = stage;
        this.lot = lot;
    }

    /**
     * An inspector of a lot.
     *
     * @param lot its number
     */
    public static Inspector inspector(Stage stage, int lot) {
        return Card.inspector(stage, "Lot " + lot, new LotCard(stage, lot).figures());
    }

    /** The lot of a number, whoever sells it, sold ones of lenders included; null if there is none. */
    static Lot find(FireSale run, int number) {
        if (run.credit() == null) {
            return null;
        }
        List<SeizedFleet> fleets = run.credit().fleets();
        // numbers rise with the place, and are no smaller than it
        for (int i = Math.min(number, fleets.size() - 1); i >= 0 && fleets.get(i).id() >= number; i--) {
            if (fleets.get(i).id() == number) {
                return fleets.get(i);
            }
        }
        for (Lot other : run.repo().lots()) {
            if (other.id() == number) {
                return other;
            }
        }
        return null;
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("machine", "Kind of machine", (run, lot) -> lot.machine().name()));
        figures.add(figure("GPUs left", "Not sold yet", (run, lot) -> lot.gpus().balance()));
        figures.add(figure("GPUs at seizure", "Those that were sold since included", (run,
                lot) -> lot instanceof SeizedFleet fleet
                ? fleet.seizedGpus() : lot.gpus().balance() + sold(run)));
        figures.add(figure("what becomes of it", "Why it is, or is not, on offer", (run, lot) -> Shelved.why(lot, run)));
        figures.add(figure("weeks since seizure", "Negative as long as it is being repossessed",
                (run, lot) -> (long) (run.week() - lot.seizedWeek())));
        figures.add(figure("weeks offered", "Since it was listed last", (run, lot) -> (long) lot.weeksOffered()));
        figures.add(figure("age of machines (a)", "Since they were new", (run, lot) -> lot.ageYears(run.week())));
        figures.add(figure("condition (share)", "1 for new; falls in storage", (run, lot) -> lot.condition(run.week())));
        figures.add(figure("FMV (USD a GPU)", "What the second-best user would pay without any friction", (run,
                lot) -> run.buyers().fmv()
                .usdPerGpu(lot.machine(), lot.ageYears(run.week()), lot.condition(run.week()))));
        figures.add(figure("book value (USD a GPU)", "Cost less straight-line depreciation", (run,
                lot) -> lot.bookUsdPerGpu(run.week(),
                run.parameters().credit().loan().bookLifeYears())));
        figures.add(figure("loan (USD a GPU)", "What was owed on a machine at default", (run, lot) -> lot.loanUsdPerGpu()));
        figures.add(figure("price over FMV (ratio)", "Mean of what was sold of it so far, by FMV", (run,
                lot) -> paidOverFmv(run)));
        figures.add(figure("seller", "Who sells it", (run, lot) -> lot.seller() + (lot.sellerId() < 0 ? "" : " " + lot.sellerId())
                + (lot.mustSell() ? ", must sell at any price" : "")));
        figures.add(figure("borrower", "Whose machines they were", (run, lot) -> lot.hostId() < 0 ? Numbers.NONE
                : Names.of(run).borrower(lot.hostId())));
        figures.add(figure("rack power needed (kW)", "The least of one rack that holds a node", (run,
                lot) -> lot.machine().nodeKw()));
        figures.add(figure("cooling needed", "Any of these", (run, lot) -> cooling(lot.machine())));
        figures.add(figure("power of all of it (MW)", "At full load", (run,
                lot) -> lot.gpus().balance() * lot.machine().kwPerGpu() / 1000));
        return figures;
    }

    private Figure figure(String name, String meaning, BiFunction<FireSale, Lot, Object> value) {
        return new Figure(name, meaning, () -> {
            FireSale run = stage.run();
            Lot now = find(run, lot);
            return now == null ? run.watch() != null && sold(run) > 0 ? "sold" : "gone" : value.apply(run, now);
        });
    }

    private long sold(FireSale run) {
        long gpus = 0;
        for (Sale sale : run.watch().sales()) {
            gpus += sale.lot() == lot ? sale.gpus() : 0;
        }
        return gpus;
    }

    private Object paidOverFmv(FireSale run) {
        double usd = 0;
        double fmvUsd = 0;
        for (Sale sale : run.watch().sales()) {
            if (sale.lot() == lot && !Flights.isScrap(sale)) {
                usd += sale.gpus() * sale.priceUsd();
                fmvUsd += sale.gpus() * sale.fmvUsd();
            }
        }
        return fmvUsd == 0 ? "nothing sold" : usd / fmvUsd;
    }

    /** The kinds of cooling that serve a machine, in words. */
    static String cooling(MachineType machine) {
        StringBuilder text = new StringBuilder();
        for (Cooling each : machine.cooling()) {
            text.append(text.length() == 0 ? "" : " or ").append(BuyerCard.word(each));
        }
        return text.toString();
    }
}
