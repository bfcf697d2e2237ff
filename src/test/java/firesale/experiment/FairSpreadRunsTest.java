package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.hardware.Hours;
import firesale.kernel.table.CsvLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole model through {@code kind: spread}, where theory knows the fair spread. */
class FairSpreadRunsTest {

    private static final double WEEK = 1 / Hours.WEEKS_PER_YEAR;
    private static final double HAZARD = 0.5;
    private static final int REPLICATIONS = 60;

    @TempDir
    Path temp;

    private Path run(String yaml) throws IOException {
        Path file = Files.writeString(temp.resolve("file.yaml"), yaml);
        ExperimentFile experiment = ExperimentFile.read(file);
        Path out = temp.resolve("out");
        StringWriter errors = new StringWriter();
        AnalysisParameters analysis = experiment.analysis();
        Design design = experiment.design(out);
        RunRequest request = new RunRequest(design, out, 2, false, false, new Work.Everything(), finished -> { });
        int code = Experiment.run(SimulatedModel.fireSale(), 250, Fake::pretendParquet, request, new PrintWriter(new StringWriter()), new PrintWriter(errors, true));
        assertThat(code).as(errors.toString()).isZero();
        return out;
    }

    private static Map<String, List<String>> spreads(Path out) throws IOException {
        return Files.readAllLines(out.resolve("spread.csv")).stream().skip(1).map(CsvLine::split)
                .collect(Collectors.toMap(fields -> fields.get(3) + " " + fields.get(4), fields -> fields));
    }

    private static List<Double> values(Path out, String table, String column) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve(table + ".csv"));
        int place = CsvLine.split(lines.get(0)).indexOf(column);
        return lines.stream().skip(1).map(line -> Double.parseDouble(CsvLine.split(line).get(place))).toList();
    }

    private static double sum(Path out, String table, String column) throws IOException {
        return values(out, table, column).stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Of loans that failed over exposure, a ratio of sums over runs, by its linear part. */
    private static double standardError(Path out, double ratio) throws IOException {
        List<Double> loans = values(out, "runs", "loans_seized_usd");
        List<Double> exposures = values(out, "runs", "exposure_host_loans_usd_years");
        double squares = 0;
        for (int r = 0; r < loans.size(); r++) {
            squares += Math.pow(loans.get(r) - ratio * exposures.get(r), 2);
        }
        return Math.sqrt(squares) / sum(out, "runs", "exposure_host_loans_usd_years");
    }

    /**
     * Hosts fail at a constant hazard and for no other reason; rates are not discounted, so that it is no matter when machines are
     * sold. What lenders recover is read off the rows of fleets. Of notes, which are owed in full to the end, it is what estates
     * pay. The week before the first has no risk in the model, which makes a hundredth less; standard errors are larger.
     */
    @Test
    void constantHazardInTheWholeModel() throws IOException {
        Path out = run("""
                schemaVersion: 1
                name: constant-hazard
                question: What is fair?
                model:
                  credit.borrowers.exogenousDefaultPerYear: 0.5
                  credit.borrowers.count: 40
                  credit.borrowers.gpusSigma: 0
                  credit.borrowers.cashWeeksMedian: 300
                  credit.borrowers.cashSigma: 0
                  credit.covenant.dscr: 0
                  credit.covenant.ltv: 10
                  credit.note.shareOfCost: 10
                  credit.note.coupon: 0
                  credit.note.conversionRatio: 100
                  credit.note.maturityYearsLow: 50
                  credit.note.maturityYearsHigh: 50
                  market.riskFreeRate: 0
                analysis:
                  kind: spread
                  replications: %d
                """.formatted(REPLICATIONS));
        double recovery = sum(out, "fleets", "recovered_usd") / sum(out, "fleets", "loan_usd");
        assertThat(recovery).isBetween(0.05, 0.95);
        double fair = Double.parseDouble(spreads(out).get("host_loans fair").get(5));
        double failing = sum(out, "runs", "loans_seized_usd") / sum(out, "runs", "exposure_host_loans_usd_years");
        assertThat(fair).as("what is not recovered of loans that fail").isCloseTo((1 - recovery) * failing, within(1e-9));
        double expected = Math.expm1(HAZARD * WEEK) / WEEK;
        double standardError = standardError(out, failing);
        assertThat(standardError).isLessThan(0.03 * expected);
        assertThat((failing - expected) / standardError).isBetween(-4.0, 4.0);
        assertThat(Double.parseDouble(spreads(out).get("host_loans charged").get(5))).isCloseTo(0.055, within(1e-6));
    }

    /** Lent more, more is lost: a comparison under common random numbers. And the safe advance is no more than the median. */
    @Test
    void higherAdvancesNeedHigherSpreads() throws IOException {
        Path out = run("""
                schemaVersion: 1
                name: advances
                question: What is fair?
                model:
                  credit.loan.sizingDscr: 0.3
                analysis:
                  kind: spread
                  replications: 20
                  variants:
                    half: {credit.loan.ltvLow: 0.5, credit.loan.ltvHigh: 0.5}
                    all: {credit.loan.ltvLow: 1.0, credit.loan.ltvHigh: 1.0}
                """);
        List<String> fair = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("spread.csv"))) {
            List<String> fields = CsvLine.split(line);
            if (fields.get(3).equals("host_loans") && fields.get(4).equals("fair")) {
                fair.add(fields.get(5));
            }
        }
        assertThat(fair).hasSize(2);
        assertThat(Double.parseDouble(fair.get(1))).isGreaterThan(1.5 * Double.parseDouble(fair.get(0)));
        Map<String, List<String>> cells = Files.readAllLines(out.resolve("safe-advance.csv")).stream().skip(1).map(CsvLine::split)
                .collect(Collectors.toMap(f -> f.get(0) + " " + f.get(1) + " " + f.get(2) + " " + f.get(3), f -> f));
        for (String point : List.of("half", "all")) {
            double safe = Double.parseDouble(cells.get(point + " all all safe_advance").get(4));
            assertThat(safe).isLessThanOrEqualTo(Double.parseDouble(cells.get(point + " all all median").get(4)));
            assertThat(Double.parseDouble(cells.get(point + " all all ltv_granted").get(4))).isCloseTo(point.equals("half") ? 0.5 : 1,
                    within(1e-6));
            assertThat(Integer.parseInt(cells.get(point + " all all safe_advance").get(9))).isEqualTo(fleets(out, point));
        }
    }

    private static long fleets(Path out, String point) throws IOException {
        int index = point.equals("half") ? 0 : 1;
        return Files.readAllLines(out.resolve("fleets.csv")).stream().skip(1).filter(line -> CsvLine.split(line).get(1)
                .equals(Integer.toString(index))).count();
    }
}
