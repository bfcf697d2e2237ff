package firesale.credit.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.CreditParameters;
import firesale.credit.CreditParameters.Underwriting;
import firesale.credit.Origination;
import firesale.model.Bound;
import firesale.valuation.GpuValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermLoanTest {

    private static final double WEEKS = 365.25 / 7;

    /** Balance after k of n payments: P ((1+i)^n - (1+i)^k) / ((1+i)^n - 1); every payment is rounded, by half a cent at most. */
    private static double balanceUsd(double principal, double rate, int n, int k) {
        double i = rate / WEEKS;
        return rate == 0 ? principal * (n - k) / n
                : principal * (Math.pow(1 + i, n) - Math.pow(1 + i, k)) / (Math.pow(1 + i, n) - 1);
    }

    @ParameterizedTest
    @CsvSource({"1000000, 0.091, 156", "123456789.01, 0.12, 286", "50000, 0, 100", "777777.77, 0.35, 520", "1e9, 0.001, 13"})
    void amortisesAsTheClosedFormSays(double principal, double rate, int n) {
        TermLoan loan = new TermLoan(null, principal, rate, n, 0);
        double present = 0;
        double i = rate / WEEKS;
        for (int k = 1; k <= n; k++) {
            long interest = loan.interestDue();
            long capital = loan.principalDue();
            assertThat((double) interest).isCloseTo(loan.balance() * i, within(0.500001));
            present += (interest + capital) / 100.0 / Math.pow(1 + i, k);
            loan.reduce(capital);
            assertThat(loan.balance() / 100.0).as("week %d", k)
                    .isCloseTo(balanceUsd(principal, rate, n, k), within(0.02 * k * Math.pow(1 + i, k)));
        }
        assertThat(present).isCloseTo(principal, within(0.02 * n));
        assertThat(loan.balance()).as("what rounding leaves").isBetween(0L, (long) (2 * n * Math.pow(1 + i, n)));
        loan.reduce(loan.principalDue());
        assertThat(loan.balance()).isZero();
        assertThat(loan.interestDue() + loan.principalDue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "57", "155", "156", "200"})
    void startsSomeWayThroughItsLife(int elapsed) {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, elapsed);
        assertThat(loan.balance() / 100.0).isCloseTo(elapsed >= 156 ? 0 : balanceUsd(1e6, 0.09, 156, elapsed), within(0.01));
        double payment = (loan.interestDue() + loan.principalDue()) / 100.0;
        double i = 0.09 / WEEKS;
        assertThat(payment).isCloseTo(elapsed >= 156 ? 0 : 1e6 * i / (1 - Math.pow(1 + i, -156)), within(0.02));
    }

    @Test
    void prepaymentLowersLaterPaymentsAndKeepsTheEnd() {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 56);
        long payment = loan.interestDue() + loan.principalDue();
        loan.prepay(loan.balance() / 4);
        assertThat(loan.interestDue() + loan.principalDue()).isBetween(payment * 3 / 4 - 2, payment * 3 / 4 + 2);
        for (int k = 0; k < 100; k++) {
            assertThat(loan.balance()).isPositive();
            loan.reduce(loan.principalDue());
        }
        assertThat(loan.balance()).isLessThan(300);
    }

    /**
     * The last cents grow to millions in each of many weeks, and some cents are always left: all is due, and no amount overflows.
     */
    @Test
    void theLastCentsOfALoanMayGrowAgainAndAgain() {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 0);
        for (int k = 0; k < 20; k++) {
            loan.reduce(loan.balance() - 2);
            loan.advance(1_000_000_00, 0.09);
            assertThat(loan.principalDue()).isEqualTo(loan.balance());
        }
    }

    /** Interest at the rate of the week, principal as scheduled at the rate of origination; a rate does not fall below 0. */
    @Test
    void aFloatingRateMovesInterestAndNotRepayment() {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 56);
        long principal = loan.principalDue();
        long balance = loan.balance();
        for (double part : new double[] {0.05, -0.02, -0.5, 0}) {
            loan.reprice(part);
            assertThat(loan.yearlyRate()).isCloseTo(Math.max(0, 0.09 + part), within(1e-12));
            assertThat((double) loan.interestDue()).isCloseTo(balance * Math.max(0, 0.09 + part) / WEEKS, within(0.51));
            assertThat(loan.principalDue()).isEqualTo(principal);
        }
    }

    /**
     * Lent at 0.14 when the floating part is 0.05: a margin of 0.09. At 0.12 it is one of 0.07, and the mean by amount is 0.085.
     */
    @Test
    void aLoanKeepsItsOwnMargin() {
        TermLoan loan = new TermLoan(null, 1e6, 0.14, 156, 0);
        loan.floatBy(0.05);
        assertThat(loan.yearlyRate()).isCloseTo(0.14, within(1e-12));
        loan.advance(loan.balance() / 3, 0.12);
        assertThat(loan.yearlyRate()).isCloseTo(0.135, within(1e-9));
        loan.reprice(0.05);
        assertThat(loan.yearlyRate()).isCloseTo(0.135, within(1e-9));
        loan.reprice(0);
        assertThat(loan.yearlyRate()).isCloseTo(0.085, within(1e-9));
        TermLoan copy = loan.copy();
        copy.reprice(0.01);
        assertThat(copy.yearlyRate()).isCloseTo(0.095, within(1e-9));
        assertThat(loan.yearlyRate()).isCloseTo(0.085, within(1e-9));
    }

    /**
     * What is lent anew, prepaid and repriced on the way: repayment grows and falls in proportion and the loan ends when it would
     * have.
     */
    @Test
    void advanceRepriceAndPrepayKeepTheEnd() {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 0);
        TermLoan plain = new TermLoan(null, 1e6, 0.09, 156, 0);
        double scale = 1;
        for (int k = 0; k < 156; k++) {
            loan.reprice(0.03 * Math.sin(k));
            if (k % 17 == 5) {
                loan.advance(loan.balance() / 4, 0.12);
                scale *= 1.25;
            } else if (k % 17 == 11) {
                loan.prepay(loan.balance() / 5);
                scale *= 0.8;
            }
            assertThat((double) loan.principalDue()).as("week %s", k).isCloseTo(scale * plain.principalDue(), within(60.0));
            assertThat(loan.balance()).isPositive();
            loan.reduce(loan.principalDue());
            plain.reduce(plain.principalDue());
        }
        assertThat(loan.balance()).isLessThan(5_000);
    }

    /**
     * Prepaid to some cents and lent anew, a loan of a million has the payments of a loan of a million; cents alone are repaid as
     * well.
     */
    @ParameterizedTest
    @CsvSource({"1", "30", "70", "12345"})
    void aLoanOfCentsMayGrowAgain(long cents) {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 0);
        TermLoan plain = new TermLoan(null, 1e6, 0.09, 156, 0);
        loan.prepay(loan.balance() - cents);
        TermLoan small = loan.copy();
        loan.advance(100_000_000 - cents, 0.09);
        assertThat((double) loan.principalDue()).isCloseTo(plain.principalDue(), within(2.0));
        for (int k = 0; k < 156; k++) {
            small.reduce(small.principalDue());
        }
        assertThat(small.balance()).isLessThan(200);
    }

    @Test
    void aRepaidLoanCannotBeEnlarged() {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 156);
        assertThatThrownBy(() -> loan.advance(1, 0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TermLoan(null, 1e6, 0.09, 156, 0).advance(-1,
                0.1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreThanTheBalance() {
        TermLoan loan = new TermLoan(null, 100, 0.1, 52, 0);
        assertThatThrownBy(() -> loan.reduce(10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> loan.reduce(-1)).isInstanceOf(IllegalArgumentException.class);
        loan.prepay(10_000);
        assertThat(loan.balance() + loan.interestDue() + loan.principalDue()).isZero();
    }

    @Test
    void sizingTakesTheSmallerOfAdvanceAndCover() {
        CreditParameters.LoanParameters flat = Bound.parameters().credit().loan();
        // cover: 12,000 a year of cash flow for 4 years at 9 % carries payments of 12,000 / 1.25
        double annuity = (1 - Math.exp(-0.09 * 4)) / 0.09;
        assertThat(Origination.principalUsd(flat, Underwriting.FLAT_RENT, 30_000, 0.75, 16_000, 4_000, 0.22, 0.09, 4))
                .isEqualTo(22_500);
        double covered = Origination.principalUsd(flat, Underwriting.FLAT_RENT, 60_000, 0.9, 16_000, 4_000, 0.22, 0.09, 4);
        assertThat(covered).isCloseTo(12_000 / 1.25 * annuity, within(1e-6));
        assertThat(12_000 / (covered / GpuValue.annuity(0.09, 4))).isCloseTo(1.25, within(1e-9));
        assertThat(Origination.principalUsd(flat, Underwriting.FLAT_RENT, 60_000, 0.9, 3_000, 4_000, 0.22, 0.09, 4)).isZero();
    }

    @Test
    void fallingRentCarriesLess() {
        CreditParameters.LoanParameters loan = Bound.parameters().credit().loan();
        double revenue = 16_000 * (1 - Math.exp(-(0.09 + 0.22) * 4)) / (0.09 + 0.22);
        double cost = 4_000 * (1 - Math.exp(-0.09 * 4)) / 0.09;
        assertThat(Origination.principalUsd(loan, Underwriting.FALLING_RENT, 60_000, 0.9, 16_000, 4_000, 0.22, 0.09, 4))
                .isCloseTo((revenue - cost) / 1.25, within(1e-6));
    }

    /** Mean time to a dollar of principal, from the closed form and from a table of all payments in exact dollars. */
    @ParameterizedTest
    @CsvSource({"0.091, 156", "0.12, 286", "0, 100", "0.35, 520", "0.001, 13", "0.0005, 10", "0.00049, 10", "-0.02, 208",
        "0.09, 1", "1e-9, 500"})
    void averageLifeIsThatOfTheTable(double rate, int n) {
        double i = rate / WEEKS;
        double balance = 1;
        double payment = i == 0 ? 1.0 / n : i / (1 - Math.pow(1 + i, -n));
        payment = Math.abs(i * n) < 1e-6 ? (1 + i * (n + 1) / 2) / n : payment;
        double weighted = 0;
        for (int t = 1; t <= n; t++) {
            double principal = payment - i * balance;
            weighted += t * principal;
            balance -= principal;
        }
        assertThat(balance).isCloseTo(0, within(1e-9));
        assertThat(TermLoan.averageLifeWeeks(i, n)).isCloseTo(weighted, within(1e-6 * n));
    }

    /** Remaining life from the balance, life at origination from the whole; nothing is left of a loan that is over. */
    @Test
    void averageLifeOfALoanUnderWay() {
        TermLoan loan = new TermLoan(null, 1e6, 0.09, 156, 56);
        TermLoan copy = loan.copy();
        long balance = loan.balance();
        double weighted = 0;
        double whole = 0;
        for (int t = 1; copy.balance() > 200; t++) {
            long principal = copy.principalDue();
            weighted += t * (double) principal;
            copy.reduce(principal);
        }
        for (int t = 1; t <= 156; t++) {
            whole += t * (balanceUsd(1e6, 0.09, 156, t - 1) - balanceUsd(1e6, 0.09, 156, t)) / 1e6;
        }
        assertThat(loan.averageLifeYears() * WEEKS).isCloseTo(weighted / loan.balance(), within(1e-3));
        assertThat(loan.averageLifeAtOriginationYears() * WEEKS).isCloseTo(whole, within(1e-6));
        assertThat(loan.averageLifeAtOriginationYears() * WEEKS).as("level payments pay principal late").isBetween(78.5, 90.0);
        assertThat(loan.originalUsd()).isEqualTo(1e6);
        assertThat(loan.balance()).as("the copy was paid, not the loan").isEqualTo(balance);
        assertThat(new TermLoan(null, 1e6, 0.09, 156, 200).averageLifeYears()).isZero();
    }

    @Test
    void straightLine() {
        assertThat(Depreciation.straightLine(30_000, 1.5, 6)).isEqualTo(22_500);
        assertThat(Depreciation.straightLine(30_000, 7, 6)).isZero();
        assertThat(Depreciation.straightLine(30_000, 0, 6)).isEqualTo(30_000);
    }
}
