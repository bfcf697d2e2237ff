package firesale.credit;

/** How collateral is valued where a covenant limits the loan over its value. */
public enum Appraisal {
    /** Cost less straight-line depreciation over six years. */
    STRAIGHT_LINE_6Y {
        @Override
        double usdPerGpu(Cohort cohort, int week, Marks marks) {
            return cohort.bookUsdPerGpu(week, 6);
        }
    },
    /** Cost less straight-line depreciation over four years. */
    STRAIGHT_LINE_4Y {
        @Override
        double usdPerGpu(Cohort cohort, int week, Marks marks) {
            return cohort.bookUsdPerGpu(week, 4);
        }
    },
    /** Cost less straight-line depreciation over the life that lenders have learnt from auctions. */
    LEARNED_LIFE {
        @Override
        double usdPerGpu(Cohort cohort, int week, Marks marks) {
            return cohort.bookUsdPerGpu(week, marks.lifeYears());
        }
    },
    /** What auctions of the kind fetched lately, relative to FMV, times FMV. */
    MARK_TO_AUCTION {
        @Override
        double usdPerGpu(Cohort cohort, int week, Marks marks) {
            return marks.auctionUsd(cohort.machine(), cohort.machineIndex(), cohort.ageYears(week));
        }
    },
    /** FMV. */
    MARK_TO_MODEL {
        @Override
        double usdPerGpu(Cohort cohort, int week, Marks marks) {
            return marks.modelUsd(cohort.machine(), cohort.ageYears(week));
        }
    };

    /** The value of a machine of a cohort that still runs, USD per GPU. */
    abstract double usdPerGpu(Cohort cohort, int week, Marks marks);

    /** The value of a borrower's fleet, USD. */
    double usd(Borrower borrower, int week, Marks marks) {
        double sum = 0;
        for (int i = 0; i < borrower.cohorts().size(); i++) {
            Cohort cohort = borrower.cohorts().get(i);
            sum += usdPerGpu(cohort, week, marks) * cohort.gpus().balance();
        }
        return sum;
    }
}
