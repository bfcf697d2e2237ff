package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.experiment.store.Manifest;
import firesale.experiment.store.PlanChange;
import firesale.experiment.store.SchemaJson;
import firesale.kernel.parameters.InputException;
import firesale.model.FireSale;
import firesale.model.ModelParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what plans, parameters and code are told apart. */
class IdentityTest {

    @TempDir
    Path temp;

    @Test
    void parametersAreTextByPathWithTheContentOfTheirFiles() {
        ModelParameters parameters = ExperimentFile.read(Path.of("experiments/replay.yaml")).points().get(0).parameters();
        Map<String, String> text = ParameterText.of(parameters);
        assertThat(text).containsEntry("time.weeks", "94").containsEntry("auction.format", "uniform-price")
                .containsEntry("market.replay.spot.tier", "marketplace");
        assertThat(text.get("market.replay.btc.file (content)")).hasSize(64);
    }

    @Test
    void onlyMoreReplicationsExtend() {
        Map<String, String> plan = Map.of("replications", "100", "seed", "1");
        assertThat(PlanChange.between(plan, plan)).isEqualTo(new PlanChange.None());
        assertThat(PlanChange.between(plan, Map.of("replications", "200", "seed", "1")))
                .isEqualTo(new PlanChange.MoreReplications());
        assertThat(PlanChange.between(plan, Map.of("replications", "200", "seed", "2")))
                .isEqualTo(new PlanChange.Other("seed: was 1, now 2"));
        assertThat(PlanChange.between(plan, Map.of("replications", "99", "seed", "1")))
                .isEqualTo(new PlanChange.Other("replications: was 100, now 99"));
        assertThat(PlanChange.between(plan, Map.of("replications", "100")))
                .isEqualTo(new PlanChange.Other("seed: was 1, now absent"));
    }

    @Test
    void aManifestIsReadAsItWasWritten() throws IOException {
        Map<String, String> plan = new LinkedHashMap<>();
        plan.put("name", "quote \" and \u0131");
        plan.put("a", "");
        Manifest manifest = new Manifest(true, 3, 1L << 40, 7, plan, new TreeSet<>(List.of("runs.csv", "charts/a.svg")));
        Path file = temp.resolve("manifest.json");
        Files.writeString(file, manifest.json());
        assertThat(Manifest.read(file)).isEqualTo(manifest);
        Files.writeString(file, manifest.json().substring(0, 30));
        assertThatThrownBy(() -> Manifest.read(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new ResultFolder(temp, new Fake(0).plan(), List.of(), "").prepare(false))
                .isInstanceOf(InputException.class).hasMessageContaining("manifest.json cannot be read");
    }

    @Test
    void onlyTheRoomsThatMakeNumbersAreHashed() {
        assertThat(CodeIdentity.makesNumbers("firesale/model/FireSale.class")).isTrue();
        assertThat(CodeIdentity.makesNumbers("firesale/kernel/table/Column.class")).isTrue();
        assertThat(CodeIdentity.makesNumbers("firesale/experiment/Plan.class")).isFalse();
        assertThat(CodeIdentity.makesNumbers("firesale/cli/Main.class")).isFalse();
        assertThat(CodeIdentity.makesNumbers("org/duckdb/DuckDBDriver.class")).isFalse();
        assertThat(CodeIdentity.of(FireSale.class)).matches("[0-9a-f]{32}").isEqualTo(CodeIdentity.of(FireSale.class));
    }

    @Test
    void aJarAndAFolderOfTheSameClassesAgree() throws IOException {
        Path folder = temp.resolve("classes");
        Path jar = temp.resolve("classes.jar");
        byte[] content = {1, 2, 3};
        Files.createDirectories(folder.resolve("firesale/model"));
        Files.write(folder.resolve("firesale/model/A.class"), content);
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("firesale/model/A.class"));
            zip.write(content);
            zip.putNextEntry(new ZipEntry("firesale/cli/B.class"));
            zip.write(content);
        }
        String identity = CodeIdentity.of(folder);
        assertThat(CodeIdentity.of(jar)).isEqualTo(identity);
        Files.write(folder.resolve("firesale/model/A.class"), new byte[] {1, 2, 4});
        assertThat(CodeIdentity.of(folder)).isNotEqualTo(identity);
    }

    @Test
    void schemaNamesEveryColumn() throws IOException {
        Fake fake = new Fake(0, 1);
        String schema = SchemaJson.of(new RunFormat<>(fake.plan(), fake.model()).tables());
        assertThat(schema.replaceAll("\\s+", " ")).contains("\"runs.csv\" : [", "\"sales.csv\" : [", "\"fake.shift\"",
                "{ \"name\" : \"price\", \"type\" : \"real\", \"unit\" : \"USD\", \"meaning\" : \"Price\" }");
    }
}
