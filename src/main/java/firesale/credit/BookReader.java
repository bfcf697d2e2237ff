package firesale.credit;

import firesale.credit.lenders.LenderFamily;
import firesale.credit.lenders.LenderType;
import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.kernel.books.Cents;
import firesale.kernel.books.Coins;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import firesale.world.MarketParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the files of an own book, strictly: what cannot be meant is refused, with the file, the line and the column. */
final class BookReader {

    static final List<String> LENDER_REQUIRED = List.of("name", "gpu_loan_share", "capital_ratio", "minimum_ratio",
            "discount_rate");
    static final List<String> LENDER_OPTIONAL = List.of("family", "weight", "withdrawn_per_year", "liquid_share");
    static final List<String> BORROWER_REQUIRED = List.of("name", "cash_usd", "spot_utilisation");
    static final List<String> BORROWER_OPTIONAL = List.of("coins_btc", "mined_btc_per_year", "note_usd", "note_coupon",
            "note_maturity", "note_conversion_ratio", "high_yield_usd", "high_yield_coupon", "high_yield_maturity",
            "revolver_limit_usd", "revolver_drawn_usd", "revolver_lender", "revolver_rate", "coin_line_usd", "pledged_btc",
            "coin_line_rate", "assigned_usd", "assigned_share", "assigned_rate");
    static final List<String> LOAN_REQUIRED = List.of("borrower", "lender", "machine", "gpus", "cost_usd_per_gpu", "bought",
            "balance_usd", "rate", "maturity");
    static final List<String> LOAN_OPTIONAL = List.of("contract_share", "contract_usd_per_hour", "contract_end", "customer");

    /** Values of optional columns of lenders, as for kinds of lenders. */
    static final LenderFamily FAMILY = LenderFamily.PRIVATE_CREDIT;
    static final double WITHDRAWN_PER_YEAR = 0;
    static final double LIQUID_SHARE = 0.1;

    private static final double MOST_GPUS = 1e7;
    private static final double MOST_USD_PER_GPU = 1e7;
    private static final double MOST_USD_PER_HOUR = 1000;
    private static final Comparator<Book.Loan> LOANS = Comparator.comparingDouble(Book.Loan::ageYears).reversed()
            .thenComparingInt(Book.Loan::machine).thenComparingInt(Book.Loan::lender).thenComparingInt(Book.Loan::weeks)
            .thenComparingLong(Book.Loan::gpus).thenComparingDouble(Book.Loan::costUsdPerGpu)
            .thenComparingDouble(Book.Loan::balanceUsd).thenComparingDouble(Book.Loan::rate)
            .thenComparingDouble(Book.Loan::contractShare)
            .thenComparingDouble(Book.Loan::contractUsdPerHour).thenComparingInt(Book.Loan::contractEndWeek)
            .thenComparingInt(Book.Loan::customer);

    private final CreditParameters parameters;
    private final List<MachineType> machines;
    private final MarketParameters market;
    private final BookCells cells;

    BookReader(CreditParameters parameters, HardwareParameters hardware, MarketParameters market) {
        this.parameters = parameters;
        this.machines = hardware.machines();
        this.market = market;
        this.cells = new BookCells(market.start());
    }

    /** The book; lenders, hosts and customers in the order of their names. */
    Book read() {
        List<LenderType> lenders = parameters.book().lenders().map(BookReader::lenders).orElse(List.of());
        if (parameters.book().borrowers().isEmpty()) {
            return new Book(lenders, List.of(), List.of());
        }
        List<String> lenderNames = Book.lenderNames(lenders, parameters.lenders());
        InputFile loanFile = parameters.book().loans().orElseThrow();
        List<CsvRow> loanRows = rows(loanFile, LOAN_REQUIRED, LOAN_OPTIONAL);
        List<String> customers = customers(loanRows);
        InputFile borrowerFile = parameters.book().borrowers().orElseThrow();
        Map<String, CsvRow> borrowerRows = byName(rows(borrowerFile, BORROWER_REQUIRED, BORROWER_OPTIONAL));
        Map<String, List<Book.Loan>> loans = loans(loanRows, List.copyOf(borrowerRows.keySet()), lenderNames, customers);
        List<Book.Host> hosts = new ArrayList<>();
        borrowerRows.forEach((name, row) -> {
            if (!loans.containsKey(name)) {
                throw row.failure("name", "expected at least one row of " + loanFile.name() + " with the borrower \"" + name
                        + "\", but there is none");
            }
            hosts.add(host(name, row, lenderNames, loans.get(name)));
        });
        return new Book(lenders, hosts, customers);
    }

    private static List<CsvRow> rows(InputFile file, List<String> required, List<String> optional) {
        List<CsvRow> rows = CsvReader.read(file.name(), file.content(), required, optional);
        if (rows.isEmpty()) {
            throw new InputException(file.name() + ":1: expected at least one row below the header");
        }
        return rows;
    }

    /** Rows by their names, in the order of names. */
    private static Map<String, CsvRow> byName(List<CsvRow> rows) {
        Map<String, CsvRow> byName = new TreeMap<>();
        for (CsvRow row : rows) {
            CsvRow other = byName.putIfAbsent(row.name("name"), row);
            if (other != null) {
                throw row.failure("name", "expected a name that stands once, but \"" + row.text("name") + "\" stands in line "
                        + other.line() + " already");
            }
        }
        return byName;
    }

    private static List<LenderType> lenders(InputFile file) {
        List<LenderType> lenders = new ArrayList<>();
        double weight = 0;
        for (CsvRow row : byName(rows(file, LENDER_REQUIRED, LENDER_OPTIONAL)).values()) {
            lenders.add(new LenderType(row.text("name"),
                    row.isEmpty("family") ? FAMILY : row.choice("family", LenderFamily.class), 1,
                    row.number("weight", 0, 1e6, "weight", 1),
                    row.number("gpu_loan_share", 0.001, 1, "share"),
                    row.number("capital_ratio", 0, 1, "share"), row.number("minimum_ratio", 0, 1, "share"),
                    row.number("discount_rate", 0, 1, "1/a"),
                    row.number("withdrawn_per_year", 0, 52, "1/a", WITHDRAWN_PER_YEAR),
                    row.number("liquid_share", 0, 1, "share", LIQUID_SHARE)));
            weight += lenders.get(lenders.size() - 1).weight();
        }
        if (weight <= 0) {
            throw new InputException(file.name() + ":1: weight: expected at least one lender with a weight above 0");
        }
        return lenders;
    }

    private static List<String> customers(List<CsvRow> rows) {
        TreeSet<String> names = new TreeSet<>();
        for (CsvRow row : rows) {
            if (!row.isEmpty("customer")) {
                names.add(row.name("customer"));
            }
        }
        return List.copyOf(names);
    }

    private Map<String, List<Book.Loan>> loans(List<CsvRow> rows, List<String> borrowers, List<String> lenders,
            List<String> customers) {
        Map<String, List<Book.Loan>> loans = new TreeMap<>();
        for (CsvRow row : rows) {
            String borrower = borrowers.get(row.place("borrower", borrowers));
            loans.computeIfAbsent(borrower, name -> new ArrayList<>()).add(loan(row, lenders, customers));
        }
        loans.values().forEach(of -> of.sort(LOANS));
        return loans;
    }

    private Book.Loan loan(CsvRow row, List<String> lenders, List<String> customers) {
        int lender = row.place("lender", lenders);
        int machineIndex = row.place("machine", machines.stream().map(MachineType::name).toList());
        MachineType machine = machines.get(machineIndex);
        double contractShare = row.number("contract_share", 0, 1, "share", 0);
        boolean let = BookCells.has(row, "contract_share", contractShare, "contract_usd_per_hour", "contract_end", "customer");
        return new Book.Loan(lender, machineIndex, gpus(row, machine),
                row.number("cost_usd_per_gpu", 1, MOST_USD_PER_GPU, "USD/GPU"),
                cells.yearsBefore(row, "bought", machine.lifeYears()), amount(row, "balance_usd"),
                row.number("rate", 0, 1, "1/a"), cells.weeksUntil(row, "maturity"), contractShare,
                let ? row.number("contract_usd_per_hour", 0, MOST_USD_PER_HOUR, "USD/h") : 0,
                let ? cells.weeksUntil(row, "contract_end") : 0,
                let && !row.isEmpty("customer") ? customers.indexOf(row.text("customer")) : -1);
    }

    private static long gpus(CsvRow row, MachineType machine) {
        long gpus = row.whole("gpus");
        int node = machine.gpusPerNode();
        if (gpus < 1 || gpus > MOST_GPUS) {
            throw row.failure("gpus", "expected a whole number from " + node + " to 10000000 (GPUs), but found " + gpus);
        } else if (gpus % node != 0) {
            long below = gpus / node * node;
            throw row.failure("gpus", "expected whole nodes of " + node + " GPUs of " + machine.name() + ", but found " + gpus
                    + "; write " + (below == 0 ? "" : below + " or ") + (below + node));
        }
        return gpus;
    }

    private Book.Host host(String name, CsvRow row, List<String> lenders, List<Book.Loan> loans) {
        return new Book.Host(name, Cents.of(amount(row, "cash_usd")), satoshi(cells.btc(row, "coins_btc")),
                row.number("mined_btc_per_year", 0, BookCells.MOST_BTC, "BTC/a", 0),
                row.number("spot_utilisation", 0, 1, "share"), note(row), highYield(row),
                revolver(row, lenders), coinLine(row), assigned(row), loans);
    }

    /** An amount in a column that may not be empty, USD. */
    private double amount(CsvRow row, String column) {
        row.real(column);
        return cells.usd(row, column);
    }

    private static long satoshi(double btc) {
        return Math.round(btc * Coins.SATOSHI);
    }

    private Book.Note note(CsvRow row) {
        double usd = cells.usd(row, "note_usd");
        if (!BookCells.has(row, "note_usd", usd, "note_coupon", "note_maturity", "note_conversion_ratio")) {
            return Book.Note.NONE;
        }
        return new Book.Note(Cents.of(usd), row.number("note_coupon", 0, 1, "1/a"),
                row.number("note_conversion_ratio", 0.01, 100, "ratio", parameters.note().conversionRatio()),
                cells.weekOf(row, "note_maturity"));
    }

    private Optional<Book.Note> highYield(CsvRow row) {
        double usd = cells.usd(row, "high_yield_usd");
        return BookCells.has(row, "high_yield_usd", usd, "high_yield_coupon", "high_yield_maturity")
                ? Optional.of(new Book.Note(Cents.of(usd), row.number("high_yield_coupon", 0, 1, "1/a"), 1,
                        cells.weekOf(row, "high_yield_maturity")))
                : Optional.empty();
    }

    private Optional<Book.Line> revolver(CsvRow row, List<String> lenders) {
        double limit = cells.usd(row, "revolver_limit_usd");
        double drawn = cells.usd(row, "revolver_drawn_usd");
        boolean has = BookCells.has(row, "revolver_limit_usd", limit, "revolver_drawn_usd", "revolver_lender", "revolver_rate");
        if (drawn > limit) {
            throw row.failure("revolver_drawn_usd", "expected at most the limit of " + row.text("revolver_limit_usd")
                    + " USD, but found " + row.text("revolver_drawn_usd"));
        }
        return has ? Optional.of(new Book.Line(row.place("revolver_lender", lenders), Cents.of(limit), Cents.of(drawn),
                rate(row, "revolver_rate", parameters.revolver().spread()))) : Optional.empty();
    }

    private Optional<Book.CoinDebt> coinLine(CsvRow row) {
        double usd = cells.usd(row, "coin_line_usd");
        double pledged = cells.btc(row, "pledged_btc");
        boolean has = BookCells.has(row, "coin_line_usd", usd, "pledged_btc", "coin_line_rate");
        if (has != pledged > 0) {
            throw row.failure("pledged_btc", has
                    ? "expected coins above 0 that secure the line of " + row.text("coin_line_usd") + " USD"
                    : "expected no pledge, since coin_line_usd is 0; free coins stand in coins_btc");
        }
        return has ? Optional.of(new Book.CoinDebt(satoshi(pledged), Cents.of(usd),
                rate(row, "coin_line_rate", parameters.coinLine().spread()))) : Optional.empty();
    }

    private Optional<Book.Assigned> assigned(CsvRow row) {
        double usd = cells.usd(row, "assigned_usd");
        return BookCells.has(row, "assigned_usd", usd, "assigned_share", "assigned_rate")
                ? Optional.of(new Book.Assigned(Cents.of(usd), row.number("assigned_share", 0, 1, "share"),
                        rate(row, "assigned_rate", parameters.assignment().spread())))
                : Optional.empty();
    }

    /** A rate; where the cell is empty the risk-free rate with a spread. */
    private double rate(CsvRow row, String column, double spread) {
        return row.number(column, 0, 1, "1/a", market.rateAt(spread));
    }
}
