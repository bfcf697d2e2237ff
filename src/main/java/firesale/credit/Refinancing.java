package firesale.credit;

import firesale.credit.CreditParameters.LoanParameters;
import firesale.credit.contracts.TermLoan;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;

/**
 * Borrowing more against the same machines, at the spread of the week, up to an LTV on the covenant's appraisal, from lenders
 * that still lend: the last way to find cash. In calm, principal that falls due may be refinanced instead of repaid, up to the
 * same LTV.
 */
final class Refinancing implements CashSource {

    private final LoanParameters terms;
    private final Appraisal appraisal;
    private final OutsideWorld outside;
    private final Market market;
    private final Marks marks;
    private final Chronicle chronicle;

    Refinancing(CreditParameters parameters, OutsideWorld outside, Market market, Marks marks, Chronicle chronicle) {
        this.terms = parameters.loan();
        this.appraisal = parameters.covenant().appraisal();
        this.outside = outside;
        this.market = market;
        this.marks = marks;
        this.chronicle = chronicle;
    }

    @Override
    public long room(Borrower borrower) {
        long room = 0;
        if (mayBorrow(borrower)) {
            for (int i = 0; i < borrower.cohorts().size(); i++) {
                room += room(borrower.cohorts().get(i), borrower.cohorts().get(i).loan().balance());
            }
        }
        return room;
    }

    /** Nobody lends more against machines of a vehicle, or to who is in breach. */
    private boolean mayBorrow(Borrower borrower) {
        return terms.refinanceLtv() > 0 && borrower.vehicle() == null && !borrower.isInBreach(market.week());
    }

    /** What could be lent beside what is owed; a lender short of capital lends up to a lower LTV, as on new machines. */
    private long room(Cohort cohort, long owed) {
        TermLoan loan = cohort.loan();
        if (loan.balance() == 0 || !loan.lender().lends()) {
            return 0;
        }
        double value = appraisal.usdPerGpu(cohort, market.week(), marks) * cohort.gpus().balance();
        double most = terms.refinanceLtv() * loan.lender().supply() * value;
        return Cents.of(StrictMath.max(0, most - Cents.toUsd(owed)));
    }

    @Override
    public long raise(Borrower borrower, long cents) {
        long raised = 0;
        if (mayBorrow(borrower)) {
            for (int i = 0; i < borrower.cohorts().size() && raised < cents; i++) {
                Cohort cohort = borrower.cohorts().get(i);
                long part = Math.min(cents - raised, room(cohort, cohort.loan().balance()));
                if (part > 0) {
                    cohort.loan().advance(part, marketRate());
                    cohort.loan().lender().lend(outside, borrower.cash(), part);
                    chronicle.note(CreditEvent.REFINANCED, borrower.id(), cohort.loan().lender().id(), 0, Cents.toUsd(part));
                    raised += part;
                }
            }
        }
        return raised;
    }

    /** The life that lenders believe collateral to have, years. */
    double believedLifeYears() {
        return marks.lifeYears();
    }

    /** The rate of a new loan against machines: that of the start, moved as the funding spread has moved; not below zero. */
    double marketRate() {
        return StrictMath.max(0, market.riskFreeRate() + terms.spread() + market.spread() - market.calmSpread());
    }

    /** By how much rates that float stand above those of the start, 1/a. */
    double floating() {
        return terms.floatingShare() * (market.spread() - market.calmSpread());
    }

    /** What is to be repaid of the principal that falls due on a loan, cents; the rest is refinanced. Vehicles repay all. */
    long repaid(Borrower borrower, Cohort cohort) {
        long due = cohort.loan().principalDue();
        if (terms.rolledShare() == 0 || borrower.vehicle() != null || market.regime() != Regime.CALM) {
            return due;
        }
        long rolled = Cents.of(Cents.toUsd(due) * terms.rolledShare());
        return due - Math.min(rolled, room(cohort, cohort.loan().balance() - due));
    }
}
