package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.TermLoan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Principal that is refinanced instead of repaid. */
class RolledShareTest {

    /**
     * Machines of book 2.4 million: half of the principal is rolled while the loan stays at most at the LTV, none in a squeeze,
     * none by a lender that does not lend, none where nobody refinances. Debt service counts what is paid.
     */
    @ParameterizedTest
    @CsvSource({"none, 0.8, 1, 1000000, 0.5", "0, 0.8, 1, 1000000, 0", "none, 0.8, 0, 1000000, 0", "none, 0, 1, 1000000, 0",
        "none, 0.4, 1, 1000000, 0", "none, 0.8, 0.5, 900000, 0.5", "none, 0.8, 0.5, 1000000, 0"})
    void whatIsRolledIsNotPaid(String squeeze, double ltv, double supply, double owed, double rolledShare) {
        Host host = new Host("market.squeeze.startWeek=" + squeeze, "credit.loan.rolledShare=0.5",
                "credit.loan.refinanceLtv=" + ltv)
                .cash(1_000_000).supply(supply).cohort(80, owed, 1);
        TermLoan loan = host.cohorts.get(0).loan();
        Borrower borrower = host.borrower();
        long before = loan.balance();
        long interest = loan.interestDue();
        long principal = loan.principalDue();
        assertThat(host.operations().run(borrower, 3)).isTrue();
        double paid = before - loan.balance();
        assertThat(paid).isCloseTo(principal * (1 - rolledShare), within(0.51));
        assertThat(host.lenders.get(0).cash().balance()).isEqualTo(interest + before - loan.balance());
        assertThat(borrower.quarterServiceUsd() * 100).as("what cover is measured on").isCloseTo(interest + paid, within(1e-6));
    }

    /** After repaying, a loan of 1,201,000 stands below half of 2.4 million by a part of the principal: that part is rolled. */
    @Test
    void leverageRisesToTheLtvAndNoFurther() {
        Host host = new Host("credit.loan.rolledShare=1", "credit.loan.refinanceLtv=0.5").cash(1_000_000).cohort(80, 1_201_000,
                1);
        TermLoan loan = host.cohorts.get(0).loan();
        assertThat(loan.principalDue()).isGreaterThan(100_000);
        Operations operations = host.operations();
        operations.run(host.borrower(), 3);
        assertThat(loan.balance()).isEqualTo(120_000_000);
        operations.run(host.borrower(), 4);
        assertThat(loan.balance()).isEqualTo(120_000_000);
    }

    /** A vehicle has no recourse to refinancing and repays all. */
    @Test
    void vehiclesRepayAll() {
        Host host = new Host("credit.loan.rolledShare=1", "credit.loan.refinanceLtv=0.8").cash(1_000_000).cohort(80, 1_000_000,
                1);
        TermLoan loan = host.cohorts.get(0).loan();
        long principal = loan.principalDue();
        Borrower borrower = host.borrower();
        borrower.be(new Vehicle(false, 0, 0, false));
        host.operations().run(borrower, 3);
        assertThat(loan.balance()).isEqualTo(100_000_000 - principal);
    }
}
