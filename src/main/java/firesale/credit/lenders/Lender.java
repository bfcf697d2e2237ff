package firesale.credit.lenders;

import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.OutsideWorld;

/** A lender: its capital, its funding, its losses, what it can still lend and whether it must sell at once. */
public final class Lender {

    private final int id;
    private final LenderType type;
    private final Account cash;
    private final CreditSupply supply;
    private long loansAtStart;
    private long lentFromFunding;
    private long loansResolved;
    private long losses;
    private double withdrawnShare;
    private boolean wasForced;

    public Lender(int id, LenderType type, Account cash) {
        this(id, type, cash, CreditSupply.FULL);
    }

    /** @param supply how losses shrink what it lends */
    public Lender(int id, LenderType type, Account cash, CreditSupply supply) {
        this.id = id;
        this.type = type;
        this.cash = cash;
        this.supply = supply;
    }

    public int id() {
        return id;
    }

    public LenderType type() {
        return type;
    }

    public Account cash() {
        return cash;
    }

    /** Pays; a lender that lacks cash draws on its funding. */
    public void pay(OutsideWorld outside, Account to, long cents) {
        long missing = cents - cash.balance();
        if (missing > 0) {
            outside.money().transfer(outside.lenders(), cash, missing);
        }
        outside.money().transfer(cash, to, cents);
    }

    /** Lends during the run. What cash from repayments does not cover is new funding and makes the balance sheet longer. */
    public void lend(OutsideWorld outside, Account to, long cents) {
        lentFromFunding += Math.max(0, cents - cash.balance());
        pay(outside, to, cents);
    }

    /** What was lent during the run beyond cash from repayments, cents. */
    public long lentFromFunding() {
        return lentFromFunding;
    }

    /** Counts a loan that the lender holds at the start, cents. */
    public void hold(long cents) {
        loansAtStart += cents;
    }

    /** Realises a loss, cents; negative if earlier losses were less than booked. */
    public void lose(long cents) {
        losses += cents;
        wasForced |= mustSell();
    }

    /** Whether the lender ever had to sell. */
    public boolean wasForced() {
        return wasForced;
    }

    /** Takes a resolved loan out of the assets against which capital is measured, cents. */
    public void resolve(long cents) {
        loansResolved += cents;
    }

    /** Losses realised so far, cents. */
    public long losses() {
        return losses;
    }

    public long loansAtStart() {
        return loansAtStart;
    }

    /** All assets at the start, cents: GPU loans over their share. */
    public double assetsAtStart() {
        return loansAtStart / type.gpuLoanShare();
    }

    /** Capital at the start, cents. */
    public double capitalAtStart() {
        return type.capitalRatio() * assetsAtStart();
    }

    /** Losses beyond the capital, which those who fund the lender bear, cents. */
    public double lossesBeyondCapital() {
        return StrictMath.max(0, losses - capitalAtStart());
    }

    /** Capital over all assets, after losses; loans that were resolved no longer count, new ones do, other assets stay. */
    public double capitalRatio() {
        double capital = capitalAtStart() - losses;
        double assets = assetsAtStart() + lentFromFunding - loansResolved;
        return assets <= 0 ? (capital < 0 ? -1 : 1) : capital / assets;
    }

    /** Lets a week pass: in a squeeze funding leaves, else it comes back at the same pace. */
    public void fund(boolean squeeze) {
        double step = type.withdrawnPerYear() * (1 - type.capitalRatio()) / Hours.WEEKS_PER_YEAR;
        withdrawnShare = StrictMath.max(0, StrictMath.min(1 - type.capitalRatio(), withdrawnShare + (squeeze ? step : -step)));
        wasForced |= mustSell();
    }

    /** Funding that has been withdrawn, over all assets at the start. */
    public double withdrawnShare() {
        return withdrawnShare;
    }

    /** Whether more funding was withdrawn than there are liquid assets. */
    public boolean isIlliquid() {
        return withdrawnShare > type.liquidShare();
    }

    /** What it lends of what it would lend in calm, from 0 to 1. */
    public double supply() {
        return isIlliquid() ? 0 : supply.share(this);
    }

    /** Whether it makes new loans. */
    public boolean lends() {
        return supply() > 0;
    }

    /** Whether capital is so low, or so much funding gone, that the lender must sell at once, without reserve. */
    public boolean mustSell() {
        return isIlliquid() || capitalRatio() < type.minimumRatio();
    }
}
