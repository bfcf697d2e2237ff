package firesale.model;

import sim.engine.Schedule;
import sim.engine.Steppable;

/** The order of a week. */
final class Timetable {

    private Timetable() {
    }

    /** Puts the phases of a week on MASON's schedule, in this order. */
    static void schedule(FireSale run) {
        Phases phases = new Phases(run);
        Runnable sale = run.disposal().phase(run);
        int order = 0;
        every(run, order++, state -> phases.world());
        every(run, order++, state -> phases.operationsAndDebtService());
        every(run, order++, state -> phases.covenantsAndMaturities());
        every(run, order++, state -> phases.seizure());
        every(run, order++, state -> run.repo().roll());
        every(run, order++, state -> phases.marketDepth());
        every(run, order++, state -> sale.run());
        every(run, order++, state -> phases.resale());
        every(run, order++, state -> phases.redeployment());
        every(run, order++, state -> phases.marksAndLenderCapital());
        every(run, order++, state -> phases.policy());
        every(run, order, state -> phases.measurement());
    }

    private static void every(FireSale run, int order, Steppable phase) {
        run.schedule.scheduleRepeating(Schedule.EPOCH, order, phase, 1);
    }
}
