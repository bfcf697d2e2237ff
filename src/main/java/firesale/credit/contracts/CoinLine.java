package firesale.credit.contracts;

import firesale.credit.lenders.Payer;
import firesale.hardware.Hours;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;

/** A credit line drawn against pledged coins: interest each week, no amortisation, an LTV that the price of BTC moves. */
public final class CoinLine implements Claim {

    private final Account lender;
    private final Account pledged;
    private final double weeklyRate;
    private long balance;

    /**
     * @param lender       who is paid
     * @param pledgedCoins where the pledged coins lie, satoshi
     * @param balanceCents what is drawn
     * @param yearlyRate   nominal rate, 1/a
     */
    public CoinLine(Account lender, Account pledgedCoins, long balanceCents, double yearlyRate) {
        this.lender = lender;
        this.pledged = pledgedCoins;
        this.balance = balanceCents;
        this.weeklyRate = yearlyRate / Hours.WEEKS_PER_YEAR;
    }

    /** What is owed, cents. */
    @Override
    public long balance() {
        return balance;
    }

    @Override
    public Account holder() {
        return lender;
    }

    @Override
    public Payer payer() {
        return Payer.COIN_LENDERS;
    }

    @Override
    public LoanClass loanClass() {
        return LoanClass.COIN_LINES;
    }

    @Override
    public void close(long unpaidCents) {
        balance = 0;
    }

    /** Where the pledged coins lie, satoshi. */
    public Account pledged() {
        return pledged;
    }

    /** Pledged coins at a price, USD. */
    public double pledgedUsd(double btcUsd) {
        return pledged.balance() / Coins.SATOSHI * btcUsd;
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
