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
            fleet.holdUntil(lease.endWeek());
            fleet.run(true);
        } else if (parameters.behaviour() != Behaviour.SELL && market.regime() != Regime.CALM && !fleet.lender().mustSell()) {
            fleet.holdUntil(week + parameters.longestWeeks());
            if (parameters.behaviour() == Behaviour.OPERATE && weeklyIncomeUsd(fleet, week) > 0) {
                fleet.run(true);
                chronicle.note(CreditEvent.HANDED_TO_OPERATOR, fleet.borrower() == null ? -1 : fleet.borrower().id(), fleet.lender().id(),
                        fleet.gpus().balance(), 0);
            }
        }
    }

    /** Lets a week pass for all machines that lenders hold. */
    void week(List<SeizedFleet> inventory, int week) {
        for (int i = 0; i < inventory.size(); i++) {
            SeizedFleet fleet = inventory.get(i);
            if (fleet.lease() != null && fleet.isRun()) {
                collect(fleet, fleet.lease(), week);
            } else if (fleet.isHeld(week) && parameters.behaviour() != Behaviour.SELL) {
                hold(fleet, week);
            }
        }
    }

    private void hold(SeizedFleet fleet, int week) {
        if (market.regime() == Regime.CALM || fleet.lender().mustSell()) {
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
        fleet.run(false);
        fleet.holdUntil(week);
    }

    private void collect(SeizedFleet fleet, Lease lease, int week) {
        if (!lease.runs(week)) {
            offer(fleet, week);
            return;
        }
        double rent = fleet.gpus().balance() * lease.usdPerGpuWeek();
        Borrower lessor = fleet.borrower();
        Account payer = lessor.vehicle().isSponsored() ? lessor.cash() : outside.customers();
        // a sponsor has paid this week's rent into the vehicle's account
        long paid = lessor.vehicle().isSponsored() ? Math.min(Cents.of(rent), payer.balance()) : Cents.of(rent);
        resolution.collectRent(fleet, payer, paid);
        fleet.ranAWeek();
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
