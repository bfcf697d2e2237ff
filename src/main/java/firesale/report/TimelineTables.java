package firesale.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the timeline of a typical run off {@code weeks.csv} and {@code events.csv}. */
final class TimelineTables {

    private final Path weeks;
    private final Path events;
    private final int point;

    private TimelineTables(Path folder, int point) {
        this.weeks = folder.resolve("weeks.csv");
        this.events = folder.resolve("events.csv");
        this.point = point;
    }

    /** How a run ended. */
    private record End(int run, long defaults, boolean anySold) {
    }

    /**
     * The timeline of a point's run whose number of defaults is the median of the runs that sold anything, the lower of two;
     * of several such runs the first. Where no run sold anything, the median is that of all.
     *
     * @param point number of the design point
     * @return empty unless both tables are there and have the point's weeks
     * @throws IOException if a table is there but cannot be read
     */
    static Optional<Timeline> read(Path folder, int point) throws IOException {
        TimelineTables tables = new TimelineTables(folder, point);
        if (!Files.exists(tables.weeks) || !Files.exists(tables.events)) {
            return Optional.empty();
        }
        Optional<End> typical = typical(tables.ends());
        return typical.isEmpty() ? Optional.empty() : Optional.of(tables.timeline(typical.get()));
    }

    private TableScan weeks() throws IOException {
        return TableScan.open(weeks, "point", "run", "week", "regime", "btc_usd", "spot_usd_per_hour", "ai_equity",
                "inventory_gpus", "lender_losses_usd", "defaults", "sold_gpus");
    }

    private TableScan events() throws IOException {
        return TableScan.open(events, "point", "run", "week", "event", "cause", "borrower", "gpus", "usd", "fmv_usd");
    }

    private List<End> ends() throws IOException {
        Map<Integer, End> ends = new LinkedHashMap<>();
        try (TableScan scan = weeks()) {
            while (scan.next()) {
                if (scan.whole(0) == point) {
                    ends.put(scan.whole(1), new End(scan.whole(1), scan.whole(9), scan.real(10) > 0));
                }
            }
        }
        return List.copyOf(ends.values());
    }

    private static Optional<End> typical(List<End> ends) {
        List<End> sold = ends.stream().filter(End::anySold).toList();
        List<End> sorted = (sold.isEmpty() ? ends : sold).stream()
                .sorted(Comparator.comparingLong(End::defaults).thenComparingInt(End::run)).toList();
        return sorted.isEmpty() ? Optional.empty()
                : sorted.stream().filter(end -> end.defaults() == sorted.get((sorted.size() - 1) / 2).defaults()).findFirst();
    }

    private Timeline timeline(End end) throws IOException {
        List<Timeline.State> states = new ArrayList<>();
        try (TableScan scan = weeks()) {
            while (nextOf(end.run(), scan)) {
                states.add(new Timeline.State(scan.whole(2), scan.text(3), scan.real(4), scan.real(5), scan.real(6), scan.real(7),
                        scan.real(8)));
            }
        }
        List<Timeline.Happening> happenings = new ArrayList<>();
        try (TableScan scan = events()) {
            while (nextOf(end.run(), scan)) {
                happenings.add(new Timeline.Happening(scan.whole(2), scan.text(3), scan.text(4), scan.whole(5), scan.real(6),
                        scan.real(7), scan.real(8)));
            }
        }
        return new Timeline(end.run(), end.defaults(), end.anySold(), states, happenings);
    }

    private boolean nextOf(int run, TableScan scan) throws IOException {
        while (scan.next()) {
            if (scan.whole(0) == point && scan.whole(1) == run) {
                return true;
            }
        }
        return false;
    }
}
