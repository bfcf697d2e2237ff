package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.credit.lenders.Payer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lender's credit bid is set off against its claim: claim, deficiency, estate, and what the machines bring later. */
class CreditBidTest {

    /**
     * The loan is 100,000; half of the machines fetch 30,000, storage costs 2,000: 72,000 are owed. A bid of 50,000 leaves a
     * deficiency of 22,000, which shares an estate of 21,000 with notes of 20,000: half is paid. The machines later fetch the
     * amount given after 1,000 of storage: what they bring above or below the bid is the lender's, and nobody else's.
     */
    @ParameterizedTest
    @CsvSource({"50000, 12000", "40000, 22000", "70000, -8000"})
    void bidDeficiencyEstateAndLaterSale(double price, double loss) {
        Host host = new Host().cash(21_000).note(20_000, 0.01, 1.3, 500).cohort(16, 100_000, 0);
        Borrower borrower = host.borrower();
        SeizedFleet fleet = host.fleet(borrower, 0, 10, 15);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(fleet), 0);
        host.sell(resolution, fleet, 8, 30_000, 0);
        resolution.store(fleet, 200_000);
        resolution.setOff(fleet, 5_000_000);
        assertThat(fleet.claim()).isEqualTo(2_200_000);
        assertThat(fleet.isOwned()).isTrue();
        assertThat(host.lenders.get(0).losses()).isEqualTo(2_200_000);
        resolution.close();
        assertThat(host.cash.balance()).as("the estate does not wait for the machines").isZero();
        // 21,000 on 42,000
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(10_000);
        assertThat(host.lenders.get(0).losses()).isEqualTo(1_100_000);
        resolution.setOff(fleet, 100);
        assertThat(host.lenders.get(0).losses()).as("once").isEqualTo(1_100_000);
        resolution.store(fleet, 100_000);
        assertThat(fleet.claim()).as("cost of its own machines").isEqualTo(2_200_000);
        long investors = host.outside.investors().balance();
        host.sell(resolution, fleet, 8, price, 0);
        resolution.close();
        assertThat(host.lenders.get(0).losses()).isEqualTo(Math.round(100 * loss));
        assertThat(host.outside.investors().balance()).as("no surplus for the estate").isEqualTo(investors);
        assertThat(host.cash.balance()).isZero();
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(10_000);
        host.outside.audit();
    }

    /** A bid above the claim counts as the claim; a negative one as nothing; one for no machines does nothing. */
    @Test
    void bidsAreCappedByTheClaim() {
        Host host = new Host().cash(0).cohort(8, 100_000, 0).cohort(8, 50_000, 0).cohort(8, 20_000, 0);
        Borrower borrower = host.borrower();
        Resolution resolution = new Resolution(host.outside);
        SeizedFleet high = host.fleet(borrower, 0, 10, 15);
        resolution.setOff(high, 15_000_000);
        assertThat(high.claim()).isZero();
        assertThat(host.lenders.get(0).losses()).isZero();
        SeizedFleet none = host.fleet(borrower, 1, 10, 15);
        resolution.setOff(none, -5);
        assertThat(none.claim()).isEqualTo(none.loanAtDefault());
        assertThat(host.lenders.get(1).losses()).isEqualTo(none.loanAtDefault());
        SeizedFleet sold = host.fleet(borrower, 2, 10, 15);
        host.sell(resolution, sold, 8, 5_000, 0);
        resolution.setOff(sold, 1_000_000);
        assertThat(sold.isOwned()).isFalse();
        assertThat(sold.claim()).isEqualTo(sold.loanAtDefault() - 500_000);
    }

    /** However machines are sold before and after, the lender's loss is loan and cost less proceeds and estate, to the cent. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lossesAddUp(long seed) {
        Random random = new Random(seed);
        int gains = 0;
        for (int run = 0; run < 200; run++) {
            Host host = new Host().cash(random.nextInt(50_000)).note(random.nextInt(50_000), 0, 1, 500)
                    .cohort(8 * (2 + random.nextInt(20)), 1_000 + random.nextInt(2_000_000), 0);
            Borrower borrower = host.borrower();
            long noteFace = borrower.note().face();
            long estate = host.cash.balance();
            SeizedFleet fleet = host.fleet(borrower, 0, 0, 4);
            Resolution resolution = new Resolution(host.outside);
            resolution.open(borrower, List.of(fleet), 0);
            long net = 0;
            long surplus = 0;
            int bidAfter = random.nextInt(4);
            for (int sale = 0; fleet.gpus().balance() > 0; sale++) {
                if (sale == bidAfter) {
                    resolution.setOff(fleet, random.nextInt(100_000_000));
                    resolution.close();
                }
                long storage = random.nextInt(5_000);
                resolution.store(fleet, storage);
                int gpus = (int) Math.min(fleet.gpus().balance(), 1 + random.nextInt(80));
                long price = gpus * (long) random.nextInt(2_000_000);
                long before = host.cash.balance();
                host.sell(resolution, fleet, gpus, price / 100.0, 0);
                surplus += host.cash.balance() - before;
                net += price - storage;
            }
            resolution.close();
            double[] payers = new double[Payer.values().length];
            resolution.losses().addTo(payers);
            long toNotes = noteFace - (long) payers[Payer.CONVERTIBLE_NOTES.ordinal()];
            long rest = -(long) payers[Payer.EQUITY.ordinal()];
            long fromEstate = estate + surplus - toNotes - rest;
            assertThat(fromEstate).isNotNegative();
            assertThat(host.lenders.get(0).losses()).isEqualTo(fleet.loanAtDefault() - (net - surplus) - fromEstate);
            assertThat(rest > 0 && (toNotes < noteFace || fromEstate < fleet.claim())).as("shareholders come last").isFalse();
            gains += host.lenders.get(0).losses() < 0 ? 1 : 0;
            host.outside.audit();
        }
        assertThat(gains).as("lenders that gained by machines they owned").isGreaterThan(5);
    }
}
