package firesale.credit;

import firesale.credit.contracts.LoanClass;
import firesale.hardware.Hours;
import firesale.kernel.books.Cents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The sums of which fair spreads are made, by class of lending:
 * <pre>
 *   fair spread = sum D_t Loss_t / sum D_t B_(t-1) dt        D_t = (1 + r dt)^-t
 * </pre>
 * A loss counts when it is realised: as a lender books it when machines are sold, less what the estate pays later, when it
 * pays; on what no machine secures when the estate is distributed. That a defaulted loan earns nothing until then is no loss
 * here. What lenders pay for a guarantee of losses is no loss, but stands beside them: the spread has to pay for it as well,
 * else losses that others bear would seem to be free. Exposure is what is owed at the beginning of a week by those who pay at its end: only they pay the spread.
 */
public final class SpreadLedger implements Returns {

    private static final LoanClass[] CLASSES = LoanClass.values();
    private static final double WEEK_YEARS = 1 / Hours.WEEKS_PER_YEAR;

    private final double weeklyRiskFree;
    private final IntSupplier week;
    private final long[] lossCents = new long[CLASSES.length];
    private final double[] discountedLossUsd = new double[CLASSES.length];
    private final double[] exposureUsdYears = new double[CLASSES.length];
    private final double[] earnedUsd = new double[CLASSES.length];
    private final double[] billedBalanceUsd = new double[CLASSES.length];
    private final double[] billedInterestUsd = new double[CLASSES.length];
    private int discountedTo;
    private double discount = 1;

    /**
     * Nothing was lent so far.
     *
     * @param riskFreeRate 1/a
     * @param week         the week of now, from 0; it never goes back
     */
    public SpreadLedger(double riskFreeRate, IntSupplier week) {
        this.weeklyRiskFree = riskFreeRate / Hours.WEEKS_PER_YEAR;
        this.week = week;
    }

    @Override
    public void open() {
        for (int k = 0; k < CLASSES.length; k++) {
            billedBalanceUsd[k] = 0;
            billedInterestUsd[k] = 0;
        }
    }

    @Override
    public void bill(LoanClass kind, long balanceCents, long interestCents) {
        billedBalanceUsd[kind.ordinal()] += Cents.toUsd(balanceCents);
        billedInterestUsd[kind.ordinal()] += Cents.toUsd(interestCents);
    }

    @Override
    public void paid() {
        double factor = discount();
        for (int k = 0; k < CLASSES.length; k++) {
            exposureUsdYears[k] += factor * billedBalanceUsd[k] * WEEK_YEARS;
            earnedUsd[k] += factor * (billedInterestUsd[k] - weeklyRiskFree * billedBalanceUsd[k]);
        }
    }

    @Override
    public void lost(LoanClass kind, long cents) {
        lossCents[kind.ordinal()] += cents;
        discountedLossUsd[kind.ordinal()] += discount() * Cents.toUsd(cents);
    }

    @Override
    public void fee(LoanClass kind, long cents) {
        discountedLossUsd[kind.ordinal()] += discount() * Cents.toUsd(cents);
    }

    private double discount() {
        for (int now = week.getAsInt(); discountedTo < now; discountedTo++) {
            discount /= 1 + weeklyRiskFree;
        }
        return discount;
    }

    /** What was lost and earned so far, by the ordinal of {@link LoanClass}. */
    public List<LoanReturns> byClass() {
        List<LoanReturns> all = new ArrayList<>();
        for (int k = 0; k < CLASSES.length; k++) {
            all.add(new LoanReturns(Cents.toUsd(lossCents[k]), discountedLossUsd[k], exposureUsdYears[k], earnedUsd[k]));
        }
        return all;
    }
}
