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
            new Measure("price_discount", "share", "", 0, true, 0, 1), new Measure("lender_losses_usd", "USD", "", 1, true, 2, -1));

    private static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half, 50, 0, Method.BOOTSTRAP);
    }

    /** Losses of points in millions, the first of which is the baseline; differences have intervals of five millions to each side. */
    private static String answer(double... losses) {
        List<String> points = new ArrayList<>();
        List<Integer> baselines = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int p = 0; p < losses.length; p++) {
            points.add("p" + p);
            baselines.add(0);
            Optional<Difference> paired = p == 0 ? Optional.empty()
                    : Optional.of(new Difference(around(1e6 * (losses[p] - losses[0]), 5e6), 0.5));
            cells.add(List.of(new Cell(around(0.3 + 0.01 * p, 0.02), Optional.empty()), new Cell(around(1e6 * losses[p], 5e7), paired)));
        }
        return FireSaleAnswer.of(new Summary("s", "", 1, 50, 0, "", points, baselines, MEASURES, cells));
    }

    @Test
    void aPointThatStandsOut() {
        assertThat(answer(500, 400, 450)).isEqualTo("""
                The price discount to FMV runs from 30.0 % (28.0 to 32.0 %) at p0
                to 32.0 % (30.0 to 34.0 %) at p2.
                Lenders lose least at p1: $400.0m a run ($350.0m to $450.0m),
                -$100.0m (-$105.0m to -$95.0m) against p0; by their paired differences all others lose more.""");
    }

    @Test
    void pointsThatCannotBeToldApartAreNamed() {
        assertThat(answer(500, 400, 405, 490)).endsWith("by paired differences not told apart from it: p2.");
        assertThat(answer(400, 396, 450)).endsWith("by paired differences not told apart from it: p0.");
    }

    @Test
    void theBaselineItselfAlsoOfEquals() {
        assertThat(answer(400, 500, 450)).endsWith("""
                Lenders lose least at p0: $400.0m a run ($350.0m to $450.0m),
                the baseline; next comes p2, +$50.0m (+$45.0m to +$55.0m).""");
        assertThat(answer(400, 400)).contains("Lenders lose least at p0").contains("next comes p1, ");
    }
}
