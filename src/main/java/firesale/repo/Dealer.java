package firesale.repo;

import firesale.kernel.books.Account;
import firesale.kernel.books.ConservationException;
import firesale.kernel.books.OutsideWorld;

/**
 * A dealer with a limited balance sheet: what it does not lend lies in its cash. Interest goes to its owners, losses stay with it. Once
 * they have eaten its capital it fails and lends no more; what it is owed runs off.
 */
public final class Dealer {

    private final int id;
    private final Account cash;
    private final long capacity;
    private final long capital;
    private long paidIn;
    private long lent;
    private long losses;

    Dealer(int id, Account cash, long capacity, double capitalRatio, OutsideWorld outside) {
        this.id = id;
        this.cash = cash;
        this.capacity = capacity;
        this.capital = (long) (capacity * capitalRatio);
        payIn(capacity, outside);
    }

    private void payIn(long cents, OutsideWorld outside) {
        outside.money().transfer(outside.repoFunding(), cash, cents);
        paidIn += cents;
    }

    /** The dealer's number, from 0. */
    public int id() {
        return id;
    }

    /** What it has not lent, cents. */
    public Account cash() {
        return cash;
    }

    /** What was put into it, cents. */
    public long paidIn() {
        return paidIn;
    }

    /** Principal that it is owed, of repos that run and of those that are being wound up, cents. */
    public long lent() {
        return lent;
    }

    /** Principal that it will not see again, cents. */
    public long losses() {
        return losses;
    }

    /** Whether its losses have eaten its capital. */
    public boolean hasFailed() {
        return losses > 0 && losses >= capital;
    }

    /**
     * What it can lend now, cents.
     *
     * @param share of what was put into it that it is ready to have lent
     */
    long free(double share) {
        return hasFailed() ? 0 : Math.max(0, Math.min(cash.balance(), (long) (paidIn * share) - lent));
    }

    /** What it could lend had it not lent anything, cents; of that the share that it is ready to have lent. */
    long couldLend(double share) {
        return hasFailed() ? 0 : (long) (capacity * share);
    }

    /** Lends; where lots do not take money from each other, more than there is comes from outside. */
    void lend(Account to, long cents, OutsideWorld outside) {
        payIn(Math.max(0, cents - cash.balance()), outside);
        outside.money().transfer(cash, to, cents);
        lent += cents;
    }

    /** Takes principal back. */
    void receive(Account from, long cents, OutsideWorld outside) {
        outside.money().transfer(from, cash, cents);
        lent -= cents;
    }

    /** Writes principal off. */
    void lose(long cents) {
        lent -= cents;
        losses += cents;
    }

    /** @throws ConservationException if cash, loans and losses do not add up to what was put in */
    void audit() {
        if (lent < 0 || cash.balance() + lent + losses != paidIn) {
            throw new ConservationException("dealer " + id + " has " + cash.balance() + " cents, lent " + lent + ", lost " + losses
                    + " of " + paidIn);
        }
    }
}
