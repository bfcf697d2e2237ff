package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.credit.lenders.Payer;
import org.junit.jupiter.api.Test;

class LossLedgerTest {

    /** Owed 100, 50 and 30 and paid 40, 60 and 0: losses of 60 and -10, and one that stands elsewhere. */
    @Test
    void lossesByPayerSumToTheTotal() {
        LossLedger ledger = new LossLedger();
        ledger.add(Payer.HIGH_YIELD_NOTES, 10_000, 4_000);
        ledger.add(Payer.EQUITY, 5_000, 6_000);
        ledger.add(Payer.COUNTED_ELSEWHERE, 3_000, 0);
        ledger.add(Payer.HIGH_YIELD_NOTES, 100, 0);
        double[] cents = new double[Payer.values().length];
        cents[Payer.BANKS.ordinal()] = 7;
        ledger.addTo(cents);
        assertThat(cents[Payer.HIGH_YIELD_NOTES.ordinal()]).isEqualTo(6_100);
        assertThat(cents[Payer.EQUITY.ordinal()]).as("a gain against FMV at default").isEqualTo(-1_000);
        assertThat(cents[Payer.COUNTED_ELSEWHERE.ordinal()]).isZero();
        assertThat(cents[Payer.BANKS.ordinal()]).as("added, not set").isEqualTo(7);
        assertThat(ledger.totalUsd()).isEqualTo(51);
    }
}
