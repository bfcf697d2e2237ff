package firesale.policy;

import firesale.hardware.Hours;
import java.util.Arrays;

/**
 * How much of lenders' losses on seized fleets an authority has taken over. It pays when a loss is booked while it is in force,
 * the share g of it and no more than its budget leaves; when a loss turns out smaller than booked it gets back the share of
 * that which it bore of the loss, and its budget with it. Cents. It moves no money itself.
 */
public final class Guarantee {

    private final double share;
    private final double feePerYear;
    private final long budget;
    private final Alarm alarm;
    /** By fleet: the part of the loss that is under the guarantee, and what was paid for it. */
    private double[] covered = new double[16];
    private long[] paid = new long[16];
    private long paidInAll;
    private long fees;

    Guarantee(GuaranteeParameters parameters, long budget, Alarm alarm) {
        this.share = parameters.share();
        this.feePerYear = parameters.feePerYear();
        this.budget = budget;
        this.alarm = alarm;
    }

    /** No guarantee. */
    public static Guarantee none() {
        return new Guarantee(new GuaranteeParameters(0, 0, 0, Trigger.ALWAYS, 0), 0, new Alarm(Trigger.ALWAYS, 0, null));
    }

    /** Whether it pays for losses that are booked now. */
    public boolean isInForce() {
        return share > 0 && paidInAll < budget && alarm.isOn();
    }

    /**
     * Settles a change of the loss on a fleet.
     *
     * @param fleet  number of the fleet
     * @param before loss booked so far, cents; a gain counts as none
     * @param after  loss booked now
     * @return what the authority pays the lender, cents; negative if the lender pays back
     */
    public long settle(int fleet, long before, long after) {
        if (share == 0) {
            return 0;
        }
        if (fleet >= paid.length) {
            covered = Arrays.copyOf(covered, 2 * fleet + 1);
            paid = Arrays.copyOf(paid, 2 * fleet + 1);
        }
        long had = Math.max(0, before);
        long has = Math.max(0, after);
        long due = paid[fleet];
        if (has < had) {
            // all of a loss that is covered wholly stays so, to the cent
            covered[fleet] = covered[fleet] == had ? has : covered[fleet] / had * has;
            due = due(fleet);
        } else if (has > had && isInForce()) {
            covered[fleet] += has - had;
            due = due(fleet);
            long most = paid[fleet] + budget - paidInAll;
            if (due > most) {
                due = most;
                covered[fleet] = most / share;
            }
        }
        long change = due - paid[fleet];
        paid[fleet] = due;
        paidInAll += change;
        return change;
    }

    private long due(int fleet) {
        return (long) StrictMath.rint(share * covered[fleet]);
    }

    /** The fee for a week on a performing loan, USD. */
    public double weeklyFeeUsd(double balanceUsd) {
        return share * feePerYear * balanceUsd / Hours.WEEKS_PER_YEAR;
    }

    /** Whether lenders pay for it. */
    public boolean hasFee() {
        return feePerYear > 0;
    }

    /** Counts a fee, cents. */
    public void receive(long cents) {
        fees += cents;
    }

    /** What was paid for losses so far, less what came back, cents. */
    public long paid() {
        return paidInAll;
    }

    /** What was paid for the loss on a fleet, less what came back, cents. */
    public long paidFor(int fleet) {
        return fleet < paid.length ? paid[fleet] : 0;
    }

    /** Fees so far, cents. */
    public long fees() {
        return fees;
    }

    void observe(double losses) {
        alarm.observe(losses);
    }
}
