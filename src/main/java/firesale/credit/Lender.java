package firesale.credit;

import firesale.kernel.books.Account;

/** A lender: its capital, its losses, and whether it must sell at once. */
public final class Lender {



    private final int id;
    private final LenderType type;
    private final Account cash;
    private long loansAtStart;
    private long loansResolved;
    private long losses;
    private boolean wasForced;

    public Lender(int id, LenderType type, Account cash) {
        this.id = id;
        this.type = type;
        this.cash = cash;
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

    /** Counts a loan that the lender holds at the start, cents. */
    public void hold(long cents) {
        loansAtStart += cents;
    }

    /** Realises a loss, cents; negative if earlier losses were less than booked. */
    public void lose(long cents) {
        losses += cents;
        wasForced |= mustSell();
    }

    /** Whether capital has ever been so low that the lender had to sell. */
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

    /** Capital over all assets, after losses; other assets stay as they are, loans that were resolved no longer count. */
    public double capitalRatio() {
        double assetsAtStart = loansAtStart / type.gpuLoanShare();
        double capital = type.capitalRatio() * assetsAtStart - losses;
        double assets = assetsAtStart - loansResolved;
        return assets <= 0 ? (capital < 0 ? -1 : 1) : capital / assets;
    }

    /**
     * How much the lender lends of what it lent at the start, between 0 and 1: its capital ratio above the minimum over what that
     * was at the start. 0 below the minimum.
     */
    public double supply() {
        double spareAtStart = type.capitalRatio() - type.minimumRatio();
        if (losses <= 0 || spareAtStart <= 0) {
            return mustSell() ? 0 : 1;
        }
        return Math.max(0, Math.min(1, (capitalRatio() - type.minimumRatio()) / spareAtStart));
    }

    /** Whether capital is so low that the lender must sell at once, without reserve. */
    public boolean mustSell() {
        return capitalRatio() < type.minimumRatio();
    }
}
