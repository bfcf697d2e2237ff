package firesale.gui.auction;

import firesale.gui.view.Figure;
import firesale.gui.view.Regimes;
import firesale.model.AuctionWeek;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The figures of the week's sale; of the last one in a week without. */
final class SaleFigures {

    private static final String NONE = "none";

    private final Supplier<SaleShown> shown;

    SaleFigures(Supplier<SaleShown> shown) {
        this.shown = shown;
    }

    List<Figure> list() {
        return List.of(
                figure("week of the sale", "Weeks since the start", sale -> (long) sale.clearing().week()),
                new Figure("regime of this week", "Regime of the week that is shown",
                        () -> shown.get() == null ? NONE : Regimes.word(shown.get().moment().regime())),
                figure("kind", "Kind of machine in the largest pool", SaleOfWeek::kind),
                figure("pools on offer (count)", "Pools of like machines on offer in the week; this is the largest",
                        sale -> (long) sale.pools()),
                of("age (years)", "Mean age of the machines", AuctionWeek::ageYears),
                of("condition (share)", "Mean condition, 1 for new", AuctionWeek::condition),
                figure("format", "How it is sold", sale -> sale.way().name()),
                of("lots (count)", "Seized fleets in the pool", AuctionWeek::lots),
                of("on offer (GPUs)", "GPUs offered", AuctionWeek::offeredGpus),
                of("sold (GPUs)", "GPUs sold to buyers", AuctionWeek::soldGpus),
                figure("taken at floors (GPUs)", "GPUs of the kind that owners of price floors took this week",
                        SaleOfWeek::floorGpus),
                of("bidders (count)", "Buyers who bid", AuctionWeek::bidders),
                of("bidders could host (GPUs)", "Ready racks and retrofits, whatever the price", AuctionWeek::hostableGpus),
                of("bidders could pay for (GPUs)", "What they would take at the reserve with their own money and lines",
                        AuctionWeek::payableGpus),
                of("price (USD a GPU)", "One price for all, or the highest price paid; missing if nothing was sold",
                        AuctionWeek::clearingPriceUsd),
                of("reserve (USD a GPU)", "Mean reserve of the lots", AuctionWeek::reserveUsd),
                of("FMV (USD a GPU)", "Fair market value of the pool", AuctionWeek::fmvUsd),
                figure("OLV (USD a GPU)", "Orderly liquidation value of what was on offer", SaleOfWeek::olvUsd),
                of("book (USD a GPU)", "Price new less straight-line depreciation", AuctionWeek::bookUsd),
                figure("discount (share of FMV)", "How far the price is below FMV", SaleOfWeek::discount),
                of("spot rent (USD an hour)", "Spot rent of an H100 SXM", AuctionWeek::spotUsdPerHour));
    }

    private Figure of(String name, String meaning, Function<AuctionWeek, Object> value) {
        return figure(name, meaning, sale -> value.apply(sale.clearing()));
    }

    private Figure figure(String name, String meaning, Function<SaleOfWeek, Object> value) {
        return new Figure(name, meaning, () -> {
            SaleShown now = shown.get();
            return now == null ? NONE : now.now().or(now::last).map(value).orElse(NONE);
        });
    }
}
