package firesale.credit.contracts;

import firesale.credit.Borrower;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;

/** A credit line drawn against pledged coins: interest each week, no amortisation, an LTV that the price of BTC moves. */
public final class CoinLine {

    private final Account pledged;
    private final double weeklyRate;
    private long balance;

    /**
     * @param pledgedCoins where the pledged coins lie, satoshi
     * @param balanceCents what is drawn
     * @param yearlyRate   nominal rate, 1/a
     */
    public CoinLine(Account pledgedCoins, long balanceCents, double yearlyRate) {
        this.pledged = pledgedCoins;
        this.balance = balanceCents;
        this.weeklyRate = yearlyRate / Hours.WEEKS_PER_YEAR;
    }

    /** What is owed, cents. */
    public long balance() {
        return balance;
    }

    /** Where the pledged coins lie, satoshi. */
    public Account pledged() {
        return pledged;
    }

    /** Pledged coins at a price, USD. */
    public double pledgedUsd(double btcUsd) {
        return pledged.balance() / Borrower.SATOSHI * btcUsd;
    }

    /** What is owed over the value of the pledge; 0 if nothing is owed, infinite without a pledge. */
    public double ltv(double btcUsd) {
        return balance == 0 ? 0 : Cents.toUsd(balance) / pledgedUsd(btcUsd);
    }

    /** Interest due this week, cents. */
    public long interestDue() {
        return Cents.of(Cents.toUsd(balance) * weeklyRate);
    }

    /** Records what was paid or written off. */
    public void reduce(long cents) {
        if (cents < 0 || cents > balance) {
            throw new IllegalArgumentException("cannot reduce a balance of " + balance + " by " + cents);
        }
        balance -= cents;
    }
}
