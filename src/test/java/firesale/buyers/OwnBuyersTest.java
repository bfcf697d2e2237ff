package firesale.buyers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.hardware.Cooling;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.parameters.InputException;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buyers from a file: what is read, what is drawn beside it, what is refused. */
class OwnBuyersTest {

    private static final String HEADER = "id,kind,ready_mw,rack_kw,cooling,convertible_mw,pue,power_usd_per_kwh,"
            + "rack_rent_usd_per_kw_month,cash_musd,line_musd,btc,utilisation,discount_rate,belief_per_year,attendance,storage_gpus";
    private static final String[] ROWS = {
        "b,neocloud,2,40,rear-door,3,1.2,0.05,100,12.34,56.78,7.5,0.7,0.11,-0.02,0.9,0",
        "a,broker,,,,,,,,3,,,,0.4,,0.25,640",
        "b,neocloud,1,80,direct-liquid,0,1.1,0.04,90,,,,,,,,",
        "c,neocloud,,,,,,,,,,,,,,,"};

    @TempDir
    Path folder;

    private final OutsideWorld outside = new OutsideWorld();

    private Path file(String header, String... rows) throws IOException {
        return Files.writeString(folder.resolve("buyers.csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    private List<Buyer> draw(Path file, long seed, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("buyers.file=" + file);
        BuyersParameters parameters = Bound.parameters(settings.toArray(new String[0])).buyers();
        return BuyerPopulation.draw(parameters, OwnBuyers.of(parameters), outside, new Streams(seed), LineSupply.NONE);
    }

    private static String print(Buyer buyer) {
        StringBuilder text = new StringBuilder(buyer.type().name() + " " + buyer.identity() + " " + buyer.cash().balance() + " "
                + buyer.line() + " " + buyer.coins().balance() + " " + buyer.utilisation() + " " + buyer.discountRate() + " "
                + buyer.discount().rate() + " " + buyer.attendance() + " " + buyer.freeStorage());
        buyer.sites().forEach(site -> text.append(" | ").append(site.readyKw()).append(' ').append(site.cooling()).append(' ')
                .append(site.convertibleKw()).append(' ').append(site.usdPerKwYear()));
        return text.toString();
    }

    /** Everything by hand from the rows; 8766 hours a year. */
    @Test
    void aBuyerIsWhatItsRowsSay() throws IOException {
        List<Buyer> buyers = draw(file(HEADER, ROWS), 1);
        assertThat(buyers).extracting(buyer -> buyer.type().name()).containsExactly("broker", "neocloud", "neocloud");
        assertThat(buyers).extracting(Buyer::id).containsExactly(0, 1, 2);
        Buyer broker = buyers.get(0);
        assertThat(broker.cash().balance()).isEqualTo(300_000_000);
        assertThat(broker.freeStorage()).isEqualTo(640);
        assertThat(broker.discountRate()).isEqualTo(0.4);
        assertThat(broker.attendance()).isEqualTo(0.25);
        assertThat(broker.berths()).hasSize(1);

        Buyer cloud = buyers.get(1);
        assertThat(cloud.cash().balance()).isEqualTo(1_234_000_000);
        assertThat(cloud.line()).isEqualTo(5_678_000_000L);
        assertThat(cloud.coins().balance()).isEqualTo(750_000_000);
        assertThat(cloud.utilisation()).isEqualTo(0.7);
        assertThat(cloud.discount().rate()).isEqualTo(0.11);
        assertThat(cloud.attendance()).isEqualTo(0.9);
        assertThat(cloud.sites()).hasSize(2);
        assertThat(cloud.berths()).hasSize(4);
        assertThat(cloud.sites().get(0).readyKw()).isEqualTo(2000);
        assertThat(cloud.sites().get(0).cooling()).isEqualTo(Cooling.REAR_DOOR);
        assertThat(cloud.sites().get(0).convertibleKw()).isEqualTo(3000);
        assertThat(cloud.sites().get(0).usdPerKwYear()).isEqualTo(1.2 * 8766 * 0.05 + 12 * 100);
        assertThat(cloud.sites().get(0).retrofittedUsdPerKwYear(1)).isEqualTo(1.2 * 8766 * 0.05 + 0.7 * (12 * 100));
        assertThat(cloud.sites().get(1).readyKw()).as("12 racks of 80 kW").isEqualTo(960);
        assertThat(cloud.sites().get(1).cooling()).isEqualTo(Cooling.DIRECT_LIQUID);
        assertThat(cloud.sites().get(1).convertibleKw()).isZero();
        outside.audit();
    }

    /** An empty row is a draw of its kind, keyed by the id alone: no other row, no other column and no order of rows shifts it. */
    @Test
    void whatIsNotGivenIsDrawnByTheId() throws IOException {
        List<String> expected = draw(file(HEADER, ROWS), 3).stream().map(OwnBuyersTest::print).toList();
        List<String> rows = new ArrayList<>(List.of(ROWS[3], ROWS[0], ROWS[2], ROWS[1]));
        assertThat(draw(file(HEADER, rows.toArray(new String[0])), 3)).extracting(OwnBuyersTest::print).isEqualTo(expected);
        assertThat(print(draw(file("id,kind", "c,neocloud"), 3).get(0))).isEqualTo(expected.get(2));
        assertThat(print(draw(file("kind,id", "neocloud,c"), 4).get(0))).isNotEqualTo(expected.get(2));
        assertThat(print(draw(file("id,kind", "d,neocloud"), 3).get(0))).isNotEqualTo(expected.get(2));
        Buyer drawn = draw(file("id,kind", "c,neocloud"), 3).get(0);
        Buyer richer = draw(file("id,kind,cash_musd", "c,neocloud,1"), 3).get(0);
        assertThat(richer.cash().balance()).isEqualTo(100_000_000);
        assertThat(richer.line()).isEqualTo(drawn.line());
        assertThat(richer.utilisation()).isEqualTo(drawn.utilisation());
        assertThat(richer.sites().get(0).readyKw()).isEqualTo(drawn.sites().get(0).readyKw());
        List<Buyer> twoSites = draw(file("id,kind", "c,neocloud", "c,neocloud"), 3);
        assertThat(twoSites).hasSize(1);
        assertThat(twoSites.get(0).sites().get(0).readyKw()).isEqualTo(drawn.sites().get(0).readyKw());
        assertThat(twoSites.get(0).sites().get(1).readyKw()).isNotEqualTo(drawn.sites().get(0).readyKw());
    }

    /** 4,000 rows without anything but a kind are as many draws: the median of 40 M of cash within 5 standard errors. */
    @Test
    void emptyRowsAreDrawsOfTheKind() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            rows.add("n" + i + ",neocloud");
        }
        double[] logs = draw(file("id,kind", rows.toArray(new String[0])), 1).stream()
                .mapToDouble(buyer -> Math.log(buyer.cash().balance() / 40e8)).toArray();
        double mean = java.util.Arrays.stream(logs).average().orElseThrow();
        double square = java.util.Arrays.stream(logs).map(x -> x * x).average().orElseThrow();
        assertThat(Math.abs(mean)).isLessThan(5 * 0.9 / Math.sqrt(4000));
        assertThat(Math.sqrt(square)).isBetween(0.85, 0.95);
    }

    @Test
    void besideDrawnOnesNobodyIsShifted() throws IOException {
        Path file = file(HEADER, ROWS);
        List<String> own = draw(file, 1).stream().map(OwnBuyersTest::print).toList();
        List<Buyer> drawn = BuyerPopulation.draw(Bound.parameters().buyers(), new OutsideWorld(), new Streams(1), LineSupply.NONE);
        List<String> expected = new ArrayList<>(drawn.stream().map(OwnBuyersTest::print).toList());
        expected.addAll(own);
        List<Buyer> both = draw(file, 1, "buyers.addToDrawn=true");
        assertThat(both).extracting(OwnBuyersTest::print).isEqualTo(expected);
        assertThat(both).hasSize(drawn.size() + 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "id,knd | a,neocloud | :1: unknown column \"knd\"; did you mean kind?",
        "id | a | :1: column \"kind\" is missing",
        "id,kind | a,neoclod | :2: kind: expected one of hyperscaler, neocloud, ai-lab, enterprise, research, sovereign, broker, distressed-fund (9 in all), but found \"neoclod\"; did you mean neocloud?",
        "id,kind | ,neocloud | :2: id: expected text, but the field is empty",
        "id,kind | a, | :2: kind: expected text, but the field is empty",
        "id,kind,ready_mw | a,neocloud,-1 | :2: ready_mw: expected a number from 0 to 100000 (MW), but found -1",
        "id,kind,ready_mw | a,neocloud,1;5 | :2: ready_mw: expected a number, but found \"1;5\"",
        "id,kind,ready_mw | a,neocloud,NaN | :2: ready_mw: expected a number, but found \"NaN\"",
        "id,kind,rack_kw | a,neocloud,0 | :2: rack_kw: expected a number from 0.1 to 1000 (kW), but found 0",
        "id,kind,cooling | a,neocloud,water | :2: cooling: expected one of air, rear-door, direct-liquid, immersion, but found \"water\"",
        "id,kind,pue | a,neocloud,0.9 | :2: pue: expected a number from 1 to 5 (ratio), but found 0.9",
        "id,kind,utilisation | a,neocloud,85 | :2: utilisation: expected a number from 0 to 1 (share), but found 85",
        "id,kind,attendance | a,neocloud,1.1 | :2: attendance: expected a number from 0 to 1 (share), but found 1.1",
        "id,kind,discount_rate | a,neocloud,15 | :2: discount_rate: expected a number from -0.5 to 3 (1/a), but found 15",
        "id,kind,storage_gpus | a,neocloud,100 | :2: storage_gpus: expected nothing here, since neocloud runs machines and stores none; but found 100",
        "id,kind,ready_mw | a,broker,1 | :2: ready_mw: expected nothing here, since broker resells and runs no machines; but found 1",
        "id,kind,cooling | a,broker,air | :2: cooling: expected nothing here, since broker resells and runs no machines; but found air",
        "id,kind,utilisation | a,broker,0.5 | :2: utilisation: expected nothing here, since broker resells and runs no machines; but found 0.5",
        "id,kind,cash_musd | a,neocloud,6e6/b,neocloud,6e6 | :3: cash_musd: expected amounts of at most 1e7 MUSD in all, but with this one they are more",
        "id,kind,btc | a,neocloud,2e7/b,neocloud,2e6 | :3: btc: expected at most 21000000 BTC in all, but with this row they are more",
        "id,kind | a,neocloud/a,ai-lab | :3: kind: expected neocloud as in line 2, since \"a\" stands there already: rows with one id are sites of one buyer; but found ai-lab",
        "id,kind | a,broker/a,broker | :3: id: expected an id that stands once, since broker resells and has no sites, but \"a\" stands in line 2 already",
        "id,kind,cash_musd | a,neocloud,5/b,neocloud,4/a,neocloud,5 | :4: cash_musd: expected nothing here, since it is said of the whole buyer in line 2, the first with this id; but found 5",
        "id,kind | a,neocloud,3 | :2: expected 2 fields as in the header, but found 3",
    })
    void whatCannotBeMeantIsRefused(String header, String rows, String message) throws IOException {
        Path file = file(header, rows.split("/"));
        assertThatThrownBy(() -> draw(file, 1)).isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        Path file = file("id,kind");
        assertThatThrownBy(() -> draw(file, 1)).isInstanceOf(InputException.class)
                .hasMessage(file + ":1: expected at least one row below the header");
        Files.writeString(file, "");
        assertThatThrownBy(() -> draw(file, 1)).hasMessage(file + ": the file is empty; expected a header with id, kind");
        assertThatThrownBy(() -> draw(folder, 1)).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> draw(folder.resolve("none.csv"), 1)).hasMessageContaining("there is no file");
    }
}
