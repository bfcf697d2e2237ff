package firesale.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a result folder holds that can be drawn. Tables that are absent leave their part empty. Where there are several design
 * points, sales, supply and weeks are those of the first.
 */
final class Results {

    /** Of more replications the first are drawn: pictures would not change, but memory would grow. Tables are in the order of runs. */
    static final int MOST_REPLICATIONS = 10_000;

    private final Path folder;
    private final List<PointRuns> points;
    private int replications;
    private final SummaryTable summary;
    private final Squeeze squeeze = new Squeeze();
    private final SalesTally sales = new SalesTally();
    private final SupplyTally supply = new SupplyTally();
    private int runsSeen;
    private boolean hasSales;
    private boolean hasSupply;
    private LocalDate start;
    private SaleSchedule schedule;
    private Optional<Timeline> timeline = Optional.empty();

    private Results(Path folder) throws IOException {
        this.folder = folder;
        this.points = readRuns();
        this.summary = SummaryTable.read(folder.resolve("summary.csv"));
    }

    /**
     * Reads a result folder.
     *
     * @throws IOException if a table is there but cannot be read
     */
    static Results read(Path folder) throws IOException {
        Results results = new Results(folder);
        results.readSales();
        boolean regimesKnown = results.readWeeks();
        results.readAuctions(!regimesKnown);
        results.readSchedule();
        results.timeline = TimelineTables.read(folder, results.shownPoint());
        return results;
    }

    /** A run's values while {@code runs.csv} is read. */
    private static final class PointSums {
        private final String id;
        private final List<Double> discounts = new ArrayList<>();
        private int runs;
        private int failed;

        PointSums(String id) {
            this.id = id;
        }
    }

    private List<PointRuns> readRuns() throws IOException {
        TreeMap<Integer, PointSums> sums = new TreeMap<>();
        if (exists("runs.csv")) {
            try (TableScan scan = open("runs.csv", "point", "point_id", "status", "price_discount", "replication")) {
                while (scan.next()) {
                    replications = Math.max(replications, scan.whole(4) + 1);
                    if (scan.whole(4) >= MOST_REPLICATIONS) {
                        continue;
                    }
                    PointSums point = sums.computeIfAbsent(scan.whole(0), index -> new PointSums(scan.text(1)));
                    boolean failed = !scan.text(2).equals("ok");
                    point.failed += failed ? 1 : 0;
                    point.runs += failed ? 0 : 1;
                    double discount = scan.real(3);
                    if (!failed && scan.whole(0) == sums.firstKey() && Double.isFinite(discount)) {
                        point.discounts.add(discount);
                    }
                }
            }
        }
        List<PointRuns> result = new ArrayList<>();
        sums.forEach((index, point) -> result.add(new PointRuns(index, point.id, point.runs, point.failed,
                point.discounts.stream().mapToDouble(Double::doubleValue).toArray())));
        return result;
    }

    private void readSales() throws IOException {
        if (exists("sales.csv")) {
            try (TableScan scan = open("sales.csv", "point", "replication", "week", "gpus", "price_usd", "fmv_usd", "book_usd",
                    "forced_last", "buyer_type")) {
                while (nextOfShownPoint(scan)) {
                    if (scan.text(8).equals("scrap")) {
                        continue;
                    }
                    hasSales = true;
                    sales.add(scan.whole(1), scan.whole(2), scan.real(3), scan.real(4), scan.real(5), scan.real(6),
                            scan.text(7).equals("true"));
                }
            }
        }
    }

    private boolean readWeeks() throws IOException {
        boolean any = false;
        if (exists("weeks.csv")) {
            try (TableScan scan = open("weeks.csv", "point", "replication", "week", "regime", "date")) {
                while (nextOfShownPoint(scan)) {
                    squeeze.add(scan.whole(2), scan.text(3));
                    if (!any && !scan.text(4).isEmpty()) {
                        start = LocalDate.parse(scan.text(4)).minusWeeks(scan.whole(2));
                    }
                    any = true;
                }
            }
        }
        return any;
    }

    private void readAuctions(boolean regimesWanted) throws IOException {
        if (exists("auctions.csv")) {
            try (TableScan scan = open("auctions.csv", "point", "replication", "week", "regime", "offered_gpus", "hostable_gpus",
                    "payable_gpus", "sold_gpus")) {
                while (nextOfShownPoint(scan)) {
                    hasSupply = true;
                    supply.add(scan.whole(1), scan.whole(2), scan.real(4), scan.real(5), scan.real(6), scan.real(7));
                    if (regimesWanted) {
                        squeeze.add(scan.whole(2), scan.text(3));
                    }
                }
            }
        }
    }

    /** Keeps the first run's schedule that there is: a run that sold nothing has none. */
    private void readSchedule() throws IOException {
        if (!exists("schedules.csv")) {
            return;
        }
        try (TableScan scan = open("schedules.csv", "point", "replication", "run", "week", "kind", "age_years",
                "clearing_price_usd",
                "sold_gpus", "fmv_usd", "price_usd", "demand_gpus", "demand_without_budgets_gpus", "supply_gpus")) {
            List<SaleSchedule.Point> points = new ArrayList<>();
            while (nextOfShownPoint(scan) && (schedule == null || scan.whole(2) == schedule.run())) {
                if (schedule == null) {
                    schedule = new SaleSchedule(scan.whole(2), scan.whole(3), scan.text(4), scan.real(5), scan.real(6),
                            scan.real(7), scan.real(8), points);
                }
                points.add(new SaleSchedule.Point(scan.real(9), scan.real(10), scan.real(11), scan.real(12)));
            }
        }
    }

    private int shownPoint() {
        return points.isEmpty() ? 0 : points.get(0).index();
    }

    private boolean nextOfShownPoint(TableScan scan) throws IOException {
        int shown = shownPoint();
        while (scan.next() && scan.whole(1) < MOST_REPLICATIONS) {
            if (scan.whole(0) == shown) {
                runsSeen = Math.max(runsSeen, scan.whole(1) + 1);
                return true;
            }
        }
        return false;
    }

    private boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    private TableScan open(String name, String... columns) throws IOException {
        return TableScan.open(folder.resolve(name), columns);
    }

    /** The design points in order; none without {@code runs.csv}. */
    List<PointRuns> points() {
        return points;
    }

    SummaryTable summary() {
        return summary;
    }

    /** Runs of the first point that did not fail; without {@code runs.csv} as many as the other tables show. */
    int runs() {
        return points.isEmpty() ? runsSeen : points.get(0).runs();
    }

    /** How many replications there are beyond those that are drawn; known with {@code runs.csv}. */
    int replicationsLeftOut() {
        return Math.max(0, replications - MOST_REPLICATIONS);
    }

    /** Prices by bin of weeks; empty without a sale. */
    List<PriceBin> prices() {
        return hasSales ? sales.prices(runs()) : List.of();
    }

    /** Discounts of single GPUs; empty without a sale. */
    Optional<GpuDiscounts> gpuDiscounts() {
        return hasSales ? Optional.of(sales.discounts()) : Optional.empty();
    }

    /** Supply by bin of weeks; empty without a clearing. */
    List<SupplyBin> supply() {
        return hasSupply ? supply.bins(runs()) : List.of();
    }

    /** Demand and supply of the largest sale of the first run that sold anything, if they were recorded. */
    Optional<SaleSchedule> schedule() {
        return Optional.ofNullable(schedule);
    }

    /** What happened in a typical run, if weeks and events were recorded. */
    Optional<Timeline> timeline() {
        return timeline;
    }

    /** Where most runs were in a squeeze; of all runs if {@code weeks.csv} is there, else of those with lots on offer. */
    List<Squeeze.Span> squeeze() {
        return squeeze.spans();
    }

    /** The first day of week 0, if {@code weeks.csv} tells it. */
    Optional<LocalDate> start() {
        return Optional.ofNullable(start);
    }
}
