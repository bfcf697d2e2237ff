package firesale.credit;

import firesale.credit.SeizureParameters.Behaviour;
import firesale.credit.contracts.Lease;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.OutsideWorld;
import firesale.world.Market;
import firesale.world.Regime;
import java.util.List;

/**
 * What lenders do with machines between seizure and sale: keep them off the market until funding is calm, stored or run by an
 * operator, or collect the rent of a lease that goes on. A lender that must sell does neither.
 */
final class Custodian {

    private static final double HOURS_PER_WEEK = Hours.PER_YEAR / Hours.WEEKS_PER_YEAR;

    private final SeizureParameters parameters;
    private final OutsideWorld outside;
    private final Market market;
    private final FleetIncome income;
    private final Resolution resolution;
    private final Chronicle chronicle;

    Custodian(SeizureParameters parameters, OutsideWorld outside, Market market, FleetIncome income, Resolution resolution,
            Chronicle chronicle) {
        this.parameters = parameters;
        this.income = income;
        this.outside = outside;
        this.market = market;
        this.resolution = resolution;
        this.chronicle = chronicle;
    }

    /** Decides what becomes of machines that have just come. */
    void take(SeizedFleet fleet, int week) {
        Lease lease = fleet.lease();
        if (lease != null && lease.runs(week)) {
            fleet.keepUntil(lease.endWeek());
            fleet.run(true);
            return;
        }
        fleet.letUnder(null);
        if (parameters.behaviour() != Behaviour.SELL && market.regime() != Regime.CALM && !fleet.lender().mustSell()) {
            fleet.keepUntil(week + parameters.longestWeeks());
            if (parameters.behaviour() == Behaviour.OPERATE && weeklyIncomeUsd(fleet, week) > 0) {
                fleet.run(true);
                chronicle.note(CreditEvent.HANDED_TO_OPERATOR, fleet.borrower() == null ? -1 : fleet.borrower().id(),
                        fleet.lender().id(), fleet.gpus().balance(), 0);
            }
        }
    }

    /** Lets a week pass for all machines that lenders hold. */
    void week(List<SeizedFleet> inventory, int week) {
        for (int i = 0; i < inventory.size(); i++) {
            SeizedFleet fleet = inventory.get(i);
            if (fleet.isKept() && fleet.lease() != null) {
                collect(fleet, fleet.lease(), week);
            } else if (fleet.isKept()) {
                hold(fleet, week);
            }
        }
    }

    private void hold(SeizedFleet fleet, int week) {
        if (!fleet.isHeld(week)) {
            // the longest time is over: it was offered this week
            fleet.release();
        } else if (market.regime() == Regime.CALM || fleet.lender().mustSell()) {
            offer(fleet, week);
        } else if (fleet.isRun()) {
            double gross = grossUsd(fleet, week);
            double cost = income.running(fleet.machine(), fleet.gpus().balance());
            if (gross <= cost) {
                fleet.run(false);
                return;
            }
            resolution.operate(fleet, Cents.of(gross), Cents.of(cost));
            fleet.ranAWeek();
        }
    }

    private void offer(SeizedFleet fleet, int week) {
        fleet.release();
        fleet.holdUntil(week);
    }

    private void collect(SeizedFleet fleet, Lease lease, int week) {
        if (!lease.runs(week)) {
            offer(fleet, week);
            take(fleet, week);
            return;
        }
        fleet.ranAWeek();
        if (week == fleet.defaultWeek()) {
            // the vehicle got this week's rent before it failed
            return;
        }
        double rent = fleet.gpus().balance() * lease.usdPerGpuWeek();
        Account lessor = fleet.borrower().cash();
        if (lease.isPaid(week)) {
            // by a sponsor, into the vehicle's account
            resolution.collectRent(fleet, lessor, Math.min(Cents.of(rent), lessor.balance()));
        } else {
            // by a customer, or by those to whom a sponsor whose week is not simulated any longer has let the machines on
            resolution.collectRent(fleet, outside.customers(), Cents.of(rent));
            lease.paid(week);
        }
    }

    /** What an operator would pass on in a week, less running cost, USD. */
    private double weeklyIncomeUsd(SeizedFleet fleet, int week) {
        return grossUsd(fleet, week) - income.running(fleet.machine(), fleet.gpus().balance());
    }

    private double grossUsd(SeizedFleet fleet, int week) {
        return fleet.gpus().balance() * fleet.condition(week) * fleet.machine().rentRelativeToH100() * market.spotUsdPerHour()
                * HOURS_PER_WEEK * parameters.operatorUtilisation() * (1 - parameters.operatorFeeShare());
    }
}
