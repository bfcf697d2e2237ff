package firesale.credit;

import firesale.credit.lenders.LenderType;
import firesale.hardware.HardwareParameters;
import firesale.kernel.random.Streams;
import firesale.world.MarketParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An own book: what stands in the files of {@link BookParameters}, checked, in weeks, cents and satoshi. Immutable, read once;
 * any number of runs may use one at the same time. Hosts, lenders and customers stand in the order of their names, so that the
 * order of rows means nothing.
 *
 * @param lenders   the lenders, each a kind of its own with its own name; empty: drawn by kind
 * @param hosts     the borrowers; empty: drawn
 * @param customers names of the customers of a funding circle that owe contracted rent
 */
public record Book(List<LenderType> lenders, List<Host> hosts, List<String> customers) {

    /** No file: everything is drawn. */
    public static final Book DRAWN = new Book(List.of(), List.of(), List.of());

    public Book {
        lenders = List.copyOf(lenders);
        hosts = List.copyOf(hosts);
        customers = List.copyOf(customers);
    }

    /**
     * Reads the files that parameters name.
     *
     * @throws firesale.kernel.parameters.InputException naming file, line and column, if a file cannot be read or makes no sense
     */
    public static Book of(CreditParameters credit, HardwareParameters hardware, MarketParameters market) {
        BookParameters files = credit.book();
        return files.borrowers().isEmpty() && files.lenders().isEmpty() ? DRAWN : new BookReader(credit, hardware, market).read();
    }

    /** Names of lenders in their order: an own one's name, or that of its kind with a number from 1. */
    public static List<String> lenderNames(List<LenderType> own, List<LenderType> kinds) {
        List<String> names = new ArrayList<>();
        own.forEach(lender -> names.add(lender.name()));
        for (LenderType kind : own.isEmpty() ? kinds : List.<LenderType>of()) {
            for (int i = 1; i <= kind.count(); i++) {
                names.add(kind.name() + "-" + i);
            }
        }
        return names;
    }

    /** The kinds of lenders of a run: the own ones, if there are any. */
    List<LenderType> lendersOr(List<LenderType> kinds) {
        return lenders.isEmpty() ? kinds : lenders;
    }

    /** Whose draws a vehicle's are: by its number beside drawn hosts, by its kind and number among its kind beside own ones. */
    long vehicleIdentity(int id, String kind, int numberOfKind) {
        return hosts.isEmpty() ? id : Streams.identity("vehicle " + kind + " " + numberOfKind);
    }

    /** Whose draws a circle's customers' are: numbers as parameters say, or the names of own ones. */
    long[] customerIdentities(CircleParameters circle) {
        if (hosts.isEmpty()) {
            long[] numbers = new long[circle.share() > 0 ? circle.customers() : 0];
            for (int c = 0; c < numbers.length; c++) {
                numbers[c] = c;
            }
            return numbers;
        }
        return customers.stream().mapToLong(Streams::identity).toArray();
    }

    /**
     * A borrower.
     *
     * @param satoshi free coins
     * @param note    the convertible note; {@link Note#NONE} if there is none
     * @param loans   machines with their loans, at least one
     */
    public record Host(String name, long cashCents, long satoshi, double minedBtcPerYear, double spotUtilisation, Note note,
            Optional<Note> highYield, Optional<Line> revolver, Optional<CoinDebt> coinLine, Optional<Assigned> assigned,
            List<Loan> loans) {

        public Host {
            loans = List.copyOf(loans);
        }
    }

    /**
     * A bullet note.
     *
     * @param conversion AI equity, 1 at the start, from which on holders convert
     */
    public record Note(long cents, double coupon, double conversion, int maturityWeek) {

        /** No note. */
        public static final Note NONE = new Note(0, 0, 1, Integer.MAX_VALUE);
    }

    /**
     * A revolving line.
     *
     * @param lender the lender's place in the list
     */
    public record Line(int lender, long limitCents, long drawnCents, double rate) {
    }

    /** A line against coins, drawn, with its pledge. */
    public record CoinDebt(long satoshi, long cents, double rate) {
    }

    /** Assigned income: what is owed, and the share of contracted revenue that goes to it. */
    public record Assigned(long cents, double share, double rate) {
    }

    /**
     * Machines of one kind with the loan against them.
     *
     * @param lender             the lender's place in the list
     * @param machine            the machine's place in the list of kinds
     * @param weeks              payments to come
     * @param contractUsdPerHour rent of one GPU under contract, until a week
     * @param customer           the place of the circle's customer that owes that rent; -1 if it is none
     */
    public record Loan(int lender, int machine, long gpus, double costUsdPerGpu, double ageYears, double balanceUsd, double rate,
            int weeks, double contractShare, double contractUsdPerHour, int contractEndWeek, int customer) {
    }
}
