package firesale.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.random.Streams;
import firesale.model.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final LocalDate START = LocalDate.of(2024, 2, 12);

    @TempDir
    Path folder;

    private ObservedSeries read(String content) throws IOException {
        return read(content, "all");
    }

    private ObservedSeries read(String content, String tier) throws IOException {
        Files.writeString(folder.resolve("prices.csv"), content);
        ReplaySeries series = new ReplaySeries("spot", InputFile.of("prices.csv", folder), "usd", tier);
        return ReplayReader.read(series, START, 60);
    }

    @Test
    void logLinearBetweenDatesMissingBeforeAndHeldAfter() throws IOException {
        ObservedSeries series = read("date,usd\n2024-04-08,1\n2024-02-26,4\n");
        assertThat(series.at(0)).isNaN();
        assertThat(series.at(1)).isNaN();
        assertThat(series.at(2)).isEqualTo(4);
        assertThat(series.at(5)).isCloseTo(2, within(1e-12));
        assertThat(series.at(6)).isCloseTo(Math.exp(Math.log(4) / 3), within(1e-12));
        assertThat(series.at(8)).isEqualTo(1);
        assertThat(series.at(59)).isEqualTo(1);
        assertThat(series.at(500)).isEqualTo(1);
    }

    @Test
    void valuesBeforeTheStartCount() throws IOException {
        ObservedSeries series = read("date,usd\n2024-02-05,1\n2024-02-19,4\n");
        assertThat(series.at(0)).isCloseTo(2, within(1e-12));
    }

    @Test
    void oneTierOfSeveral() throws IOException {
        String content = "date,usd,tier,source\n2024-02-12,1,a,x\n2024-02-12,2,b,y\n";
        assertThat(read(content, "b").at(0)).isEqualTo(2);
        assertThatThrownBy(() -> read(content, "c")).isInstanceOf(InputException.class)
                .hasMessageContaining("prices.csv").hasMessageContaining("no row of tier c");
        assertThatThrownBy(() -> read(content)).isInstanceOf(InputException.class)
                .hasMessageContaining("two values of usd for 2024-02-12").hasMessageContaining("tier");
    }

    @Test
    void whatIsNoPriceIsRefusedWithItsLine() {
        for (String bad : List.of("0", "-1")) {
            assertThatThrownBy(() -> read("date,usd\n2024-02-12,1\n2024-02-13," + bad + "\n")).isInstanceOf(InputException.class)
                    .hasMessageContaining("prices.csv:3").hasMessageContaining("above 0").hasMessageContaining(bad);
        }
        assertThatThrownBy(() -> read("date,eur\n2024-02-12,1\n")).isInstanceOf(InputException.class).hasMessageContaining("usd");
        assertThatThrownBy(() -> read("date,usd\n")).isInstanceOf(InputException.class).hasMessageContaining("no row");
        assertThatThrownBy(() -> new ReplaySeries("gold", InputFile.of("shipped:data/h100_rents.csv", Path.of("")), "usd", "all"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("btc, spot or contract");
    }

    private static Market shipped(String... more) {
        String[] replay = {"feedbacks=[]", "market.start=2024-02-12",
            "market.replay.btc.file=shipped:data/btc_weekly.csv", "market.replay.btc.column=close_usd",
            "market.replay.spot.file=shipped:data/h100_rents.csv", "market.replay.spot.column=usd_per_gpu_hour", "market.replay.spot.tier=marketplace",
            "market.replay.contract.file=shipped:data/h100_rents.csv", "market.replay.contract.column=usd_per_gpu_hour",
            "market.replay.contract.tier=contract_1y"};
        return new Market(Bound.parameters(replay, more).market(), EnumSet.allOf(Feedback.class), new Streams(1), 130);
    }

    /** Known observations of the shipped files on Mondays, whatever presses on prices. */
    @Test
    void shippedSeriesOnTheirDates() {
        Market market = shipped();
        double[] spot = new double[121];
        double[] contract = new double[121];
        spot[0] = market.spotUsdPerHour();
        contract[0] = market.contractUsdPerHour();
        for (int w = 1; w <= 120; w++) {
            market.advance(new Pressure(100_000, 50_000, 0.2, 1));
            spot[w] = market.spotUsdPerHour();
            contract[w] = market.contractUsdPerHour();
        }
        // Mondays: 2025-06-30 (week 72) 2.30; 2025-10-20 (week 88) 2.06; 2025-10-27 2.69; 2025-11-03 2.49
        assertThat(spot[72]).isCloseTo(2.30, within(1e-12));
        assertThat(spot[88]).isCloseTo(2.06, within(1e-12));
        assertThat(spot[89]).isCloseTo(2.69, within(1e-12));
        assertThat(spot[90]).isCloseTo(2.49, within(1e-12));
        // between 2024-10-22 (2.00) and 2025-06-30 (2.30): 2025-02-24 is 125 of 251 days on
        assertThat(spot[54]).isCloseTo(2.00 * Math.pow(1.15, 125 / 251.0), within(1e-12));
        // contracts: 1.70 on 2025-10-15, 2.35 on 2026-03-15; 2025-10-20 is 5 of 151 days on
        assertThat(contract[88]).isCloseTo(1.70 * Math.pow(2.35 / 1.70, 5 / 151.0), within(1e-12));
    }

    /** The lag of spot before the first observed contract meets it: no week there moves more than the observed weeks around. */
    @Test
    void theContractSpliceIsContinuous() {
        Market market = shipped();
        double before = market.contractUsdPerHour();
        double largest = 0;
        double atSplice = 0;
        for (int w = 1; w <= 88; w++) {
            market.advance(Pressure.none());
            double move = Math.abs(Math.log(market.contractUsdPerHour() / before));
            atSplice = w == 88 ? move : 0;
            largest = Math.max(largest, w < 88 ? move : 0);
            before = market.contractUsdPerHour();
        }
        assertThat(atSplice).isLessThan(0.02);
        assertThat(largest).isLessThan(0.05);
    }

    /** Exactly: the premium is that for which the lagged spot equals the first observation in its week. */
    @Test
    void theSplicePremiumIsExact() throws IOException {
        Files.writeString(folder.resolve("spot.csv"), "date,usd\n2024-02-12,3\n2024-05-06,1.5\n2024-08-05,2.5\n");
        Files.writeString(folder.resolve("contract.csv"), "date,usd\n2024-07-01,2\n2024-09-30,3\n");
        String[] settings = {"feedbacks=[]", "market.start=2024-02-12", "market.replay.spot.file=" + folder.resolve("spot.csv"),
            "market.replay.spot.column=usd", "market.replay.contract.file=" + folder.resolve("contract.csv"), "market.replay.contract.column=usd"};
        Market market = new Market(Bound.parameters(settings).market(), EnumSet.noneOf(Feedback.class), new Streams(1), 60);
        double premium = Math.log(market.contractUsdPerHour() / market.spotUsdPerHour());
        double log = Math.log(market.contractUsdPerHour());
        for (int w = 1; w <= 20; w++) {
            market.advance(Pressure.none());
            double target = Math.log(market.spotUsdPerHour()) + premium;
            log = target + (log - target) * Math.exp(-2 * 7 / 365.25);
            assertThat(Math.log(market.contractUsdPerHour())).as("week %d", w).isCloseTo(log, within(1e-9));
        }
        assertThat(Math.exp(log)).as("2024-07-01 is week 20").isCloseTo(2, within(1e-9));
    }
}
