package firesale.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers of the funding circle at an AI equity of 1, with contracts at 2.50 USD/h where the market pays 2.03. */
class CircleTest {

    private static final String SQUEEZE = "market.squeeze.startWeek=0";
    private static final double YEAR = 365.25 / 7;

    private static String[] settings(String regime, double sigma, double renegotiate, double repudiate) {
        return new String[] {regime, "credit.circle.share=1", "credit.circle.customers=1", "credit.circle.strengthSigma=" + sigma,
            "credit.circle.renegotiateBelow=" + renegotiate, "credit.circle.repudiateBelow=" + repudiate};
    }

    private static Circle circle(Host host) {
        return new Circle(host.parameters.credit().circle(), Book.DRAWN.customerIdentities(host.parameters.credit().circle()),
                host.market, new Streams(1), Chronicle.NONE);
    }

    /** Strength 1: it pays at thresholds of up to 1, lowers the rent to 0.9 x 2.03 above, and leaves when both are above. */
    @ParameterizedTest
    @CsvSource({"1.0, 1.0, 0, 0, 2.5, 0.7", "1.001, 1.0, 1, 0, 1.827, 0.7", "1.001, 1.001, 0, 1, 2.5, 0"})
    void thresholds(double renegotiate, double repudiate, int renegotiated, int repudiated, double rent, double share) {
        Host host = new Host(settings(SQUEEZE, 0, renegotiate, repudiate)).cohort(8, 100_000, 0.7).cohort(8, 100_000, 0.7);
        host.cohorts.get(0).oweRent(0);
        Circle circle = circle(host);
        circle.week(List.of(host.borrower()));
        assertThat(circle.renegotiated()).isEqualTo(renegotiated);
        assertThat(circle.repudiated()).isEqualTo(repudiated);
        assertThat(host.cohorts.get(0).contractShare()).isEqualTo(share);
        assertThat(host.cohorts.get(0).contractRentUsdPerHour()).isCloseTo(rent, within(1e-9));
        assertThat(host.cohorts.get(1).contractShare()).as("not of the circle").isEqualTo(0.7);
        assertThat(host.cohorts.get(1).contractRentUsdPerHour()).isEqualTo(2.5);
        circle.week(List.of(host.borrower()));
        assertThat(circle.renegotiated() + circle.repudiated()).as("once").isEqualTo(renegotiated + repudiated);
    }

    /** The strength of a customer is its own draw: thresholds a hair on either side of it. */
    @Test
    void strengthIsLogNormal() {
        double strength = new Streams(1).once(Kind.CUSTOMER, 0, Purpose.POPULATION).logNormal(1, 0.3);
        for (double factor : new double[] {0.9999, 1.0001}) {
            Host host = new Host(settings(SQUEEZE, 0.3, strength * factor, 0)).cohort(8, 100_000, 0.7);
            host.cohorts.get(0).oweRent(0);
            Circle circle = circle(host);
            circle.week(List.of(host.borrower()));
            assertThat(circle.renegotiated()).isEqualTo(factor > 1 ? 1 : 0);
        }
    }

    @Test
    void nothingHappensInCalm() {
        Host host = new Host(settings("market.squeeze.startWeek=none", 0, 10, 10)).cohort(8, 100_000, 0.7);
        host.cohorts.get(0).oweRent(0);
        Circle circle = circle(host);
        circle.week(List.of(host.borrower()));
        assertThat(circle.repudiated() + circle.renegotiated()).isZero();
        assertThat(host.cohorts.get(0).contractShare()).isEqualTo(0.7);
    }

    /** One customer owes three hosts: all are hit in one week but the one that has defaulted. */
    @Test
    void aCustomerHitsAllItsHostsAtOnce() {
        List<Borrower> borrowers = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Host host = new Host(settings(SQUEEZE, 0, 2, 2)).cohort(8, 100_000, 0.7).cohort(8, 100_000, 0.4);
            host.cohorts.forEach(cohort -> cohort.oweRent(0));
            hosts.add(host);
            borrowers.add(host.borrower());
        }
        borrowers.get(1).fail(DefaultCause.PAYMENT, 0);
        Circle circle = circle(hosts.get(0));
        circle.week(borrowers);
        assertThat(circle.repudiated()).isEqualTo(4);
        assertThat(hosts.get(1).cohorts.get(0).contractShare()).isEqualTo(0.7);
        assertThat(hosts.get(2).cohorts.get(1).contractShare()).isZero();
    }

    /** A rent that is below what the customer asks for stays, and is not counted. */
    @Test
    void rentNeverRises() {
        Host host = new Host(settings(SQUEEZE, 0, 2, 0));
        Cohort cohort = new Host(settings(SQUEEZE, 0, 2, 0)).cohort(8, 100_000, 0.7).cohorts.get(0);
        cohort.renegotiate(1.5);
        cohort.renegotiate(1.8);
        assertThat(cohort.contractRentUsdPerHour()).isEqualTo(1.5);
        cohort.oweRent(0);
        host.cohorts.add(cohort);
        Circle circle = circle(host);
        circle.week(List.of(host.borrower()));
        assertThat(cohort.contractRentUsdPerHour()).isEqualTo(1.5);
        assertThat(circle.renegotiated()).isZero();
    }

    /** A week's revenue of 8 machines, 70 % under contract at 2.50: after repudiation all of them are let at spot. */
    @Test
    void whatWasRepudiatedIsLetAtSpot() {
        Host host = new Host(settings(SQUEEZE, 0, 2, 2)).cash(1_000_000).cohort(8, 100_000, 0.7);
        host.cohorts.get(0).oweRent(0);
        Borrower borrower = host.borrower();
        double spot = host.market.spotUsdPerHour();
        Operations operations = host.operations();
        long before = host.outside.customers().balance();
        operations.run(borrower, 0);
        assertThat((before - host.outside.customers().balance()) / 100.0)
                .isCloseTo(8 * 168 * (0.7 * 2.5 * 0.95 + 0.3 * spot * 0.6), within(0.01));
        circle(host).week(List.of(borrower));
        before = host.outside.customers().balance();
        operations.run(borrower, 1);
        assertThat((before - host.outside.customers().balance()) / 100.0).isCloseTo(8 * 168 * spot * 0.6, within(0.01));
    }

    /** From week 100 on the contract is one with the market. */
    @Test
    void aContractThatWasRenewedNoLongerBelongsToTheCircle() {
        Host host = new Host(settings(SQUEEZE, 0, 2, 2)).cash(1_000_000).cohort(8, 100_000, 0.7);
        Cohort cohort = host.cohorts.get(0);
        cohort.oweRent(0);
        host.operations().run(host.borrower(), 99);
        assertThat(cohort.customer()).isZero();
        host.operations().run(host.borrower(), 100);
        assertThat(cohort.customer()).isEqualTo(-1);
        circle(host).week(List.of(host.borrower()));
        assertThat(cohort.contractShare()).isEqualTo(0.7);
        assertThat(cohort.contractRentUsdPerHour()).isEqualTo(2.03);
    }

    /** Gross and consolidated rent under contract at the start; with a share of 1 all contracts are the circle's. */
    @Test
    void theShareOfTheCircle() {
        for (String share : new String[] {"0", "0.5", "1"}) {
            Credit credit = Host.credit(1, Bound.parameters("credit.circle.share=" + share), new OutsideWorld(),
                    new ArrayList<>());
            double gross = 0;
            double circle = 0;
            int owed = 0;
            for (Borrower borrower : credit.borrowers()) {
                for (Cohort cohort : borrower.cohorts()) {
                    double rent = 8766 * 0.95 * cohort.gpus().balance() * cohort.contractShare()
                            * cohort.contractRentUsdPerHour();
                    gross += rent;
                    circle += cohort.customer() >= 0 ? rent : 0;
                    owed += cohort.customer() >= 0 ? 1 : 0;
                    assertThat(cohort.customer()).isBetween(-1, 3);
                }
            }
            assertThat(credit.openingBook().contractedUsdPerYear()).isCloseTo(gross, within(1e-9 * gross));
            assertThat(credit.openingBook().circleUsdPerYear()).isCloseTo(circle, within(1e-9 * gross));
            // 80 contracts: 40 of them, give or take 4.5
            assertThat(owed).isBetween(share.equals("0") ? 0 : share.equals("1") ? 80 : 22,
                    share.equals("0") ? 0 : share.equals("1") ? 80 : 58);
        }
    }
}
