package firesale.gui.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import firesale.experiment.ExperimentFile;
import firesale.hardware.MachineType;
import firesale.kernel.parameters.InputException;
import firesale.model.ModelParameters;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change lays a value over parameters just as {@code --set} does. */
class ParameterChangeTest {

    private static ExperimentFile file(String experiment) {
        return ExperimentFile.read(Path.of("experiments", experiment + ".yaml"));
    }

    private static ModelParameters parameters(String experiment) {
        return file(experiment).points().get(0).parameters();
    }

    private static ModelParameters bySetting(String experiment, String path, String text) {
        return file(experiment).withSettings(List.of(path + "=" + text)).points().get(0).parameters();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"market.squeeze.startWeek|none", "market.squeeze.startWeek|41", "credit.borrowers.count|80",
        "auction.format|pay-as-bid", "auction.waiting|true", "market.start|2026-02-02", "feedbacks|[]", "frictions|[repo, hurry]",
        "buyers.types.neocloud.count|3", "hardware.machines.H100-PCIe-air.cooling|[air, direct-liquid]", "buyers.entry.kind|\"a b\"",
        "buyers.file|experiments/data/own-buyers/buyers.csv"})
    void isWhatASettingGives(String path, String text) {
        ModelParameters before = parameters("baseline");
        ModelParameters changed = ParameterChange.bind(before, path, text);
        assertThat(changed).isEqualTo(bySetting("baseline", path, text)).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit.loan.ltvHigh=8.5", "credit.loan.ltvHigh=85 %", "credit.loan.ltvHigh=", "credit.loan.ltv=1",
        "auction.format=english-auction", "time.weeks=1.5", "frictions=repo", "buyers.file=no/such.csv", "twins=yes",
        "market.start=2026-02-30", "credit.loan.ltvLow=1.2", "feedbacks=[a"})
    void refusesInTheSameWords(String setting) {
        String path = setting.substring(0, setting.indexOf('='));
        String text = setting.substring(setting.indexOf('=') + 1);
        Throwable said = catchThrowable(() -> bySetting("baseline", path, text));
        assertThat(said).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> ParameterChange.bind(parameters("baseline"), path, text)).isInstanceOf(InputException.class)
                .hasMessage(said.getMessage().replace("--set " + setting + ": ", "")).message().doesNotContain("--set");
    }

    @Test
    void whatIsNotTouchedIsTheSameObject() {
        ModelParameters before = parameters("baseline");
        ModelParameters changed = ParameterChange.bind(before, "repo.capacityUsd", "1e9");
        assertThat(changed.repo().capacityUsd()).isEqualTo(1e9);
        assertThat(changed.credit()).isSameAs(before.credit());
        assertThat(changed.market()).isSameAs(before.market());
        assertThat(changed.buyers()).isSameAs(before.buyers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "replay", "own-book", "own-buyers", "seizure", "in-place", "chain"})
    void textsBringTheSameValuesBack(String experiment) {
        ModelParameters parameters = parameters(experiment);
        Map<String, String> texts = ParameterChange.texts(parameters);
        assertThat(texts.size()).isGreaterThan(900);
        texts.forEach((path, text) -> assertThat(ParameterChange.text(parameters, path)).as(path).isEqualTo(text));
        assertThat(ParameterChange.bind(parameters, texts)).isEqualTo(parameters);
    }

    @Test
    void aNewRowIsGivenAtOnceAndChangedLater() {
        ModelParameters before = parameters("baseline");
        Map<String, String> row = new LinkedHashMap<>();
        ParameterChange.texts(before).forEach((path, text) -> {
            if (path.startsWith("hardware.machines.H100-PCIe-air.")) {
                row.put(path.replace("H100-PCIe-air", "mine"), text);
            }
        });
        ModelParameters with = ParameterChange.bind(before, row);
        assertThat(with.hardware().machines()).hasSize(before.hardware().machines().size() + 1);
        ModelParameters later = ParameterChange.bind(with, "hardware.machines.mine.scrapUsd", "77");
        MachineType mine = later.hardware().machines().get(later.hardware().machines().size() - 1);
        assertThat(mine.name()).isEqualTo("mine");
        assertThat(mine.scrapUsd()).isEqualTo(77);
        // a change elsewhere in the same group keeps the row
        assertThat(ParameterChange.bind(later, "hardware.transportUsdPerGpu", "1").hardware().machines())
                .isEqualTo(later.hardware().machines());
        row.remove("hardware.machines.mine.nodeKw");
        assertThatThrownBy(() -> ParameterChange.bind(before, row)).isInstanceOf(InputException.class)
                .hasMessageStartingWith("hardware.machines.mine: a new row needs also nodeKw");
    }

    @Test
    void severalThatOnlyFitTogether() {
        ModelParameters seizure = parameters("haircut-rules");
        ModelParameters both = ParameterChange.bind(parameters("baseline"),
                Map.of("credit.loan.ltvLow", "1.1", "credit.loan.ltvHigh", "1.2"));
        assertThat(both.credit().loan().ltvLow()).isEqualTo(1.1);
        assertThat(both.credit().loan().ltvHigh()).isEqualTo(1.2);
        assertThat(seizure.credit().seizures()).isNotEmpty();
        assertThatThrownBy(() -> ParameterChange.bind(seizure, "time.weeks", "20")).isInstanceOf(InputException.class)
                .hasMessageContaining("must lie before time.weeks, 20");
    }

    @Test
    void aFileOfAnExperimentElsewhereIsNamedFromHere() {
        ModelParameters own = parameters("own-buyers");
        assertThat(ParameterChange.text(own, "buyers.file")).isEqualTo("experiments/data/own-buyers/buyers.csv");
        assertThatThrownBy(() -> ParameterChange.bind(own, "buyers.file", "data/own-buyers/buyers.csv"))
                .hasMessageContaining("there is no file data/own-buyers/buyers.csv");
    }
}
