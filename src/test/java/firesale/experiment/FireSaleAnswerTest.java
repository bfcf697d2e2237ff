package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.analysis.Difference;
import firesale.analysis.Estimate;
import firesale.analysis.Estimate.Method;
import firesale.experiment.Summary.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a sweep says in words. */
class FireSaleAnswerTest {

    private static final List<Measure> MEASURES = List.of(
            new Measure("price_discount", "share", "", 0, true, 0, 1), new Measure("recovery", "share", "", 1, true, 2, 3));

    private static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half, 50, 0, Method.BOOTSTRAP);
    }

    /** Recoveries of points, the first of which is the baseline; differences have intervals of half a point to each side. */
    private static String answer(double... recoveries) {
        List<String> points = new ArrayList<>();
        List<Integer> baselines = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int p = 0; p < recoveries.length; p++) {
            points.add("p" + p);
            baselines.add(0);
            Optional<Difference> paired = p == 0 ? Optional.empty()
                    : Optional.of(new Difference(around(recoveries[p] - recoveries[0], 0.005), 0.5));
            cells.add(List.of(new Cell(around(0.3 + 0.01 * p, 0.02), Optional.empty()), new Cell(around(recoveries[p], 0.05), paired)));
        }
        return FireSaleAnswer.of(new Summary("s", "", 1, 50, 0, "", points, baselines, MEASURES, cells));
    }

    @Test
    void aPointThatStandsOut() {
        assertThat(answer(0.40, 0.50, 0.45)).isEqualTo("""
                The price discount to FMV runs from 30.0 % (28.0 to 32.0 %) at p0
                to 32.0 % (30.0 to 34.0 %) at p2.
                Lenders recover most at p1: 50.0 % of defaulted loans (45.0 to 55.0 %),
                +10.0 pp (+9.5 to +10.5 pp) against p0; by their paired differences all others recover less.""");
    }

    @Test
    void pointsThatCannotBeToldApartAreNamed() {
        assertThat(answer(0.40, 0.50, 0.495, 0.41)).endsWith("by paired differences not told apart from it: p2.");
        assertThat(answer(0.400, 0.404, 0.35)).endsWith("by paired differences not told apart from it: p0.");
    }

    @Test
    void theBaselineItselfAlsoOfEquals() {
        assertThat(answer(0.50, 0.40, 0.45)).endsWith("""
                Lenders recover most at p0: 50.0 % of defaulted loans (45.0 to 55.0 %),
                the baseline; next comes p2, -5.0 pp (-5.5 to -4.5 pp).""");
        assertThat(answer(0.50, 0.50)).contains("Lenders recover most at p0").contains("next comes p1, 0.0 pp");
    }
}
