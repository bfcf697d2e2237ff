package firesale.gui.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.experiment.ExperimentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Groups, search and descriptions. */
class ListOfParametersTest {

    private static final Set<String> PATHS = ParameterChange.texts(ExperimentFile.modelSchema().defaults()).keySet();

    @Test
    void groupsHoldEachParameterOnce() {
        ParameterGroup all = ParameterGroup.of(PATHS);
        assertThat(all.all().collect(Collectors.toList())).hasSameSizeAs(PATHS).containsExactlyInAnyOrderElementsOf(PATHS);
        assertThat(all.own()).containsExactly("feedbacks", "frictions", "twins", "anatomy");
        assertThat(all.groups()).extracting(ParameterGroup::name)
                .containsExactly("time", "market", "hardware", "credit", "buyers", "auction", "repo", "policy", "depth");
        ParameterGroup squeeze = group(group(group(all, "market"), "market.regimes"), "market.regimes.squeeze");
        assertThat(squeeze.name()).isEqualTo("squeeze");
        assertThat(squeeze.groups()).isEmpty();
        assertThat(squeeze.nameOf("market.regimes.squeeze.demand")).isEqualTo("demand");
        assertThat(squeeze.count(Set.of("market.regimes.squeeze.demand", "market.regimes.calm.demand"))).isEqualTo(1);
    }

    private static ParameterGroup group(ParameterGroup within, String path) {
        return within.groups().stream().filter(group -> group.path().equals(path)).findFirst().orElseThrow();
    }

    @Test
    void theMostUsedExist() {
        assertThat(PATHS).containsAll(MostUsed.PATHS);
        assertThat(MostUsed.PATHS).doesNotHaveDuplicates();
    }

    @Test
    void searchTakesAllWordsFromPathOrMeaning() {
        assertThat(PATHS.stream().filter(new ParameterSearch("  SQUEEZE startweek "))).containsExactly("market.squeeze.startWeek");
        // "How many borrowers"
        assertThat(new ParameterSearch("many borrowers").test("credit.borrowers.count")).isTrue();
        assertThat(new ParameterSearch("many lenders borrowers xyz").test("credit.borrowers.count")).isFalse();
        assertThat(new ParameterSearch(" ").isEmpty()).isTrue();
        assertThat(new ParameterSearch("x").isEmpty()).isFalse();
    }

    @Test
    void aDescriptionSaysWhatIsAllowedAndWhereTheDefaultComesFrom() {
        String text = Description.text(ParameterChange.parameter("market.squeeze.startWeek"), "30");
        assertThat(text).contains("Expected: a whole number from 0 to 2000 (weeks) or none.", "Default: 26; the file gave 30.", "Source: ");
        assertThat(Description.text(ParameterChange.parameter("market.squeeze.startWeek"), "26")).contains("Default: 26.");
        assertThat(Description.tip(ParameterChange.parameter("frictions"), "[]")).startsWith("<html><b>frictions</b><br>").endsWith("</html>");
        for (String path : PATHS) {
            assertThat(Description.tip(ParameterChange.parameter(path), "a<b").replaceAll("</?(html|b|br)>", "\n").lines())
                    .as(path).allMatch(line -> line.length() < 110 && !line.contains("<"));
        }
    }

    @Test
    void unitsAreWords() {
        assertThat(unit("market.rent.tokenPriceFallPerYear")).isEqualTo("share a year");
        assertThat(unit("market.riskFreeRate")).isEqualTo("per year");
        assertThat(unit("market.regimes.calm.aiVolatility")).isEqualTo("per √year");
        assertThat(unit("hardware.rackLifeYears")).isEqualTo("years");
        assertThat(unit("buyers.rackScale")).isEmpty();
        assertThat(unit("repo.capacityUsd")).isEqualTo("USD");
    }

    private static String unit(String path) {
        return Description.unit(ParameterChange.parameter(path));
    }

    @Test
    void listsAreTakenApart() {
        assertThat(ChoicesEditor.items("[a-b, c]")).isEqualTo(List.of("a-b", "c"));
        assertThat(ChoicesEditor.items("[]")).isEmpty();
    }

    @Test
    void aChosenFileIsNamedFromTheFolder() {
        assertThat(FileEditor.text(Path.of("/a/b/c.csv"), Path.of("/a"))).isEqualTo("b/c.csv");
        assertThat(FileEditor.text(Path.of("/a/b c.csv"), Path.of("/x"))).isEqualTo("\"/a/b c.csv\"");
    }
}
