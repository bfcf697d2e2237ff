package firesale.model;

import firesale.credit.Borrower;
import firesale.credit.DefaultCause;
import firesale.credit.SeizedFleet;
import firesale.credit.lenders.Lender;
import firesale.kernel.books.Cents;
import firesale.kernel.table.RatioMeasure;
import java.util.List;
import java.util.stream.Stream;

/** Reads a run's measures off its books and sums; writes nothing. */
public final class Measures {

    private Measures() {
    }

    /** The measures that a summary shows first. */
    public static List<String> main() {
        return List.of("price_discount", "raw_discount", "shortfall", "shortfall_price", "shortfall_melt", "shortfall_condition",
                "shortfall_cost", "recovery", "ltv_book", "ltv_realised", "absorbed_share", "scrapped_share",
                        "weeks_to_liquidate", "ready_racks_over_supply",
                "funds_over_supply", "sold_at_reserve_share", "efficiency", "outsider_share", "share_of_sales_without_bid",
                "defaults",
                        "gpus_seized", "lender_losses_usd");
    }

    /** Of these, the ones that a sweep compares. */
    public static List<String> headlines() {
        return List.of("price_discount", "shortfall", "recovery", "absorbed_share", "efficiency", "defaults",
                "lender_losses_usd");
    }

    /** Measures that are estimated over runs as ratios of sums, so that a run counts by what it sells. */
    public static List<RatioMeasure> ratios() {
        return Stream.of(ownRatios(), AnatomyFigures.ratios(), DepthFigures.ratios(), RepoFigures.ratios(), PolicyFigures.ratios(),
                SpreadFigures.ratios())
                .flatMap(List::stream).toList();
    }

    private static List<RatioMeasure> ownRatios() {
        return List.of(
                new RatioMeasure("price_discount", "share", "1 - sum of price / sum of FMV", "sale_discount_usd", "sale_fmv_usd"),
                new RatioMeasure("raw_discount", "share", "The same against FMV in the condition of a new machine",
                        "raw_discount_usd",
                        "raw_fmv_usd"),
                new RatioMeasure("shortfall", "share", "1 - discounted net proceeds / FMV at seizure", "shortfall_usd",
                        "seizure_fmv_usd"),
                new RatioMeasure("shortfall_price", "share", "Part of the shortfall: price below FMV", "shortfall_price_usd",
                        "seizure_fmv_usd"),
                new RatioMeasure("shortfall_melt", "share", "Part of the shortfall: FMV that melts, and time",
                        "shortfall_melt_usd",
                        "seizure_fmv_usd"),
                new RatioMeasure("shortfall_condition", "share", "Part of the shortfall: condition lost in storage",
                        "shortfall_condition_usd", "seizure_fmv_usd"),
                new RatioMeasure("shortfall_cost", "share", "Part of the shortfall: cost of sale and storage",
                        "shortfall_cost_usd",
                        "seizure_fmv_usd"),
                new RatioMeasure("recovery", "share", "Of defaulted loans what lenders got back, estates included",
                        "recovered_usd", "loans_seized_usd"),
                new RatioMeasure("absorbed_share", "share", "Seized GPUs sold before the last week", "gpus_sold_in_time",
                        "gpus_seized"),
                new RatioMeasure("scrapped_share", "share", "Seized GPUs scrapped as not worth their storage", "gpus_scrapped",
                        "gpus_seized"),
                new RatioMeasure("efficiency", "share", "Surplus of the sales over the most that was possible", "surplus_usd",
                        "surplus_bound_usd"),
                new RatioMeasure("depreciation_share_6y", "share",
                        "Reported over economic depreciation of the first year, six years",
                        "depreciation_reported_6y_usd", "depreciation_economic_usd"),
                new RatioMeasure("depreciation_share_5y", "share", "The same over five years",
                        "depreciation_reported_5y_usd", "depreciation_economic_usd"),
                new RatioMeasure("depreciation_share_4y", "share", "The same over four years",
                        "depreciation_reported_4y_usd", "depreciation_economic_usd"),
                new RatioMeasure("resale_spread", "share", "Resellers' price over what they had paid, less 1", "resale_gain_usd",
                        "resale_cost_usd"),
                new RatioMeasure("ltv_book", "ratio", "Loans over book value at default", "loans_seized_usd", "book_seized_usd"),
                new RatioMeasure("ltv_realised", "ratio", "Loans over net proceeds of the collateral", "loans_seized_usd",
                        "net_proceeds_usd"),
                new RatioMeasure("circle_share", "share", "Contracted rent at the start that is owed by the funding circle",
                        "circle_usd_per_year", "contracted_usd_per_year"),
                new RatioMeasure("sponsor_leverage", "ratio", "Debt over assets of sponsors at the start, as they report them",
                        "sponsor_debt_usd", "sponsor_assets_usd"),
                new RatioMeasure("sponsor_leverage_leases", "ratio", "The same with leases capitalised",
                        "sponsor_debt_leases_usd",
                        "sponsor_assets_leases_usd"),
                new RatioMeasure("sponsor_leverage_consolidated", "ratio", "The same with the vehicles' debt and assets",
                        "sponsor_debt_consolidated_usd", "sponsor_assets_consolidated_usd"),
                new RatioMeasure("deadweight_share", "share", "Deadweight over losses of all", "deadweight_usd",
                        "losses_all_usd"),
                new RatioMeasure("amplification", "ratio",
                        "Lenders' losses over those of the twin with a warehouse: what fire sales and loops multiply losses by",
                        "lender_losses_before_guarantee_usd", "losses_warehouse_usd"),
                new RatioMeasure("amplification_feedbacks", "ratio",
                        "Lenders' losses over those of the twin without feedbacks: the part of it that comes from loops",
                        "lender_losses_before_guarantee_usd", "losses_without_feedbacks_usd"),
                new RatioMeasure("amplification_sales", "ratio",
                        "Losses of the twin without feedbacks over those with a warehouse: the part that comes from sales",
                        "losses_without_feedbacks_usd", "losses_warehouse_usd"),
                new RatioMeasure("induced_share", "share", "Defaults that come only with fire sales and loops, of all",
                        "defaults_induced", "defaults"),
                new RatioMeasure("weeks_earlier", "weeks", "How much earlier accelerated defaults come, on average",
                        "weeks_accelerated", "defaults_accelerated"),
                new RatioMeasure("illusion_gap", "ratio", "Book value at default less net proceeds, over loans, of seized fleets",
                        "book_less_proceeds_usd", "loans_seized_usd"),
                new RatioMeasure("proceeds_over_cost", "share", "Net proceeds of seized fleets over what they had cost",
                        "net_proceeds_usd", "cost_seized_usd"),
                new RatioMeasure("loan_wal_years", "a", "Average life of the loans of the start from then, by balance",
                        "loan_wal_usd_years", "loan_balance_usd"),
                new RatioMeasure("loan_wal_at_origination_years", "a",
                        "Average life of the same loans from origination, by principal",
                        "loan_wal_original_usd_years", "loan_original_usd"),
                new RatioMeasure("collateral_half_life_years", "a",
                        "Time in which FMV of the collateral is expected to halve, by balance",
                        "half_life_usd_years", "loan_balance_usd"),
                new RatioMeasure("collateral_half_life_realised_years", "a",
                        "Time in which it halved, where it did within the run",
                        "half_life_realised_usd_years", "half_life_realised_usd"),
                new RatioMeasure("half_life_reached_share", "share",
                        "Share of balances whose collateral halved in FMV within the run",
                        "half_life_realised_usd", "loan_balance_usd"),
                new RatioMeasure("duration_mismatch", "ratio", "Average life of the loans over half-life of the collateral",
                        "loan_wal_usd_years", "half_life_usd_years"),
                new RatioMeasure("loan_flat_over_falling", "ratio",
                        "Loans granted on flat rent over those granted on falling rent",
                        "loan_flat_usd", "loan_falling_usd"),
                new RatioMeasure("dscr_flat", "ratio",
                        "Rent of the start less running cost over debt service, three years at most, while loans run",
                        "noi_flat_usd", "debt_service_usd"),
                new RatioMeasure("dscr_realised", "ratio", "The same at realised rents", "noi_realised_usd", "debt_service_usd"),
                new RatioMeasure("dscr_flat_over_realised", "ratio", "Cover on flat rent over cover on realised rent",
                        "noi_flat_usd", "noi_realised_usd"),
                new RatioMeasure("service_uncovered_flat", "share",
                        "Debt service due in weeks in which the fleet does not cover it, flat rent",
                        "service_uncovered_flat_usd", "debt_service_usd"),
                new RatioMeasure("service_uncovered", "share", "The same at realised rents", "service_uncovered_usd",
                        "debt_service_usd"),
                new RatioMeasure("news_fall", "share",
                        "What the greatest news of releases took from the FMV of borrowers' fleets in its week", "news_fall_usd",
                        "news_fleet_usd"),
                new RatioMeasure("ready_racks_over_supply", "ratio",
                        "Bidders' ready rack power over power needed, when new lots come", "ready_kw",
                        "supply_kw"),
                new RatioMeasure("funds_over_supply", "ratio",
                        "Bidders' funds over FMV of what is on offer, when new lots come", "funds_usd",
                        "supply_fmv_usd"));
    }

    static RunOutcome of(FireSale run) {
        Tally t = run.tally();
        EarningsMeasure e = run.earnings() == null ? new EarningsMeasure(run) : run.earnings();
        double net = 0;
        double lost = 0;
        for (SeizedFleet fleet : run.credit().fleets()) {
            net += Cents.toUsd(fleet.netProceeds());
            lost += Cents.toUsd(fleet.lossBooked());
        }
        long loans = 0;
        int forced = 0;
        for (Lender lender : run.credit().lenders()) {
            loans += lender.loansAtStart();
            forced += lender.wasForced() ? 1 : 0;
        }
        double losses = lenderLossesUsd(run);
        double base = t.soldFmvAtSeizureUsd;
        double shortfallUsd = t.lostToPriceUsd + t.lostToMeltUsd + t.lostToConditionUsd + t.lostToCostUsd;
        double inTimeProceeds = t.proceedsUsd - t.finalSaleProceedsUsd;
        double allFmv = t.saleFmvUsd + t.finalScrapFmvUsd;
        return new RunOutcome(
                ratio(t.saleFmvUsd - t.proceedsUsd, t.saleFmvUsd),
                ratio(t.saleFmvStandardUsd - t.proceedsUsd, t.saleFmvStandardUsd),
                ratio(shortfallUsd, base),
                ratio(t.lostToPriceUsd, base),
                ratio(t.lostToMeltUsd, base),
                ratio(t.lostToConditionUsd, base),
                ratio(t.lostToCostUsd, base),
                ratio(allFmv - inTimeProceeds - t.finalSaleScrapUsd, allFmv),
                ratio(allFmv - inTimeProceeds - t.finalSaleFmvUsd, allFmv),
                ratio(t.loansSeizedUsd - lost, t.loansSeizedUsd),
                ratio(t.soldInTimeGpus, t.seizedGpus),
                ratio(t.scrappedGpus, t.seizedGpus),
                ratio(t.weeksToSaleGpus, t.soldGpus + t.scrappedGpus),
                ratio(t.loansSeizedUsd, t.bookAtDefaultUsd),
                net > 0 ? t.loansSeizedUsd / net : Double.NaN,
                ratio(t.readyKw, t.supplyKw),
                ratio(t.fundsUsd, t.supplyFmvUsd),
                ratio(t.outsiderGpus, t.soldGpus),
                ratio(t.soldAtReserveGpus, t.soldGpus + t.resaleGpus),
                ratio(t.clearingsWithoutSale, t.clearings),
                defaults(run),
                defaults(run, DefaultCause.PAYMENT),
                defaults(run, DefaultCause.COVENANT),
                defaults(run, DefaultCause.MATURITY),
                defaults(run, DefaultCause.MARGIN_CALL),
                run.credit().counts().marginCalls(),
                run.credit().counts().coinsLiquidatedBtc(),
                run.credit().counts().breachesWaived(),
                run.credit().counts().breachesCured(),
                t.seizedGpus,
                t.soldGpus,
                t.soldInTimeGpus,
                t.finalSaleGpus,
                t.scrappedGpus,
                t.creditBidGpus,
                run.buyers().gpusResoldToUsers(),
                run.buyers().resaleUsd() - run.buyers().resoldCostUsd(),
                run.buyers().resoldCostUsd(),
                t.surplusUsd,
                t.surplusBoundUsd,
                t.peakInventoryGpus,
                t.peakInventoryWeek,
                t.saleWeeks,
                t.proceedsUsd,
                t.saleFmvUsd,
                t.saleFmvUsd - t.proceedsUsd,
                t.saleFmvStandardUsd,
                t.saleFmvStandardUsd - t.proceedsUsd,
                base,
                shortfallUsd,
                t.lostToPriceUsd,
                t.lostToMeltUsd,
                t.lostToConditionUsd,
                t.lostToCostUsd,
                net,
                t.loansSeizedUsd,
                t.loansSeizedUsd - lost,
                t.bookAtDefaultUsd,
                losses,
                ratio(losses, Cents.toUsd(loans)),
                forced,
                t.readyKw,
                t.supplyKw,
                t.fundsUsd,
                t.supplyFmvUsd,
                t.lowestSpreadWeek,
                t.highestAiEquityWeek,
                t.highestRentWeek,
                t.highestBtcWeek,
                run.market().spotUsdPerHour(),
                run.week() + 1,
                e.figures(),
                new CollateralFigures(ratio(net, t.costSeizedUsd), t.costSeizedUsd, t.bookAtDefaultUsd - net,
                        net > 0 ? ratio(t.loansSeizedUsd, t.bookAtDefaultUsd) - t.loansSeizedUsd / net : Double.NaN),
                run.premises().figures(),
                run.loans() == null ? LoanBookFigures.none() : run.loans().figures(),
                CreditFigures.of(run),
                t.world.figures(),
                run.twins(),
                run.anatomy() == null ? AnatomyFigures.none() : run.anatomy().figures(),
                t.news.figures(),
                EntryFigures.of(run),
                run.depth() == null ? DepthFigures.none() : run.depth().figures(),
                RepoFigures.of(run),
                PolicyFigures.of(run),
                run.credit().spreads() == null ? SpreadFigures.none() : SpreadFigures.of(run.credit().spreads()),
                run.recorder().sales(),
                run.recorder().auctions(),
                run.recorder().schedules(),
                run.recorder().weeks(),
                run.recorder().events(),
                run.recorder().depths(),
                run.recorder().repoWeeks(),
                run.recorder().fleets());
    }

    /** A ratio, missing where there is nothing to divide by. */
    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? Double.NaN : numerator / denominator;
    }

    static long defaults(FireSale run) {
        long count = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            count += borrower.defaulted() ? 1 : 0;
        }
        return count;
    }

    static long defaults(FireSale run, DefaultCause cause) {
        long count = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            count += borrower.defaultCause() == cause ? 1 : 0;
        }
        return count;
    }

    /** What lenders would have lost without the guarantee; the same as they lost if there is none. */
    static double lenderLossesBeforeGuaranteeUsd(FireSale run) {
        return Cents.toUsd(run.credit().lenderSystem().losses() + run.backstop().guarantee().paid());
    }

    static double lenderLossesUsd(FireSale run) {
        return Cents.toUsd(run.credit().lenderSystem().losses());
    }
}
