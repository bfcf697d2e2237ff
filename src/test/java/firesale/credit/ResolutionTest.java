package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.lenders.Lender;
import firesale.model.Bound;
import firesale.model.ModelParameters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of claims, worked by hand. */
class ResolutionTest {

    /**
     * Lender A is owed 100,000, lender B 60,000, notes 40,000; the estate has 10,000 in cash. A's machines cost 1,000 in storage
     * and fetch 70,000 less 3,500: 34,500 remain. B's fetch 80,000 less 4,000: 16,000 are too much and go to the estate, which
     * then shares 26,000 among 34,500 and 40,000.
     */
    @Test
    void deficiencyAndNotesShareTheEstate() {
        Host host = new Host().cash(10_000).note(40_000, 0.01, 1.3, 500).cohort(8, 100_000, 0).cohort(8, 60_000, 0);
        Borrower borrower = host.borrower();
        SeizedFleet a = host.fleet(borrower, 0, 10, 15);
        SeizedFleet b = host.fleet(borrower, 1, 10, 15);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(a, b), 0);
        resolution.store(a, 100_000);
        host.sell(resolution, a, 8, 70_000, 3_500);
        resolution.close();
        assertThat(a.claim()).isEqualTo(3_450_000);
        assertThat(host.usd(host.cash)).as("the estate waits for its last fleet").isEqualTo(10_000);
        host.sell(resolution, b, 8, 80_000, 4_000);
        assertThat(host.usd(host.cash)).isEqualTo(26_000);
        long investors = host.outside.investors().balance();
        resolution.close();
        double toA = 26_000 * 34_500.0 / 74_500;
        assertThat(host.usd(host.outside.noteHolders())).isCloseTo(26_000 - toA, within(0.01));
        assertThat(host.lenders.get(0).losses() / 100.0).isCloseTo(34_500 - toA, within(0.01));
        assertThat(host.lenders.get(1).losses()).isZero();
        assertThat(host.cash.balance()).isZero();
        assertThat(host.outside.investors().balance()).as("nothing for equity").isEqualTo(investors);
        assertThat(borrower.note().face()).isZero();
        assertThat(a.netProceeds()).isEqualTo(6_550_000);
        assertThat(b.netProceeds()).isEqualTo(7_600_000);
        // a lender's cash: what it got less what it paid; A drew 1,000 for storage before the sale
        assertThat(host.usd(host.lenders.get(0).cash())).isCloseTo(66_500 + toA, within(0.01));
        assertThat(host.usd(host.lenders.get(1).cash())).isEqualTo(60_000);
        host.outside.audit();
        host.custody.audit();
    }

    @Test
    void equityComesLastAndGetsTheRest() {
        Host host = new Host().cash(10_000).note(40_000, 0.01, 1.3, 500).cohort(8, 60_000, 0);
        Borrower borrower = host.borrower();
        SeizedFleet fleet = host.fleet(borrower, 0, 10, 15);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(fleet), 0);
        long investors = host.outside.investors().balance();
        host.sell(resolution, fleet, 8, 120_000, 6_000);
        resolution.close();
        // 114,000 - 60,000 = 54,000 to the estate, 64,000 in all, 40,000 for the notes
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(40_000);
        assertThat((host.outside.investors().balance() - investors) / 100.0).isEqualTo(24_000);
        assertThat(host.lenders.get(0).losses()).isZero();
        assertThat(fleet.claim()).isZero();
    }

    @Test
    void aScheduledSeizureHasNoEstate() {
        Host host = new Host().cohort(8, 60_000, 0);
        SeizedFleet fleet = host.fleet(null, 0, 10, 10);
        Resolution resolution = new Resolution(host.outside);
        host.sell(resolution, fleet, 8, 100_000, 5_000);
        resolution.close();
        assertThat(host.usd(host.outside.investors())).isEqualTo(35_000);
        assertThat(host.usd(host.lenders.get(0).cash())).isEqualTo(60_000);
    }

    /** Losses are realised in proportion to what is sold; at the end they are claim less all that was got. */
    @Test
    void lossesOfPartSales() {
        Host host = new Host("credit.lenders.bank.gpuLoanShare=1").cohort(16, 160_000, 0);
        Lender lender = host.lenders.get(0);
        Borrower borrower = host.borrower();
        SeizedFleet fleet = host.fleet(borrower, 0, 0, 4);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(fleet), 0);
        host.sell(resolution, fleet, 8, 50_000, 0);
        assertThat(lender.losses()).isEqualTo(3_000_000);
        assertThat(lender.capitalRatio()).isCloseTo((0.12 * 160_000 - 30_000) / 80_000, within(1e-9));
        assertThat(lender.mustSell()).isTrue();
        resolution.store(fleet, 20_000);
        host.sell(resolution, fleet, 8, 60_000, 0);
        resolution.close();
        assertThat(lender.losses()).isEqualTo(5_020_000);
        assertThat(lender.capitalRatio()).isEqualTo(-1);
    }

    /** However a fleet is sold off, lenders' losses are loan and cost less proceeds, and no cent is lost. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void lossesAddUpHoweverTheFleetIsSold(long seed) {
        ModelParameters parameters = Bound.parameters();
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            Host host = new Host(parameters).cash(random.nextInt(100_000))
                    .cohort(8 * (1 + random.nextInt(20)), 1_000 + random.nextInt(1_500_000), 0);
            Borrower borrower = host.borrower();
            SeizedFleet fleet = host.fleet(borrower, 0, 0, 4);
            Resolution resolution = new Resolution(host.outside);
            resolution.open(borrower, List.of(fleet), 0);
            long loan = fleet.loanAtDefault();
            while (fleet.gpus().balance() > 0) {
                long storage = random.nextInt(5_000);
                resolution.store(fleet, storage);
                int gpus = (int) Math.min(fleet.gpus().balance(), 1 + random.nextInt(40));
                double price = gpus * 10_000 * random.nextDouble();
                host.sell(resolution, fleet, gpus, price, 0.05 * price);
            }
            long cash = host.cash.balance();
            resolution.close();
            assertThat(fleet.claim()).isNotNegative();
            assertThat(host.lenders.get(0).losses()).isEqualTo(Math.max(0, fleet.claim() - Math.min(cash, fleet.claim())));
            assertThat(fleet.claim()).isGreaterThanOrEqualTo(loan - fleet.netProceeds() - 1).isGreaterThanOrEqualTo(0);
            assertThat(host.cash.balance()).isZero();
            host.outside.audit();
            host.custody.audit();
        }
    }

    @Test
    void conditionFallsWithNeglectAndThenInStorage() {
        Host host = new Host().cohort(8, 60_000, 0);
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 20);
        double year = 365.25 / 7;
        assertThat(fleet.conditionAtSeizure()).isCloseTo(Math.exp(-0.2 * 10 / year), within(1e-12));
        assertThat(fleet.condition(46)).isCloseTo(Math.exp(-0.2 * 10 / year - 0.1 * 26 / year), within(1e-12));
        assertThat(fleet.ageYears(46)).isCloseTo(46 / year, within(1e-12));
    }

    /** Brought in early, in the last week, machines were neglected for the shorter time only. */
    @Test
    void conditionOfMachinesThatArriveEarly() {
        Host host = new Host().cohort(8, 60_000, 0);
        SeizedFleet fleet = host.fleet(host.borrower(), 0, 10, 20);
        fleet.arriveBy(13);
        assertThat(fleet.seizedWeek()).isEqualTo(13);
        assertThat(fleet.condition(13)).isCloseTo(Math.exp(-0.2 * 3 / (365.25 / 7)), within(1e-12));
        fleet.arriveBy(30);
        assertThat(fleet.seizedWeek()).isEqualTo(13);
    }
}
