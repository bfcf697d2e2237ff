package firesale.repo;

import firesale.buyers.Placement;
import firesale.kernel.books.Account;
import firesale.kernel.books.Cents;
import java.util.List;

/** A loan against machines, by one or several dealers, that is marked anew and rolled when its term is over. */
final class Repo {

    private final Placement placement;
    private final Account account;
    private final long[] owed;
    private long gpusAtLastLook;
    private int sinceWeek;
    private int dueWeek;
    private double unpaidEarningUsd;
    private long earnedLeft;

    /**
     * @param account where what was kept of the loan, and what the machines earn, lies until the loan is rolled
     * @param owed     to each dealer, cents
     */
    Repo(Placement placement, Account account, long[] owed, int week, int termWeeks) {
        this.placement = placement;
        this.account = account;
        this.owed = owed;
        this.gpusAtLastLook = placement.gpus();
        this.sinceWeek = week;
        this.dueWeek = week + termWeeks;
    }

    Placement placement() {
        return placement;
    }

    Account account() {
        return account;
    }

    /** What each dealer is owed, cents. */
    long[] owed() {
        return owed;
    }

    /** Principal, cents. */
    long loan() {
        long sum = 0;
        for (long each : owed) {
            sum += each;
        }
        return sum;
    }

    /**
     * How a repayment is shared: dealers that have failed get all that they are owed first, since nobody goes on lending for them;
     * what is left goes to all in proportion.
     *
     * @param cents at most {@link #loan()}
     */
    long[] partsOf(long cents, List<Dealer> dealers) {
        long[] ofFailed = new long[owed.length];
        long[] ofOthers = owed.clone();
        long stranded = 0;
        for (int d = 0; d < owed.length; d++) {
            if (dealers.get(d).hasFailed()) {
                ofFailed[d] = owed[d];
                ofOthers[d] = 0;
                stranded += owed[d];
            }
        }
        long first = Math.min(cents, stranded);
        long[] parts = Cents.split(first, ofFailed);
        long[] rest = Cents.split(cents - first, ofOthers);
        for (int d = 0; d < parts.length; d++) {
            parts[d] += rest[d];
        }
        return parts;
    }

    /** The week in which the term began. */
    int sinceWeek() {
        return sinceWeek;
    }

    /** The week in which it is over. */
    int dueWeek() {
        return dueWeek;
    }

    /** Lets a new term begin. */
    void roll(int week, int termWeeks) {
        sinceWeek = week;
        dueWeek = week + termWeeks;
    }

    /** Share of the machines that were sold on since this was asked last; 0 but for resellers. */
    double soldShare() {
        long now = placement.gpus();
        double share = gpusAtLastLook == 0 ? 0 : 1 - (double) now / gpusAtLastLook;
        gpusAtLastLook = now;
        return share;
    }

    /** Adds what the machines earned to what was not paid out for being less than a cent; returns whole cents. */
    long earn(double usd) {
        unpaidEarningUsd += usd;
        long cents = (long) (unpaidEarningUsd * 100);
        unpaidEarningUsd -= cents / 100.0;
        earnedLeft += cents;
        return cents;
    }

    /** What machines have earned and was neither paid on the loan nor given to the owners, cents. */
    long earnedLeft() {
        return earnedLeft;
    }

    /** Notes a payment from the account: earnings go before what was kept of the loan. */
    void pays(long cents) {
        earnedLeft = Math.max(0, earnedLeft - cents);
    }
}
