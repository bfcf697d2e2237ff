package firesale.credit;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.table.CsvRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The cells of an own book, read strictly: what lies out of range is refused with its file, line and column. */
final class BookCells {

    /** Largest sum of all amounts of a book, USD: leaves room for every sum of cents that a run can form. */
    static final double MOST_USD = 1e13;
    /** Coins that there will ever be, BTC. */
    static final double MOST_BTC = 21e6;
    /** Longest time to a date after the start, years. */
    static final int MOST_YEARS = 50;

    private static final double DAYS_PER_YEAR = 365.25;

    private final LocalDate start;
    private double sumUsd;
    private double sumBtc;

    /** @param start the first day of week 0 */
    BookCells(LocalDate start) {
        this.start = start;
    }

    /** An amount of at least 0, USD; 0 where the cell is empty. */
    double usd(CsvRow row, String column) {
        double usd = row.number(column, 0, MOST_USD, "USD", 0);
        sumUsd += usd;
        if (sumUsd > MOST_USD) {
            throw row.failure(column, "expected amounts of at most 1e13 USD in all, but with this one they are more");
        }
        return usd;
    }

    /** Coins, at least 0, BTC; 0 where the cell is empty. */
    double btc(CsvRow row, String column) {
        double btc = row.number(column, 0, MOST_BTC, "BTC", 0);
        sumBtc += btc;
        if (sumBtc > MOST_BTC) {
            throw row.failure(column, "expected at most 21000000 BTC in all, but with this row they are more");
        }
        return btc;
    }

    /** Years from a date to the start; it must not lie after it, and not as far before as machines live. */
    double yearsBefore(CsvRow row, String column, double lifeYears) {
        LocalDate date = row.date(column);
        double years = ChronoUnit.DAYS.between(date, start) / DAYS_PER_YEAR;
        if (years < 0) {
            throw row.failure(column, "expected a date not after the start, " + start + " (market.start), but found " + date);
        } else if (years >= lifeYears) {
            throw row.failure(column, "expected a date less than the machine's life of " + Scalars.text(lifeYears)
                    + " years before the start, " + start + " (market.start), but found " + date);
        }
        return years;
    }

    /** Whole weeks from the start to a date after it, rounded down: the week that holds the date. */
    int weekOf(CsvRow row, String column) {
        return (int) (daysAfterStart(row, column) / 7);
    }

    /** Whole weeks from the start to a date after it, rounded, at least 1. */
    int weeksUntil(CsvRow row, String column) {
        return Math.max(1, Math.round(daysAfterStart(row, column) / 7f));
    }

    private long daysAfterStart(CsvRow row, String column) {
        LocalDate date = row.date(column);
        if (!date.isAfter(start) || date.isAfter(start.plusYears(MOST_YEARS))) {
            throw row.failure(column, "expected a date after the start, " + start + " (market.start), and at most " + MOST_YEARS
                    + " years after it, but found " + date);
        }
        return ChronoUnit.DAYS.between(start, date);
    }

    /**
     * Whether a row has what an amount and some other cells describe.
     *
     * @param amount 0 if the amount's cell is empty or says so
     * @param others cells that make no sense without the amount
     * @throws InputException if the amount's cell is empty and another is not
     */
    static boolean has(CsvRow row, String column, double amount, String... others) {
        for (String other : others) {
            if (row.isEmpty(column) && !row.isEmpty(other)) {
                throw row.failure(other, "given, but " + column + " is empty; write 0 there if there is none");
            }
        }
        return amount > 0;
    }
}
