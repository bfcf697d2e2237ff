package firesale.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void writesRunsOfNumbersShortAndReadsThemBack() {
        List<Integer> numbers = List.of(0, 1, 2, 3, 7, 9, 10, 12);
        assertThat(Ranges.text(numbers)).isEqualTo("0-3,7,9-10,12");
        assertThat(Ranges.parse("0-3,7,9-10,12")).isEqualTo(numbers);
        assertThat(Ranges.text(List.of(5))).isEqualTo("5");
        assertThat(Ranges.parse("5")).containsExactly(5);
        assertThat(Ranges.text(List.of(1000, 1001))).isEqualTo("1000-1001");
    }

    @Test
    void refusesAnythingElse() {
        for (String text : List.of("", "a", "1-", "1,,2")) {
            assertThatThrownBy(() -> Ranges.parse(text)).as(text).isInstanceOf(NumberFormatException.class);
        }
    }
}
