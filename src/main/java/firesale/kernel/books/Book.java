package firesale.kernel.books;

import java.util.ArrayList;
import java.util.List;

/**
 * A double-entry book of an indivisible thing: cents, satoshi or GPUs. Nothing is ever created or lost: units only move
 * from one account to another, so all balances always sum to zero, with the outside world's accounts holding the
 * counterpart of what is inside.
 */
public final class Book {

    private final String unit;
    private final List<Account> accounts = new ArrayList<>();

    /** @param unit what is counted, for messages: {@code cents}, {@code satoshi}, {@code GPUs} */
    public Book(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }

    /** Opens an empty account that can never be overdrawn. */
    public Account open(String owner) {
        return open(owner, false);
    }

    /** Opens an empty account of the outside world, which may owe: it is where the inside's units come from. */
    public Account openOutside(String owner) {
        return open(owner, true);
    }

    /**
     * Moves units from one account to another.
     *
     * @throws ConservationException if the amount is negative, an account belongs to another book, or the payer does not
     *                               have it
     */
    public void transfer(Account from, Account to, long amount) {
        if (amount < 0 || from.book() != this || to.book() != this) {
            throw new ConservationException("cannot move " + amount + " " + unit + " from " + from + " to " + to);
        }
        if (from.balance() < amount && !from.mayGoNegative()) {
            throw new ConservationException(from + " cannot give " + amount + " to " + to.owner());
        }
        from.add(-amount);
        to.add(amount);
    }

    /**
     * Adds all balances up anew.
     *
     * @throws ConservationException if they do not sum to zero or an inside account is overdrawn
     */
    public void audit() {
        long sum = 0;
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            if (account.balance() < 0 && !account.mayGoNegative()) {
                throw new ConservationException(account + " is overdrawn");
            }
            sum = Math.addExact(sum, account.balance());
        }
        if (sum != 0) {
            throw new ConservationException("the book of " + unit + " does not balance: " + sum);
        }
    }

    private Account open(String owner, boolean mayGoNegative) {
        Account account = new Account(this, owner, mayGoNegative);
        accounts.add(account);
        return account;
    }
}
