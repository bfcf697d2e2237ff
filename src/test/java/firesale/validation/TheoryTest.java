package firesale.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks that the command makes, with fewer draws. */
class TheoryTest {

    private static final Validation FEW_DRAWS = new Validation(4_000, 20260105);

    static Stream<Arguments> checks() {
        return Theory.checks().stream().map(check -> Arguments.of(check.topic() + ": " + check.name(), check));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void holds(String name, Check check) {
        CheckResult result = FEW_DRAWS.run(check);
        assertThat(result.holds()).as("%s", result).isTrue();
    }

    @Test
    void everyRowIsComplete() {
        List<Check> checks = Theory.checks();
        assertThat(checks).hasSizeGreaterThan(215);
        assertThat(checks).extracting(Check::name).doesNotHaveDuplicates();
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.topic()).isNotBlank();
            assertThat(check.conditions()).isNotBlank();
            assertThat(check.source()).isNotBlank();
            assertThat(check.expected()).isFinite();
        });
    }

    /** Numbers as printed in the literature, so that no closed form is only compared with itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            english revenue, n=2                    | 0.3333
            first-price revenue, n=5                | 0.6667
            vickrey revenue, n=10                   | 0.8182
            vickrey revenue, n=1, r=0.5             | 0.2500
            vickrey revenue, n=2, r=0.5             | 0.4167
            vickrey revenue, n=3, r=0.5             | 0.5312
            vickrey revenue, n=5, r=0.5             | 0.6719
            vickrey revenue, n=8, r=0.5             | 0.7782
            first-price revenue, n=2, r=0.25        | 0.3750
            vickrey unsold, n=3, r=0.5              | 0.1250
            first-price variance of revenue, n=2    | 0.0139
            vickrey variance of revenue, n=2        | 0.0556
            n+1 without less n with reserve, n=2    | 0.0833
            uniform-price losing bid, n=10, k=5     | 0.4545
            uniform-price losing bid, n=20, k=15    | 0.2381
            quantity discount, n=10, k=3            | 0.2222
            quantity discount, n=10, k=5            | 0.4444
            quantity discount, n=10, k=8            | 0.7778
            vickrey truthful round 1, n=6, k=3      | 0.7143
            vickrey truthful round 2, n=6, k=3      | 0.5714
            vickrey truthful round 3, n=6, k=3      | 0.4286
            vickrey on min(value, budget), n=2      | 0.2000
            vickrey on min(value, budget), n=3      | 0.3143
            vickrey on min(value, budget), n=5      | 0.4459
            vickrey on min(value, budget), n=8      | 0.5507
            double auction, gains from trade        | 0.1406
            double auction, chance of trade         | 0.2812
            double auction, efficiency              | 0.8438
            price if all is sold                    | 0.5000
            onset of sales, share lost              | 0.0351
            all sales over first, depth 40          | 1.9048
            expected loss, hazard 0.1               | 0.0854
            expected loss, hazard 5                 | 0.5661
            fair spread on weeks paid, hazard 0.1   | 0.0601
            fair spread on weeks begun, hazard 0.1  | 0.0599
            advance that flat rent carries          | 0.5375
            haircut spiral, w=0.24, from value      | 0.3139
            haircut spiral, w=0.24, from nothing    | 0.3139
            haircut spiral, w=0.3, from value       | 1.0000
            haircut spiral, w=0.3, from nothing     | 0.4558
            """)
    void expectationsAreThoseInPrint(String name, double expected) {
        assertThat(Theory.checks()).filteredOn(check -> check.name().equals(name)).singleElement()
                .satisfies(check -> assertThat(check.expected()).isBetween(expected - 5.1e-5, expected + 5.1e-5));
    }
}
