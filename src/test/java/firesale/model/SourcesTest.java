package firesale.model;

import static org.assertj.core.api.Assertions.assertThat;

import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every default says where it comes from. */
class SourcesTest {

    private static final Pattern KEY = Pattern.compile("\\[([a-z0-9-]+)]");

    private static Set<String> keys() {
        InputFile file = InputFile.of("shipped:data/sources.csv", Path.of(""));
        Set<String> keys = new TreeSet<>();
        for (CsvRow row : CsvReader.read(file.name(), file.content(), List.of("key", "title", "address", "seen"), List.of())) {
            assertThat(keys.add(row.text("key"))).as(row.text("key") + " stands once").isTrue();
            assertThat(row.isEmpty("address")).as(row.text("key")).isEqualTo(row.text("seen").equals("general knowledge"));
        }
        return keys;
    }

    @Test
    void everyDefaultCitesAKnownSourceOrSaysThatItIsAnAssumption() {
        Set<String> known = keys();
        for (Parameter parameter : Bound.SCHEMA.parameters()) {
            Matcher cited = KEY.matcher(parameter.source());
            boolean cites = false;
            while (cited.find()) {
                cites = true;
                assertThat(known).as(parameter.path()).contains(cited.group(1));
            }
            boolean givenByUser = parameter.path().contains("<name>") && parameter.def().isEmpty();
            assertThat(cites || parameter.source().contains("assumption") || givenByUser).as(parameter.path() + ": "
                    + parameter.source())
                    .isTrue();
        }
    }
}
