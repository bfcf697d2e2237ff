package firesale.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.world.Regime;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MomentTest {

    @Test
    void saysWeekDateAndRegime() {
        LocalDate date = LocalDate.of(2026, 11, 9);
        assertThat(new Moment(44, 104, date, Regime.SQUEEZE).text())
                .isEqualTo("Week 44 \u00b7 9 Nov 2026 \u00b7 funding squeeze");
        assertThat(new Moment(104, 104, date, Regime.CALM).text())
                .isEqualTo("Week 104 \u00b7 9 Nov 2026 \u00b7 calm, run-off");
    }
}
