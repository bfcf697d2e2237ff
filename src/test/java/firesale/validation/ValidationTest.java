package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import firesale.validation.Check.Drawn;
import firesale.validation.Check.Exact;
import firesale.validation.Check.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {

    private static final Method UNIFORM = new Drawn(() -> random -> random.uniform());

    private static Check check(String name, double expected, Method method) {
        return new Check("test", name, "any", "nobody", expected, method);
    }

    @Test
    void zIsTheDistanceInStandardErrors() {
        CheckResult result = new Validation(10_000, 1).run(check("uniform", 0.5, UNIFORM));
        assertThat(result.standardError()).isCloseTo(Math.sqrt(1 / 12.0 / 10_000), within(1e-4));
        assertThat(result.z()).isCloseTo((result.simulated() - 0.5) / result.standardError(), within(1e-12));
        assertThat(result.holds()).isTrue();
        assertThat(result.verdict()).isEqualTo("holds");
    }

    @Test
    void aWrongExpectationFails() {
        CheckResult result = new Validation(10_000, 1).run(check("uniform", 0.52, UNIFORM));
        assertThat(result.z()).isLessThan(-CheckResult.LIMIT);
        assertThat(result.verdict()).isEqualTo("FAILS");
    }

    @Test
    void whatIsNotANumberFails() {
        Method broken = new Drawn(() -> random -> Double.NaN);
        assertThat(new Validation(10, 1).run(check("broken", 0, broken)).holds()).isFalse();
        assertThat(new Validation(10, 1).run(check("broken", 0, new Exact(() -> Double.NaN, 1))).holds()).isFalse();
    }

    @Test
    void withoutChanceTheToleranceDecides() {
        Validation validation = new Validation(2, 1);
        assertThat(validation.run(check("near", 1, new Exact(() -> 1.01, 0.02))).holds()).isTrue();
        assertThat(validation.run(check("far", 1, new Exact(() -> 1.03, 0.02))).holds()).isFalse();
        CheckResult alike = validation.run(check("alike", 0.3, new Drawn(() -> random -> 0.3)));
        assertThat(alike.standardError()).isZero();
        assertThat(alike.z()).isNaN();
        assertThat(alike.holds()).isTrue();
        assertThat(validation.run(check("alike", 0.31, new Drawn(() -> random -> 0.3))).holds()).isFalse();
    }

    /** Neither the number of threads, nor the order, nor which others run changes a number; seed and name do. */
    @Test
    void numbersDependOnSeedAndNameAlone() {
        List<Check> checks = Theory.checks().stream().filter(check -> check.method() instanceof Drawn).toList();
        List<Check> reversed = new ArrayList<>(checks);
        Collections.reverse(reversed);
        List<CheckResult> results = new Validation(50, 7).run(checks, 1);
        assertThat(results).extracting(CheckResult::check).isEqualTo(checks);
        assertThat(new Validation(50, 7).run(checks, 8)).isEqualTo(results);
        assertThat(new Validation(50, 7).run(reversed, 3)).containsExactlyInAnyOrderElementsOf(results);
        assertThat(new Validation(50, 7).run(checks.get(9))).isEqualTo(results.get(9));
        assertThat(new Validation(50, 8).run(checks.get(9)).simulated()).isNotEqualTo(results.get(9).simulated());
        Validation validation = new Validation(50, 7);
        assertThat(validation.run(check("one", 0.5, UNIFORM)).simulated())
                .isNotEqualTo(validation.run(check("two", 0.5, UNIFORM)).simulated());
    }

    @Test
    void oneDrawHasNoStandardError() {
        assertThatThrownBy(() -> new Validation(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatACheckThrowsIsNotLost() {
        Method broken = new Exact(() -> {
            throw new IllegalArgumentException("no such thing");
        }, 0);
        assertThatThrownBy(() -> new Validation(2, 1).run(List.of(check("broken", 0, broken)), 2))
                .hasRootCauseMessage("no such thing");
    }
}
