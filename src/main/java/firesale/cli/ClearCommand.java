package firesale.cli;

import firesale.auction.Bidding;
import firesale.auction.BidBook;
import firesale.auction.Format;
import firesale.auction.Rules;
import firesale.auction.UniformPrice;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Clears a book of bids that the user brings. */
@Command(name = "clear", mixinStandardHelpOptions = true,
        description = "Clear your own book of bids with any auction format.",
        footer = {"", "Example:  firesale clear bids.csv --format uniform-price --units 100 --reserve 9500",
            "bids.csv has the columns bidder, price, quantity and, if need be, budget, capacity,",
            "side_cost; amounts are dollars."})
final class ClearCommand implements Callable<Integer> {

    /** The forms of a result. */
    enum Output {
        text, csv, json
    }

    /** An option that means something to some formats only. */
    private record Special(String option, List<Format> formats) {
    }

    private static final List<Format> POOLED =
            List.of(Format.UNIFORM_PRICE, Format.PAY_AS_BID, Format.AUSUBEL_CLOCK, Format.MULTI_UNIT_VICKREY);
    private static final List<Special> SPECIAL = List.of(
            new Special("--tick", List.of(Format.ENGLISH, Format.DUTCH, Format.AUSUBEL_CLOCK)),
            new Special("--uniform-rule", List.of(Format.UNIFORM_PRICE)),
            new Special("--contacts", List.of(Format.SEARCH)),
            new Special("--buyers-weight", List.of(Format.SEARCH)),
            new Special("--lot-by-lot", POOLED),
            new Special("--all-or-nothing", POOLED));

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "BIDS.csv", description = "The book of bids.")
    private Path file;

    @Option(names = "--format", paramLabel = "NAME", required = true, converter = KebabCase.Formats.class,
            completionCandidates = KebabCase.Formats.class, description = "How to sell: ${COMPLETION-CANDIDATES}.")
    private Format format;

    @Option(names = "--units", paramLabel = "N", defaultValue = "1", description = "Units on offer; default ${DEFAULT-VALUE}.")
    private long units;

    @Option(names = "--lot-units", paramLabel = "M",
            description = "Units of a lot, the last one may be smaller; by default 1 where lots are sold whole (english, dutch, "
                    + "first-price, vickrey), else all units are one lot.")
    private Long lotUnits;

    @Option(names = "--reserve", paramLabel = "P", defaultValue = "0", converter = Money.class,
            description = "Least price of a unit, dollars; default ${DEFAULT-VALUE}.")
    private long reserveCents;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Draws who wins among equal bids and, in a search, whom a seller meets; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--bidding", paramLabel = "HOW", defaultValue = "truthful", converter = KebabCase.Biddings.class,
            completionCandidates = KebabCase.Biddings.class,
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}: the prices in the file are bid. Else they are "
            + "values "
                    + "from which bids follow.")
    private Bidding bidding;

    @Option(names = "--uniform-rule", paramLabel = "RULE", defaultValue = "highest-losing",
            converter = KebabCase.UniformRules.class, completionCandidates = KebabCase.UniformRules.class,
            description = "Which bid makes a uniform price: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private UniformPrice.Rule uniformRule;

    @Option(names = "--tick", paramLabel = "P", defaultValue = "0", converter = Money.class,
            description = "Step of the clock for english, dutch and ausubel-clock, dollars a unit; default ${DEFAULT-VALUE}: "
            + "without "
                    + "steps, for ausubel-clock steps of a cent.")
    private long tickCents;

    @Option(names = "--contacts", paramLabel = "R", defaultValue = "0.7",
            description = "How often a searching seller meets a given bidder before the sale ends; default ${DEFAULT-VALUE}.")
    private double contacts;

    @Option(names = "--buyers-weight", paramLabel = "A", defaultValue = "0.5",
            description = "The bidder's weight in a search's bargain, 0 to 1; default ${DEFAULT-VALUE}.")
    private double buyersWeight;

    @Option(names = "--lot-by-lot", description = "Clear each lot on its own where a format would pool them.")
    private boolean lotByLot;

    @Option(names = "--all-or-nothing", description = "Sell a lot as a whole or not at all where a format would sell parts.")
    private boolean allOrNothing;

    @Option(names = "--output", paramLabel = "FORM", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. csv has a row for each bidder, json everything.")
    private Output output;

    @Option(names = "--no-efficiency", description = "Do not compute how efficient the sale is.")
    private boolean noEfficiency;

    /** Dollars on the command line, as cents. */
    static final class Money implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            try {
                return Dollars.cents(text, BidBook.LARGEST);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("expected " + Dollars.EXPECTED + ", but found \"" + text + "\""
                        + (e.getMessage().isEmpty() ? "" : "; " + e.getMessage()));
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        SaleTerms terms = terms();
        NamedBids bids = BidsFile.read(file, new TieNumbers(seed));
        terms.refuseTooMuchWork(bids.book());
        noteWhatHasNoEffect(terms);
        ClearedSale sale = ClearedSale.clear(terms, bids, !noEfficiency);
        PrintWriter out = spec.commandLine().getOut();
        switch (output) {
            case text -> ClearedText.print(sale, out);
            case csv -> ClearedTables.csv(sale, out);
            case json -> ClearedTables.json(sale, out);
        }
        return ExitCode.FINE;
    }

    private SaleTerms terms() {
        whole("--units", units);
        boolean soldWhole = format.kernel(Rules.plain()).sellsWholeLots();
        long ofLot = lotUnits == null ? soldWhole ? 1 : units : whole("--lot-units", lotUnits);
        if (!(contacts >= 0 && contacts < Double.POSITIVE_INFINITY)) {
            throw new InputException("--contacts: expected a number of at least 0, but found " + contacts);
        } else if (!(buyersWeight >= 0 && buyersWeight <= 1)) {
            throw new InputException("--buyers-weight: expected a number from 0 to 1, but found " + buyersWeight);
        }
        fits("--reserve", reserveCents, units);
        fits("--tick", tickCents, units);
        if (format == Format.UNIFORM_PRICE && bidding == Bidding.STRATEGIC && uniformRule == UniformPrice.Rule.LOWEST_WINNING) {
            throw new InputException("--uniform-rule: expected highest-losing with strategic bids, but found lowest-winning");
        }
        Rules rules = new Rules(uniformRule, bidding, tickCents, contacts, contacts, buyersWeight, lotByLot, allOrNothing);
        return new SaleTerms(format, rules, units, Math.min(units, ofLot), reserveCents, seed);
    }

    private static long whole(String option, long number) {
        if (number < 1 || number > BidBook.LARGEST_COUNT) {
            throw new InputException(option + ": expected a whole number from 1 to " + BidBook.LARGEST_COUNT + ", but found "
                    + number);
        }
        return number;
    }

    private static void fits(String option, long cents, long units) {
        if ((double) cents * units > BidsFile.LARGEST_SUM) {
            throw new InputException(option + ": expected at most " + Dollars.text(BidsFile.LARGEST_SUM)
                    + " for all units together");
        }
    }

    private void noteWhatHasNoEffect(SaleTerms terms) {
        PrintWriter err = spec.commandLine().getErr();
        for (Special special : SPECIAL) {
            if (!special.formats.contains(format) && spec.commandLine().getParseResult().hasMatchedOption(special.option)) {
                err.println("firesale clear: " + special.option + " has no effect on " + Scalars.kebab(format) + "; it is for "
                        + String.join(", ", special.formats.stream().map(Scalars::kebab).toList()));
            }
        }
        if (lotByLot && POOLED.contains(format) && terms.lots() == 1) {
            err.println("firesale clear: --lot-by-lot has no effect on a single lot; set --lot-units");
        }
    }
}
