package firesale.model;

import firesale.credit.OpeningBook;
import firesale.kernel.books.Cents;
import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import firesale.kernel.table.RatioMeasure;
import firesale.policy.Floor;
import firesale.policy.FloorOwner;
import firesale.policy.Guarantee;
import firesale.policy.Holding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What those who stand behind prices and losses took, paid and lost, and what lenders made of it. What a floor holds when the
 * run ends is worth something between scrap value and FMV in its condition then: losses are given at both. They are beside the
 * losses of creditors and shareholders, of which the guarantee's part is among the payers.
 *
 * @param positions       by the ordinal of the owner; zeros for one who has no floor
 * @param guaranteePaidUsd for lenders' losses, less what came back
 * @param guaranteeFeesUsd from lenders
 * @param lenderLossesBeforeUsd what lenders would have lost without the guarantee
 * @param ltvFactor       what belief in the backstop multiplied drawn advances by
 * @param opening         what stood on the books at the start
 */
public record PolicyFigures(List<Position> positions, double guaranteePaidUsd, double guaranteeFeesUsd,
        double lenderLossesBeforeUsd, double ltvFactor, OpeningBook opening) {

    /**
     * What one owner of a floor did.
     *
     * @param gpus      taken, all of them still held
     * @param spentUsd  paid for them
     * @param storageUsd paid for storing them
     * @param fmvUsd    what they are worth at the end, at FMV in their condition
     * @param scrapUsd  the same at scrap value
     */
    public record Position(long gpus, double spentUsd, double storageUsd, double fmvUsd, double scrapUsd) {

        static final Position NONE = new Position(0, 0, 0, 0, 0);

        static Position of(Floor floor, FireSale run) {
            double fmv = 0;
            double scrap = 0;
            double decay = run.parameters().hardware().storageDecayPerYear();
            for (Holding held : floor.holdings()) {
                fmv += held.gpus() * run.buyers().fmv().usdPerGpu(held.machine(), held.ageYears(run.week()),
                        held.condition(run.week(), decay));
                scrap += held.gpus() * held.machine().scrapUsd();
            }
            return new Position(floor.gpus(), Cents.toUsd(floor.spent()), Cents.toUsd(floor.storage()), fmv, scrap);
        }

        double lossUsd() {
            return spentUsd + storageUsd - fmvUsd;
        }

        double lossAtScrapUsd() {
            return spentUsd + storageUsd - scrapUsd;
        }
    }

    static PolicyFigures of(FireSale run) {
        List<Position> positions = new ArrayList<>();
        for (FloorOwner owner : FloorOwner.values()) {
            Position position = Position.NONE;
            for (Floor floor : run.backstop().floors()) {
                position = floor.owner() == owner ? Position.of(floor, run) : position;
            }
            positions.add(position);
        }
        Guarantee guarantee = run.backstop().guarantee();
        return new PolicyFigures(List.copyOf(positions), Cents.toUsd(guarantee.paid()), Cents.toUsd(guarantee.fees()),
                Measures.lenderLossesBeforeGuaranteeUsd(run),
                run.backstop().leverage().factor(), run.credit().openingBook());
    }

    /** What an owner did. */
    public Position of(FloorOwner owner) {
        return positions.get(owner.ordinal());
    }

    private double guaranteeLossUsd() {
        return guaranteePaidUsd - guaranteeFeesUsd;
    }

    private long gpus() {
        return positions.stream().mapToLong(Position::gpus).sum();
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, PolicyFigures> part) {
        return Stream.<Stream<Column<PolicyFigures>>>of(
                Stream.of(new Column<>("gpus_taken_by_floors", Type.INTEGER, "count",
                        "Of sold GPUs those that standby money, the vendor or the authority took at a posted price",
                        PolicyFigures::gpus)),
                position(FloorOwner.STANDBY, "standby money"), position(FloorOwner.VENDOR, "the vendor who buys back"),
                position(FloorOwner.AUTHORITY, "the authority's floor"), authority(), origination())
                .flatMap(Function.identity()).map(column -> column.of(part)).toList();
    }

    private static Stream<Column<PolicyFigures>> position(FloorOwner owner, String who) {
        String name = owner == FloorOwner.STANDBY ? "standby" : owner.label() + "_floor";
        return Stream.of(
                new Column<>(name + "_gpus", Type.INTEGER, "count", "GPUs taken by " + who, f -> f.of(owner).gpus()),
                new Column<>(name + "_spent_usd", Type.REAL, "USD", "Prices paid by " + who, f -> f.of(owner).spentUsd()),
                new Column<>(name + "_storage_usd", Type.REAL, "USD", "Storage paid by " + who, f -> f.of(owner).storageUsd()),
                new Column<>(name + "_value_usd", Type.REAL, "USD", "FMV at the end of what is held by " + who,
                        f -> f.of(owner).fmvUsd()),
                new Column<>(name + "_scrap_usd", Type.REAL, "USD", "Scrap value of what is held by " + who,
                        f -> f.of(owner).scrapUsd()),
                new Column<>(name + "_loss_usd", Type.REAL, "USD", "Prices and storage less value at FMV, of " + who,
                        f -> f.of(owner).lossUsd()),
                new Column<>(name + "_loss_at_scrap_usd", Type.REAL, "USD", "Prices and storage less scrap value, of " + who,
                        f -> f.of(owner).lossAtScrapUsd()));
    }

    private static Stream<Column<PolicyFigures>> authority() {
        return Stream.of(
                new Column<>("guarantee_paid_usd", Type.REAL, "USD", "Lenders' losses that the guarantee bears",
                        f -> f.guaranteePaidUsd),
                new Column<>("guarantee_fees_usd", Type.REAL, "USD", "Fees that lenders paid for the guarantee",
                        f -> f.guaranteeFeesUsd),
                new Column<>("lender_losses_before_guarantee_usd", Type.REAL, "USD",
                        "Losses of lenders and what the guarantee bears of them", f -> f.lenderLossesBeforeUsd),
                new Column<>("authority_loss_usd", Type.REAL, "USD",
                        "Loss of the authority: its floor's, machines at FMV, and the guarantee's less fees",
                        f -> f.of(FloorOwner.AUTHORITY).lossUsd() + f.guaranteeLossUsd()),
                new Column<>("authority_loss_at_scrap_usd", Type.REAL, "USD", "Loss of the authority, machines at scrap value",
                        f -> f.of(FloorOwner.AUTHORITY).lossAtScrapUsd() + f.guaranteeLossUsd()));
    }

    private static Stream<Column<PolicyFigures>> origination() {
        return Stream.of(
                new Column<>("ltv_factor", Type.REAL, "ratio",
                        "What belief in a backstop multiplied drawn advances by, before the cap",
                        f -> f.ltvFactor),
                new Column<>("loans_at_start_usd", Type.REAL, "USD", "Term loans against machines at the start",
                        f -> f.opening.loansUsd()),
                new Column<>("loans_at_origination_usd", Type.REAL, "USD",
                        "Principal of the term loans of the start when they were made",
                        f -> f.opening.principalUsd()),
                new Column<>("machines_at_cost_usd", Type.REAL, "USD", "What the machines that back them had cost",
                        f -> f.opening.machineCostUsd()));
    }

    static List<RatioMeasure> ratios() {
        return List.of(
                new RatioMeasure("ltv_at_origination", "ratio", "Principal of the loans of the start over cost of their machines",
                        "loans_at_origination_usd", "machines_at_cost_usd"),
                new RatioMeasure("ltv_at_start", "ratio", "What is owed of them at the start over the same cost",
                        "loans_at_start_usd", "machines_at_cost_usd"),
                new RatioMeasure("floors_share", "share", "Sold GPUs that were taken at a posted price", "gpus_taken_by_floors",
                        "gpus_sold"));
    }
}
