package firesale.model;

import firesale.credit.Borrower;
import firesale.credit.Cohort;
import firesale.credit.contracts.Depreciation;
import firesale.hardware.MachineType;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;

/**
 * The depreciation game: what borrowers report of their machines, in straight line over six, five and four years, beside what
 * becomes of FMV. At the end of the first week equity, at the end of the first year a year's depreciation of the fleets of the
 * start, whether their owners still run them or not. It measures and changes nothing.
 */
final class EarningsMeasure {

    private static final int YEAR = 52;
    private static final double AGE_STEP_YEARS = 1.0 / 12;

    private final FireSale run;
    private double fmvAtStartUsd;
    private double equityReported6yUsd = Double.NaN;
    private double equityReported5yUsd = Double.NaN;
    private double equityReported4yUsd = Double.NaN;
    private double equityEconomicUsd = Double.NaN;
    private double insolventReported6y = Double.NaN;
    private double insolventEconomic = Double.NaN;
    private double depreciationReported6yUsd = Double.NaN;
    private double depreciationReported5yUsd = Double.NaN;
    private double depreciationReported4yUsd = Double.NaN;
    private double depreciationEconomicUsd = Double.NaN;
    private double bookAboveFmv6yYears = Double.NaN;
    private double bookAboveFmv4yYears = Double.NaN;
    /** Machines bought later are not among those whose first year is measured. */
    private final List<Cohort> cohortsAtStart = new ArrayList<>();
    private final List<Long> gpusAtStart = new ArrayList<>();

    EarningsMeasure(FireSale run) {
        this.run = run;
    }

    /** Looks at the end of a week. */
    void week() {
        if (run.week() == 0) {
            start();
        } else if (run.week() == YEAR) {
            firstYear();
        }
    }

    private void start() {
        equityReported6yUsd = 0;
        equityReported5yUsd = 0;
        equityReported4yUsd = 0;
        equityEconomicUsd = 0;
        insolventReported6y = 0;
        insolventEconomic = 0;
        for (Borrower borrower : run.credit().borrowers()) {
            double fmv = 0;
            for (Cohort cohort : borrower.cohorts()) {
                cohortsAtStart.add(cohort);
                gpusAtStart.add(cohort.gpus().balance());
                fmv += cohort.gpus().balance() * fmv(cohort);
            }
            fmvAtStartUsd += fmv;
            double rest = borrower.siteCostUsd() + borrower.coinsUsd(run.market().btcUsd())
                    + borrower.pledgedUsd(run.market().btcUsd())
                    + Cents.toUsd(borrower.cash().balance() - borrower.debt());
            double reported = borrower.bookUsd(0, 6) + rest;
            equityReported6yUsd += reported;
            equityReported5yUsd += borrower.bookUsd(0, 5) + rest;
            equityReported4yUsd += borrower.bookUsd(0, 4) + rest;
            equityEconomicUsd += fmv + rest;
            insolventReported6y += reported < 0 ? 1 : 0;
            insolventEconomic += fmv + rest < 0 ? 1 : 0;
        }
        bookAboveFmv6yYears = ageAtWhichBookExceedsFmv(6);
        bookAboveFmv4yYears = ageAtWhichBookExceedsFmv(4);
    }

    private void firstYear() {
        double fmv = 0;
        depreciationReported6yUsd = 0;
        depreciationReported5yUsd = 0;
        depreciationReported4yUsd = 0;
        for (int i = 0; i < cohortsAtStart.size(); i++) {
            Cohort cohort = cohortsAtStart.get(i);
            double gpus = gpusAtStart.get(i);
            fmv += gpus * fmv(cohort);
            depreciationReported6yUsd += gpus * (cohort.bookUsdPerGpu(0, 6) - cohort.bookUsdPerGpu(YEAR, 6));
            depreciationReported5yUsd += gpus * (cohort.bookUsdPerGpu(0, 5) - cohort.bookUsdPerGpu(YEAR, 5));
            depreciationReported4yUsd += gpus * (cohort.bookUsdPerGpu(0, 4) - cohort.bookUsdPerGpu(YEAR, 4));
        }
        depreciationEconomicUsd = fmvAtStartUsd - fmv;
    }

    private double fmv(Cohort cohort) {
        return run.buyers().fmv().usdPerGpu(cohort.machine(), cohort.ageYears(run.week()), 1);
    }

    /** For the kind that borrowers hold most of, at prices of the start, to a month; missing if FMV is never below book. */
    private double ageAtWhichBookExceedsFmv(double bookLifeYears) {
        List<MachineType> machines = run.parameters().hardware().machines();
        MachineType common = machines.get(0);
        for (MachineType machine : machines) {
            common = machine.fleetWeight() > common.fleetWeight() ? machine : common;
        }
        for (double age = 0; age < common.lifeYears(); age += AGE_STEP_YEARS) {
            if (Depreciation.straightLine(common.newPriceUsd(), age, bookLifeYears) > run.buyers().fmv().usdPerGpu(common, age,
                    1)) {
                return age;
            }
        }
        return Double.NaN;
    }

    /** What it has measured so far. */
    EarningsFigures figures() {
        return new EarningsFigures(equityReported6yUsd, equityReported5yUsd, equityReported4yUsd, equityEconomicUsd,
                insolventReported6y,
                insolventEconomic, depreciationReported6yUsd, depreciationReported5yUsd, depreciationReported4yUsd,
                depreciationEconomicUsd, bookAboveFmv6yYears, bookAboveFmv4yYears);
    }
}
