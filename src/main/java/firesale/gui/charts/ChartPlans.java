package firesale.gui.charts;

import firesale.report.Palette;
import java.util.List;
import java.util.Optional;

/** The charts by week. */
final class ChartPlans {

    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private ChartPlans() {
    }

    /** All of them. */
    static List<ChartPlan> all() {
        return List.of(price(), discount(), rentAndBtc(), repo(), inventory(), defaults(), funding());
    }

    private static ChartPlan price() {
        return new ChartPlan("price", "Price, FMV, OLV and book value of what is on offer",
                Scale.usd("USD a GPU", "USD %s a GPU", 5000), Optional.empty(), List.of(
                        Line.of("book", Palette.AXIS, Line.Style.DOTTED, ChartWeek::bookUsd),
                        Line.of("FMV of what was sold", Palette.VERMILION, Line.Style.STEMS, ChartWeek::soldFmvUsd),
                        Line.of("FMV", Palette.BLACK, Line.Style.SOLID, ChartWeek::fmvUsd),
                        Line.of("OLV", Palette.BLUE, Line.Style.DASHED, ChartWeek::olvUsd),
                        Line.of("price paid (area: GPUs)", Palette.VERMILION, Line.Style.SIZED_DOTS, ChartWeek::priceUsd)),
                history -> "Nothing was on offer so far.");
    }

    private static ChartPlan discount() {
        return new ChartPlan("discount", "Discount: how far prices were below FMV",
                Scale.percent("share of FMV", 0.5, 1), Optional.empty(), List.of(
                        Line.of("all sales so far", Palette.VERMILION, Line.Style.SOLID, ChartWeek::discountSoFar),
                        Line.of("sales of the week (area: GPUs)", Palette.BLUE, Line.Style.SIZED_DOTS,
                                ChartWeek::discountOfWeek)),
                history -> "Nothing was sold so far.");
    }

    private static ChartPlan rentAndBtc() {
        return new ChartPlan("rent-and-btc", "Rent of an H100 SXM, and price of BTC",
                Scale.usd("rent, USD an hour", "USD %s an hour", 1),
                Optional.of(Scale.usd("BTC, thousand USD", "USD %s thousand", 50)), List.of(
                        Line.of("one-year contract rent", Palette.SKY, Line.Style.DASHED,
                                week -> week.state().contractUsdPerHour()),
                        Line.of("spot rent", Palette.BLUE, Line.Style.SOLID, week -> week.state().spotUsdPerHour()),
                        Line.of("BTC (right)", Palette.ORANGE, Line.Style.DASH_DOT, week -> week.state().btcUsd() / THOUSAND)
                                .onTheRight()),
                history -> "");
    }

    private static ChartPlan repo() {
        return new ChartPlan("repo", "Repo: what dealers could still finance, and haircuts",
                Scale.usd("collateral, USD m", "USD %s m", 10),
                Optional.of(Scale.percent("haircut", 0.5, 1)), List.of(
                        Line.of("depth, GPUs 1.5 years old", Palette.BLUE, Line.Style.SOLID,
                                week -> week.repoDepthUsd() / MILLION),
                        Line.of("haircut, 1.5 years old (right)", Palette.VERMILION, Line.Style.DASHED, ChartWeek::haircut)
                                .onTheRight(),
                        Line.of("haircut, 3 years old (right)", Palette.ORANGE, Line.Style.DOTTED, ChartWeek::oldHaircut)
                                .onTheRight()),
                history -> history.hasRepo() ? "" : "No repo market in this run:\nno dealer lends against GPUs.\n"
                        + "repo.capacityUsd above 0 opens one.");
    }

    private static ChartPlan inventory() {
        return new ChartPlan("inventory", "Where seized GPUs are", Scale.count("GPUs"), Optional.empty(), List.of(
                        Line.of("seized so far", Palette.BLACK, Line.Style.THIN, week -> week.state().seizedGpus()),
                        Line.of("sold so far", Palette.GREEN, Line.Style.DASHED, week -> week.state().soldGpus()),
                        Line.of("bought, not yet earning", Palette.SKY, Line.Style.DASH_DOT,
                                week -> week.state().inTransitGpus()),
                        Line.of("held by lenders, unsold", Palette.VERMILION, Line.Style.SOLID,
                                week -> week.state().inventoryGpus())),
                history -> "");
    }

    private static ChartPlan defaults() {
        return new ChartPlan("defaults", "Defaults so far: initial, and induced by fire sales",
                Scale.count("borrowers in default"), Optional.empty(), List.of(
                        Line.of("all", Palette.light(Palette.BLACK), Line.Style.WIDE,
                                week -> week.initialDefaults() + week.inducedDefaults()),
                        Line.of("initial: without any fire sale too", Palette.BLUE, Line.Style.DASHED,
                                ChartWeek::initialDefaults),
                        Line.of("induced: only with fire sales", Palette.VERMILION, Line.Style.SOLID,
                                ChartWeek::inducedDefaults)),
                history -> "");
    }

    private static ChartPlan funding() {
        return new ChartPlan("funding", "Funding: spread, lenders' capital and AI equity",
                Scale.percent("spread a year, capital ratio", 0.1, Double.POSITIVE_INFINITY),
                Optional.of(new Scale("AI equity, 1 at the start", "%s", "0.##", 1, Double.POSITIVE_INFINITY)), List.of(
                        Line.of("funding spread", Palette.VERMILION, Line.Style.SOLID, week -> week.state().spread()),
                        Line.of("least capital ratio of a lender", Palette.BLUE, Line.Style.DASHED,
                                week -> week.state().leastCapitalRatio()),
                        Line.of("AI equity (right)", Palette.GREEN, Line.Style.DASH_DOT, week -> week.state().aiEquity())
                                .onTheRight()),
                history -> "");
    }
}
