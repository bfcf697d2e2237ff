package firesale.credit;

import firesale.credit.contracts.TermLoan;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.Streams;
import firesale.world.Market;
import firesale.world.Regime;

/** Quarterly tests of debt-service cover and LTV; a breach is waived, cured by paying down, or ends in default. */
final class Covenants {

    private final CreditParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private final Liquidity liquidity;
    private final Streams streams;
    private final Marks marks;
    private int waived;
    private int cured;

    Covenants(CreditParameters parameters, OutsideWorld outside, Market market, Liquidity liquidity, Streams streams,
            Marks marks) {
        this.parameters = parameters;
        this.outside = outside;
        this.market = market;
        this.liquidity = liquidity;
        this.streams = streams;
        this.marks = marks;
    }

    /** Tests a borrower. Returns false if a breach was neither waived nor cured. */
    boolean hold(Borrower borrower, int week) {
        long balance = borrower.loanBalance();
        double dscr = borrower.quarterDscr();
        borrower.startQuarter();
        if (balance == 0) {
            return true;
        }
        CreditParameters.CovenantParameters covenant = parameters.covenant();
        double value = covenant.appraisal().usd(borrower, week, marks);
        double excess = Math.max(Cents.toUsd(balance) - covenant.ltv() * value,
                dscr < covenant.dscr() ? Cents.toUsd(balance) * (1 - Math.max(0, dscr) / covenant.dscr()) : 0);
        if (excess <= 0) {
            return true;
        }
        double waiver = market.regime() == Regime.SQUEEZE ? covenant.waiverSqueeze() : covenant.waiverCalm();
        if (streams.weekly(Kind.BORROWER, borrower.id(), Purpose.WAIVER, week).chance(waiver)) {
            waived++;
            return true;
        }
        return cure(borrower, Math.min(balance, Cents.of(excess)), balance);
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
        return true;
    }

    /** Breaches waived so far. */
    int waived() {
        return waived;
    }

    /** Breaches cured so far. */
    int cured() {
        return cured;
    }
}
