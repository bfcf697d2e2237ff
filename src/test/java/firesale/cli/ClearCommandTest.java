package firesale.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import firesale.auction.Format;
import firesale.kernel.parameters.Scalars;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code firesale clear} through the command line. */
class ClearCommandTest {

    private static final Path EXAMPLE = Path.of("src/site/resources/bids.csv");
    private static final Path GOLDEN = Path.of("src/test/resources/firesale/cli/clear.txt");
    private static final Path GUIDE = Path.of("src/site/markdown/clear.md");

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {
    }

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Result(code, out.toString(), err.toString());
    }

    private static Result clear(Path file, String options) {
        List<String> arguments = new ArrayList<>(List.of("clear", file.toString()));
        arguments.addAll(Arrays.asList(options.split(" +")));
        return run(arguments.toArray(String[]::new));
    }

    /** What is printed, with exit code 0 and nothing on standard error. */
    private static String fine(Path file, String options) {
        Result result = clear(file, options);
        assertThat(result.err).isEmpty();
        assertThat(result.code).isEqualTo(ExitCode.FINE);
        assertThat(result.out).doesNotContain("-$0.00", "-0.00", "NaN", "Infinity");
        return result.out;
    }

    private Path book(String... lines) throws IOException {
        return Files.writeString(folder.resolve("book.csv"), String.join("\n", lines) + "\n");
    }

    /** Rewritten by {@code mvn verify -Dtest=ClearCommandTest -Dfiresale.golden=write}. */
    @Test
    void theExampleGivesTheKeptText() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Format format : Format.values()) {
            for (String bidding : List.of("truthful", "strategic")) {
                String options = "--format " + Scalars.kebab(format) + " --units 100 --reserve 9500 --bidding " + bidding;
                all.append("> ").append(options).append("\n\n").append(fine(EXAMPLE, options)).append('\n');
            }
        }
        if ("write".equals(System.getProperty("firesale.golden"))) {
            Files.writeString(GOLDEN, all);
        }
        assertThat(all).hasToString(Files.readString(GOLDEN));
    }

    /** Each command in the guide is followed by what it prints. */
    @Test
    void theGuideShowsWhatIsPrinted() throws IOException {
        String page = Files.readString(GUIDE);
        Pattern shown = Pattern.compile("(?m)^    firesale clear bids\\.csv (--format .*)\n\n((?:    .*\n|\n(?=    ))+)");
        Matcher command = shown.matcher(page);
        int commands = 0;
        while (command.find()) {
            String printed = fine(EXAMPLE, command.group(1));
            assertThat(command.group(2).replaceAll("(?m)^    ", "")).as(command.group(1)).isEqualTo(printed);
            commands++;
        }
        assertThat(commands).isGreaterThanOrEqualTo(3);
        assertThat(page).contains(Files.readString(EXAMPLE).lines().map(line -> "    " + line + "\n").reduce("", String::concat));
    }

    /** Highest losing bid of 7, 5, 4 (twice) for three units: 4; Vickrey pays the same here, pay-as-bid 7 + 5 + 4. */
    @ParameterizedTest
    @CsvSource({"uniform-price, 12.00, 4.0000, 4.0000", "pay-as-bid, 16.00, 4.0000, 7.0000",
        "multi-unit-vickrey, 12.00, 4.0000, 4.0000", "vickrey, 13.00, 4.0000, 5.0000", "first-price, 16.00, 4.0000, 7.0000"})
    void byHand(String format, String revenue, String lowest, String highest) throws IOException {
        Path book = book("bidder,price,quantity", "A,7,1", "B,5,1", "C,4,1", "D,4,1");
        JsonNode json = new ObjectMapper().readTree(fine(book, "--format " + format + " --units 3 --output json"));
        assertThat(json.get("revenueUsd").decimalValue()).isEqualByComparingTo(revenue);
        assertThat(json.get("lowestPriceUsd").decimalValue()).isEqualByComparingTo(lowest);
        assertThat(json.get("highestPriceUsd").decimalValue()).isEqualByComparingTo(highest);
        assertThat(json.get("surplusUsd").decimalValue()).isEqualByComparingTo("16");
        assertThat(json.get("surplusBoundUsd").decimalValue()).isEqualByComparingTo("16");
        assertThat(json.get("efficiency").decimalValue()).isEqualByComparingTo("1");
        assertThat(json.get("bidders")).hasSize(4);
        assertThat(json.get("sold").asLong()).isEqualTo(3);
        assertThat(json.get("unsold").asLong()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfRowsDoesNotMatter(Format format) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // many ties, between bidders and between rows of one
            rows.add("B" + i % 12 + "," + (10 + i % 3) + "," + i % 4 + "," + (i % 12 % 5 == 0 ? "" : "40") + ",");
        }
        Random random = new Random(1);
        String options = "--format " + Scalars.kebab(format) + " --units 17 --reserve 3.50 --output json --bidding ";
        for (String bidding : List.of("truthful", "price-taking", "strategic")) {
            String first = null;
            for (int i = 0; i < 6; i++) {
                List<String> file = new ArrayList<>(rows);
                file.add(0, "bidder,price,quantity,budget,capacity");
                String printed = fine(book(file.toArray(String[]::new)), options + bidding);
                first = first == null ? printed : first;
                assertThat(printed).isEqualTo(first);
                Collections.shuffle(rows, random);
            }
        }
    }

    @Test
    void theSeedBreaksTies() throws IOException {
        Path book = book("bidder,price,quantity", "A,5,1", "B,5,1", "C,5,1", "D,5,1");
        List<String> winners = new ArrayList<>();
        for (int seed = 1; seed <= 40; seed++) {
            String options = "--format vickrey --output json --seed " + seed;
            String printed = fine(book, options);
            assertThat(fine(book, options)).isEqualTo(printed);
            winners.add(new ObjectMapper().readTree(printed).at("/awards/0/bidder").asText());
        }
        assertThat(winners).contains("A", "B", "C", "D");
    }

    @Test
    void capacityAndBudgetAndSideCosts() throws IOException {
        Path book = book("price,side_cost,bidder,quantity,capacity,budget", "8,1,A,4,5,", "10,0.50,A,4,,", "6,,B,9,,31");
        String csv = fine(book, "--format pay-as-bid --units 20 --output csv");
        // A takes 4 at 10 and 1 at 8; B 5 at 6, since a sixth would cost 36
        assertThat(csv).isEqualTo("""
                bidder,units,payment_usd,mean_price_usd,value_usd,surplus_usd
                A,5,48.00,9.6000,48.00,0.00
                B,5,30.00,6.0000,30.00,0.00
                """);
    }

    @Test
    void namesAreQuotedWhereTheyMust() throws IOException {
        Path book = book("bidder,price,quantity", "\"Müller, Söhne\",5,1", "\"a \"\"b\"\"\",4,1", "C,3,0");
        assertThat(fine(book, "--format english --output csv")).isEqualTo("""
                bidder,units,payment_usd,mean_price_usd,value_usd,surplus_usd
                C,0,0.00,,0.00,0.00
                "Müller, Söhne",1,4.00,4.0000,5.00,1.00
                "a ""b""\",0,0.00,,0.00,0.00
                """);
        JsonNode json = new ObjectMapper().readTree(fine(book, "--format english --output json"));
        assertThat(json.at("/awards/0/bidder").asText()).isEqualTo("Müller, Söhne");
        assertThat(json.at("/bidders/0/meanPriceUsd").isNull()).isTrue();
    }

    @Test
    void lotsLeaveNothingOver() throws IOException {
        Path book = book("bidder,price,quantity", "A,10,4", "B,9,4", "C,8,4");
        String text = fine(book, "--format english --units 10 --lot-units 4");
        assertThat(text).startsWith("english, bids as in the file: 10 units in 3 lots of 4, the last of 2, reserve $0.00, 3 bidders")
                .contains("sold        10 units, none left\n");
        assertThat(fine(book, "--format english --units 10 --lot-units 99")).contains("10 units in one lot", "nothing, 10 units");
        String uniform = "--format uniform-price --units 13 ";
        assertThat(fine(book, uniform + "--all-or-nothing")).contains("sold        nothing, 13 units left");
        assertThat(fine(book, uniform + "--lot-units 6 --all-or-nothing")).contains("12 of 13 units, 1 left");
        assertThat(fine(book, uniform + "--lot-units 6 --lot-by-lot")).contains("12 of 13 units, 1 left");
    }

    @Test
    void withoutEfficiency() throws IOException {
        Path book = book("bidder,price,quantity", "A,10,4");
        assertThat(fine(book, "--format vickrey --no-efficiency")).contains("surplus     $10.00\n").doesNotContain("efficiency", "at most");
        JsonNode json = new ObjectMapper().readTree(fine(book, "--format vickrey --no-efficiency --output json"));
        assertThat(json.has("efficiency")).isFalse();
    }

    @Test
    void optionsThatDoNothingAreNamed() throws IOException {
        Path book = book("bidder,price,quantity", "A,10,4");
        Result result = clear(book, "--format vickrey --tick 1 --lot-by-lot");
        assertThat(result.code).isEqualTo(ExitCode.FINE);
        assertThat(result.err.lines()).containsExactly(
                "firesale clear: --tick has no effect on vickrey; it is for english, dutch, ausubel-clock",
                "firesale clear: --lot-by-lot has no effect on vickrey; it is for uniform-price, pay-as-bid, ausubel-clock, "
                        + "multi-unit-vickrey");
        assertThat(clear(book, "--format pay-as-bid --units 3 --lot-by-lot").err)
                .isEqualTo("firesale clear: --lot-by-lot has no effect on a single lot; set --lot-units\n");
        assertThat(clear(book, "--format search --contacts 9 --buyers-weight 1").err).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void degenerateBooks(Format format) throws IOException {
        String options = "--format " + Scalars.kebab(format) + " --contacts 1000 --units ";
        String name = Scalars.kebab(format);
        assertThat(clear(book("bidder,price,quantity"), options + 5).out).as("no rows").contains(name + ", ", ", 0 bidders",
                "sold        nothing, 5 units left", "surplus     $0.00 of at most $0.00", "efficiency  100 %").doesNotContain("win", "price  ");
        assertThat(clear(book("bidder,price,quantity", "A,10,1"), options + 1).out).as("one bid").contains("sold        1 unit, none left");
        assertThat(clear(book("bidder,price,quantity", "A,10,0"), options + 1).out).as("no quantity")
                .contains("nothing, 1 unit left", "\n1 bidder wins nothing: A\n");
        assertThat(clear(book("bidder,price,quantity,capacity", "A,10,4,0"), options + 1).out).as("no capacity")
                .contains("nothing, 1 unit left");
        assertThat(clear(book("bidder,price,quantity,budget", "A,10,4,0"), options + "1 --reserve 1").out).as("no money")
                .contains("nothing, 1 unit");
        String above = clear(book("bidder,price,quantity", "A,10,1", "B,9,2", "C,8,2", "D,7,2", "E,6,2", "F,5,2", "G,4,4"),
                options + "3 --reserve 10.01").out;
        assertThat(above).as("reserve above all").contains("nothing, 3 units left", "efficiency  100 %",
                "\n7 bidders win nothing: A, B, C, D, E and 2 more\n");
        assertThat(clear(book("bidder,price,quantity", "A,5,2", "B,5,2", "C,5,2"), options + "3 --reserve 5").out).as("all equal")
                .contains("sold        3 units, none left", "price       $5.00 a unit", "surplus     $0.00 of at most $0.00",
                        "efficiency  100 %");
        assertThat(clear(book("bidder,price,quantity", "A,0,2"), options + "3").out).as("worth nothing").contains("efficiency  100 %");
        String million = clear(book("bidder,price,quantity", "A,250000,600000", "B,240000.01,600000", "C,0.01,1000000"),
                options + "1000000 --reserve 1000").out;
        assertThat(million).as("a million units").contains("sold        1,000,000 units, none left", "efficiency  ");
        assertThat(million.contains("efficiency  100 %")).isEqualTo(format != Format.SEARCH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A,1.234,1,,,                 | price: expected dollars of at least 0 with at most 2 decimals, but found "1.234"; round it to cents
            A,-1,1,,,                    | price: expected dollars of at least 0 with at most 2 decimals, but found "-1"; it cannot be negative
            A,-0.00,1,,,                 | price: expected dollars of at least 0 with at most 2 decimals, but found "-0.00"; it cannot be negative
            A,NaN,1,,,                   | price: expected dollars of at least 0 with at most 2 decimals, but found "NaN"
            A,Infinity,1,,,              | price: expected dollars of at least 0 with at most 2 decimals, but found "Infinity"
            A,1e3,1,,,                   | price: expected dollars of at least 0 with at most 2 decimals, but found "1e3"
            A,"1,000",1,,,               | price: expected dollars of at least 0 with at most 2 decimals, but found "1,000"; write 1000
            A,"1,5",1,,,                 | price: expected dollars of at least 0 with at most 2 decimals, but found "1,5"; write 1.5
            A,$5,1,,,                    | price: expected dollars of at least 0 with at most 2 decimals, but found "$5"; write it without the dollar sign
            A,,1,,,                      | price: expected dollars of at least 0 with at most 2 decimals, but the field is empty
            A,10000000000.01,1,,,        | price: expected dollars of at least 0 with at most 2 decimals, but found "10000000000.01"; the largest amount here is 10000000000
            A,1,-1,,,                    | quantity: expected a whole number from 0 to 1000000000, but found -1
            A,1,1.5,,,                   | quantity: expected a whole number, but found "1.5"; it must be whole
            A,1,NaN,,,                   | quantity: expected a whole number, but found "NaN"
            A,1,,,,                      | quantity: expected a whole number, but the field is empty
            A,1,1000000001,,,            | quantity: expected a whole number from 0 to 1000000000, but found 1000000001
            A,1,99999999999999999999,,,  | quantity: expected a whole number, but found "99999999999999999999"; too large for a whole number
            A,10000000000,1000000000,,,  | quantity: expected bids, with side costs, of at most $1,000,000,000,000,000.00 in all, but with this row they are more
            A,1,1,-5,,                   | budget: expected dollars of at least 0 with at most 2 decimals, but found "-5"; it cannot be negative
            A,1,1,nan,,                  | budget: expected dollars of at least 0 with at most 2 decimals, but found "nan"
            A,1,1,1000000000000001,,     | budget: expected dollars of at least 0 with at most 2 decimals, but found "1000000000000001"; the largest amount here is 1000000000000000
            A,1,1,,-5,                   | capacity: expected a whole number from 0 to 1000000000, but found -5
            A,1,1,,x,                    | capacity: expected a whole number, but found "x"
            A,1,1,,,-2                   | side_cost: expected dollars of at least 0 with at most 2 decimals, but found "-2"; it cannot be negative
            ,1,1,,,                      | bidder: expected text, but the field is empty
            " ",1,1,,,                   | bidder: expected a name on one line without blanks at its ends, but found " "
            "A ",1,1,,,                  | bidder: expected a name on one line without blanks at its ends, but found "A "
            First,1,1,8,,                | budget: expected the same budget in all rows of "First" that name one
            First,1,1,,7,                | capacity: expected the same capacity in all rows of "First" that name one
            First,4,1,,,2.99             | side_cost: expected at least 3.00 as in the row of "First" with the next higher price: a bidder takes what it wants most first, which must not need more money
            """)
    void wrongRows(String row, String message) throws IOException {
        Path book = book("bidder,price,quantity,budget,capacity,side_cost", "First,5,1,7.00,8,3", row.strip());
        Result result = clear(book, "--format uniform-price");
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.out).isEmpty();
        assertThat(result.err).isEqualTo(book + ":3: " + message.strip() + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bidder,price            | book.csv:1: column "quantity" is missing
            bidder,prize,quantity   | book.csv:1: unknown column "prize"; did you mean price?
            bidder,price,quantity,price | book.csv:1: column "price" stands twice in the header
            `bidder,price,quantity
            A,1`                    | book.csv:2: expected 3 fields as in the header, but found 2
            ``                      | book.csv: the file is empty; expected a header with bidder, price, quantity
            """)
    void wrongFiles(String content, String message) throws IOException {
        Result result = clear(Files.writeString(folder.resolve("book.csv"), content), "--format english");
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.err).endsWith(message + "\n");
    }

    @Test
    void filesThatCannotBeRead() throws IOException {
        assertThat(clear(Path.of("no-such.csv"), "--format english"))
                .isEqualTo(new Result(ExitCode.INPUT, "", "no-such.csv: there is no such file\n"));
        assertThat(clear(folder, "--format english").err).isEqualTo(folder + ": this is a folder\n");
        Path latin = Files.write(folder.resolve("book.csv"), "bidder,price,quantity\nMüller,1,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(clear(latin, "--format english").err).startsWith(latin + ":2: expected text in UTF-8");
        Path windows = Files.writeString(folder.resolve("book.csv"), "\uFEFFbidder,price,quantity\r\nA,1.50,1\r\n\r\n");
        assertThat(fine(windows, "--format first-price")).contains("revenue     $1.50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --units 1                        | firesale: Missing required option: '--format=NAME'
            --format unifrm-price            | firesale: Invalid value for option '--format': expected one of english, dutch, first-price, vickrey, uniform-price, pay-as-bid, ausubel-clock, multi-unit-vickrey, search, but found "unifrm-price"; did you mean uniform-price?
            --format UNIFORM_PRICE           | firesale: Invalid value for option '--format': expected one of english, dutch, first-price
            --format english --bidding learning   | firesale: Invalid value for option '--bidding': expected one of truthful, price-taking, strategic, but found "learning"
            --format english --uniform-rule x     | firesale: Invalid value for option '--uniform-rule': expected one of highest-losing, lowest-winning, but found "x"
            --format english --units 0       | --units: expected a whole number from 1 to 1000000000, but found 0
            --format english --units -3      | --units: expected a whole number from 1 to 1000000000, but found -3
            --format english --units x       | firesale: Invalid value for option '--units': 'x' is not a long
            --format english --units 5 --lot-units 0 | --lot-units: expected a whole number from 1 to 1000000000, but found 0
            --format english --units 1000000000      | --lot-units: expected at least 1000 for 1000000000 units and 1 bidders, for whom at most 1000000 lots can be cleared, but found 1
            --format english --reserve -1    | firesale: Invalid value for option '--reserve': expected dollars of at least 0 with at most 2 decimals, but found "-1"; it cannot be negative
            --format english --reserve NaN   | firesale: Invalid value for option '--reserve': expected dollars of at least 0 with at most 2 decimals, but found "NaN"
            --format english --tick 0.001    | firesale: Invalid value for option '--tick': expected dollars of at least 0 with at most 2 decimals, but found "0.001"; round it to cents
            --format vickrey --units 1000000 --lot-units 1000000 --reserve 10000000000 | --reserve: expected at most $1,000,000,000,000,000.00 for all units together
            --format english --units 1000000 --tick 10000000000 | --tick: expected at most $1,000,000,000,000,000.00 for all units together
            --format search --contacts -1    | --contacts: expected a number of at least 0, but found -1.0
            --format search --contacts NaN   | --contacts: expected a number of at least 0, but found NaN
            --format search --buyers-weight 1.1 | --buyers-weight: expected a number from 0 to 1, but found 1.1
            --format english --seed q        | firesale: Invalid value for option '--seed': 'q' is not a long
            --format english --output xml    | firesale: Invalid value for option '--output': expected one of [text, csv, json]
            --format english --unit 3        | firesale: there is no option --unit
            """)
    void wrongOptions(String options, String message) throws IOException {
        Result result = clear(book("bidder,price,quantity", "A,1,1"), options.strip());
        assertThat(result.code).isEqualTo(ExitCode.INPUT);
        assertThat(result.out).isEmpty();
        assertThat(result.err).startsWith(message.strip()).doesNotContain("\tat ");
    }

    /** The largest amounts that are let in do not overflow in any format. */
    @ParameterizedTest
    @EnumSource
    void theLargestAmounts(Format format) throws IOException {
        Path book = book("bidder,price,quantity,budget,side_cost", "A,10000000000,49999,,1", "B,9999999999.99,49999,1000000000000000,",
                "C,0.01,1000000000,,", "D,0,1000000000,,10");
        for (String bidding : List.of("truthful", "strategic")) {
            for (String units : List.of("50000", "1000000000 --lot-units 2000", "99998 --lot-units 49999 --tick 10000000000")) {
                Result result = clear(book, "--format " + Scalars.kebab(format) + " --bidding " + bidding + " --units " + units);
                assertThat(result.code).as("%s %s: %s", bidding, units, result.err).isEqualTo(ExitCode.FINE);
                assertThat(result.out).contains("surplus").doesNotContain("-$");
            }
        }
    }

    @Test
    void aLargeBookIsClearedInSeconds() throws IOException {
        Random random = new Random(1);
        List<String> rows = new ArrayList<>(List.of("bidder,price,quantity,budget"));
        for (int i = 0; i < 10_000; i++) {
            for (int k = 0; k < 3; k++) {
                rows.add("bidder " + i + "," + (1000 - 100 * k + random.nextInt(100)) + "," + random.nextInt(40) + ","
                        + (i % 2 == 0 ? "" : "20000"));
            }
        }
        Path book = book(rows.toArray(String[]::new));
        for (String format : List.of("uniform-price", "pay-as-bid", "multi-unit-vickrey", "search", "ausubel-clock --tick 1")) {
            long start = System.nanoTime();
            assertThat(fine(book, "--units 100000 --reserve 700 --format " + format)).contains("efficiency  ");
            assertThat((System.nanoTime() - start) / 1e9).as(format).isLessThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG"})
    void theLocaleDoesNotMatter(String tag) {
        Locale before = Locale.getDefault();
        String options = "--format pay-as-bid --units 100 --reserve 9500 --output ";
        List<String> expected = List.of(fine(EXAMPLE, options + "text"), fine(EXAMPLE, options + "csv"), fine(EXAMPLE, options + "json"));
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            List<String> there = List.of(fine(EXAMPLE, options + "text"), fine(EXAMPLE, options + "csv"), fine(EXAMPLE, options + "json"));
            assertThat(there).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void helpAndCompletionKnowTheCommand() {
        assertThat(run("clear", "--help").out).contains("Usage: firesale clear", "multi-unit-vickrey", "--no-efficiency");
        assertThat(run("--help").out).contains("clear");
        String script = run("completion").out;
        assertThat(script).contains("_picocli_firesale_clear", "\"multi-unit-vickrey\"", "\"price-taking\"", "\"lowest-winning\"")
                .doesNotContain("\"learning\"");
    }
}
