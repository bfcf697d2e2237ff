package firesale.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of a result folder made by hand. */
class ChartsTest {

    private static final String RUNS = """
            run,point,point_id,replication,seed,status,reason,price_discount
            0,0,base,0,1,ok,,0.2
            1,0,base,1,2,ok,,0.4
            2,0,base,2,3,ok,,
            3,0,base,3,4,failed,"no, never",
            """;
    private static final String SALES = """
            run,point,replication,week,gpus,price_usd,fmv_usd,book_usd,buyer_type,forced_last
            0,0,0,2,100,8000,10000,20000,broker,false
            0,0,0,3,300,6000,12000,18000,enterprise,false
            1,0,1,1,50,9000,10000,20000,broker,false
            1,0,1,9,10,500,500,9000,scrap,true
            1,0,1,9,20,400,800,9000,broker,true
            """;
    private static final String AUCTIONS = """
            run,point,replication,week,regime,offered_gpus,hostable_gpus,payable_gpus,sold_gpus
            0,0,0,2,calm,100,1000,200,100
            0,0,0,3,squeeze,300,1000,300,300
            1,0,1,1,calm,50,400,80,50
            1,0,1,9,squeeze,30,0,0,20
            """;
    private static final String SCHEDULES = """
            run,point,replication,week,kind,age_years,price_usd,demand_gpus,demand_without_budgets_gpus,supply_gpus,clearing_price_usd,sold_gpus,fmv_usd
            1,0,1,1,H100,1.5,0,400,500,0,9000,50,10000
            1,0,1,1,H100,1.5,8000,200,300,30,9000,50,10000
            1,0,1,1,H100,1.5,9000,120,200,80,9000,50,10000
            1,0,1,1,H100,1.5,11000,40,60,80,9000,50,10000
            2,0,2,7,H100,1.5,0,10,10,10,5,10,10
            """;
    private static final String SUMMARY = """
            point_id,measure,unit,mean,low,high,n,missing,method
            base,price_discount,share,0.3,0.2,0.4,2,1,bootstrap
            base,shortfall,share,0.5,0.4,0.6,2,1,bootstrap
            base,shortfall_price,share,0.3,0.2,0.4,2,1,bootstrap
            base,shortfall_melt,share,0.1,-0.1,0.2,2,1,bootstrap
            base,shortfall_condition,share,0.05,0.02,0.08,2,1,bootstrap
            base,shortfall_cost,share,0.05,0.04,0.06,2,1,bootstrap
            base,recovery,share,0.6,0.5,0.7,2,1,bootstrap
            """;

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void writeAll() throws IOException {
        write("runs.csv", RUNS);
        write("sales.csv", SALES);
        write("auctions.csv", AUCTIONS);
        write("schedules.csv", SCHEDULES);
        write("summary.csv", SUMMARY);
    }

    @Test
    void pricesAreMeansPerGpuWithoutScrap() throws IOException {
        writeAll();
        List<PriceBin> bins = Results.read(folder).prices();
        assertThat(bins).hasSize(3);
        assertThat(bins.get(0).priceUsd()).isCloseTo((100 * 8000 + 300 * 6000 + 50 * 9000) / 450.0, within(1e-9));
        assertThat(bins.get(0).fmvUsd()).isCloseTo((100 * 10000 + 300 * 12000 + 50 * 10000) / 450.0, within(1e-9));
        assertThat(bins.get(0).gpusPerWeek()).as("450 GPUs over 3 runs that did not fail and 4 weeks").isCloseTo(450 / 12.0, within(1e-9));
        assertThat(bins.get(1).priceUsd()).as("nothing sold").isNaN();
        assertThat(bins.get(2).priceUsd()).as("scrap is no sale").isEqualTo(400);
        assertThat(bins.get(2).lastGpusPerWeek()).isCloseTo(20 / 12.0, within(1e-9));
    }

    @Test
    void runsWithoutASaleAreCountedApart() throws IOException {
        writeAll();
        PointRuns point = Results.read(folder).points().get(0);
        assertThat(point.discounts()).containsExactly(0.2, 0.4);
        assertThat(point.withoutSale()).isEqualTo(1);
        assertThat(point.failed()).isEqualTo(1);
    }

    @Test
    void ofVeryManyReplicationsTheFirstAreDrawn() throws IOException {
        StringBuilder runs = new StringBuilder("run,point,point_id,replication,status,price_discount\n");
        StringBuilder sales = new StringBuilder("point,replication,week,gpus,price_usd,fmv_usd,book_usd,forced_last,buyer_type\n");
        for (int r = 0; r < 10_002; r++) {
            runs.append(r).append(",0,base,").append(r).append(",ok,0.5\n");
            sales.append("0,").append(r).append(",0,1,").append(r < 10_000 ? 100 : 1_000_000).append(",200,100,false,neocloud\n");
        }
        Files.writeString(folder.resolve("runs.csv"), runs);
        Files.writeString(folder.resolve("sales.csv"), sales);
        Files.writeString(folder.resolve("summary.csv"), SUMMARY);
        Results results = Results.read(folder);
        assertThat(results.runs()).isEqualTo(10_000);
        assertThat(results.replicationsLeftOut()).isEqualTo(2);
        assertThat(results.prices().get(0).priceUsd()).isEqualTo(100);
        assertThat(results.points().get(0).discounts()).hasSize(10_000);
    }

    /** Curves are steps: demand at a price reaches down to the price before, supply starts at its reserve. */
    @Test
    void schedulesAreStepsOfTheFirstRunThatSold() throws IOException {
        writeAll();
        SaleSchedule sale = Results.read(folder).schedule().orElseThrow();
        assertThat(sale.run()).isEqualTo(1);
        assertThat(sale.points()).hasSize(4);
        assertThat(sale.offeredGpus()).isEqualTo(80);
        assertThat(sale.highestReserveUsd()).isEqualTo(9000);
        assertThat(sale.demand(SaleSchedule.Point::demand)).startsWith(new SaleSchedule.Corner(400, 0), new SaleSchedule.Corner(200, 0),
                new SaleSchedule.Corner(200, 8000)).endsWith(new SaleSchedule.Corner(0, 11000));
        assertThat(sale.supply()).containsExactly(new SaleSchedule.Corner(0, 8000), new SaleSchedule.Corner(30, 8000),
                new SaleSchedule.Corner(30, 9000), new SaleSchedule.Corner(80, 9000));
    }

    /** 9,000 against an FMV of 10,000 and, with the same price, of 8,000. */
    @Test
    void thePriceOfASaleIsSaidToBeAboveOrBelowFmv() throws IOException {
        writeAll();
        Charts.draw(folder, "by-hand", "");
        assertThat(Files.readString(folder.resolve("charts/sale-schedule.svg"))).contains("10.0 % below FMV", "50 sold of 80 on offer");
        write("schedules.csv", SCHEDULES.replace("50,10000", "50,8000"));
        Charts.draw(folder, "by-hand", "");
        assertThat(Files.readString(folder.resolve("charts/sale-schedule.svg"))).contains("12.5 % above FMV");
    }

    @Test
    void histogramsAddUp() {
        Bars bars = Bars.covering(-0.1, 0.9);
        double sum = 0;
        for (double share : bars.shares(new double[] {-0.5, -0.1, 0, 0.3, 0.899, 2})) {
            sum += share;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(bars.count()).isLessThanOrEqualTo(40);
    }

    @Test
    void longNamesOfPointsLoseTheGroupsOfTheirKeys() {
        assertThat(Names.cut(List.of("calm", "calm/credit.loan.ltvLow=0.6"))).containsExactly("calm", "calm/credit.loan.ltvLow=0.6");
        assertThat(Names.cut(List.of("calm/credit.loan.ltvLow=0.6", "market.rent.tokenPriceFallPerYear=0.2",
                "calm/credit.loan.ltvLow=0.6,market.rent.demandElasticity=1.5")))
                .as("one is too long, so all lose their groups")
                .containsExactly("calm/ltvLow=0.6", "tokenPriceFallPerYear=0.2", "calm/ltvLow=0.6,demandElasticity=1.5");
        assertThat(Names.cut(List.of("a".repeat(100))).get(0)).hasSize(36).contains("\u2026");
    }

    @Test
    void everyChartIsDrawnAsPngAndSvg() throws IOException {
        writeAll();
        Charts.Drawn drawn = Charts.draw(folder, "by-hand", "Is it drawn?");
        for (String chart : List.of("price-fmv-book", "discount-distribution", "supply-absorbed", "sale-schedule", "shortfall-anatomy")) {
            BufferedImage image = ImageIO.read(folder.resolve("charts/" + chart + ".png").toFile());
            assertThat(image.getWidth()).isEqualTo(1400);
            assertThat(image.getHeight()).isEqualTo(800);
            assertThat(colours(image)).as(chart + " is more than an empty page").isGreaterThan(20);
            assertThat(Files.readString(folder.resolve("charts/" + chart + ".svg"))).contains("<svg", "<text", "by-hand");
        }
        assertThat(drawn.files()).allSatisfy(file -> assertThat(file).exists());
        assertThat(Files.list(folder.resolve("charts"))).allMatch(file -> file.toString().matches(".*\\.(png|svg)"));
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth())).distinct().count();
    }

    @Test
    void svgsAreTheSameEachTime() throws IOException {
        writeAll();
        Charts.draw(folder, "by-hand", "");
        byte[] first = Files.readAllBytes(folder.resolve("charts/price-fmv-book.svg"));
        Charts.draw(folder, "by-hand", "");
        assertThat(Files.readAllBytes(folder.resolve("charts/price-fmv-book.svg"))).isEqualTo(first);
    }

    @Test
    void whatIsMissingIsSkippedWithANote() throws IOException {
        write("runs.csv", "run,point,point_id,replication,seed,status,reason,price_discount\n0,0,base,0,1,ok,,\n");
        write("summary.csv", "point_id,measure,unit,mean,low,high,n,missing,method\n");
        Charts.Drawn drawn = Charts.draw(folder, "empty", "");
        assertThat(drawn.files()).isEmpty();
        assertThat(drawn.notes()).isNotEmpty();
    }
}
