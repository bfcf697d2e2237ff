package firesale.credit;

import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;

/**
 * Selling new shares: open in calm, up to a part of the fleet's cost a year, less when AI equity has fallen. Vehicles issue none.
 */
final class EquityIssues implements CashSource {

    private final double shareOfCostPerYear;
    private final OutsideWorld outside;
    private final Market market;
    private final Chronicle chronicle;

    EquityIssues(double shareOfCostPerYear, OutsideWorld outside, Market market, Chronicle chronicle) {
        this.shareOfCostPerYear = shareOfCostPerYear;
        this.outside = outside;
        this.market = market;
        this.chronicle = chronicle;
    }

    @Override
    public long room(Borrower borrower) {
        if (market.regime() != Regime.CALM || borrower.vehicle() != null) {
            return 0;
        }
        double room = shareOfCostPerYear * borrower.fleetCostUsd() * StrictMath.min(1, market.aiEquity())
                - borrower.equityRaisedThisYearUsd();
        return Cents.of(StrictMath.max(0, room));
    }

    @Override
    public long raise(Borrower borrower, long cents) {
        long raised = Math.min(cents, room(borrower));
        if (raised > 0) {
            outside.money().transfer(outside.investors(), borrower.cash(), raised);
            borrower.raiseEquity(Cents.toUsd(raised));
            chronicle.note(CreditEvent.EQUITY_ISSUED, borrower.id(), -1, 0, Cents.toUsd(raised));
        }
        return raised;
    }

    /** Whether yearly budgets of new shares begin anew in a week. */
    static boolean yearStarts(int week) {
        return week % (int) Hours.WEEKS_PER_YEAR == 0;
    }
}
