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
            assertThat(Numbers.usd(12_345.6)).isEqualTo("USD 12,346");
            assertThat(Numbers.usd(1.234e9)).isEqualTo("USD 1.2 bn");
            assertThat(Numbers.percentWithDecimal(0.384)).isEqualTo("38.4 %");
            assertThat(Numbers.ratio(1.25)).isEqualTo("1.25");
            assertThat(Numbers.power(350)).isEqualTo("0.35 MW");
            assertThat(Numbers.plain(10.2)).isEqualTo("10.2");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void amountsAreShortAndBeginWithTheCurrency() {
        assertThat(Numbers.usd(9736.27)).isEqualTo("USD 9,736");
        assertThat(Numbers.usd(-1500)).isEqualTo("\u2212USD 1,500");
        assertThat(Numbers.usd(-0.2)).isEqualTo("USD 0");
        assertThat(Numbers.usd(999_400)).isEqualTo("USD 999,400");
        assertThat(Numbers.usd(340e6)).isEqualTo("USD 340 m");
        assertThat(Numbers.usd(-70.1e6)).isEqualTo("\u2212USD 70.1 m");
        assertThat(Numbers.usd(999.6e6)).isEqualTo("USD 1 bn");
        assertThat(Numbers.usd(Double.NaN)).isEqualTo("\u2013");
    }

    @Test
    void countsNameWhatIsCounted() {
        assertThat(Numbers.gpus(1)).isEqualTo("1 GPU");
        assertThat(Numbers.gpus(12_345)).isEqualTo("12,345 GPUs");
        assertThat(Numbers.counted(3, "host")).isEqualTo("3 hosts");
    }

    @Test
    void sharesAreInPerCent() {
        assertThat(Numbers.percent(0.384)).isEqualTo("38 %");
        assertThat(Numbers.percent(-0.384)).isEqualTo("\u221238 %");
        assertThat(Numbers.percent(-0.001)).isEqualTo("0 %");
        assertThat(Numbers.percent(Double.NaN)).isEqualTo("\u2013");
        assertThat(Numbers.percentWithDecimal(0.118)).isEqualTo("11.8 %");
        assertThat(Numbers.percentWithDecimal(-0.0001)).isEqualTo("0.0 %");
        assertThat(Numbers.againstFmv(0.59)).isEqualTo("41 % below FMV");
        assertThat(Numbers.againstFmv(1.031)).isEqualTo("3 % above FMV");
        assertThat(Numbers.againstFmv(1.004)).isEqualTo("at FMV");
        assertThat(Numbers.ratio(Double.POSITIVE_INFINITY)).isEqualTo("without limit");
        assertThat(Numbers.ratio(Double.NaN)).isEqualTo("\u2013");
    }

    @Test
    void numbersHaveNoNoise() {
        assertThat(Numbers.power(17_247)).isEqualTo("17 MW");
        assertThat(Numbers.power(1_255)).isEqualTo("1.3 MW");
        assertThat(Numbers.power(12)).isEqualTo("12 kW");
        assertThat(Numbers.plain(100)).isEqualTo("100");
        assertThat(Numbers.plain(0.05)).isEqualTo("0.05");
        assertThat(Numbers.rounded(23_084.347397)).isEqualTo(23_084.0);
        assertThat(Numbers.rounded(7L)).isEqualTo(7L);
        assertThat(Numbers.rounded(Double.NaN)).isEqualTo(Double.NaN);
        assertThat(Numbers.rounded(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
