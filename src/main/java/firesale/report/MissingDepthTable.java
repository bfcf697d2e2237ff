package firesale.report;

import firesale.repo.RepoParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code discount-curve.csv} and {@code missing-depth.csv}. */
final class MissingDepthTable {

    private final String point;
    private double haircut = Double.NaN;
    private final List<MissingDepth.At> dyn = new ArrayList<>();
    private final List<MissingDepth.At> fix = new ArrayList<>();
    private final List<MissingDepth.Relaxed> relaxed = new ArrayList<>();
    private final Map<Double, Interval> floors = new TreeMap<>();
    private final Map<Double, Map<Double, MissingDepth.Need>> needs = new TreeMap<>();
    private final Map<Double, MissingDepth.Need> standby = new TreeMap<>();

    private MissingDepthTable(String point) {
        this.point = point;
    }

    /**
     * What the tables say of each declared point.
     *
     * @param folder the result folder
     * @return empty unless both tables are there
     */
    static List<MissingDepth> read(Path folder) throws IOException {
        Path curves = folder.resolve("discount-curve.csv");
        Path amounts = folder.resolve("missing-depth.csv");
        Map<String, MissingDepthTable> points = new LinkedHashMap<>();
        if (Files.exists(curves) && Files.exists(amounts)) {
            try (TableScan scan = TableScan.open(curves, "point_id", "kind", "haircut", "without", "capacity_usd", "discount",
                    "low",
                    "high", "n")) {
                while (scan.next()) {
                    points.computeIfAbsent(scan.text(0), MissingDepthTable::new).curve(scan);
                }
            }
            try (TableScan scan = TableScan.open(amounts, "point_id", "what", "target", "haircut", "value", "low", "high", "flag",
                    "n")) {
                while (scan.next()) {
                    points.computeIfAbsent(scan.text(0), MissingDepthTable::new).amount(scan);
                }
            }
        }
        return points.values().stream().map(MissingDepthTable::finish).toList();
    }

    private void curve(TableScan scan) throws IOException {
        Interval discount = new Interval(scan.real(5), scan.real(6), scan.real(7), scan.whole(8), "");
        double usd = scan.real(4) >= RepoParameters.UNLIMITED_USD ? Double.POSITIVE_INFINITY : scan.real(4);
        switch (scan.text(1)) {
            case "dyn" -> {
                haircut = scan.real(2);
                dyn.add(new MissingDepth.At(usd, discount));
            }
            case "fix" -> fix.add(new MissingDepth.At(usd, discount));
            case "relaxed" -> relaxed.add(new MissingDepth.Relaxed(scan.text(3), discount));
            default -> {
                // the curves of other haircuts and of standby money are not drawn
            }
        }
    }

    private void amount(TableScan scan) throws IOException {
        switch (scan.text(1)) {
            case "M_dyn" -> needs.computeIfAbsent(scan.real(3), h -> new TreeMap<>()).put(scan.real(2), need(scan));
            case "B" -> standby.put(scan.real(2), need(scan));
            case "floor" -> floors.put(scan.real(3), new Interval(scan.real(4), scan.real(5), scan.real(6), scan.whole(8), ""));
            default -> {
                // other rows have no place in the charts
            }
        }
    }

    private static MissingDepth.Need need(TableScan scan) throws IOException {
        List<String> flags = List.of(scan.text(7).split(";"));
        return new MissingDepth.Need(end(scan.real(4), "", flags), end(scan.real(5), "low-", flags), end(scan.real(6), "high-",
                flags),
                scan.whole(8) >= 2);
    }

    private static double end(double number, String which, List<String> flags) {
        return flags.contains(which + "above-grid") ? Double.POSITIVE_INFINITY : number;
    }

    private MissingDepth finish() {
        TreeSet<Double> targets = new TreeSet<>(standby.keySet());
        List<MissingDepth.Haircut> haircuts = new ArrayList<>();
        floors.forEach((at, floor) -> haircuts.add(new MissingDepth.Haircut(at, floor,
                targets.stream().map(target -> needs.get(at).get(target)).toList())));
        return new MissingDepth(point, haircut, dyn, fix, haircuts, relaxed, List.copyOf(targets),
                targets.stream().map(standby::get).toList());
    }
}
