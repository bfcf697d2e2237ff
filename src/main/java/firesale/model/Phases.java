package firesale.model;

import firesale.credit.SeizedFleet;
import firesale.world.Pressure;

/** The phases of a week but for the sale itself. */
final class Phases {

    private final FireSale run;
    /** Null unless it is asked for. */
    private final EarningsMeasure earnings;
    /** Null unless it is asked for. */
    private final LoanBookMeasure loans;
    /** Null unless it is asked for. */
    private final MarketDepth depth;
    private boolean begun;
    private Pressure pressure = Pressure.none();

    Phases(FireSale run) {
        this.run = run;
        this.earnings = run.earnings();
        this.loans = run.loans();
        this.depth = run.depth();
    }

    /** Prices and regime move; the market learns from rent; outside money arrives. */
    void world() {
        if (begun) {
            run.market().advance(pressure);
            run.buyers().observe();
            run.buyers().admitEntrants();
        }
        begun = true;
        run.recorder().beginWeek();
        run.onlooker().beginWeek();
    }

    void operationsAndDebtService() {
        if (originating()) {
            run.credit().operate(run.week());
        }
    }

    void covenantsAndMaturities() {
        if (originating()) {
            run.credit().test(run.week());
        }
    }

    /** Machines reach lenders' inventories and are valued as they are; racks that they left may be let anew. */
    void seizure() {
        int before = run.credit().inventory().size();
        run.credit().seize(run.week(), last());
        run.premises().week();
        for (int i = before; i < run.credit().inventory().size(); i++) {
            SeizedFleet fleet = run.credit().inventory().get(i);
            run.tally().seized(fleet, fmv(fleet), run.parameters().credit().loan().bookLifeYears());
        }
    }

    /** Buyers are asked what they would pay for quantities that nobody sells. */
    void marketDepth() {
        if (depth != null) {
            depth.week();
        }
    }

    private double fmv(SeizedFleet fleet) {
        int week = run.week();
        return run.buyers().fmv().usdPerGpu(fleet.machine(), fleet.ageYears(week), fleet.condition(week));
    }

    /** Dealers offer what they hold. */
    void resale() {
        run.buyers().resell();
    }

    void redeployment() {
        run.buyers().arrive();
        run.premises().depart();
    }

    void marksAndLenderCapital() {
        run.credit().closeWeek(run.week(), run.parameters().auction().storageUsdPerGpuWeek());
        run.repo().closeWeek();
        run.signals().week();
        pressure = run.credit().pressure(run.week(), run.buyers().inTransit() + run.backstop().heldGpus()
                + run.repo().heldGpus(), run.buyers().takeCoinsSold());
    }

    /**
     * Owners of floors store what they hold, lenders pay for their guarantee as long as loans are served, and triggers see
     * losses.
     */
    void policy() {
        if (originating()) {
            run.credit().payForGuarantee();
        }
        run.backstop().week(run.parameters().auction().storageUsdPerGpuWeek(), run.credit().lossShareBeforeGuarantee());
    }

    /** Books are audited, peaks noted, and the run ends when nothing is left to sell. */
    void measurement() {
        run.outside().audit();
        for (int m = 0; m < run.custody().size(); m++) {
            run.custody().get(m).audit();
        }
        run.power().audit();
        run.tally().week(run.market());
        run.tally().news.week(run);
        run.recorder().week(run);
        if (earnings != null) {
            earnings.week();
        }
        if (loans != null) {
            loans.week();
        }
        boolean nothingLeft = run.credit().inventory().isEmpty() && run.credit().repossessing().isEmpty()
                && !run.repo().isBusy();
        if (last() || run.week() >= run.parameters().time().weeks() && nothingLeft) {
            run.schedule.clear();
        }
    }

    private boolean originating() {
        return run.week() < run.parameters().time().weeks();
    }

    private boolean last() {
        return run.week() == run.parameters().time().horizon() - 1;
    }
}
