package firesale.model;

import firesale.buyers.FairMarketValue;
import firesale.credit.Borrower;
import firesale.credit.Cohort;
import firesale.credit.LoanBook;
import firesale.hardware.Hours;
import firesale.hardware.MachineType;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;

/**
 * The loans of hosts at the start, without those of vehicles, against what backs them and what serves them: their average life
 * beside the time in which the collateral loses half its FMV, what underwriting on falling rent would have lent, and debt-service
 * cover had every host run on, at the rents of the start and at those that came. It measures and changes nothing.
 */
final class LoanBookMeasure {

    /** Cover is summed over three years at most. */
    private static final int COVER_WEEKS = 156;
    private static final double SCAN_YEARS = 0.5;
    private static final int HALVINGS = 24;

    private final FireSale run;
    private final LoanBook book;
    private final List<Cohort> cohorts = new ArrayList<>();
    private final double[] balanceUsd;
    /** Half of FMV at the start, USD a GPU; NaN once FMV has been that low, or if nothing is owed. */
    private final double[] halfUsdPerGpu;
    private double loanBalanceUsd;
    private double loanWalUsdYears;
    private double halfLifeUsdYears;
    private double halfLifeRealisedUsdYears;
    private double halfLifeRealisedUsd;
    private long halfLivesUnreached;
    private double loanOriginalUsd;
    private double loanWalOriginalUsdYears;
    private double loanFlatUsd;
    private double loanFallingUsd;
    private double noiFlatUsd;
    private double noiRealisedUsd;
    private double debtServiceUsd;
    private double serviceUncoveredFlatUsd;
    private double serviceUncoveredUsd;

    /** Looks at the book before the first week. */
    LoanBookMeasure(FireSale run) {
        this.run = run;
        this.book = run.credit().loanBook();
        for (Borrower borrower : run.credit().borrowers()) {
            // as in the book: what a vehicle owes is not underwritten on rent
            if (borrower.vehicle() == null) {
                cohorts.addAll(borrower.cohorts());
            }
        }
        this.balanceUsd = new double[cohorts.size()];
        this.halfUsdPerGpu = new double[cohorts.size()];
        for (int i = 0; i < balanceUsd.length; i++) {
            Cohort cohort = cohorts.get(i);
            loanFlatUsd += cohort.loanOnFlatRentUsd();
            loanFallingUsd += cohort.loanOnFallingRentUsd();
            balanceUsd[i] = Cents.toUsd(cohort.loan().balance());
            halfUsdPerGpu[i] = Double.NaN;
            if (balanceUsd[i] > 0) {
                start(i);
            }
        }
    }

    private void start(int i) {
        Cohort cohort = cohorts.get(i);
        loanBalanceUsd += balanceUsd[i];
        loanWalUsdYears += balanceUsd[i] * cohort.loan().averageLifeYears();
        loanOriginalUsd += cohort.loan().originalUsd();
        loanWalOriginalUsdYears += cohort.loan().originalUsd() * cohort.loan().averageLifeAtOriginationYears();
        halfUsdPerGpu[i] = fmv().usdPerGpu(cohort.machine(), cohort.ageYears(0), 1) / 2;
        halfLifeUsdYears += balanceUsd[i] * halfLifeYears(fmv(), cohort.machine(), cohort.ageYears(0));
        halfLivesUnreached++;
    }

    /**
     * Time until FMV of a machine that ages in good condition is expected to have fallen to half for the first time, found
     * between half-years by bisection. At the end of its life a machine is worth its scrap value: where that is more than half
     * of FMV now, the half-life is the life that is left.
     *
     * @return years
     */
    static double halfLifeYears(FairMarketValue fmv, MachineType machine, double ageYears) {
        double half = fmv.usdPerGpu(machine, ageYears, 1) / 2;
        double lifeLeft = StrictMath.max(0, machine.lifeYears() - ageYears);
        double above = 0;
        double below = StrictMath.min(SCAN_YEARS, lifeLeft);
        while (below < lifeLeft && fmv.ahead(machine, ageYears, 1, below) > half) {
            above = below;
            below = StrictMath.min(below + SCAN_YEARS, lifeLeft);
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (above + below) / 2;
            if (fmv.ahead(machine, ageYears, 1, middle) > half) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return below;
    }

    /** Looks at the end of a week. */
    void week() {
        int week = run.week();
        for (int i = 0; i < halfUsdPerGpu.length; i++) {
            Cohort cohort = cohorts.get(i);
            if (!Double.isNaN(halfUsdPerGpu[i])
                    && fmv().usdPerGpu(cohort.machine(), cohort.ageYears(week), 1) <= halfUsdPerGpu[i]) {
                halfUsdPerGpu[i] = Double.NaN;
                halfLifeRealisedUsd += balanceUsd[i];
                halfLifeRealisedUsdYears += balanceUsd[i] * week / Hours.WEEKS_PER_YEAR;
                halfLivesUnreached--;
            }
        }
        if (week < StrictMath.min(COVER_WEEKS, run.parameters().time().weeks())) {
            cover(week);
        }
    }

    private void cover(int week) {
        book.run(week);
        for (int i = 0; i < book.size(); i++) {
            double due = book.serviceUsd(i);
            noiFlatUsd += book.operatingFlatUsd(i);
            noiRealisedUsd += book.operatingUsd(i);
            debtServiceUsd += due;
            serviceUncoveredFlatUsd += book.operatingFlatUsd(i) < due ? due : 0;
            serviceUncoveredUsd += book.operatingUsd(i) < due ? due : 0;
        }
    }

    private FairMarketValue fmv() {
        return run.buyers().fmv();
    }

    /** What it has measured so far. */
    LoanBookFigures figures() {
        return new LoanBookFigures(loanBalanceUsd, loanBalanceUsd == 0 ? Double.NaN : loanWalUsdYears / loanBalanceUsd,
                loanBalanceUsd == 0 ? Double.NaN : halfLifeUsdYears / loanBalanceUsd, loanWalUsdYears, halfLifeUsdYears,
                halfLifeRealisedUsdYears, halfLifeRealisedUsd, halfLivesUnreached, loanOriginalUsd, loanWalOriginalUsdYears,
                loanFlatUsd, loanFallingUsd, noiFlatUsd, noiRealisedUsd, debtServiceUsd, serviceUncoveredFlatUsd,
                serviceUncoveredUsd);
    }
}
