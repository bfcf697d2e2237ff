package firesale.gui.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import firesale.gui.FireSaleWithUI;
import firesale.gui.Subject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import sim.util.Properties;

/** What MASON's own tools see of the parameters. */
class ParameterPropertiesTest {

    private final FireSaleWithUI simulation = new FireSaleWithUI(new Subject("a", "b", ExperimentFile.modelSchema().defaults(), 1));
    private final Properties properties = simulation.getSimulationProperties();

    private int index(String path) {
        for (int i = 0; i < properties.numProperties(); i++) {
            if (properties.getName(i).equals(path)) {
                return i;
            }
        }
        throw new AssertionError(path);
    }

    @Test
    void allAreThereWithTypesThatFitTheirValues() {
        assertThat(properties.numProperties()).isEqualTo(ExperimentFile.modelSchema().effective(simulation.subject().parameters()).size());
        for (int i = 0; i < properties.numProperties(); i++) {
            Object value = properties.getValue(i);
            Class<?> type = properties.getType(i);
            Class<?> boxed = type == double.class ? Double.class : type == long.class ? Long.class
                    : type == boolean.class ? Boolean.class : type == int.class ? Integer.class : String.class;
            assertThat(value).as(properties.getName(i)).isInstanceOf(boxed);
            assertThat(properties.isReadWrite(i)).isTrue();
            assertThat(properties.getDescription(i)).contains("Expected: ");
            assertThat(properties.getDomain(i) != null).isEqualTo(type == int.class);
        }
    }

    @Test
    void valuesOfEachTypeAreWritten() {
        assertThat(properties.setValue(index("credit.loan.ltvHigh"), (Object) 0.9)).isEqualTo(0.9);
        assertThat(properties.setValue(index("credit.borrowers.count"), "80")).isEqualTo(80L);
        assertThat(properties.setValue(index("auction.waiting"), (Object) true)).isEqualTo(true);
        assertThat(properties.setValue(index("auction.format"), (Object) 2)).isEqualTo(2);
        assertThat(properties.setValue(index("auction.bidding"), "1")).isEqualTo(1);
        assertThat(properties.setValue(index("market.squeeze.startWeek"), "none")).isEqualTo("none");
        assertThat(properties.setValue(index("frictions"), "[repo]")).isEqualTo("[repo]");
        assertThat(properties.setValue(index("market.start"), "2026-02-02")).isEqualTo("2026-02-02");
        var now = simulation.subject().parameters();
        assertThat(now.credit().loan().ltvHigh()).isEqualTo(0.9);
        assertThat(now.credit().borrowers().count()).isEqualTo(80);
        assertThat(now.auction().waiting()).isTrue();
        assertThat(ParameterChange.text(now, "auction.format")).isEqualTo("first-price");
        assertThat(ParameterChange.text(now, "auction.bidding")).isEqualTo("price-taking");
        assertThat(now.market().squeeze().startWeek()).isEmpty();
        assertThat(now.frictions()).hasSize(1);
    }

    @Test
    void aRefusedValueLeavesTheOldOne() {
        int high = index("credit.loan.ltvHigh");
        assertThat(properties.setValue(high, (Object) 8.5)).isEqualTo(0.85);
        assertThat(properties.setValue(index("auction.format"), (Object) 99)).isEqualTo(4);
        assertThat(simulation.subject().parameters()).isEqualTo(ExperimentFile.modelSchema().defaults());
    }

    @Test
    void numbersHaveAPointWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(properties.setValue(index("credit.loan.ltvHigh"), "0.9")).isEqualTo(0.9);
        } finally {
            Locale.setDefault(before);
        }
    }
}
