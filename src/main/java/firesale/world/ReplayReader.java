package firesale.world;

import firesale.kernel.parameters.InputException;
import firesale.kernel.table.CsvLine;
import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns a dated CSV series into weekly prices: log-linear between dates, missing before the first one, held after the last. */
final class ReplayReader {

    private ReplayReader() {
    }

    /** @return weekly prices from the start on; NaN before the first date in the file */
    static ObservedSeries read(ReplaySeries series, LocalDate start, int weeks) {
        List<Point> points = points(series);
        double[] weekly = new double[weeks];
        int next = 0;
        for (int week = 0; week < weeks; week++) {
            double day = week * 7.0;
            while (next < points.size() && points.get(next).day(start) <= day) {
                next++;
            }
            if (next == 0) {
                weekly[week] = Double.NaN;
            } else if (next == points.size()) {
                weekly[week] = points.get(next - 1).value;
            } else {
                Point before = points.get(next - 1);
                Point after = points.get(next);
                double share = (day - before.day(start)) / (after.day(start) - before.day(start));
                weekly[week] = StrictMath.exp(StrictMath.log(before.value)
                        + share * (StrictMath.log(after.value) - StrictMath.log(before.value)));
            }
        }
        return week -> week < weekly.length ? weekly[week] : weekly[weekly.length - 1];
    }

    private static List<Point> points(ReplaySeries series) {
        List<Point> points = new ArrayList<>();
        boolean oneTier = !series.tier().equals("all");
        List<String> required = oneTier ? List.of("date", "tier", series.column()) : List.of("date", series.column());
        String content = series.file().content();
        List<String> others = new ArrayList<>(CsvLine.split(content.lines().findFirst().orElse("")));
        others.removeAll(required);
        for (CsvRow row : CsvReader.read(series.file().name(), content, required, others)) {
            if (oneTier && !row.text("tier").equals(series.tier())) {
                continue;
            }
            double value = row.real(series.column());
            if (!(value > 0)) {
                throw row.failure(series.column(), "expected a price above 0, but found " + row.text(series.column()));
            }
            points.add(new Point(row.date("date"), value));
        }
        points.sort(Comparator.comparing(Point::date));
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).date.equals(points.get(i - 1).date)) {
                throw new InputException(series.file().text() + ": two values of " + series.column() + " for "
                        + points.get(i).date + "; name one tier, or keep one row a date");
            }
        }
        if (points.isEmpty()) {
            throw new InputException(series.file().text() + ": no row of tier " + series.tier()
                    + " for the series " + series.name());
        }
        return points;
    }

    private record Point(LocalDate date, double value) {
        double day(LocalDate start) {
            return ChronoUnit.DAYS.between(start, date);
        }
    }
}
