package firesale.hardware;

import firesale.kernel.books.Account;
import firesale.kernel.books.Book;

/** Where the GPUs of one kind are: each is in exactly one place. */
public final class Custody {

    private final Book gpus;
    private final Account makers;
    private final Account transit;
    private final Account users;
    private final Account resellers;
    private final Account scrap;
    private final Account warehouse;

    public Custody(MachineType machine) {
        gpus = new Book("GPUs of " + machine.name());
        makers = gpus.openOutside("makers");
        transit = gpus.open("transit");
        users = gpus.open("users");
        resellers = gpus.open("resellers");
        scrap = gpus.open("scrap");
        warehouse = gpus.open("warehouse");
    }

    /** Opens an account for one fleet, at an operator or in a lender's inventory. */
    public Account open(String owner) {
        return gpus.open(owner);
    }

    /** Moves GPUs. */
    public void move(Account from, Account to, long count) {
        gpus.transfer(from, to, count);
    }

    /** Where GPUs come from. */
    public Account makers() {
        return makers;
    }

    /** Bought and on the way to earning. */
    public Account transit() {
        return transit;
    }

    /** Earning at a buyer's site. */
    public Account users() {
        return users;
    }

    /** Held for resale. */
    public Account resellers() {
        return resellers;
    }

    public Account scrap() {
        return scrap;
    }

    /** Taken by the warehouse of a twin, for good. */
    public Account warehouse() {
        return warehouse;
    }

    /** Audits the book. */
    public void audit() {
        gpus.audit();
    }
}
