package firesale.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void numbersAreWrittenAlikeUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
            assertThat(Numbers.usd(12_345.6)).isEqualTo("$12,346");
            assertThat(Numbers.usd(-0.2)).isEqualTo("$0");
            assertThat(Numbers.usd(-1500)).isEqualTo("-$1,500");
            assertThat(Numbers.usd(Double.NaN)).isEqualTo("-");
            assertThat(Numbers.percent(0.384)).isEqualTo("38 %");
            assertThat(Numbers.percent(-0.001)).isEqualTo("0 %");
            assertThat(Numbers.percentWithDecimal(0.384)).isEqualTo("38.4 %");
            assertThat(Numbers.percentWithDecimal(-0.0001)).isEqualTo("0.0 %");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void largeAmountsAreShort() {
        assertThat(Numbers.shortUsd(9_500)).isEqualTo("$9,500");
        assertThat(Numbers.shortUsd(340e6)).isEqualTo("$340 m");
        assertThat(Numbers.shortUsd(999.9e6)).isEqualTo("$1.00 bn");
        assertThat(Numbers.shortUsd(-1.25e9)).isEqualTo("-$1.25 bn");
    }
}
