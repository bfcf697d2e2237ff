package firesale.credit;

import firesale.credit.contracts.TermLoan;
import firesale.credit.lenders.Lender;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.random.Kind;
import firesale.kernel.random.Purpose;
import firesale.kernel.random.RandomStream;
import firesale.kernel.random.Streams;
import java.util.List;

/**
 * Delayed draws: in its week a host buys more of the machines on sale new, with a loan of what LTV and cover allow at the rents
 * and the spread of then, and no longer than the life that lenders believe collateral to have, if its lender lends and it can pay
 * its own part. Else, and while it is in breach of a covenant, the purchase is off.
 */
final class Expansion {

    private final DrawParameters parameters;
    private final Population population;
    private final OutsideWorld outside;
    private final Streams streams;
    private final Liquidity liquidity;
    private final Chronicle chronicle;
    private final int[] drawWeek;
    private double drawnUsd;
    private int cancelled;

    Expansion(DrawParameters parameters, Population population, List<Borrower> hosts, OutsideWorld outside, Streams streams,
            Liquidity liquidity, Chronicle chronicle) {
        this.parameters = parameters;
        this.population = population;
        this.outside = outside;
        this.streams = streams;
        this.liquidity = liquidity;
        this.chronicle = chronicle;
        drawWeek = new int[parameters.share() > 0 ? hosts.size() : 0];
        for (int i = 0; i < drawWeek.length; i++) {
            RandomStream plan = streams.once(Kind.BORROWER, hosts.get(i).identity(), Purpose.DRAW);
            drawWeek[i] = plan.chance(parameters.share())
                    ? parameters.weekLow() + plan.below(parameters.weekHigh() - parameters.weekLow() + 1) : -1;
        }
    }

    /** Carries out the draws of a week. */
    void week(List<Borrower> borrowers, int week) {
        for (int i = 0; i < drawWeek.length; i++) {
            if (drawWeek[i] == week && !borrowers.get(i).defaulted()) {
                buy(borrowers.get(i), week);
            }
        }
    }

    private void buy(Borrower borrower, int week) {
        Lender lender = borrower.cohorts().get(0).loan().lender();
        if (!lender.lends() || borrower.isInBreach(week)) {
            cancelled++;
            return;
        }
        RandomStream draws = streams.weekly(Kind.BORROWER, borrower.identity(), Purpose.DRAW, week);
        Cohort cohort = population.newMachines(borrower, parameters.fleetShare() * borrower.gpus(), draws);
        TermLoan loan = population.newLoan(borrower, cohort, lender, liquidity.refinancing().marketRate(),
                liquidity.refinancing().believedLifeYears(), draws);
        loan.floatBy(liquidity.refinancing().floating());
        long count = cohort.gpus().balance();
        long price = Cents.of(cohort.costUsdPerGpu() * count);
        long own = price - loan.balance();
        // looks first: a purchase that comes to nothing must not have cost coins and lines
        if (loan.balance() == 0 || liquidity.reach(borrower) < own || !liquidity.provide(borrower, own)) {
            population.giveBack(cohort);
            cancelled++;
            return;
        }
        lender.lend(outside, borrower.cash(), loan.balance());
        outside.money().transfer(borrower.cash(), outside.suppliers(), price);
        cohort.finance(loan);
        borrower.buy(cohort);
        drawnUsd += Cents.toUsd(loan.balance());
        chronicle.note(CreditEvent.LOAN_DRAWN, borrower.id(), lender.id(), count, Cents.toUsd(loan.balance()));
    }

    /** Loans drawn so far, USD. */
    double drawnUsd() {
        return drawnUsd;
    }

    /**
     * Draws that came to nothing so far: the lender did not lend, the borrower was in breach or could not pay its part, or the
     * machines carry no loan.
     */
    int cancelled() {
        return cancelled;
    }
}
