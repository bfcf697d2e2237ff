package firesale.kernel.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterSchemaTest {

    private static final ParameterSchema<Shop> SCHEMA = ParameterSchema.of(Shop.class);

    @TempDir
    Path folder;

    private Shop bind(String yaml) throws IOException {
        return SCHEMA.bind(YamlReader.read(Files.writeString(folder.resolve("x.yaml"), yaml)));
    }

    private static Shop set(String... arguments) {
        return SCHEMA.bind(Settings.ofArguments(List.of(arguments)));
    }

    private String failure(String yaml) {
        try {
            bind(yaml);
        } catch (InputException e) {
            return e.getMessage().replace(folder + "/", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("accepted: " + yaml);
    }

    @Test
    void listsEveryParameterWithShippedRows() {
        assertThat(SCHEMA.parameters()).extracting(Parameter::path).startsWith("market.squeeze.startWeek")
                .contains("things.H100_SXM.powerKw", "things.L40S.size.tags").endsWith("labels")
                .doesNotContain("things.H100_SXM.name");
        Parameter power = SCHEMA.parameters().stream().filter(p -> p.path().equals("things.H100_SXM.powerKw")).findFirst().orElseThrow();
        assertThat(power.def()).isEqualTo("0.7");
        assertThat(power.source()).isEqualTo("[nvidia-2023]; board power");
        assertThat(power.unit()).isEqualTo("kW");
    }

    @Test
    void defaultsOfEveryType() {
        Shop shop = SCHEMA.defaults();
        assertThat(shop.market().growth()).isEqualTo(-0.0015);
        assertThat(shop.market().seed()).isEqualTo(9_000_000_000_000_000_000L);
        assertThat(shop.market().end()).isEmpty();
        assertThat(shop.market().cap()).isEqualTo(OptionalDouble.empty());
        assertThat(shop.market().limit()).isEqualTo(OptionalInt.of(7));
        assertThat(shop.auction().fallbacks()).containsExactly(Shop.Format.FIRST_PRICE, Shop.Format.DUTCH);
        assertThat(shop.auction().title()).isEqualTo("on: the block");
        assertThat(shop.labels()).containsExactly("a", "b, c");
        assertThat(shop.things()).extracting(Shop.Thing::name).containsExactly("H100_SXM", "L40S");
        assertThat(shop.things().get(0).size().tags()).containsExactly("hot", "big");
    }

    @Test
    void keysMayBeNestedDottedOrBoth() throws IOException {
        Shop shop = bind("market: { squeeze: {startWeek: 30}, squeeze.weeks: 9 }\nmarket.share: 1\nauction: {}\nthings:\n");
        assertThat(shop.market().squeeze()).isEqualTo(new Shop.Squeeze(30, 9, true));
        assertThat(shop.market().share()).isEqualTo(1.0);
    }

    @Test
    void effectiveValuesReadBackAsAnEqualRecord() throws IOException {
        Files.writeString(folder.resolve("own.csv"), "x");
        Shop shop = bind("""
                market: {share: 1e-7, growth: -0.0, cap: 12.5, limit: none, end: 2027-02-28, prices: own.csv}
                auction: {format: dutch, fallbacks: [], steps: [0, 1, 0.3333333333333333], rounds: [1, -2],
                  title: "a \\"b\\" \\\\ #\\n\\u0085\\u2028é🙂 : "}
                labels: [yes, "1", "", "a, b", "- x", none, "[", "ı", "~"]
                things:
                  H100_SXM.powerKw: 0.8
                  B300 NVL: {powerKw: 1.4, size.height: 9, size.tags: ["on"]}
                """);
        String yaml = SCHEMA.yaml(shop, folder);
        Path sub = Files.createDirectory(folder.resolve("sub"));
        assertThat(bind(yaml)).isEqualTo(shop);
        assertThat(SCHEMA.yaml(bind(yaml), folder)).isEqualTo(yaml);
        Path moved = Files.writeString(sub.resolve("y.yaml"), SCHEMA.yaml(shop, sub));
        assertThat(SCHEMA.bind(YamlReader.read(moved))).isEqualTo(shop);
        String[] sets = SCHEMA.effective(shop, Path.of("")).stream().map(a -> a.path() + "=" + a.text()).toArray(String[]::new);
        assertThat(set(sets)).isEqualTo(shop);
        assertThat(yaml).contains("market.limit: none\n", "market.share: 1.0E-7", "market.growth: -0\n", "auction.rounds: [1, -2]\n");
        assertThat(SCHEMA.inputs(shop)).singleElement().satisfies(input -> {
            assertThat(input.path()).isEqualTo("market.prices");
            assertThat(input.file().content()).isEqualTo("x");
            assertThat(input.file().sha256()).startsWith("2d711642b726b044");
        });
    }

    @Test
    void aTableRowOverridesOnlyTheGivenKeys() throws IOException {
        Shop shop = bind("things: { L40S: { powerKw: 0.3 }, NEW: {powerKw: 1, size: {height: 1}} }");
        assertThat(shop.things()).containsExactly(
                new Shop.Thing("H100_SXM", 0.7, 1, new Shop.Size(8, List.of("hot", "big"))),
                new Shop.Thing("L40S", 0.3, 1, new Shop.Size(2, List.of("cold", "small"))),
                new Shop.Thing("NEW", 1, 1, new Shop.Size(1, List.of())));
        assertThat(failure("things.L40X.powerKw: 0.3"))
                .isEqualTo("x.yaml:1:1: things.L40X: a new row needs also size.height; did you mean L40S?");
        assertThat(failure("things: { L40S: 3 }")).isEqualTo("x.yaml:1:17: things.L40S: expected a group of keys, but found a value");
        assertThat(failure("things: 3")).isEqualTo("x.yaml:1:9: things: expected a table of named rows, but found a value");
        assertThat(failure("things.L40S.name: Z")).startsWith("x.yaml:1:1: things.L40S.name: unknown key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            market.sqeeze.startWeek: 3 | x.yaml:1:1: market.sqeeze.startWeek: unknown key; did you mean market.squeeze.startWeek?
            market: {sqeeze: {startWeek: 3}} | x.yaml:1:19: market.sqeeze.startWeek: unknown key; did you mean market.squeeze.startWeek?
            startWeek: 3 | x.yaml:1:1: startWeek: unknown key; did you mean market.squeeze.startWeek?
            MARKET.SHARE: 0.3 | x.yaml:1:1: MARKET.SHARE: unknown key; did you mean market.share?
            qqq: 3 | x.yaml:1:1: qqq: unknown key
            market.share.x: 3 | x.yaml:1:1: market.share.x: unknown key; did you mean market.share?
            auction.format: dutchh | x.yaml:1:17: auction.format: expected one of uniform-price, first-price, dutch, but found "dutchh"; did you mean dutch?
            auction.format: DUTCH | x.yaml:1:17: auction.format: expected one of uniform-price, first-price, dutch, but found "DUTCH"; did you mean dutch?
            market.share: 1.01 | x.yaml:1:15: market.share: expected a number from 0 to 1 (share), but found "1.01"
            market.share: 20 % | x.yaml:1:15: market.share: expected a number from 0 to 1 (share), but found "20 %"; write 0.20
            market.share: 12.5% | x.yaml:1:15: market.share: expected a number from 0 to 1 (share), but found "12.5%"; write 0.125
            market.share: .nan | x.yaml:1:15: market.share: expected a number from 0 to 1 (share), but found ".nan"
            market.share: [1] | x.yaml:1:15: market.share: expected a number from 0 to 1 (share), but found a list
            market.share: {} | x.yaml:1:15: market.share: expected a number from 0 to 1 (share), but found nothing
            market.share: | x.yaml:1:14: market.share: expected a number from 0 to 1 (share), but found nothing
            market.share: {x: 1} | x.yaml:1:16: market.share.x: unknown key; did you mean market.share?
            market.growth: .inf | x.yaml:1:16: market.growth: expected a number (1/a), but found ".inf"
            market.growth: 1e999 | x.yaml:1:16: market.growth: expected a number (1/a), but found "1e999"; too large for a number
            market.growth: 0,5 | x.yaml:1:16: market.growth: expected a number (1/a), but found "0,5"; write 0.5
            market.growth: 1_000 | x.yaml:1:16: market.growth: expected a number (1/a), but found "1_000"; write 1000
            market.growth: 0x10 | x.yaml:1:16: market.growth: expected a number (1/a), but found "0x10"
            market.growth: 12:30 | x.yaml:1:16: market.growth: expected a number (1/a), but found "12:30"
            market.growth: 010 | x.yaml:1:16: market.growth: expected a number (1/a), but found "010"; write it without the leading zero
            market.growth: '' | x.yaml:1:16: market.growth: expected a number (1/a), but found ""
            market.growth: e5 | x.yaml:1:16: market.growth: expected a number (1/a), but found "e5"
            market.growth: 1d | x.yaml:1:16: market.growth: expected a number (1/a), but found "1d"
            market.growth: 0x1p3 | x.yaml:1:16: market.growth: expected a number (1/a), but found "0x1p3"
            market.growth: ١ | x.yaml:1:16: market.growth: expected a number (1/a), but found "١"
            market.squeeze.weeks: 1e3 | x.yaml:1:23: market.squeeze.weeks: expected a whole number from 0 to 1000 (weeks), but found "1e3"; write 1000
            market.squeeze.weeks: 8.5 | x.yaml:1:23: market.squeeze.weeks: expected a whole number from 0 to 1000 (weeks), but found "8.5"; it must be whole
            market.squeeze.weeks: 3000000000 | x.yaml:1:23: market.squeeze.weeks: expected a whole number from 0 to 1000 (weeks), but found "3000000000"; too large for a whole number
            market.seed: 9300000000000000000 | x.yaml:1:14: market.seed: expected a whole number, but found "9300000000000000000"; too large for a whole number
            market.squeeze.happens: no | x.yaml:1:25: market.squeeze.happens: expected true or false, but found "no"; write false
            market.squeeze.happens: True | x.yaml:1:25: market.squeeze.happens: expected true or false, but found "True"; write true
            market.start: 2026-02-30 | x.yaml:1:15: market.start: expected a date such as 2026-01-31, but found "2026-02-30"
            market.start: 2026-2-3 | x.yaml:1:15: market.start: expected a date such as 2026-01-31, but found "2026-2-3"
            market.end: never | x.yaml:1:13: market.end: expected a date such as 2026-01-31 or none, but found "never"
            market.limit: 11 | x.yaml:1:15: market.limit: expected a whole number of at most 10 or none, but found "11"
            market.prices: no.csv | x.yaml:1:16: market.prices: expected a file name, but found "no.csv"; there is no file no.csv
            market.prices: shipped:no.csv | x.yaml:1:16: market.prices: expected a file name, but found "shipped:no.csv"; no such file ships with the program
            auction.steps: 0.5 | x.yaml:1:16: auction.steps: expected a list of numbers from 0 to 1, but found "0.5"; write it in brackets, such as [a, b]
            auction.steps: [0.5, 2] | x.yaml:1:22: auction.steps: expected a list of numbers from 0 to 1, but found "2"
            auction.steps: [[1]] | x.yaml:1:17: auction.steps: expected a list of numbers from 0 to 1, but found a list
            auction.fallbacks: [dutch, X] | x.yaml:1:28: auction.fallbacks: expected a list of any of uniform-price, first-price, dutch, but found "X"
            market: 3 | x.yaml:1:9: market: expected a group of keys, but found a value
            market.squeeze: {startWeek: 5} | x.yaml:1:18: market.squeeze: weeks must not be larger than startWeek
            """)
    void refusals(String yaml, String message) {
        assertThat(failure(yaml)).isEqualTo(message);
    }

    @Test
    void scalarsMeanWhatTheTypeSays() throws IOException {
        assertThat(bind("auction.title: no").auction().title()).isEqualTo("no");
        assertThat(bind("auction.title: 010").auction().title()).isEqualTo("010");
        assertThat(bind("auction.title: ~").auction().title()).isEqualTo("~");
        assertThat(bind("auction.title: 12:30").auction().title()).isEqualTo("12:30");
        assertThat(bind("auction.title: ''").auction().title()).isEmpty();
        assertThat(bind("market.growth: '1e3'").market().growth()).isEqualTo(1000);
        assertThat(bind("market.growth: +.5").market().growth()).isEqualTo(0.5);
        assertThat(bind("labels: [no, 1_0, null]").labels()).containsExactly("no", "1_0", "null");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "20000, 20000", "-0.0, -0", "0, 0", "1e-4, 0.0001", "1e7, 10000000", "1e23, 1.0E23", "1e-7, 1.0E-7",
        "0.30000000000000004, 0.30000000000000004", "123456.789, 123456.789", "4.9e-324, 4.9E-324"})
    void numbersAreWrittenAsPeopleWriteThem(double value, String text) {
        assertThat(Scalars.text(value)).isEqualTo(text);
        assertThat(Scalars.real(text)).isEqualTo(value);
    }

    @Test
    void severalProblemsStandInLineOrder() {
        assertThat(failure("market.share: 2\nlabels: 1\nx: 1\nauction: {format: y}\n").lines())
                .extracting(line -> line.substring(0, "x.yaml:1".length()))
                .containsExactly("x.yaml:1", "x.yaml:2", "x.yaml:3", "x.yaml:4");
        assertThat(failure("q: 1\n".concat(String.join("", java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> "zz" + i + ": 1\n").toList()))).lines()).hasSize(11).last().isEqualTo("… and 11 more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            market.shar=1 | --set market.shar=1: market.shar: unknown key; did you mean market.share?
            market.share=7 | --set market.share=7: market.share: expected a number from 0 to 1 (share), but found "7"
            market.share= | --set market.share=: market.share: expected a number from 0 to 1 (share), but found nothing
            market.share | --set market.share: expected key=value, such as --set time.weeks=52
            =3 | --set =3: expected key=value, such as --set time.weeks=52
            labels=[a | --set labels=[a: not valid YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>
            labels={a: 1} | --set labels={a: 1}: expected a value or a list of values, but found a mapping
            """)
    void argumentsNameThemselves(String argument, String message) {
        assertThatThrownBy(() -> set(argument)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void argumentsOverrideFiles() throws IOException {
        Settings file = YamlReader.read(Files.writeString(folder.resolve("x.yaml"), "market.share: 0.5\nauction.format: dutch\n"));
        Shop shop = SCHEMA.bind(file.overlaidBy(Settings.ofArguments(List.of("market.share=0.75", "labels=[x=1]"))));
        assertThat(shop.market().share()).isEqualTo(0.75);
        assertThat(shop.auction().format()).isEqualTo(Shop.Format.DUTCH);
        assertThat(shop.labels()).containsExactly("x=1");
    }

    @Test
    void aRefusedCombinationNamesTheUppermostLayer() throws IOException {
        Settings file = YamlReader.read(Files.writeString(folder.resolve("x.yaml"), "market.squeeze.startWeek: 9\nmarket.squeeze.weeks: 9\n"));
        assertThatThrownBy(() -> SCHEMA.bind(file.overlaidBy(Settings.ofArguments(List.of("market.squeeze.startWeek=4")))))
                .hasMessage("--set market.squeeze.startWeek=4: market.squeeze: weeks must not be larger than startWeek");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedFilesAreRefusedByOneKindOfException(long seed) throws IOException {
        String valid = SCHEMA.yaml(SCHEMA.defaults(), folder);
        String damage = "\t\n :,[]{}&*#!|>'\"%@`-?0a.\u0000\uFEFF\u2028\uD800é~<";
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder(valid);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(text.length());
                text.replace(at, at + random.nextInt(3), String.valueOf(damage.charAt(random.nextInt(damage.length()))));
            }
            try {
                bind(text.toString().replace('\uD800', '?'));
            } catch (InputException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("org.yaml", "Exception");
            }
        }
    }

    record Missing(@Param(meaning = "A number", unit = "USD", min = 1) double price) {
    }

    record Broken(@Param(meaning = "A number", def = "0", min = 1) double price) {
    }

    record Bare(double price) {
    }

    record Odd(@Param(meaning = "x") Object thing) {
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> ParameterSchema.of(Missing.class).defaults())
                .hasMessage("price: missing; expected a number of at least 1 (USD)");
    }

    @ParameterizedTest
    @ValueSource(classes = {Broken.class, Bare.class, Odd.class})
    void brokenRecordsAreTheProgrammersError(Class<? extends Record> record) {
        assertThatThrownBy(() -> ParameterSchema.of(record)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void jsonSchemaNamesEverything() {
        java.util.Map<String, Object> properties = JsonSchema.properties(JsonSchema.of(SCHEMA));
        assertThat(properties).containsKeys("market", "auction", "things", "labels", "market.squeeze.startWeek", "things.L40S.powerKw");
        assertThat(properties.get("market.share").toString()).contains("minimum=0", "maximum=1", "default=0.25", "Source: [key]");
        assertThat(properties.get("auction").toString()).contains("enum=[uniform-price, first-price, dutch]");
        assertThat(properties.get("things").toString()).doesNotContain("name=");
    }
}
