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

    /** Tests a borrower at the end of a quarter. Returns false if its loans are accelerated. */
    boolean hold(Borrower borrower, int week) {
        double excess = excessUsd(borrower, week);
        borrower.startQuarter();
        if (excess <= 0 || borrower.isForborne(week)) {
            return true;
        }
        long balance = borrower.loanBalance();
        long amount = Math.min(balance, Cents.of(excess));
        CovenantParameters covenant = parameters.covenant();
        double waiver = market.regime() == Regime.SQUEEZE ? covenant.waiverSqueeze() : covenant.waiverCalm();
        if (streams.weekly(Kind.BORROWER, borrower.identity(), Purpose.WAIVER, week).chance(waiver)) {
            waived++;
            chronicle.note(CreditEvent.BREACH_WAIVED, borrower.id(), -1, 0, excess);
            return true;
        }
        chronicle.note(CreditEvent.BREACH, borrower.id(), -1, 0, excess);
        if (cure(borrower, amount, balance)) {
            return true;
        }
        if (covenant.cureWeeks() > 0) {
            if (borrower.cureByWeek() < 0) {
                borrower.cureBy(week + covenant.cureWeeks());
            }
            return true;
        }
        return holdsStill(borrower, week);
    }

    /** Looks, every week, after a breach that may still be cured. Returns false if the time is over and loans are accelerated. */
    boolean watch(Borrower borrower, int week) {
        if (borrower.cureByWeek() < 0) {
            return true;
        }
        double excess = excessUsd(borrower, week);
        long balance = borrower.loanBalance();
        if (excess <= 0 || cure(borrower, Math.min(balance, Cents.of(excess)), balance)) {
            borrower.cureBy(-1);
            return true;
        }
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

    /** By how much loans would have to be smaller for both covenants to hold, USD; 0 or less if they hold. */
    private double excessUsd(Borrower borrower, int week) {
        double loans = Cents.toUsd(borrower.loanBalance());
        if (loans == 0) {
            return 0;
        }
        CovenantParameters covenant = parameters.covenant();
        double value = covenant.appraisal().usd(borrower, week, marks);
        double cover = cover(borrower, week);
        return Math.max(loans - covenant.ltv() * value,
                cover < covenant.dscr() ? loans * (1 - Math.max(0, cover) / covenant.dscr()) : 0);
    }

    private double cover(Borrower borrower, int week) {
        double trailing = borrower.quarterDscr();
        if (parameters.covenant().dscrBasis() == DscrBasis.TRAILING || borrower.quarterServiceUsd() <= 0) {
            return trailing;
        }
        double serviceOfAYear = borrower.quarterServiceUsd() / parameters.covenant().testWeeks() * Hours.WEEKS_PER_YEAR;
        double projected = income.nextYear(borrower, week) / serviceOfAYear;
        return parameters.covenant().dscrBasis() == DscrBasis.PROJECTED ? projected : StrictMath.min(trailing, projected);
    }

    private boolean cure(Borrower borrower, long amount, long balance) {
        if (liquidity.reach(borrower) < amount) {
            return false;
        }
        liquidity.provide(borrower, amount);
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
