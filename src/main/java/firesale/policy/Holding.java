package firesale.policy;

import firesale.hardware.Hours;
import firesale.hardware.Lot;
import firesale.hardware.MachineType;

/**
 * GPUs of one kind and age that a floor took in a week and keeps in storage.
 *
 * @param gpus      how many
 * @param week      when they were bought
 * @param ageYears  their age then
 * @param condition their condition then, 1 for new
 */
public record Holding(MachineType machine, long gpus, int week, double ageYears, double condition) {

    static Holding of(Lot lot, long gpus, int week) {
        return new Holding(lot.machine(), gpus, week, lot.ageYears(week), lot.condition(week));
    }

    /** Their age in a later week. */
    public double ageYears(int inWeek) {
        return ageYears + (inWeek - week) / Hours.WEEKS_PER_YEAR;
    }

    /**
     * Their condition in a later week.
     *
     * @param storageDecayPerYear rate at which it falls in storage, 1/a
     */
    public double condition(int inWeek, double storageDecayPerYear) {
        return condition * StrictMath.exp(-storageDecayPerYear * (inWeek - week) / Hours.WEEKS_PER_YEAR);
    }
}
