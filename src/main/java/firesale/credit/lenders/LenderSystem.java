package firesale.credit.lenders;

import java.util.List;

/** All lenders of a run, and what passes between them: banks have lent to private credit, and bear what its capital does not. */
public final class LenderSystem {

    private final List<Lender> lenders;
    private final double bankShareOfFunding;
    /** What each lender bears of private credit's losses, by its place; 0 but for banks. */
    private final long[] passed;
    private double passedOn;
    private long passedToBanks;

    /** @param bankShareOfFunding share of private credit's funding that banks provide */
    public LenderSystem(List<Lender> lenders, double bankShareOfFunding) {
        this.lenders = List.copyOf(lenders);
        this.bankShareOfFunding = bankShareOfFunding;
        this.passed = new long[this.lenders.size()];
    }

    public List<Lender> lenders() {
        return lenders;
    }

    /** Lets a week pass: funding moves, and banks book their share of what private credit lost beyond its capital. */
    public void closeWeek(boolean squeeze) {
        for (int i = 0; i < lenders.size(); i++) {
            lenders.get(i).fund(squeeze);
        }
        if (bankShareOfFunding > 0) {
            passOn();
        }
    }

    private void passOn() {
        double beyond = 0;
        double bankAssets = 0;
        for (int i = 0; i < lenders.size(); i++) {
            Lender lender = lenders.get(i);
            if (lender.type().family() == LenderFamily.PRIVATE_CREDIT) {
                beyond += lender.lossesBeyondCapital();
            } else if (lender.type().family() == LenderFamily.BANK) {
                bankAssets += lender.assetsAtStart();
            }
        }
        if (beyond == passedOn || bankAssets == 0) {
            return;
        }
        passedOn = beyond;
        for (int i = 0; i < lenders.size(); i++) {
            Lender lender = lenders.get(i);
            if (lender.type().family() == LenderFamily.BANK) {
                // from the sum so far, so that cents do not add up when losses come and go
                long bears = StrictMath.round(bankShareOfFunding * beyond * lender.assetsAtStart() / bankAssets);
                lender.lose(bears - passed[i]);
                passedToBanks += bears - passed[i];
                passed[i] = bears;
            }
        }
    }

    /** Losses against machines and on lines so far, each counted once, cents. */
    public long losses() {
        long sum = -passedToBanks;
        for (int i = 0; i < lenders.size(); i++) {
            sum += lenders.get(i).losses();
        }
        return sum;
    }

    /** Loans at the start, cents. */
    public long loansAtStart() {
        long sum = 0;
        for (int i = 0; i < lenders.size(); i++) {
            sum += lenders.get(i).loansAtStart();
        }
        return sum;
    }

    /** Losses of private credit that banks bear, cents; they are among the losses of both. */
    public long passedToBanks() {
        return passedToBanks;
    }

    /**
     * Adds who bears the losses of lenders in the end.
     *
     * @param centsByPayer to which each payer's part is added, by ordinal; the parts sum to all losses but {@link
     *                     #passedToBanks},
     *                     which private credit no longer bears
     */
    public void payers(double[] centsByPayer) {
        for (int i = 0; i < lenders.size(); i++) {
            Lender lender = lenders.get(i);
            LenderFamily family = lender.type().family();
            double beyond = lender.lossesBeyondCapital();
            centsByPayer[family.payer().ordinal()] += lender.losses() - beyond;
            centsByPayer[family.beyondCapital().ordinal()] += beyond;
        }
        centsByPayer[Payer.FUNDERS.ordinal()] -= passedToBanks;
    }
}
