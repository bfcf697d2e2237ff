package firesale.credit;

import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import firesale.world.Regime;
import java.util.ArrayList;
import java.util.List;

/**
 * Customers whose commitments the vendor and its investors fund. In a squeeze they have what AI equity times a strength of their
 * own lets them raise: below one mark a customer renegotiates all of its contracts, below another it repudiates them. What it
 * does it does to all its hosts at once, so that commitments which look diversified fail together.
 */
final class Circle {

    private final CircleParameters parameters;
    private final Market market;
    private final Chronicle chronicle;
    private final double[] strength;
    private final boolean[] hasRenegotiated;
    private final boolean[] hasRepudiated;
    private int renegotiated;
    private int repudiated;

    /** @param customers whose draws those of each customer are */
    Circle(CircleParameters parameters, long[] customers, Market market, Streams streams, Chronicle chronicle) {
        this.parameters = parameters;
        this.market = market;
        this.chronicle = chronicle;
        strength = new double[customers.length];
        hasRenegotiated = new boolean[customers.length];
        hasRepudiated = new boolean[customers.length];
        for (int c = 0; c < customers.length; c++) {
            strength[c] = streams.once(Kind.CUSTOMER, customers[c], Purpose.POPULATION).logNormal(1, parameters.strengthSigma());
        }
    }

    /** Lets customers look at what they can raise this week, and act on the contracts of borrowers that have not defaulted. */
    void week(List<Borrower> borrowers) {
        if (market.regime() != Regime.SQUEEZE) {
            return;
        }
        for (int c = 0; c < strength.length; c++) {
            double means = market.aiEquity() * strength[c];
            if (!hasRepudiated[c] && means < parameters.repudiateBelow()) {
                hasRepudiated[c] = true;
                repudiate(borrowers, c);
            } else if (!hasRenegotiated[c] && !hasRepudiated[c] && means < parameters.renegotiateBelow()) {
                hasRenegotiated[c] = true;
                renegotiate(borrowers, c);
            }
        }
    }

    private void repudiate(List<Borrower> borrowers, int customer) {
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            for (int k = 0; k < borrower.cohorts().size() && !borrower.defaulted(); k++) {
                Cohort cohort = borrower.cohorts().get(k);
                if (cohort.customer() == customer) {
                    tell(CreditEvent.CONTRACT_REPUDIATED, borrower, cohort);
                    cohort.repudiate();
                    repudiated++;
                }
            }
        }
    }

    private void renegotiate(List<Borrower> borrowers, int customer) {
        for (int i = 0; i < borrowers.size(); i++) {
            Borrower borrower = borrowers.get(i);
            for (int k = 0; k < borrower.cohorts().size() && !borrower.defaulted(); k++) {
                Cohort cohort = borrower.cohorts().get(k);
                double rent = parameters.renegotiatedShare() * market.contractUsdPerHour()
                        * cohort.machine().rentRelativeToH100();
                if (cohort.customer() == customer && rent < cohort.contractRentUsdPerHour()) {
                    tell(CreditEvent.CONTRACT_RENEGOTIATED, borrower, cohort);
                    cohort.renegotiate(rent);
                    renegotiated++;
                }
            }
        }
    }

    private void tell(CreditEvent event, Borrower borrower, Cohort cohort) {
        long gpus = (long) (cohort.contractShare() * cohort.gpus().balance());
        chronicle.note(event, borrower.id(), -1, gpus, gpus * cohort.contractRentUsdPerHour());
    }

    /** Customers as they stand this week, in the order of their numbers. */
    List<CircleCustomer> customers() {
        List<CircleCustomer> customers = new ArrayList<>(strength.length);
        for (int c = 0; c < strength.length; c++) {
            customers.add(new CircleCustomer(market.aiEquity() * strength[c], hasRenegotiated[c], hasRepudiated[c]));
        }
        return customers;
    }

    /** Contracts renegotiated so far. */
    int renegotiated() {
        return renegotiated;
    }

    /** Contracts repudiated so far. */
    int repudiated() {
        return repudiated;
    }
}
