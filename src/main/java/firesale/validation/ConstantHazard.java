package firesale.validation;

import firesale.credit.LoanReturns;
import firesale.credit.SpreadLedger;
import firesale.credit.contracts.LoanClass;
import firesale.credit.contracts.TermLoan;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.kernel.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * A borrower that fails at a constant hazard lambda, and an amortising loan to it, paid weekly in arrears. Who fails in week t
 * pays nothing at its end, as in the model: the lender has a claim of the balance B_(t-1) and recovers a share R of it then. With
 * q = e^(-lambda dt), dt a week, q^t is the chance that the payment of week t is made.
 *
 * <p>A spread s that is earned by who pays, on B_(t-1) at the end of week t, makes up for losses if
 * <pre>
 *   sum D_t (1 - R) B_(t-1) (q^(t-1) - q^t) = s dt sum D_t B_(t-1) q^t,   so that   s = (1 - R) (e^(lambda dt) - 1) / dt
 * </pre>
 * whatever the discount factors D and the amortisation. The exposure is what survivors of the week owe. On what is owed at the
 * start of the week by all who have not failed before, the same losses are (1 - R) (1 - e^(-lambda dt)) / dt. A loan at
 * r + s is then worth its principal at the rate r if the week's interest at r is not lost with the loan; if it is, as in the
 * model, the fair spread is (1 - R + r dt) (e^(lambda dt) - 1) / dt.
 */
final class ConstantHazard {

    static final double WEEK = 1 / Hours.WEEKS_PER_YEAR;
    private static final double PRINCIPAL_USD = 1e6;
    static final double BASE = 0.043;
    /** The rate of the loan where only its amortisation matters. */
    private static final double CONTRACT = 0.091;
    static final double RECOVERY = 0.4;
    private static final double MODERATE = 0.1;
    /** So many fail that the two definitions of exposure are told apart. */
    private static final double HIGH = 5;
    private static final int TENOR = 156;

    private ConstantHazard() {
    }

    static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (double hazard : new double[] {MODERATE, HIGH}) {
            String at = "hazard " + Names.of(hazard);
            double rate = BASE + spread(hazard);
            checks.add(exact("expected loss, " + at, "share of principal, exact sum", expectedLoss(hazard),
                    () -> sum(hazard, CONTRACT, ConstantHazard::lossUsd, loan -> 0, false)));
            checks.add(drawn("expected loss, " + at + ", drawn", "share of principal", expectedLoss(hazard), hazard, CONTRACT,
                    ConstantHazard::lossUsd, loan -> 0, false));
            checks.add(Check.exact(CreditForms.TOPIC, "fair spread on weeks paid, " + at, "(1-R) (e^(lambda dt) - 1) / dt",
                    "sums of losses and of exposures", spread(hazard), 1e-9, () -> onSurvivors(hazard, rate)));
            checks.add(Check.exact(CreditForms.TOPIC, "fair spread on weeks begun, " + at, "(1-R) (1 - e^(-lambda dt)) / dt",
                    "sums of losses and of exposures", spread(hazard) * StrictMath.exp(-hazard * WEEK), 1e-9,
                    () -> onOwed(hazard, rate)));
            checks.add(Check.drawn(CreditForms.TOPIC, "fair spread measured, " + at + ", drawn",
                    "(1-R) (e^(lambda dt) - 1) / dt", "the ledger of kind: spread", spread(hazard), () -> measured(hazard, rate)));
            checks.add(exact("worth at fair spread, " + at, "over principal, interest recovered", 1,
                    () -> worth(hazard, rate, true)));
            checks.add(drawn("worth at fair spread, " + at + ", drawn", "over principal, interest recovered", 1, hazard, rate,
                    recovery(true), ConstantHazard::paymentUsd, true));
            double interestLost = BASE + spread(hazard) * (1 - RECOVERY + BASE * WEEK) / (1 - RECOVERY);
            checks.add(exact("worth, interest lost too, " + at, "over principal, at (1-R+r dt)/(1-R) s", 1,
                    () -> worth(hazard, interestLost, false)));
        }
        return checks;
    }

    /** What a loan yields in a week, USD. */
    private interface Flow {
        double usd(TermLoan loan);
    }

    /** Cents of 156 payments and balances are rounded, at a million. */
    private static Check exact(String name, String conditions, double expected, DoubleSupplier value) {
        return Check.exact(CreditForms.TOPIC, name, conditions, "constant hazard", expected, 1e-5, value);
    }

    private static Check drawn(String name, String conditions, double expected, double hazard, double rate, Flow ifFailed,
            Flow ifPaid, boolean discounted) {
        return Check.drawn(CreditForms.TOPIC, name, conditions, "constant hazard", expected,
                () -> random -> once(random, hazard, rate, ifFailed, ifPaid, discounted) / PRINCIPAL_USD);
    }

    static double spread(double hazard) {
        return (1 - RECOVERY) * StrictMath.expm1(hazard * WEEK) / WEEK;
    }

    private static double lossUsd(TermLoan loan) {
        return usd(loan.balance()) * (1 - RECOVERY);
    }

    private static double paymentUsd(TermLoan loan) {
        return usd(loan.interestDue() + loan.principalDue());
    }

    /** What who fails leaves: a share of the balance, with or without the week's interest at the base rate. */
    private static Flow recovery(boolean withInterest) {
        double share = RECOVERY + (withInterest ? BASE * WEEK : 0);
        return loan -> usd(loan.balance()) * share;
    }

    /** What a loan at a rate is worth at the base rate, over its principal. */
    static double worth(double hazard, double rate, boolean interestRecovered) {
        return sum(hazard, rate, recovery(interestRecovered), ConstantHazard::paymentUsd, true);
    }

    private static double usd(long cents) {
        return Cents.toUsd(cents);
    }

    /**
     * Not discounted, over the principal: (1 - R) (1 - q) times the sum of q^(t-1) ((1+i)^n - (1+i)^(t-1)) / ((1+i)^n - 1), two
     * geometric series.
     */
    private static double expectedLoss(double hazard) {
        double q = StrictMath.exp(-hazard * WEEK);
        double growth = 1 + CONTRACT * WEEK;
        double end = StrictMath.pow(growth, TENOR);
        double level = (1 - StrictMath.pow(q, TENOR)) / (1 - q);
        double growing = (StrictMath.pow(q * growth, TENOR) - 1) / (q * growth - 1);
        return (1 - RECOVERY) * (1 - q) * (end * level - growing) / (end - 1);
    }

    /** What is expected of the program's loan, over the principal. */
    private static double sum(double hazard, double rate, Flow ifFailed, Flow ifPaid, boolean discounted) {
        TermLoan loan = loan(rate);
        double q = StrictMath.exp(-hazard * WEEK);
        double alive = 1;
        double discount = 1;
        double sum = 0;
        for (int t = 1; t <= TENOR; t++) {
            discount /= discounted ? 1 + BASE * WEEK : 1;
            sum += discount * alive * ((1 - q) * ifFailed.usd(loan) + q * ifPaid.usd(loan));
            alive *= q;
            loan.reduce(loan.principalDue());
        }
        return sum / PRINCIPAL_USD;
    }

    /** One borrower's life, USD. */
    private static double once(RandomStream random, double hazard, double rate, Flow ifFailed, Flow ifPaid, boolean discounted) {
        double failsAtYears = -StrictMath.log(random.uniform()) / hazard;
        TermLoan loan = loan(rate);
        double discount = 1;
        double sum = 0;
        for (int t = 1; t <= TENOR; t++) {
            discount /= discounted ? 1 + BASE * WEEK : 1;
            if (failsAtYears < t * WEEK) {
                return sum + discount * ifFailed.usd(loan);
            }
            sum += discount * ifPaid.usd(loan);
            loan.reduce(loan.principalDue());
        }
        return sum;
    }

    /**
     * One borrower's life through the ledger of the model, of which kind: spread takes the ratio of sums. That ratio is no mean
     * of draws; its linear part is, s + (loss - s exposure) / E[exposure], with the ratio's standard error.
     */
    private static double measured(RandomStream random, double hazard, double rate, double exposure) {
        LoanReturns found = life(random, hazard, rate);
        double spread = spread(hazard);
        return spread + (found.discountedLossUsd() - spread * found.exposureUsdYears()) / (PRINCIPAL_USD * exposure);
    }

    private static Check.Trial measured(double hazard, double rate) {
        double exposure = exposure(hazard, rate);
        return random -> measured(random, hazard, rate, exposure);
    }

    /** What the ledger says of a loan paid until its borrower fails. */
    static LoanReturns life(RandomStream random, double hazard, double rate) {
        double failsAtYears = -StrictMath.log(random.uniform()) / hazard;
        TermLoan loan = loan(rate);
        int[] week = new int[1];
        SpreadLedger ledger = new SpreadLedger(BASE, () -> week[0]);
        for (week[0] = 1; week[0] <= TENOR; week[0]++) {
            if (failsAtYears < week[0] * WEEK) {
                ledger.lost(LoanClass.HOST_LOANS, Cents.of(lossUsd(loan)));
                break;
            }
            ledger.open();
            ledger.bill(LoanClass.HOST_LOANS, loan.balance(), loan.interestDue());
            ledger.paid();
            loan.reduce(loan.principalDue());
        }
        return ledger.byClass().get(LoanClass.HOST_LOANS.ordinal());
    }

    /** Of those who pay, over the principal. */
    private static double exposure(double hazard, double rate) {
        return sum(hazard, rate, loan -> 0, loan -> usd(loan.balance()) * WEEK, true);
    }

    private static double onSurvivors(double hazard, double rate) {
        return sum(hazard, rate, ConstantHazard::lossUsd, loan -> 0, true)
                / exposure(hazard, rate);
    }

    private static double onOwed(double hazard, double rate) {
        Flow owed = loan -> usd(loan.balance()) * WEEK;
        return sum(hazard, rate, ConstantHazard::lossUsd, loan -> 0, true) / sum(hazard, rate, owed, owed, true);
    }

    private static TermLoan loan(double rate) {
        return new TermLoan(null, PRINCIPAL_USD, rate, TENOR, 0);
    }
}
