package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.LoanClass;
import firesale.hardware.Hours;
import org.junit.jupiter.api.Test;

class SpreadLedgerTest {

    private static final double YEAR = Hours.WEEKS_PER_YEAR;
    private int week;

    private static LoanReturns hosts(SpreadLedger ledger) {
        return ledger.byClass().get(LoanClass.HOST_LOANS.ordinal());
    }

    /** 1,000 dollars at 9 % in week 0 and 800 in week 2, risk-free 4 %; 100 lost in week 3, of which 30 come back in week 5. */
    @Test
    void sumsByHand() {
        SpreadLedger ledger = new SpreadLedger(0.04, () -> week);
        ledger.open();
        ledger.bill(LoanClass.HOST_LOANS, 100_000, 172);
        ledger.paid();
        week = 2;
        ledger.open();
        ledger.bill(LoanClass.HOST_LOANS, 80_000, 138);
        ledger.paid();
        week = 3;
        ledger.lost(LoanClass.HOST_LOANS, 10_000);
        week = 5;
        ledger.lost(LoanClass.HOST_LOANS, -3_000);
        double d = 1 / (1 + 0.04 / YEAR);
        LoanReturns found = hosts(ledger);
        assertThat(found.lossUsd()).isEqualTo(70);
        assertThat(found.discountedLossUsd()).isCloseTo(100 * Math.pow(d, 3) - 30 * Math.pow(d, 5), within(1e-12));
        assertThat(found.exposureUsdYears()).isCloseTo((1000 + d * d * 800) / YEAR, within(1e-12));
        assertThat(found.earnedUsd()).isCloseTo(1.72 - 1000 * 0.04 / YEAR + d * d * (1.38 - 800 * 0.04 / YEAR), within(1e-12));
    }

    @Test
    void whatIsBilledAndNotPaidIsNoExposure() {
        SpreadLedger ledger = new SpreadLedger(0.04, () -> week);
        ledger.open();
        ledger.bill(LoanClass.HOST_LOANS, 100_000, 172);
        ledger.open();
        ledger.paid();
        assertThat(hosts(ledger).exposureUsdYears()).isZero();
    }

    /** A fee for a guarantee is no loss, but the spread has to pay for it: 2 dollars in week 1. */
    @Test
    void whatAGuaranteeCostsHasToBePaidForToo() {
        SpreadLedger ledger = new SpreadLedger(0.04, () -> week);
        week = 1;
        ledger.fee(LoanClass.HOST_LOANS, 200);
        assertThat(hosts(ledger).lossUsd()).isZero();
        assertThat(hosts(ledger).discountedLossUsd()).isCloseTo(2 / (1 + 0.04 / YEAR), within(1e-12));
    }

    @Test
    void classesAreApart() {
        SpreadLedger ledger = new SpreadLedger(0, () -> 0);
        ledger.open();
        ledger.bill(LoanClass.REVOLVERS, 5_200, 1);
        ledger.paid();
        ledger.lost(LoanClass.COIN_LINES, 7);
        assertThat(hosts(ledger)).isEqualTo(new LoanReturns(0, 0, 0, 0));
        assertThat(ledger.byClass().get(LoanClass.REVOLVERS.ordinal()).earnedUsd()).isEqualTo(0.01);
        assertThat(ledger.byClass().get(LoanClass.COIN_LINES.ordinal()).lossUsd()).isEqualTo(0.07);
    }
}
