package firesale.credit.contracts;

import firesale.credit.lenders.Payer;
import firesale.kernel.books.Account;

/** A lessor's claim for damages against a lessee that rejected its lease. */
public final class LeaseDamages implements Claim {

    private final Account lessor;
    private long balance;

    /** @param lessor who is paid */
    public LeaseDamages(Account lessor, long cents) {
        this.lessor = lessor;
        this.balance = cents;
    }

    @Override
    public long balance() {
        return balance;
    }

    @Override
    public Account holder() {
        return lessor;
    }

    @Override
    public Payer payer() {
        return Payer.COUNTED_ELSEWHERE;
    }

    /** Whether it has been paid or written off. */
    public boolean isClosed() {
        return balance == 0;
    }

    @Override
    public LoanClass loanClass() {
        return LoanClass.NOT_LENT;
    }

    @Override
    public void close(long unpaidCents) {
        balance = 0;
    }
}
