package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.credit.contracts.Revolver;
import firesale.credit.lenders.Lender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that is drawn, served, repaid and lost. */
class RevolverTest {

    private static final double WEEK = 7 / 365.25;

    @Test
    void drawsUpToItsLimitAndCanBeDrawnAgain() {
        Revolver line = new Revolver(new Host().lender(), 1_000, 0.1);
        line.draw(600);
        assertThat(line.room()).isEqualTo(400);
        assertThatThrownBy(() -> line.draw(401)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.draw(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line.repay(601)).isInstanceOf(IllegalArgumentException.class);
        line.repay(600);
        line.draw(1_000);
        assertThat(line.balance()).isEqualTo(1_000);
    }

    /** What is drawn stays when the lender stops; what is not drawn is gone. */
    @Test
    void aLenderThatStopsClosesTheRest() {
        Host host = new Host();
        Revolver line = new Revolver(new Lender(0, host.parameters.credit().lenders().get(0), host.outside.money().open("lender"),
                each -> each.losses() > 0 ? 0 : 1), 1_000, 0.1);
        line.draw(600);
        line.lender().lose(1);
        assertThat(line.room()).isZero();
        assertThat(line.balance()).isEqualTo(600);
        line.repay(100);
        assertThat(line.room()).isZero();
    }

    /** Interest is part of debt service; what cash exceeds 13 weeks of that service goes to the line, up to what is drawn. */
    @ParameterizedTest
    @CsvSource({"50000, 0", "300000, -1", "5000000, 400000"})
    void isPaidDownFromSpareCash(double cash, double repaid) {
        Host host = new Host().cash(cash).cohort(80, 1_000_000, 1);
        Borrower borrower = host.borrower();
        borrower.arrange(new Revolver(host.lender(), 50_000_000, 0.08));
        borrower.revolver().draw(40_000_000);
        long loanDue = host.cohorts.get(0).loan().interestDue() + host.cohorts.get(0).loan().principalDue();
        assertThat(host.operations().run(borrower, 3)).isTrue();
        double interest = Math.round(40_000_000 * 0.08 * WEEK) / 100.0;
        double service = loanDue / 100.0 + interest;
        double kw = 10.2 / 8;
        double revenue = 80 * 168 * 2.5 * 0.95;
        double cost = 80 * (kw * 1.35 * 168 * 0.05 + (kw * 1100 + 600) * WEEK) + 0.2 * revenue;
        double spare = cash + revenue - cost - service - 13 * service;
        double expected = repaid < 0 ? spare : repaid;
        assertThat(expected).isBetween(0.0, 400_000.0).isCloseTo(Math.max(0, Math.min(spare, 400_000)), within(0.02));
        assertThat(400_000 - borrower.revolver().balance() / 100.0).isCloseTo(expected, within(0.02));
        assertThat(host.usd(host.lenders.get(1).cash())).isCloseTo(interest + expected, within(0.02));
        assertThat(borrower.quarterServiceUsd()).isCloseTo(service, within(0.005));
    }

    /**
     * In an estate of 90,000 a line of 200,000 shares with a note of 100,000: 60,000 and 30,000. Its lender loses 140,000; its
     * assets at the start were 1,000,000 of loans over a twentieth, and the draw was funded from outside.
     */
    @Test
    void whatAnEstateDoesNotPayIsTheLendersLoss() {
        Host host = new Host().cash(0).note(100_000, 0, 1.3, 500).cohort(8, 0, 0);
        Borrower borrower = host.borrower();
        Lender bank = host.lender();
        bank.hold(100_000_000);
        borrower.arrange(new Revolver(bank, 20_000_000, 0.08));
        assertThat(new RevolverDraws(host.outside, Chronicle.NONE).raise(borrower, 25_000_000)).isEqualTo(20_000_000);
        assertThat(bank.capitalRatio()).as("0.12 of 20 million over 20.2 million").isCloseTo(0.12 * 20 / 20.2, within(1e-12));
        host.outside.money().transfer(host.cash, host.outside.suppliers(), 11_000_000);
        SeizedFleet fleet = host.fleet(borrower, 0, 10, 12);
        Resolution resolution = new Resolution(host.outside);
        resolution.open(borrower, List.of(fleet), 0);
        host.sell(resolution, fleet, 8, 0, 0);
        resolution.close();
        assertThat(host.usd(bank.cash())).isEqualTo(60_000);
        assertThat(host.usd(host.outside.noteHolders())).isEqualTo(30_000);
        assertThat(bank.losses()).isEqualTo(14_000_000);
        assertThat(borrower.revolver().balance()).isZero();
        assertThat(bank.capitalRatio()).isCloseTo((0.12 * 20 - 0.14) / 20, within(1e-12));
        assertThat(resolution.losses().totalUsd()).as("the line's loss stands with the lender").isEqualTo(70_000);
    }
}
