package firesale.cli;

import firesale.auction.BidBook;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Reads a file of bids, strictly: what cannot be meant is refused, with the line and the column. */
final class BidsFile {

    /** The largest budget and the largest sum of bids, cents: a thousand billion dollars, which leaves room for every sum. */
    static final long LARGEST_SUM = 100_000_000_000_000L * 1_000;

    private static final List<String> REQUIRED = List.of("bidder", "price", "quantity");
    private static final List<String> OPTIONAL = List.of("budget", "capacity", "side_cost");
    private static final Comparator<Step> MOST_WANTED_FIRST = Comparator.comparingLong(Step::price).reversed()
            .thenComparingLong(Step::sideCost).thenComparingLong(step -> step.row.line());

    private final Map<String, Bids> byName = new TreeMap<>();
    private double sum;

    /** A row: units, what each is worth and what it needs beside its price, cents. */
    private record Step(CsvRow row, long price, long sideCost, long units) {
    }

    /** The rows of a bidder. */
    private static final class Bids {

        private final List<Step> steps = new ArrayList<>();
        private long budget = -1;
        private long capacity = -1;
    }

    private BidsFile() {
    }

    /**
     * The bids in a file. Bidders stand in the order of their names, so that the order of rows means nothing.
     *
     * @param ties gives each name its number for breaking ties
     * @throws InputException if the file is not as it should be
     */
    static NamedBids read(Path file, ToLongFunction<String> ties) {
        BidsFile bids = new BidsFile();
        for (CsvRow row : CsvReader.read(file.toString(), content(file), REQUIRED, OPTIONAL)) {
            bids.add(row);
        }
        return bids.book(ties);
    }

    private static String content(Path file) {
        try {
            return InputFile.of(file.toString(), Path.of("")).content();
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw new InputException(message.endsWith(" is a folder") ? file + ": this is a folder"
                    : file + ": " + (message.startsWith("there is no") ? "there is no such file" : message), e);
        }
    }

    private void add(CsvRow row) {
        Bids bids = byName.computeIfAbsent(name(row), name -> new Bids());
        long price = money(row, "price", BidBook.LARGEST);
        long sideCost = row.isEmpty("side_cost") ? 0 : money(row, "side_cost", BidBook.LARGEST);
        long units = whole(row, "quantity");
        sum += ((double) price + sideCost) * units;
        if (sum > LARGEST_SUM) {
            throw row.failure("quantity", "expected bids, with side costs, of at most " + Dollars.text(LARGEST_SUM)
                    + " in all, but with this row they are more");
        }
        if (!row.isEmpty("budget")) {
            bids.budget = same(row, "budget", bids.budget, money(row, "budget", LARGEST_SUM));
        }
        if (!row.isEmpty("capacity")) {
            bids.capacity = same(row, "capacity", bids.capacity, whole(row, "capacity"));
        }
        bids.steps.add(new Step(row, price, sideCost, units));
    }

    private static String name(CsvRow row) {
        String name = row.text("bidder");
        if (!name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            throw row.failure("bidder", "expected a name on one line without blanks at its ends, but found \""
                    + name.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return name;
    }

    private static long money(CsvRow row, String column, long most) {
        if (row.isEmpty(column)) {
            throw row.failure(column, "expected " + Dollars.EXPECTED + ", but the field is empty");
        }
        String text = row.text(column);
        try {
            return Dollars.cents(text, most);
        } catch (IllegalArgumentException e) {
            throw row.failure(column, "expected " + Dollars.EXPECTED + ", but found \"" + text + "\""
                    + (e.getMessage().isEmpty() ? "" : "; " + e.getMessage()));
        }
    }

    private static long whole(CsvRow row, String column) {
        long number = row.whole(column);
        if (number < 0 || number > BidBook.LARGEST_COUNT) {
            throw row.failure(column, "expected a whole number from 0 to " + BidBook.LARGEST_COUNT + ", but found " + number);
        }
        return number;
    }

    /** What a row says of its bidder; every row that says it must say the same. */
    private static long same(CsvRow row, String column, long before, long now) {
        if (before >= 0 && before != now) {
            throw row.failure(column, "expected the same " + column + " in all rows of \"" + row.text("bidder")
                    + "\" that name one");
        }
        return now;
    }

    private NamedBids book(ToLongFunction<String> ties) {
        BidBook book = new BidBook();
        book.clear();
        byName.forEach((name, bids) -> {
            book.addBidder(bids.budget < 0 ? BidBook.UNLIMITED : bids.budget, ties.applyAsLong(name));
            bids.steps.sort(MOST_WANTED_FIRST);
            long left = bids.capacity < 0 ? Long.MAX_VALUE : bids.capacity;
            long sideCost = 0;
            for (Step step : bids.steps) {
                if (step.units == 0) {
                    continue;
                }
                if (step.sideCost < sideCost) {
                    throw step.row.failure("side_cost", "expected at least " + Dollars.number(sideCost) + " as in the row of \""
                            + name + "\" with the next higher price: a bidder takes what it wants most first, which must not "
                            + "need "
                            + "more money");
                }
                sideCost = step.sideCost;
                long units = Math.min(left, step.units);
                book.addStep(step.price, step.sideCost, units);
                left -= units;
            }
        });
        return new NamedBids(List.copyOf(byName.keySet()), book);
    }
}
