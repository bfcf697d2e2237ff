package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timeline of a result folder made by hand. */
class TimelineTest {

    private static final String WEEKS_HEAD = "run,point,replication,week,date,regime,ai_equity,btc_usd,spot_usd_per_hour,"
            + "defaults,sold_gpus,inventory_gpus,lender_losses_usd\n";
    private static final String EVENTS_HEAD = "run,point,replication,week,date,regime,event,cause,"
            + "borrower,lender,lot,gpus,usd,fmv_usd\n";
    private static final String EVENTS = EVENTS_HEAD + """
            3,0,3,1,2026-01-12,squeeze,regime_change,,-1,-1,-1,0,0,
            3,0,3,1,2026-01-12,squeeze,coins_sold,,4,-1,-1,0,700,
            3,0,3,1,2026-01-12,squeeze,breach,,5,-1,-1,0,1,
            3,0,3,1,2026-01-12,squeeze,breach_waived,,5,-1,-1,0,1,
            3,0,3,1,2026-01-12,squeeze,breach,,6,-1,-1,0,1,
            3,0,3,1,2026-01-12,squeeze,default,covenant,6,-1,-1,3000,9000,
            3,0,3,2,2026-01-19,squeeze,default,payment,4,-1,-1,1000,5000,
            3,0,3,2,2026-01-19,squeeze,seizure,,6,0,-1,2000,6000,
            3,0,3,2,2026-01-19,squeeze,seizure,,6,1,-1,1000,3000,
            3,0,3,3,2026-01-26,easing,sale,,6,0,0,1500,3000,4000
            3,0,3,4,2026-02-02,easing,sale,,6,0,0,500,900,1000
            9,0,9,0,2026-01-05,calm,default,payment,0,-1,-1,1,1,
            """;

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Weeks of a run, with its defaults and sales in the last of them. */
    private static String weeks(int run, int defaults, int sold, int count) {
        StringBuilder rows = new StringBuilder();
        String[] regimes = {"calm", "squeeze", "squeeze", "easing", "easing", "calm"};
        for (int w = 0; w < count; w++) {
            boolean last = w == count - 1;
            rows.append(String.join(",", "" + run, "0", "" + run, "" + w, "2026-01-05", regimes[Math.min(w, 5)],
                    "1", "90000", "2",
                    last ? "" + defaults : "0", last ? "" + sold : "0", "0", "" + 5 * w)).append('\n');
        }
        return rows.toString();
    }

    private Timeline read() throws IOException {
        return TimelineTables.read(folder, 0).orElseThrow();
    }

    /** Defaults of runs with sales: 1, 2, 2, 7; the lower median is 2, and the first of its runs is 3. */
    @Test
    void theRunIsTheFirstWithTheMedianOfDefaults() throws IOException {
        write("events.csv", EVENTS);
        write("weeks.csv", WEEKS_HEAD + weeks(0, 9, 0, 6) + weeks(1, 7, 5, 6) + weeks(2, 1, 5, 6) + weeks(3, 2, 5, 6)
                + weeks(4, 2, 5, 6) + weeks(5, 0, 0, 6));
        assertThat(read().run()).isEqualTo(3);
        assertThat(read().defaults()).isEqualTo(2);
        assertThat(read().anySold()).isTrue();
        assertThat(read().weeks()).hasSize(6);
        assertThat(read().happenings()).as("events of other runs are left out").hasSize(11);
        assertThat(TimelineTables.read(folder, 1)).as("a point without rows").isEmpty();
    }

    @Test
    void whereNothingIsSoldTheMedianIsThatOfAllRuns() throws IOException {
        write("events.csv", EVENTS_HEAD);
        write("weeks.csv", WEEKS_HEAD + weeks(0, 4, 0, 6) + weeks(1, 3, 0, 6) + weeks(2, 0, 0, 6));
        assertThat(read().run()).isEqualTo(1);
        assertThat(read().anySold()).isFalse();
    }

    private Timeline ofRunThree(int count) throws IOException {
        write("events.csv", EVENTS);
        write("weeks.csv", WEEKS_HEAD + weeks(3, 2, 5, count));
        return read();
    }

    @Test
    void rowsAreTheChainWithItsSums() throws IOException {
        List<Lane> lanes = Lane.of(ofRunThree(6));
        assertThat(lanes).extracting(Lane::label).containsExactly("Coins sold: $700", "Breaches waived: 1",
                "Breaches that stand: 1",
                "Defaults, covenant: 1 (3k GPUs)", "Defaults, payment: 1 (1k GPUs)", "Seized: 3k GPUs", "Sold: 2k GPUs");
        assertThat(lanes.get(5).marks()).as("one mark a week").containsExactly(new Lane.Mark(2, 3000));
        assertThat(lanes.get(6).marks()).containsExactly(new Lane.Mark(3, 1500), new Lane.Mark(4, 500));
    }

    @Test
    void everyEventOfTheChainFindsItsRow() throws IOException {
        Timeline timeline = ofRunThree(6);
        List<Lane> lanes = Lane.of(timeline);
        assertThat(timeline.breachesThatStand()).extracting(h -> Lane.indexOf(lanes, h)).containsExactly(2);
        assertThat(timeline.all("default")).extracting(h -> Lane.indexOf(lanes, h)).containsExactly(3, 4);
        assertThat(timeline.all("seizure")).extracting(h -> Lane.indexOf(lanes, h)).containsExactly(5, 5);
        assertThat(timeline.all("sale")).extracting(h -> Lane.indexOf(lanes, h)).containsExactly(6, 6);
        assertThat(timeline.all("coins_sold")).extracting(h -> Lane.indexOf(lanes, h)).containsExactly(-1);
    }

    @Test
    void regimesAreSpansOfWeeks() throws IOException {
        Timeline timeline = ofRunThree(6);
        assertThat(timeline.spans("squeeze")).containsExactly(new Squeeze.Span(1, 3));
        assertThat(timeline.spans("easing")).containsExactly(new Squeeze.Span(3, 5));
        assertThat(timeline.spans("calm")).containsExactly(new Squeeze.Span(0, 1), new Squeeze.Span(5, 6));
    }

    /** The last sale is in week 4; six more weeks are shown. */
    @Test
    void whatComesLongAfterTheLastSaleIsLeftOut() throws IOException {
        assertThat(ofRunThree(60).untilAfterTheLastSale().end()).isEqualTo(11);
        assertThat(ofRunThree(6).untilAfterTheLastSale().end()).isEqualTo(6);
        write("events.csv", EVENTS_HEAD);
        assertThat(read().untilAfterTheLastSale().weeks()).hasSize(6);
    }

    private String svg() throws IOException {
        return Files.readString(folder.resolve("charts/timeline.svg"));
    }

    @Test
    void itIsDrawnAsPngAndSvg() throws IOException {
        ofRunThree(60);
        Charts.draw(folder, "by-hand", "Is it drawn?");
        BufferedImage image = ImageIO.read(folder.resolve("charts/timeline.png").toFile());
        assertThat(image.getHeight()).isEqualTo(TimelineChart.height(read()));
        assertThat(svg()).contains("run 3 with 2 defaults, the median of runs with sales", "Breaches waived: 1", "Price / FMV",
                "Lenders' losses", "Easing").doesNotContain("NaN", "\u2026");
        String first = svg();
        Charts.draw(folder, "by-hand", "Is it drawn?");
        assertThat(svg()).isEqualTo(first);
    }

    /** Of such a run prices and empty rows are left; there is nothing that lenders could hold or lose. */
    @Test
    void aRunInWhichNothingHappensIsDrawn() throws IOException {
        write("events.csv", EVENTS_HEAD);
        write("weeks.csv", WEEKS_HEAD + weeks(0, 0, 0, 1));
        Charts.draw(folder, "calm", "");
        assertThat(svg()).contains("run 0 with 0 defaults, the median of all runs; none sold anything", "Defaults: none",
                "Sold: none")
                .doesNotContain("NaN", "GPUs held");
    }

    /** Amounts of nothing have marks of the least size. */
    @Test
    void amountsOfZeroAreDrawn() throws IOException {
        ofRunThree(6);
        write("events.csv", EVENTS_HEAD + """
                3,0,3,1,2026-01-12,squeeze,coins_sold,,4,-1,-1,0,0,
                3,0,3,1,2026-01-12,squeeze,default,maturity,4,-1,-1,0,0,
                3,0,3,1,2026-01-12,squeeze,seizure,,4,0,-1,0,0,
                """);
        Charts.draw(folder, "zero", "");
        assertThat(svg()).contains("Coins sold: $0", "Defaults, maturity: 1 (0 GPUs)").doesNotContain("NaN");
    }

    @Test
    void withoutBothTablesThereIsANote() throws IOException {
        String note = "timeline: weeks and events are not both recorded";
        write("weeks.csv", WEEKS_HEAD + weeks(0, 0, 0, 3));
        assertThat(Charts.draw(folder, "x", "").notes()).contains(note);
        write("events.csv", EVENTS);
        assertThat(Charts.draw(folder, "x", "").notes()).doesNotContain(note);
        write("weeks.csv", WEEKS_HEAD);
        assertThat(Charts.draw(folder, "x", "").notes()).contains(note);
        assertThat(TimelineTables.read(folder, 0)).isEqualTo(Optional.empty());
    }
}
