package firesale.gui.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Value;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static Span span(String path, double usual) {
        return Span.of(ParameterChange.parameter(path), Optional.of(usual)).orElseThrow();
    }

    @Test
    void everyPositionIsAnAllowedValueInRisingOrder() {
        int looked = 0;
        for (Parameter parameter : ExperimentFile.modelSchema().parameters()) {
            Optional<Double> usual = Editor.number(parameter.def());
            Span span = Span.of(parameter, usual).orElse(null);
            if (span == null) {
                continue;
            }
            looked++;
            double before = Double.NEGATIVE_INFINITY;
            for (int position = 0; position <= Span.POSITIONS; position += 5) {
                String text = span.text(position);
                // throws if it is out of range or no whole number
                parameter.canonical(new Value.Text(text, Place.argument(text)), Path.of(""));
                double value = Double.parseDouble(text);
                assertThat(value).as("%s at %d", parameter.path(), position).isGreaterThanOrEqualTo(before);
                before = value;
            }
            double def = usual.orElse(0.0);
            if (def >= Double.parseDouble(span.text(0)) && def <= span.high()) {
                double back = Double.parseDouble(span.text(span.position(def)));
                assertThat(back).as(parameter.path()).isCloseTo(def, within(Math.max(0.06 * Math.abs(def),
                        span.isLog() ? 0.5 : (span.high() - span.low()) / 50)));
            }
        }
        assertThat(looked).isGreaterThan(700);
    }

    @Test
    void aShareIsShownWhole() {
        Span span = span("policy.guarantee.share", 0);
        assertThat(span.text(0)).isEqualTo("0");
        assertThat(span.text(Span.POSITIONS / 2)).isEqualTo("0.5");
        assertThat(span.text(Span.POSITIONS)).isEqualTo("1");
        assertThat(span.text(81)).isEqualTo("0.2");
    }

    @Test
    void aWideRangeIsShownByFactorsAroundWhatIsUsual() {
        Span span = span("credit.borrowers.count", 40);
        assertThat(span.text(0)).isEqualTo("0");
        assertThat(span.text(1)).isEqualTo("4");
        assertThat(span.text(Span.POSITIONS)).isEqualTo("400");
        assertThat(Double.parseDouble(span.text(Span.POSITIONS / 2))).isBetween(39.0, 41.0);
        assertThat(span.position(40)).isBetween(198, 202);
        assertThat(span.position(100_000)).isEqualTo(Span.POSITIONS);
        assertThat(span.position(0)).isZero();
        assertThat(span.position(1)).isEqualTo(1);
    }

    @Test
    void whereNothingIsUsualTheEndOfTheRangeIsShown() {
        Span span = span("repo.capacityUsd", 0);
        assertThat(span.text(0)).isEqualTo("0");
        assertThat(span.text(1)).isEqualTo("10000000");
        assertThat(span.text(Span.POSITIONS)).isEqualTo("10000000000000");
    }

    @ParameterizedTest
    @CsvSource({"market.squeeze.startWeek, 26, 0, 260", "time.weeks, 156, 1, 1040", "market.squeeze.easingWeeks, 39, 1, 390"})
    void weeksAreEvenlySpaced(String path, double usual, String first, String last) {
        Span span = span(path, usual);
        assertThat(span.isLog()).isFalse();
        assertThat(span.text(0)).isEqualTo(first);
        assertThat(span.text(Span.POSITIONS)).isEqualTo(last);
    }

    @Test
    void whatHasNoEndOrIsNoNumberHasNoSlider() {
        assertThat(Span.of(ParameterChange.parameter("market.start"), Optional.empty())).isEmpty();
        assertThat(Span.of(ParameterChange.parameter("auction.format"), Optional.empty())).isEmpty();
    }
}
