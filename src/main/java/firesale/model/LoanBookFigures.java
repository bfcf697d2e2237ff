package firesale.model;

import firesale.kernel.table.Column;
import firesale.kernel.table.Column.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What {@link LoanBookMeasure} yields; all missing unless it is asked for. */
public record LoanBookFigures(double loanBalanceUsd, double loanWalYears, double collateralHalfLifeYears, double loanWalUsdYears,
        double halfLifeUsdYears, double halfLifeRealisedUsdYears, double halfLifeRealisedUsd,
        double halfLivesUnreached, double loanOriginalUsd, double loanWalOriginalUsdYears,
        double loanFlatUsd, double loanFallingUsd, double noiFlatUsd, double noiRealisedUsd,
        double debtServiceUsd, double serviceUncoveredFlatUsd, double serviceUncoveredUsd) {

    /** Of a run in which nobody looked. */
    static LoanBookFigures none() {
        return new LoanBookFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN);
    }

    /** The columns of rows that hold these figures, in the order of the file. */
    static <R> List<Column<R>> columns(Function<R, LoanBookFigures> part) {
        return Stream.<Column<LoanBookFigures>>of(
                new Column<>("loan_balance_usd", Type.REAL, "USD",
                        "Loans at the start; missing unless credit.measureLoans", f -> f.loanBalanceUsd),
                new Column<>("loan_wal_years", Type.REAL, "a",
                        "Average life of their principal from then, by balance", f -> f.loanWalYears),
                new Column<>("collateral_half_life_years", Type.REAL, "a",
                        "Time in which FMV of the collateral is expected at the start to halve, by balance",
                        f -> f.collateralHalfLifeYears),
                new Column<>("loan_wal_usd_years", Type.REAL, "USD a",
                        "Sum of balance times average life", f -> f.loanWalUsdYears),
                new Column<>("half_life_usd_years", Type.REAL, "USD a",
                        "Sum of balance times that half-life", f -> f.halfLifeUsdYears),
                new Column<>("half_life_realised_usd_years", Type.REAL, "USD a",
                        "Sum of balance times the time in which FMV halved, where it did within the run",
                        f -> f.halfLifeRealisedUsdYears),
                new Column<>("half_life_realised_usd", Type.REAL, "USD",
                        "Balances at the start of loans whose collateral halved in FMV within the run",
                        f -> f.halfLifeRealisedUsd),
                new Column<>("half_lives_unreached", Type.REAL, "count",
                        "Loans of the start whose collateral did not", f -> f.halfLivesUnreached),
                new Column<>("loan_original_usd", Type.REAL, "USD",
                        "Principal at origination of the loans of the start", f -> f.loanOriginalUsd),
                new Column<>("loan_wal_original_usd_years", Type.REAL, "USD a",
                        "Sum of that principal times average life from origination", f -> f.loanWalOriginalUsdYears),
                new Column<>("loan_flat_usd", Type.REAL, "USD",
                        "Principal at origination that flat rent supports, for the cohorts of the start", f -> f.loanFlatUsd),
                new Column<>("loan_falling_usd", Type.REAL, "USD",
                        "The same that rent falling on trend supports", f -> f.loanFallingUsd),
                new Column<>("noi_flat_usd", Type.REAL, "USD",
                        "Rent less running cost of the fleets of the start at its rents, while loans run, three years at most",
                        f -> f.noiFlatUsd),
                new Column<>("noi_realised_usd", Type.REAL, "USD",
                        "The same at realised rents", f -> f.noiRealisedUsd),
                new Column<>("debt_service_usd", Type.REAL, "USD",
                        "Interest, principal and coupons scheduled at the start for the same time", f -> f.debtServiceUsd),
                new Column<>("service_uncovered_flat_usd", Type.REAL, "USD",
                        "Of it, due in weeks in which the fleet does not cover it at the rents of the start",
                        f -> f.serviceUncoveredFlatUsd),
                new Column<>("service_uncovered_usd", Type.REAL, "USD",
                        "Of it, due in weeks in which the fleet does not cover it at realised rents",
                        f -> f.serviceUncoveredUsd))
                .map(column -> column.of(part)).toList();
    }
}
