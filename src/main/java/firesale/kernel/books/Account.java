package firesale.kernel.books;

/** One place where units of a {@link Book} lie. Only its book can change its balance. */
public final class Account {

    private final Book book;
    private final String owner;
    private final boolean mayGoNegative;
    private long balance;

    Account(Book book, String owner, boolean mayGoNegative) {
        this.book = book;
        this.owner = owner;
        this.mayGoNegative = mayGoNegative;
    }

    /** The balance in the book's unit (cents, satoshi, GPUs). */
    public long balance() {
        return balance;
    }

    /** Who owns it, for messages. */
    public String owner() {
        return owner;
    }

    Book book() {
        return book;
    }

    boolean mayGoNegative() {
        return mayGoNegative;
    }

    void add(long amount) {
        balance = Math.addExact(balance, amount);
    }

    @Override
    public String toString() {
        return owner + ": " + balance + " " + book.unit();
    }
}
