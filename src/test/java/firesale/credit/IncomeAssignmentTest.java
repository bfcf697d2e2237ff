package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.IncomeAssignment;
import firesale.credit.lenders.Payer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Future income, assigned for cash. */
class IncomeAssignmentTest {

    private static final double WEEK = 7 / 365.25;

    private static IncomeAssignment assigned(Host host, double usd, double share) {
        return new IncomeAssignment(host.outside.incomeAssignees(), share, Math.round(usd * 100), 0.1);
    }

    /** 1,000,000 at 10 %: 1,916.50 of interest in the first week; 0.3 of contracts of 20,000 go to the assignee. */
    @Test
    void interestAccruesAndAShareIsCollected() {
        IncomeAssignment income = assigned(new Host(), 1_000_000, 0.3);
        assertThat(income.collect(20_000)).isEqualTo(600_000);
        assertThat(income.balance()).isEqualTo(100_000_000 + 191_650 - 600_000);
        assertThat(income.collect(0)).isZero();
        assertThat(income.balance()).isEqualTo(99_591_650 + Math.round(99_591_650 * 0.1 * WEEK));
    }

    /** The advance is worth its payments: at the rate of the contract their present value is what was advanced. */
    @Test
    void endsWhenTheAdvanceIsPaidBack() {
        IncomeAssignment income = assigned(new Host(), 50_000, 0.5);
        double present = 0;
        int week = 0;
        while (income.balance() > 0) {
            long paid = income.collect(4_000);
            present += paid / 100.0 / Math.pow(1 + 0.1 * WEEK, ++week);
        }
        assertThat(present).isCloseTo(50_000, within(0.2));
        assertThat(week).isEqualTo(26);
        assertThat(income.collect(4_000)).isZero();
    }

    /** The assignee is paid before cost and debt, from contracts alone; cover is measured without it. */
    @Test
    void comesBeforeAllElse() {
        Host host = new Host().cash(1_000_000).cohort(80, 1_000_000, 0.5);
        Borrower borrower = host.borrower();
        borrower.assign(assigned(host, 800_000, 0.4));
        assertThat(borrower.siteCostUsd()).isEqualTo(800_000);
        assertThat(borrower.debt() - borrower.loanBalance()).isEqualTo(80_000_000);
        assertThat(host.operations().run(borrower, 3)).isTrue();
        double contracts = 80 * 168 * 0.5 * 2.5 * 0.95;
        double revenue = contracts + 80 * 168 * 0.5 * 1.92 * 0.6;
        double kw = 10.2 / 8;
        double cost = 80 * (kw * 1.35 * 168 * 0.05 + (kw * 1100 + 600) * WEEK) + 0.2 * revenue;
        assertThat(host.usd(host.outside.incomeAssignees())).isCloseTo(0.4 * contracts, within(0.01));
        assertThat(borrower.quarterOperatingUsd()).isCloseTo(revenue - cost - 0.4 * contracts, within(0.02));
        assertThat(borrower.assignment().balance() / 100.0).isCloseTo(800_000 * (1 + 0.1 * WEEK) - 0.4 * contracts, within(0.02));
    }

    /** In default contracts end; what is open ranks with the other claims: 120,000 of 240,000 owed, 40,000 of 80,000. */
    @Test
    void whatIsOpenAtDefaultIsAClaim() {
        Host host = new Host().cash(160_000).note(240_000, 0, 1.3, 500).cohort(8, 0, 0);
        Borrower borrower = host.borrower();
        borrower.assign(assigned(host, 80_000, 0.4));
        SeizedFleet fleet = host.fleet(borrower, 0, 10, 12);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(fleet), 0);
        host.sell(resolution, fleet, 8, 0, 0);
        resolution.close();
        assertThat(host.usd(host.outside.incomeAssignees())).isEqualTo(40_000);
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(120_000);
        double[] losses = new double[Payer.values().length];
        resolution.losses().addTo(losses);
        assertThat(losses[Payer.INCOME_ASSIGNEES.ordinal()]).isEqualTo(4_000_000);
        assertThat(borrower.assignment().balance()).isZero();
    }
}
