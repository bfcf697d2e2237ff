package firesale.hardware;

import firesale.kernel.books.Account;
import firesale.kernel.books.Book;

/**
 * Where the power of racks is, in watts: each is in exactly one place. Racks of places outside the model come from, and go back
 * to, those that are let elsewhere.
 *
 * <p>Where racks do not bind, or lots do not take them from each other, machines take no room at their buyers' sites, and no watt
 * moves there.
 */
public final class PowerBook {

    private final Book watts = new Book("watts of racks");
    private final Account elsewhere = watts.openOutside("let elsewhere");
    private final Account operators = watts.open("operators");
    private final Account seized = watts.open("machines of defaulted borrowers, not yet removed or sold");
    private final Account vacant = watts.open("freed and vacant");
    private final Account hosted = watts.open("machines sold in place");
    private final Account ready = watts.open("ready at buyers");
    private final Account occupied = watts.open("occupied at buyers");
    private final Account legacy = watts.open("legacy power at buyers");
    private final Account inRetrofit = watts.open("in retrofit");
    private final Account retrofitted = watts.open("retrofitted and occupied");

    /** Moves watts. */
    public void move(Account from, Account to, long count) {
        if (count != 0) {
            watts.transfer(from, to, count);
        }
    }

    /** Brings a site in as it stands. */
    public void add(Site site) {
        move(elsewhere, ready, site.freeWatts());
        move(elsewhere, occupied, site.occupiedWatts());
        move(elsewhere, legacy, site.legacyWatts());
        move(elsewhere, retrofitted, site.retrofittedWatts());
    }

    /** Racks outside the model. */
    public Account elsewhere() {
        return elsewhere;
    }

    /** Racks with machines of borrowers that have not defaulted. */
    public Account operators() {
        return operators;
    }

    /** Racks with machines of defaulted borrowers that are neither removed nor sold: on offer in place, or not yet fetched. */
    public Account seized() {
        return seized;
    }

    /** Racks from which machines were taken, not yet let anew. */
    public Account vacant() {
        return vacant;
    }

    /** Racks with machines that were sold where they stand. */
    public Account hosted() {
        return hosted;
    }

    /** Free ready racks at buyers' sites. */
    public Account ready() {
        return ready;
    }

    /** Ready racks at buyers' sites that hold machines or wait for them. */
    public Account occupied() {
        return occupied;
    }

    /** Power at buyers' sites that could still be fitted out with racks. */
    public Account legacy() {
        return legacy;
    }

    /** Such power that is being fitted out. */
    public Account inRetrofit() {
        return inRetrofit;
    }

    /** Such power that holds machines. */
    public Account retrofitted() {
        return retrofitted;
    }

    /** Audits the book. */
    public void audit() {
        watts.audit();
    }
}
