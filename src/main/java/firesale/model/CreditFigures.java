package firesale.model;

import firesale.credit.CreditCounts;
import firesale.credit.DefaultCause;
import firesale.credit.OpeningBook;
import firesale.credit.lenders.Payer;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happened on the credit side and who paid for it.
 *
 * @param defaultsStrategic  vehicles whose shareholders walked away
 * @param defaultsExogenous  defaults for reasons outside the model
 * @param defaultsOfVehicles vehicles in default, whatever the cause
 * @param counts             what was counted on the way
 * @param opening            what stood on the books at the start
 * @param lossesByPayerUsd   who lost how much, by the ordinal of the payer
 * @param lossesUsd          what all of them lost
 * @param idleUsd            rent less running cost that machines of lenders and of unlet vehicles would have earned
 * @param wearUsd            FMV lost to condition between default and sale
 * @param prematureScrapUsd  FMV of scrapped machines above scrap value
 * @param sellingUsd         storage and cost of sales
 * @param toBuyersUsd        FMV less price of what was sold
 * @param believedLossPerYear share of cost that lenders believe collateral to lose in a year, at the end
 */
public record CreditFigures(long defaultsStrategic, long defaultsExogenous, long defaultsOfVehicles, CreditCounts counts,
        OpeningBook opening, List<Double> lossesByPayerUsd, double lossesUsd, double idleUsd, double wearUsd,
        double prematureScrapUsd, double sellingUsd, double toBuyersUsd, double believedLossPerYear) {

    static CreditFigures of(FireSale run) {
        Tally t = run.tally();
        return new CreditFigures(Measures.defaults(run, DefaultCause.STRATEGIC),
                Measures.defaults(run, DefaultCause.EXOGENOUS),
                run.credit().borrowers().stream().filter(b -> b.vehicle() != null && b.defaulted()).count(),
                run.credit().counts(), run.credit().openingBook(), run.credit().lossesByPayerUsd(), run.credit().lossesUsd(),
                run.credit().idleUsd(), t.wearUsd, t.prematureScrapUsd, t.sellingUsd, t.saleFmvUsd - t.proceedsUsd,
                1 / run.marks().lifeYears());
    }

    private double paidBy(Payer payer) {
        return lossesByPayerUsd.get(payer.ordinal());
    }

    private double deadweightUsd() {
        return idleUsd + wearUsd + prematureScrapUsd + sellingUsd;
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, CreditFigures> part) {
        return Stream.<Column<CreditFigures>>of(
                new Column<>("defaults_strategic", Type.INTEGER, "count",
                        "Defaults of vehicles whose shareholders walked away", f -> f.defaultsStrategic),
                new Column<>("defaults_exogenous", Type.INTEGER, "count", "Defaults for reasons outside the model",
                        f -> f.defaultsExogenous),
                new Column<>("defaults_of_vehicles", Type.INTEGER, "count", "Vehicles in default, whatever the cause",
                        f -> f.defaultsOfVehicles),
                new Column<>("breaches_forborne", Type.INTEGER, "count", "Covenant breaches after which lenders held still",
                        f -> (long) f.counts.breachesForborne()),
                new Column<>("coins_sold_btc", Type.REAL, "BTC", "Coins sold by borrowers and by lenders against coins",
                        f -> f.counts.coinsSoldBtc()),
                new Column<>("contracts_renegotiated", Type.INTEGER, "count",
                        "Contracts whose rent customers of the funding circle lowered",
                        f -> (long) f.counts.contractsRenegotiated()),
                new Column<>("contracts_repudiated", Type.INTEGER, "count",
                        "Contracts that customers of the funding circle ended",
                        f -> (long) f.counts.contractsRepudiated()),
                new Column<>("contracted_usd_per_year", Type.REAL, "USD/a", "Rent under contract at the start, gross",
                        f -> f.opening.contractedUsdPerYear()),
                new Column<>("circle_usd_per_year", Type.REAL, "USD/a", "Of it owed by customers of the funding circle",
                        f -> f.opening.circleUsdPerYear()),
                new Column<>("leases_rejected", Type.INTEGER, "count", "Leases that a lessee in default rejected",
                        f -> (long) f.counts.leasesRejected()),
                new Column<>("lease_damages_usd", Type.REAL, "USD", "Claims for damages from rejected leases",
                        f -> f.counts.leaseDamagesUsd()),
                new Column<>("sponsor_debt_usd", Type.REAL, "USD", "Debt that sponsors report at the start",
                        f -> f.opening.sponsorDebtUsd()),
                new Column<>("sponsor_assets_usd", Type.REAL, "USD", "Assets that sponsors report at the start",
                        f -> f.opening.sponsorAssetsUsd()),
                new Column<>("sponsor_debt_leases_usd", Type.REAL, "USD", "The same debt with leases capitalised",
                        f -> f.opening.sponsorDebtUsd() + f.opening.leaseUsd()),
                new Column<>("sponsor_assets_leases_usd", Type.REAL, "USD", "The same assets with leases capitalised",
                        f -> f.opening.sponsorAssetsUsd() + f.opening.leaseUsd()),
                new Column<>("sponsor_debt_consolidated_usd", Type.REAL, "USD", "The same debt with the vehicles'",
                        f -> f.opening.sponsorDebtUsd() + f.opening.vehicleDebtUsd()),
                new Column<>("sponsor_assets_consolidated_usd", Type.REAL, "USD", "The same assets with the vehicles'",
                        f -> f.opening.sponsorAssetsUsd() + f.opening.vehicleAssetsUsd()),
                new Column<>("loans_drawn_usd", Type.REAL, "USD", "Loans drawn during the run", f -> f.counts.loansDrawnUsd()),
                new Column<>("draws_cancelled", Type.INTEGER, "count", "Draws that came to nothing",
                        f -> (long) f.counts.drawsCancelled()),
                new Column<>("lenders_stopped_lending", Type.INTEGER, "count",
                        "Lenders that ever stopped lending, for want of capital or of funding",
                        f -> (long) f.counts.lendersStopped()),
                new Column<>("believed_loss_per_year", Type.REAL, "1/a",
                        "Share of its cost that lenders believe collateral to lose in a year, at the end: one over its life",
                        f -> f.believedLossPerYear),
                new Column<>("losses_all_usd", Type.REAL, "USD",
                        "Losses of all creditors and, against FMV at default, shareholders", f -> f.lossesUsd),
                paid("equity", "shareholders of hosts, against FMV at default", Payer.EQUITY),
                paid("vehicle_equity", "shareholders of vehicles but for the vendor", Payer.VEHICLE_EQUITY),
                paid("vendor", "vendors, as shareholders of vehicles and as lenders", Payer.VENDOR),
                paid("convertible_notes", "holders of convertible notes", Payer.CONVERTIBLE_NOTES),
                paid("high_yield_notes", "holders of high-yield notes", Payer.HIGH_YIELD_NOTES),
                paid("coin_lenders", "lenders against coins", Payer.COIN_LENDERS),
                paid("income_assignees", "assignees of compute income", Payer.INCOME_ASSIGNEES),
                paid("banks", "banks, what they had lent to private credit included", Payer.BANKS),
                paid("private_credit", "private credit, up to its capital", Payer.PRIVATE_CREDIT),
                paid("asset_backed", "investors in asset-backed securities", Payer.ASSET_BACKED),
                paid("funders", "those who fund lenders, beyond the lenders' capital", Payer.FUNDERS),
                paid("taxpayer", "the authority that guarantees lenders' losses", Payer.TAXPAYER),
                new Column<>("idle_usd", Type.REAL, "USD", "Rent less running cost that idle seized machines would have earned",
                        f -> f.idleUsd),
                new Column<>("wear_usd", Type.REAL, "USD", "FMV lost to neglect and storage between default and sale",
                        f -> f.wearUsd),
                new Column<>("premature_scrap_usd", Type.REAL, "USD", "FMV of scrapped machines above scrap value",
                        f -> f.prematureScrapUsd),
                new Column<>("selling_usd", Type.REAL, "USD", "Storage and cost of sales", f -> f.sellingUsd),
                new Column<>("deadweight_usd", Type.REAL, "USD",
                        "Idle machines, wear, premature scrap, storage and cost of sales: gone",
                        CreditFigures::deadweightUsd),
                new Column<>("to_buyers_usd", Type.REAL, "USD", "FMV less price of what was sold: a transfer to buyers",
                        f -> f.toBuyersUsd))
                .map(column -> column.of(part)).toList();
    }

    private static Column<CreditFigures> paid(String name, String who, Payer payer) {
        return new Column<>("paid_by_" + name + "_usd", Type.REAL, "USD", "Of these losses, what is borne by " + who,
                f -> f.paidBy(payer));
    }
}
