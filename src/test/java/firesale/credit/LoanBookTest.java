package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.world.Pressure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fleet earns and owes when it is run on, against the week's sums worked by hand. */
class LoanBookTest {

    private static final double WEEKS = 365.25 / 7;

    private static LoanBook book(Host host, Borrower borrower) {
        return new LoanBook(List.of(borrower), host.income, host.market);
    }

    /** 80 machines, 0.4 of them let at 2.5 until week 100, then for 52 weeks at a time, the rest at spot; and a note. */
    @Test
    void aWeekByHand() {
        Host host = new Host().cohort(80, 1_200_000, 0.4).note(500_000, 0.01, 1.3, 60);
        Borrower borrower = host.borrower();
        Cohort cohort = borrower.cohorts().get(0);
        LoanBook book = book(host, borrower);
        double kw = host.machine.kwPerGpu();
        double cost = kw * 1.35 * 168 * 0.05 + (kw * 1100 + host.machine.maintenanceUsdPerYear()) / WEEKS;
        double spot0 = host.market.spotUsdPerHour();
        double contract0 = host.market.contractUsdPerHour();
        double i = 0.09 / WEEKS;
        double payment = 1_200_000 * i / (1 - Math.pow(1 + i, -208));
        double flatRent = 2.5;
        double rent = 2.5;
        int until = 100;
        int anew = 0;
        for (int week = 0; week < 220; week++) {
            if (week > 0) {
                host.market.advance(Pressure.none());
            }
            if (week == until) {
                rent = host.market.contractUsdPerHour();
                flatRent = contract0;
                until += 52;
                anew++;
            }
            book.run(week);
            double flat = 80 * (0.8 * 168 * (0.4 * 0.95 * flatRent + 0.6 * 0.6 * spot0) - cost);
            double realised = 80 * (0.8 * 168 * (0.4 * 0.95 * rent + 0.6 * 0.6 * host.market.spotUsdPerHour()) - cost);
            int runs = week < 208 ? 1 : 0;
            assertThat(book.operatingFlatUsd(0)).as("week %d", week).isCloseTo(runs * flat, within(1e-6));
            assertThat(book.operatingUsd(0)).as("week %d", week).isCloseTo(runs * realised, within(1e-6));
            double due = runs * (500_000 * 0.01 / WEEKS + payment);
            assertThat(book.serviceUsd(0)).as("week %d", week).isCloseTo(due, within(week < 207 ? 0.05 : 3));
        }
        assertThat(anew).isEqualTo(3);
        assertThat(cohort.loan().balance()).as("nothing of the run is touched").isEqualTo(120_000_000);
        assertThat(cohort.contractRent(99, 7)).isEqualTo(2.5);
        assertThat(borrower.note().face()).isEqualTo(50_000_000);
    }

    /** Two fleets of 80 and 40 machines at one cost: two thirds and one third of the coupon, and each its own loan. */
    @Test
    void couponsAreSharedByCost() {
        Host host = new Host().cohort(80, 1_000_000, 0.4).cohort(40, 900_000, 1).note(500_000, 0.10, 1.3, 60);
        LoanBook book = book(host, host.borrower());
        book.run(0);
        double i = 0.09 / WEEKS;
        double perUsd = i / (1 - Math.pow(1 + i, -208));
        assertThat(book.serviceUsd(0)).isCloseTo(1_000_000 * perUsd + 500_000 * 0.10 / WEEKS * 2 / 3, within(0.02));
        assertThat(book.serviceUsd(1)).isCloseTo(900_000 * perUsd + 500_000 * 0.10 / WEEKS / 3, within(0.02));
        assertThat(book.operatingFlatUsd(1)).isNotEqualTo(book.operatingFlatUsd(0) / 2);
        assertThat(book.size()).isEqualTo(2);
    }

    /** A loan that is over when the book is opened asks for nothing, and its fleet counts for nothing. */
    @Test
    void fleetsWithoutALoanAreLeftOut() {
        Host host = new Host().cohort(80, 0, 0.4).note(500_000, 0.10, 1.3, 60);
        LoanBook book = book(host, host.borrower());
        book.run(0);
        assertThat(book.operatingFlatUsd(0)).isZero();
        assertThat(book.operatingUsd(0)).isZero();
        assertThat(book.serviceUsd(0)).isZero();
    }

    /** Whatever becomes of the machines and of the loan in the run, the book goes on as planned. */
    @Test
    void goesOnWithoutTheOwner() {
        Host host = new Host().cohort(80, 1_200_000, 0.4);
        Borrower borrower = host.borrower();
        LoanBook book = book(host, borrower);
        book.run(0);
        double operating = book.operatingFlatUsd(0);
        double service = book.serviceUsd(0);
        host.custody.move(borrower.cohorts().get(0).gpus(), host.custody.users(), 80);
        borrower.cohorts().get(0).loan().reduce(120_000_000);
        borrower.fail(DefaultCause.PAYMENT, 0);
        host.market.advance(Pressure.none());
        book.run(1);
        assertThat(operating).isPositive();
        assertThat(book.operatingFlatUsd(0)).isEqualTo(operating);
        assertThat(book.operatingUsd(0)).isPositive();
        assertThat(book.serviceUsd(0)).isCloseTo(service, within(0.011));
        assertThat(book.size()).isEqualTo(1);
    }
}
