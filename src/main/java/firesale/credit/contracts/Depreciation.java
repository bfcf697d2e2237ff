package firesale.credit.contracts;

/** Accounting values of machines. */
public final class Depreciation {

    private Depreciation() {
    }

    /** Cost less straight-line depreciation over a life, never below zero, USD. */
    public static double straightLine(double costUsd, double ageYears, double lifeYears) {
        return costUsd * StrictMath.max(0, 1 - ageYears / lifeYears);
    }
}
