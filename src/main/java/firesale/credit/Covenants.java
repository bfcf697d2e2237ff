package firesale.credit;

import firesale.credit.CreditParameters.CovenantParameters;
import firesale.credit.contracts.TermLoan;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import firesale.world.Regime;

/**
 * Quarterly tests of debt-service cover and LTV. A breach is waived, or the borrower cures it by paying down, at once or within a
 * period, or the lenders hold still because seizing would cost them more, or they accelerate: default.
 */
final class Covenants {

    private final CreditParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private final Liquidity liquidity;
    private final FleetIncome income;
    private final Streams streams;
    private final Marks marks;
    private final Forbearance forbearance;
    private final Chronicle chronicle;
    private int waived;
    private int cured;
    private int forborne;

    Covenants(CreditParameters parameters, OutsideWorld outside, Market market, Liquidity liquidity, FleetIncome income,
            Streams streams, Marks marks, Chronicle chronicle) {
        this.parameters = parameters;
        this.outside = outside;
        this.market = market;
        this.liquidity = liquidity;
        this.income = income;
        this.streams = streams;
        this.marks = marks;
        this.forbearance = new Forbearance(parameters.covenant(), market, income, marks);
        this.chronicle = chronicle;
    }

    /**
     * Tests a borrower at the end of a quarter. A period of cure that is open ends if both covenants hold again or the breach is
     * waived; else it runs on to its end, towards what this test asks for. Returns false if its loans are accelerated.
     */
    boolean hold(Borrower borrower, int week) {
        double tooMuchForCover = tooMuchForCoverUsd(borrower, week);
        borrower.allowLoans(tooMuchForCover > 0 ? Cents.toUsd(borrower.loanBalance()) - tooMuchForCover
                : Double.POSITIVE_INFINITY);
        double excess = Math.max(tooMuchForCollateralUsd(borrower, week), tooMuchForCover);
        borrower.startQuarter();
        if (excess <= 0 || borrower.isForborne(week)) {
            borrower.cureBy(-1);
            return true;
        }
        long balance = borrower.loanBalance();
        long amount = Math.min(balance, Cents.of(excess));
        CovenantParameters covenant = parameters.covenant();
        double waiver = market.regime() == Regime.SQUEEZE ? covenant.waiverSqueeze() : covenant.waiverCalm();
        if (streams.weekly(Kind.BORROWER, borrower.identity(), Purpose.WAIVER, week).chance(waiver)) {
            waived++;
            borrower.cureBy(-1);
            chronicle.note(CreditEvent.BREACH_WAIVED, borrower.id(), -1, 0, excess);
            return true;
        }
        chronicle.note(CreditEvent.BREACH, borrower.id(), -1, 0, excess);
        if (cure(borrower, amount, balance)) {
            borrower.cureBy(-1);
            return true;
        }
        if (covenant.cureWeeks() > 0 && borrower.cureByWeek() < 0) {
            borrower.cureBy(week + covenant.cureWeeks());
        }
        return waitsOrHoldsStill(borrower, week);
    }

    /**
     * Looks, every week, after a breach that may still be cured. Collateral is valued anew; cover is that of the last accounts,
     * and repayment since then counts. Returns false if the time is over and loans are accelerated.
     */
    boolean watch(Borrower borrower, int week) {
        if (borrower.cureByWeek() < 0) {
            return true;
        }
        long balance = borrower.loanBalance();
        double excess = Math.max(tooMuchForCollateralUsd(borrower, week), Cents.toUsd(balance) - borrower.loansAllowedUsd());
        if (excess <= 0 || cure(borrower, Math.min(balance, Cents.of(excess)), balance)) {
            borrower.cureBy(-1);
            return true;
        }
        return waitsOrHoldsStill(borrower, week);
    }

    private boolean waitsOrHoldsStill(Borrower borrower, int week) {
        if (week < borrower.cureByWeek()) {
            return true;
        }
        borrower.cureBy(-1);
        return holdsStill(borrower, week);
    }

    private boolean holdsStill(Borrower borrower, int week) {
        if (!forbearance.isBetter(borrower, week)) {
            return false;
        }
        borrower.forbearUntil(week + parameters.covenant().forbearanceWeeks());
        forborne++;
        chronicle.note(CreditEvent.FORBEARANCE, borrower.id(), -1, 0, Cents.toUsd(borrower.loanBalance()));
        return true;
    }

    /** By how much loans exceed the largest LTV, USD; 0 or less if they do not. */
    private double tooMuchForCollateralUsd(Borrower borrower, int week) {
        double loans = Cents.toUsd(borrower.loanBalance());
        CovenantParameters covenant = parameters.covenant();
        return loans == 0 ? 0 : loans - covenant.ltv() * covenant.appraisal().usd(borrower, week, marks);
    }

    /** By how much loans exceed what the quarter's cover bears, in proportion, USD; 0 if cover is enough. */
    private double tooMuchForCoverUsd(Borrower borrower, int week) {
        double least = parameters.covenant().dscr();
        double cover = Math.max(0, cover(borrower, week));
        return cover < least ? Cents.toUsd(borrower.loanBalance()) * (1 - cover / least) : 0;
    }

    private double cover(Borrower borrower, int week) {
        double trailing = borrower.quarterDscr();
        if (parameters.covenant().dscrBasis() == DscrBasis.TRAILING || borrower.weekServiceUsd() <= 0) {
            return trailing;
        }
        // level payments: a year like the last week, loans drawn during the quarter included
        double projected = income.nextYear(borrower, week) / (borrower.weekServiceUsd() * Hours.WEEKS_PER_YEAR);
        return parameters.covenant().dscrBasis() == DscrBasis.PROJECTED ? projected : StrictMath.min(trailing, projected);
    }

    private boolean cure(Borrower borrower, long amount, long balance) {
        if (liquidity.reachForCure(borrower) < amount) {
            return false;
        }
        liquidity.provideForCure(borrower, amount);
        long[] balances = new long[borrower.cohorts().size()];
        for (int i = 0; i < balances.length; i++) {
            balances[i] = borrower.cohorts().get(i).loan().balance();
        }
        long[] parts = Cents.split(amount, balances);
        for (int i = 0; i < parts.length; i++) {
            TermLoan loan = borrower.cohorts().get(i).loan();
            outside.money().transfer(borrower.cash(), loan.lender().cash(), parts[i]);
            loan.prepay(parts[i]);
        }
        cured++;
        chronicle.note(CreditEvent.BREACH_CURED, borrower.id(), -1, 0, Cents.toUsd(amount));
        return true;
    }

    /** Technical defaults so far: breaches that were waived. */
    int waived() {
        return waived;
    }

    /** Breaches cured so far. */
    int cured() {
        return cured;
    }

    /** Breaches after which lenders held still, so far. */
    int forborne() {
        return forborne;
    }
}
