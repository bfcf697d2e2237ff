package firesale.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AppliedTest {

    @Test
    void saysWhatBecameOfAChange() {
        assertThat(Applied.atNextStart().words()).isEqualTo("Takes effect when the run starts.");
        assertThat(new Applied(true, 0, OptionalInt.empty(), false).words()).isEqualTo("Applied: the run is at its start.");
        assertThat(new Applied(true, 1, OptionalInt.empty(), false).words()).isEqualTo("Applied: week 0 is as it was; the run goes on.");
        assertThat(new Applied(true, 42, OptionalInt.empty(), false).words())
                .isEqualTo("Applied: weeks 0 to 41 are as they were; the run goes on.");
        assertThat(new Applied(true, 42, OptionalInt.of(27), false).words())
                .isEqualTo("Restarted: computed again with the same seed up to week 41; week 27 is the first that differs.");
        assertThat(new Applied(true, 42, OptionalInt.of(27), true).words()).endsWith("The run is over by then.");
        assertThat(new Applied(true, 42, OptionalInt.empty(), true).words()).endsWith("and the run is over.");
    }

    @Test
    void findsTheFirstWeekThatDiffers() {
        assertThat(FirstChange.first(List.of(0, 1, 2), List.of(0, 1, 2), week -> week)).isEqualTo(Integer.MAX_VALUE);
        assertThat(FirstChange.first(List.of(0, 1, 2), List.of(0, 1), week -> week)).isEqualTo(2);
        assertThat(FirstChange.first(List.of(), List.of(7), week -> week)).isEqualTo(7);
        assertThat(FirstChange.first(List.of(3, 9), List.of(3, 5), week -> week)).isEqualTo(5);
    }
}
