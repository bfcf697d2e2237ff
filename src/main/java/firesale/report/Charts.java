package firesale.report;

import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/** Draws the charts of a finished result folder, each as PNG and SVG. */
public final class Charts {

    private static final int MOST_POINTS = 120;
    private static final int PIXELS_PER_POINT = 30;
    private static final int PIXELS_AROUND_POINTS = 260;

    private final Path folder;
    private final String name;
    private final String question;
    private final List<Path> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Charts(Path folder, String name, String question) {
        this.folder = folder.resolve("charts");
        this.name = name;
        this.question = question;
    }

    /**
     * What was drawn.
     *
     * @param files the pictures, in the order of drawing
     * @param notes a sentence for each chart that there was nothing to draw of
     */
    public record Drawn(List<Path> files, List<String> notes) {
    }

    /**
     * Draws what the tables of a result folder give: {@code runs.csv}, {@code summary.csv}, {@code sales.csv},
     * {@code auctions.csv}, {@code schedules.csv}, {@code weeks.csv}, {@code events.csv}, {@code depth.csv},
     * {@code discount-curve.csv}, {@code missing-depth.csv}, {@code spread.csv}, {@code frontier.csv} and {@code sensitivity.csv}, each of
     * which may be absent.
     * Pictures go to its folder {@code charts} and take the place of earlier ones of the same name; a picture is there whole or
     * not at all.
     *
     * @param resultFolder the folder
     * @param name         the experiment's name
     * @param question     the question it answers; may be empty
     * @return what was drawn and what not
     * @throws IOException      if a table cannot be read or a picture not be written
     * @throws NoFontsException if this machine has no fonts
     */
    public static Drawn draw(Path resultFolder, String name, String question) throws IOException {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        requireFonts();
        Charts charts = new Charts(resultFolder, name, question);
        charts.drawAll(Results.read(resultFolder));
        return new Drawn(List.copyOf(charts.files), List.copyOf(charts.notes));
    }

    /** Without any font Java fails in several ways, errors of linking among them, all at the first use of a font. */
    private static void requireFonts() {
        try {
            Theme.TITLE.getStringBounds("x", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new NoFontsException(e);
        }
    }

    private void drawAll(Results results) throws IOException {
        SensitivityTable sensitivity = SensitivityTable.read(folder.resolveSibling("sensitivity.csv"));
        drawPrices(results);
        if (sensitivity.isEmpty()) {
            drawDiscounts(results);
        }
        drawSupply(results);
        drawSchedule(results);
        drawTimeline(results);
        List<MissingDepth> missingDepth = MissingDepthTable.read(folder.getParent());
        if (!sensitivity.isEmpty()) {
            // its many points are samples, not designs to be compared one by one
            drawSensitivity(sensitivity);
        } else if (missingDepth.isEmpty()) {
            drawPoints(results);
            drawAnatomy(results);
            drawWaterfall(results.summary());
            drawAttribution(results.summary());
            drawPhase(results.summary());
        } else {
            // its many points are curves, not designs to be compared one by one
            drawMissingDepth(missingDepth);
        }
        drawDepth(results);
        drawSpread();
        drawFrontier();
    }

    private void drawSensitivity(SensitivityTable table) throws IOException {
        if (table.measures().isEmpty()) {
            notes.add("sensitivity: no measure varies");
            return;
        }
        String first = table.measures().get(0);
        String samples = Formats.count(table.n(first)) + (table.isMorris() ? " trajectories" : " base samples");
        int keys = table.keys().size();
        String shown = keys > SensitivityChart.MOST ? ", the first " + SensitivityChart.MOST + " of " + keys + " parameters" : "";
        write("sensitivity", SensitivityChart.of(caption(samples + shown), table));
    }

    private void drawPrices(Results results) throws IOException {
        List<PriceBin> prices = results.prices();
        if (prices.isEmpty()) {
            notes.add("price-fmv-book: no sale is recorded");
        } else {
            write("price-fmv-book", picture(PriceChart.of(ofFirstPoint(results), prices, results.squeeze(), results.start())));
        }
    }

    private void drawDiscounts(Results results) throws IOException {
        if (results.points().isEmpty() || results.points().get(0).discounts().length == 0) {
            notes.add("discount-distribution: no run sold anything");
        } else {
            PointRuns point = results.points().get(0);
            write("discount-distribution", picture(DiscountChart.of(ofFirstPoint(results), point,
                    results.summary().get(point.id(), "price_discount"), results.gpuDiscounts())));
        }
    }

    private void drawSupply(Results results) throws IOException {
        List<SupplyBin> supply = results.supply();
        if (supply.isEmpty()) {
            notes.add("supply-absorbed: no weekly sale is recorded");
        } else {
            write("supply-absorbed", picture(SupplyChart.of(ofFirstPoint(results), supply, results.squeeze(), results.start())));
        }
    }

    private void drawSchedule(Results results) throws IOException {
        Optional<SaleSchedule> schedule = results.schedule();
        if (schedule.isEmpty()) {
            notes.add("sale-schedule: no sale's demand and supply are recorded");
        } else {
            SaleSchedule sale = schedule.get();
            String shown = String.format(Locale.ROOT, "%srun %d, week %d: %s, %.1f years old", shownPoint(results), sale.run(),
                    sale.week(), sale.kind(), sale.ageYears());
            write("sale-schedule", picture(ScheduleChart.of(caption(shown), sale)));
        }
    }

    private void drawTimeline(Results results) throws IOException {
        Optional<Timeline> timeline = results.timeline();
        if (timeline.isEmpty()) {
            notes.add("timeline: weeks and events are not both recorded");
        } else {
            Timeline run = timeline.get();
            String defaults = run.defaults() == 1 ? "1 default" : Formats.count(run.defaults()) + " defaults";
            String shown = shownPoint(results) + "run " + run.run() + " with " + defaults + ", the median of "
                    + (run.anySold() ? "runs with sales" : "all runs; none sold anything");
            write("timeline", new Picture(TimelineChart.of(caption(shown), run, results.start()), Picture.WIDTH,
                    TimelineChart.height(run)));
        }
    }

    private void drawPoints(Results results) throws IOException {
        List<String> points = results.summary().points();
        boolean any = points.stream().anyMatch(point -> results.summary().get(point, "price_discount").isPresent());
        if (points.size() < 2) {
            notes.add("discount-by-point: there is one design point");
        } else if (!any) {
            notes.add("discount-by-point: the summary has no price discount");
        } else {
            List<String> shown = points.subList(0, Math.min(MOST_POINTS, points.size()));
            write("discount-by-point", tall(PointsChart.of(ofPoints(shown.size(), points.size()), shown, results.summary()),
                    shown.size()));
        }
    }

    private void drawAnatomy(Results results) throws IOException {
        List<String> points = results.summary().points();
        List<Anatomy> anatomies = points.stream().map(point -> Anatomy.of(point, results.summary()))
                .flatMap(Optional::stream).toList();
        if (anatomies.isEmpty()) {
            notes.add("shortfall-anatomy: the summary has no shortfall");
        } else if (points.size() == 1) {
            Caption caption = caption(runs(anatomies.get(0).runs()) + " in which lots were sold or scrapped");
            write("shortfall-anatomy", picture(AnatomyChart.steps(caption, anatomies.get(0))));
        } else {
            List<Anatomy> shown = anatomies.subList(0, Math.min(MOST_POINTS, anatomies.size()));
            write("shortfall-anatomy", tall(AnatomyChart.stacked(ofPoints(shown.size(), anatomies.size()), shown), shown.size()));
        }
    }

    private void drawDepth(Results results) throws IOException {
        MarketDepth depth = DepthTable.read(folder.resolveSibling("depth.csv"));
        if (depth.isEmpty()) {
            notes.add("depth: market depth is not recorded");
        } else {
            write("depth", picture(DepthChart.of(ofFirstPoint(results), depth,
                    "means over measured weeks and runs, melt taken off; band: the middle 80 % for 4 weeks")));
        }
    }

    private void drawSpread() throws IOException {
        SpreadTable table = SpreadTable.read(folder.resolveSibling("spread.csv"));
        if (table.points().isEmpty()) {
            notes.add("spread: no fair spreads are estimated");
        } else {
            int points = table.points().size();
            write("spread", SpreadChart.of(ofPoints(Math.min(SpreadChart.MOST, points), points), table));
        }
    }

    private void drawFrontier() throws IOException {
        Optional<Frontier> table = FrontierTable.read(folder.resolveSibling("frontier.csv"));
        if (table.isEmpty()) {
            notes.add("frontier: no measures were asked for together");
        } else if (table.get().placed().isEmpty()) {
            notes.add("frontier: no point has a value of both " + table.get().measures().get(0).name() + " and "
                    + table.get().measures().get(1).name());
        } else {
            int points = table.get().points().size();
            Frontier shown = table.get().first(FrontierChart.MOST);
            write("frontier", picture(FrontierChart.of(ofPoints(shown.points().size(), points), shown)));
        }
    }

    private void drawMissingDepth(List<MissingDepth> points) throws IOException {
        List<MissingDepth> sold = points.stream().filter(point -> !point.isEmpty()).toList();
        if (sold.isEmpty()) {
            notes.add("discount-curve: no run sold anything");
            return;
        }
        List<MissingDepth> shown = sold.subList(0, Math.min(MissingDepthChart.MOST, sold.size()));
        write("discount-curve", picture(MissingDepthChart.curves(ofPoints(shown.size(), sold.size()), shown)));
        MissingDepth first = sold.get(0);
        String point = "point " + first.point();
        if (first.haircuts().size() > 1) {
            write("repo-frontier", picture(MissingDepthChart.frontier(caption(point), first)));
        }
        write("repo-floor", FloorChart.of(caption(point + ", haircut " + Formats.percent(first.haircut())), first));
    }

    private void drawWaterfall(SummaryTable summary) throws IOException {
        List<Waterfall> points = summary.points().stream().map(point -> Waterfall.of(point, summary))
                .flatMap(Optional::stream).toList();
        if (points.isEmpty()) {
            notes.add("waterfall: the summary has no steps from FMV to price");
        } else {
            write("waterfall", WaterfallChart.of(ofPoints(Math.min(WaterfallChart.MOST, points.size()), points.size()), points));
        }
    }

    private void drawAttribution(SummaryTable summary) throws IOException {
        List<Attribution> points = summary.points().stream().map(point -> Attribution.of(point, summary))
                .flatMap(Optional::stream).toList();
        if (points.isEmpty()) {
            notes.add("attribution: the summary has no Shapley values");
        } else if (points.size() <= AttributionChart.MOST_PANELS) {
            write("attribution", AttributionChart.panels(ofPoints(points.size(), points.size()), points));
        } else {
            List<Attribution> shown = points.subList(0, Math.min(MOST_POINTS, points.size()));
            write("attribution", tall(AttributionChart.stacked(ofPoints(shown.size(), points.size()), shown), shown.size()));
        }
    }

    private void drawPhase(SummaryTable summary) throws IOException {
        Optional<PhaseGrid> grid = PhaseGrid.of(summary);
        if (grid.isEmpty()) {
            notes.add("phase: no grid of two parameters in which racks and funds over supply both vary enough");
        } else {
            write("phase", picture(PhaseChart.of(caption(grid.get().shown()), grid.get())));
        }
    }

    private Caption ofFirstPoint(Results results) {
        int failed = results.points().isEmpty() ? 0 : results.points().get(0).failed();
        String first = results.replicationsLeftOut() == 0 ? "" : "the first ";
        return caption(shownPoint(results) + first + runs(results.runs()) + (failed == 0 ? "" : " (and " + failed + " that failed)"));
    }

    private static String shownPoint(Results results) {
        return results.points().size() > 1 ? "point " + results.points().get(0).id() + ", " : "";
    }

    private Caption ofPoints(int shown, int all) {
        String points = all == 1 ? "1 design point" : all + " design points";
        return caption(shown == all ? points : "the first " + shown + " of " + points);
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : Formats.count(count) + " runs";
    }

    private Caption caption(String shown) {
        return new Caption(name, question, shown);
    }

    private static Picture picture(JFreeChart chart) {
        return new Picture(chart, Picture.WIDTH, Picture.HEIGHT);
    }

    private static Picture tall(JFreeChart chart, int points) {
        int height = Math.max(Picture.HEIGHT, PIXELS_AROUND_POINTS + PIXELS_PER_POINT * points);
        return new Picture(chart, Picture.WIDTH, height);
    }

    private void write(String chart, Picture picture) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(chart + ".png"), picture.png());
        write(folder.resolve(chart + ".svg"), picture.svg());
    }

    private void write(Path file, byte[] content) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        files.add(file);
    }
}
