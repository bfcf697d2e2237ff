package firesale.credit.contracts;

import firesale.credit.lenders.Payer;
import firesale.credit.lenders.Lender;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;

/** A credit line that may be drawn, repaid and drawn again, unsecured; open as long as its lender lends. */
public final class Revolver implements Claim {

    private final Lender lender;
    private final long limit;
    private final double weeklyRate;
    private long drawn;

    /**
     * A line of which nothing is drawn.
     *
     * @param limitCents largest balance
     * @param yearlyRate nominal rate on what is drawn, 1/a
     */
    public Revolver(Lender lender, long limitCents, double yearlyRate) {
        this.lender = lender;
        this.limit = limitCents;
        this.weeklyRate = yearlyRate / Hours.WEEKS_PER_YEAR;
    }

    public Lender lender() {
        return lender;
    }

    /** What is drawn, cents. */
    @Override
    public long balance() {
        return drawn;
    }

    @Override
    public Account holder() {
        return lender.cash();
    }

    @Override
    public Payer payer() {
        return Payer.COUNTED_ELSEWHERE;
    }

    /** What can still be drawn, cents; nothing while its lender does not lend. */
    public long room() {
        return lender.lends() ? limit - drawn : 0;
    }

    /** Interest due this week, cents. */
    public long interestDue() {
        return Cents.of(Cents.toUsd(drawn) * weeklyRate);
    }

    /**
     * Records a draw.
     *
     * @throws IllegalArgumentException if it exceeds the room
     */
    public void draw(long cents) {
        if (cents < 0 || cents > room()) {
            throw new IllegalArgumentException("cannot draw " + cents + " of " + room());
        }
        drawn += cents;
    }

    /**
     * Records a repayment.
     *
     * @throws IllegalArgumentException if it exceeds the balance
     */
    public void repay(long cents) {
        if (cents < 0 || cents > drawn) {
            throw new IllegalArgumentException("cannot repay " + cents + " of " + drawn);
        }
        drawn -= cents;
    }

    @Override
    public LoanClass loanClass() {
        return LoanClass.REVOLVERS;
    }

    @Override
    public void close(long unpaidCents) {
        lender.resolve(drawn);
        lender.lose(unpaidCents);
        drawn = 0;
    }
}
