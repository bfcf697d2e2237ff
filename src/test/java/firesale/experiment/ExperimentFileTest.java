package firesale.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firesale.kernel.parameters.InputException;
import firesale.model.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {

    private static final String HEAD = "schemaVersion: 1\nname: x\nquestion: Why?\n";

    @TempDir
    Path folder;

    private Path file(String name, String yaml) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, yaml);
    }

    private ExperimentFile read(String yaml) throws IOException {
        return ExperimentFile.read(file("x.yaml", yaml));
    }

    private String failure(String yaml) throws IOException {
        Path file = file("x.yaml", yaml);
        try {
            ExperimentFile.read(file);
        } catch (InputException e) {
            return e.getMessage().replace(folder + "/", "");
        }
        throw new AssertionError("accepted: " + yaml);
    }

    @Test
    void aRunHasOnePointAndRecordsSalesAndAuctions() throws IOException {
        ExperimentFile experiment = read(HEAD + "note: |\n  two\n  lines\nmodel: {time.weeks: 52}\nanalysis: {replications: 7, seed: 3}\n");
        assertThat(experiment.name()).isEqualTo("x");
        assertThat(experiment.question()).isEqualTo("Why?");
        assertThat(experiment.note()).contains("two\nlines\n");
        assertThat(experiment.analysis().kind()).isEqualTo(AnalysisKind.RUN);
        assertThat(experiment.analysis().replications()).isEqualTo(7);
        assertThat(experiment.analysis().seed()).isEqualTo(3);
        assertThat(experiment.analysis().recording()).containsExactly(Recording.SALES, Recording.AUCTIONS, Recording.SCHEDULES);
        assertThat(experiment.points()).singleElement().satisfies(point -> {
            assertThat(point.id()).isEqualTo("base");
            assertThat(point.varied()).isEmpty();
            assertThat(point.parameters().time().weeks()).isEqualTo(52);
        });
        assertThat(experiment.baselines()).containsExactly(0);
        assertThat(read(HEAD).points().get(0).parameters().time().weeks()).isEqualTo(156);
        assertThat(read(HEAD + "model:\n").points()).hasSize(1);
        assertThat(read(HEAD + "analysis.record: []").analysis().recording()).isEmpty();
        assertThat(read(HEAD + "model.depth.measure: true").analysis().recording()).contains(Recording.DEPTH, Recording.SALES);
        assertThat(read(HEAD).withSettings(List.of("depth.measure=true")).analysis().recording()).contains(Recording.DEPTH);
        assertThat(read(HEAD + "model.depth.measure: true\nanalysis.record: [weeks]").analysis().recording())
                .containsExactly(Recording.WEEKS);
        assertThat(read(HEAD + "model.depth.measure: true\nanalysis.kind: sweep").analysis().recording()).isEmpty();
    }

    @Test
    void aSweepCrossesVariantsWithTheGrid() throws IOException {
        ExperimentFile experiment = read(HEAD + """
                model.time.runOffWeeks: 10
                analysis:
                  kind: sweep
                  variants: { long: {time: {runOffWeeks: 20}}, plain: {} }
                  grid: {time.weeks: [1, 2, 03e0]}
                """.replace("03e0", "3"));
        assertThat(experiment.points()).extracting(Point::id).containsExactly("long/time.weeks=1", "long/time.weeks=2",
                "long/time.weeks=3", "plain/time.weeks=1", "plain/time.weeks=2", "plain/time.weeks=3");
        assertThat(experiment.points()).extracting(Point::index).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(experiment.points().get(4).varied()).containsExactly(
                java.util.Map.entry("time.runOffWeeks", "10"), java.util.Map.entry("time.weeks", "2"));
        assertThat(experiment.points().get(1).parameters().time().runOffWeeks()).isEqualTo(20);
        assertThat(experiment.analysis().recording()).isEmpty();
        assertThat(experiment.variants()).containsExactly("long", "plain");
        assertThat(experiment.baselines()).containsExactly(0, 0, 0, 0, 0, 0);
    }

    /** Further measures can be asked for by name, of runs and of sweeps. */
    @Test
    void measuresToShow() throws IOException {
        assertThat(read(HEAD + "analysis: {kind: run, show: [margin_calls, efficiency]}").analysis().show())
                .containsExactly("margin_calls", "efficiency");
        assertThat(failure(HEAD + "analysis: {kind: run, show: [margin_call]}"))
                .contains("analysis.show: there is no measure margin_call; did you mean margin_calls?");
    }

    /** They need not be among those to show. */
    @Test
    void measuresToShowTogether() throws IOException {
        ExperimentFile experiment = read(HEAD + "analysis: {kind: sweep, frontier: [authority_loss_usd, price_discount, ltv_at_origination]}")
                .withSeed(4).withReplications(9).withRecording(EnumSet.of(Recording.WEEKS));
        assertThat(experiment.analysis().frontier()).containsExactly("authority_loss_usd", "price_discount", "ltv_at_origination");
        assertThat(experiment.analysis().show()).isEmpty();
        Path copy = file("results/effective.yaml", experiment.effectiveYaml(folder.resolve("results")));
        assertThat(ExperimentFile.read(copy).analysis()).isEqualTo(experiment.analysis());
        assertThat(read(HEAD + "analysis: {kind: run, frontier: []}").analysis().frontier()).isEmpty();
    }

    @Test
    void aBaselineVariantIsPairedAtTheSameGridValues() throws IOException {
        String sweep = HEAD + "analysis: {kind: sweep, variants: {a: {}, b: {}}, grid: {time.weeks: [1, 2]}, baseline: ";
        assertThat(read(sweep + "b}").baselines()).containsExactly(2, 3, 2, 3);
        assertThat(read(sweep + "a/time.weeks=2}").baselines()).containsExactly(1, 1, 1, 1);
        assertThat(read(sweep + "time.weeks=2}").baselines()).as("values of the grid: the same variant's point").containsExactly(1, 1, 3, 3);
        assertThat(failure(sweep + "c}")).endsWith(": analysis.baseline: there is no variant and no point c; did you mean a?");
    }

    @Test
    void whatIsAttributedToWhom() throws IOException {
        assertThat(read(HEAD + "analysis.kind: attribution").analysis().attribution())
                .isEqualTo(new Attribution(Players.FRICTIONS, List.of("price_discount")));
        assertThat(read(HEAD + "analysis: {kind: attribution, players: feedbacks}").analysis().attribution())
                .isEqualTo(new Attribution(Players.FEEDBACKS, List.of("price_discount", "lender_losses_usd", "defaults")));
        ExperimentFile some = read(HEAD + "analysis: {kind: attribution, players: feedbacks, measures: [recovery, defaults, recovery], "
                + "variants: {a: {}, b: {}}}").withSeed(4).withReplications(9);
        assertThat(some.points()).extracting(Point::id).containsExactly("a", "b");
        assertThat(some.analysis().attribution()).isEqualTo(new Attribution(Players.FEEDBACKS, List.of("recovery", "defaults")));
        Path copy = file("results/effective.yaml", some.effectiveYaml(folder.resolve("results")));
        assertThat(ExperimentFile.read(copy).analysis()).isEqualTo(some.analysis());
        assertThat(read(HEAD + "analysis: {kind: attribution, baseline: b, variants: {a: {}, b: {}}}").baselines()).containsExactly(1, 1);
    }

    @Test
    void theSchemaKnowsAttributions() {
        assertThat(ExperimentSchema.json().toString()).contains("[run, sweep, attribution, depth, spread, sensitivity]", "frictions", "feedbacks", "price_discount, lender_losses_usd")
                .contains("[none, waterfall, attribution]");
    }

    @Test
    void effectiveYamlReadsBackAsTheSamePoints() throws IOException {
        file("low.yaml", HEAD + "model.time.runOffWeeks: 77");
        for (String rest : List.of("note: 'a: b'", "model.base: low\nanalysis: {kind: sweep, seed: 9, baseline: b, variants: "
                + "{a: {time.runOffWeeks: 3}, b: }, grid: {time.weeks: [3, 2]}, record: [weeks]}")) {
            ExperimentFile experiment = read(HEAD + rest).withReplications(5);
            Path copy = file("results/effective.yaml", experiment.effectiveYaml(folder.resolve("results")));
            ExperimentFile again = ExperimentFile.read(copy);
            assertThat(again.points()).isEqualTo(experiment.points());
            assertThat(again.baselines()).isEqualTo(experiment.baselines());
            assertThat(again.analysis()).isEqualTo(experiment.analysis());
            assertThat(again.note()).isEqualTo(experiment.note());
            assertThat(again.effectiveYaml(folder)).isEqualTo(experiment.effectiveYaml(folder));
        }
    }

    @Test
    void settingsOfArgumentsHoldOverVariants() throws IOException {
        ExperimentFile experiment = read(HEAD + "analysis: {kind: sweep, variants: {a: {time.weeks: 5}}, grid: {time.runOffWeeks: [1, 2]}}");
        assertThat(experiment.withSettings(List.of("time.weeks=9")).points().get(0).parameters().time().weeks()).isEqualTo(9);
        assertThatThrownBy(() -> experiment.withSettings(List.of("time.runOffWeeks=9")))
                .hasMessage("--set time.runOffWeeks=9: time.runOffWeeks: varied by the grid at " + folder.resolve("x.yaml") + ":4:64");
        assertThatThrownBy(() -> experiment.withSettings(List.of("time.wekes=9")))
                .hasMessage("--set time.wekes=9: time.wekes: unknown key; did you mean time.weeks?");
        ExperimentFile other = experiment.withSeed(4).withReplications(2).withRecording(EnumSet.of(Recording.WEEKS));
        assertThat(other.analysis().seed()).isEqualTo(4);
        assertThat(other.analysis().replications()).isEqualTo(2);
        assertThat(other.analysis().recording()).containsExactly(Recording.WEEKS);
    }

    @Test
    void basesLieUnderEachOther() throws IOException {
        file("thesis.yaml", HEAD + "model: {base: deep/low.yaml, time.weeks: 20}");
        file("deep/low.yaml", HEAD + "model: {base: ../root, time.runOffWeeks: 30, time.weeks: 10}");
        file("root.yaml", HEAD + "model: {time.weeks: 1}");
        var time = read(HEAD + "model:\n  base: thesis\n").points().get(0).parameters().time();
        assertThat(time.weeks()).isEqualTo(20);
        assertThat(time.runOffWeeks()).isEqualTo(30);
    }

    @Test
    void basesThatAreWrong() throws IOException {
        file("thesis.yaml", HEAD + "model: {base: middle}");
        file("middle.yaml", HEAD + "model: {base: thesis}");
        file("wrong.yaml", HEAD + "model: {time.weeks: x}");
        assertThat(failure(HEAD + "model.base: thesis")).isEqualTo(
                "middle.yaml:4:15: model.base: a file cannot be its own base: x.yaml -> thesis.yaml -> middle.yaml -> thesis.yaml");
        assertThat(failure(HEAD + "model.base: x")).isEqualTo("x.yaml:4:13: model.base: a file cannot be its own base: x.yaml -> x.yaml");
        assertThat(failure(HEAD + "model.base: tesis")).isEqualTo("x.yaml:4:13: model.base: there is no file tesis.yaml; did you mean thesis?");
        assertThat(failure(HEAD + "model.base: [a]"))
                .isEqualTo("x.yaml:4:13: model.base: expected the name of another experiment file, such as baseline");
        assertThat(failure(HEAD + "model.base: wrong")).startsWith("wrong.yaml:4:21: time.weeks: expected a whole number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model: {time.wekes: 3} | x.yaml:4:9: time.wekes: unknown key; did you mean time.weeks?
            modle: {time.weeks: 3} | x.yaml:4:9: modle.time.weeks: unknown key; did you mean model.time.weeks?
            time.weeks: 3 | x.yaml:4:1: time.weeks: unknown key; did you mean model.time.weeks?
            model: 3 | x.yaml:4:8: model: expected keys with values
            analysis: {kind: swep} | x.yaml:4:18: analysis.kind: expected one of run, sweep, attribution, depth, spread, sensitivity, but found "swep"; did you mean sweep?
            analysis: {replications: 0} | x.yaml:4:26: analysis.replications: expected a whole number from 1 to 10000000 (runs), but found "0"
            analysis: {record: [sale]} | x.yaml:4:21: analysis.record: expected a list of any of sales, auctions, schedules, weeks, events, depth, repo, fleets, but found "sale"; did you mean sales?
            analysis: {grid: {time.weeks: [1]}} | x.yaml:4:19: analysis.grid.time.weeks: has no meaning for kind: run; write kind: sweep
            analysis: {kind: sweep, grid: 3} | x.yaml:4:31: analysis.grid: expected keys with values
            analysis: {kind: sweep, grid: {time.weeks: 3}} | x.yaml:4:44: analysis.grid.time.weeks: expected a list of values, such as [1, 2, 3]
            analysis: {kind: sweep, grid: {time.weeks: []}} | x.yaml:4:44: analysis.grid.time.weeks: expected a list of values, such as [1, 2, 3]
            analysis: {kind: sweep, grid: {time.weeks: [1, x]}} | x.yaml:4:48: time.weeks: expected a whole number from 1 to 1040 (weeks), but found "x"
            analysis: {kind: sweep, grid: {time.wekes: [1, 2]}} | x.yaml:4:32: time.wekes: unknown key; did you mean time.weeks?
            analysis: {kind: sweep, grid: {time.weeks: [1, +1]}} | x.yaml: analysis.grid: the point time.weeks=1 stands there twice
            analysis: {kind: sweep, variants: {A: {}}} | x.yaml:4:36: analysis.variants.A: a variant's name consists of lower-case letters, digits and hyphens
            analysis: {kind: sweep, variants: {a: 3}} | x.yaml:4:39: analysis.variants.a: expected model keys with values, such as { time.weeks: 52 }
            analysis: {kind: sweep, variants: {a: {time.wekes: 3}}} | x.yaml:4:40: time.wekes: unknown key; did you mean time.weeks?
            analysis: {kind: sweep, variants: {a: {time.weeks: 3}}, grid: {time.weeks: [1]}} | x.yaml:4:64: time.weeks: set by the variant a and varied by the grid
            analysis: {kind: sweep, players: feedbacks} | x.yaml:4:25: analysis.players: has no meaning for kind: sweep; write kind: attribution
            analysis: {kind: attribution, players: friction} | x.yaml:4:40: analysis.players: expected one of frictions, feedbacks or none, but found "friction"; did you mean frictions?
            analysis: {kind: attribution, measures: [defaults]} | x.yaml:4:31: analysis.measures: has no meaning for players other than feedbacks; write kind: attribution and players: feedbacks
            analysis: {kind: attribution, players: feedbacks, measures: [default]} | x.yaml:4:61: analysis.measures: there is no measure default; did you mean defaults?; firesale describe measures lists them
            analysis: {kind: attribution, players: feedbacks, variants: {a: {}}, baseline: a} | x.yaml:4:70: analysis.baseline: has no meaning for players: feedbacks, where each subset of loops is compared with none of them
            analysis: {kind: sweep, targetDiscount: [0.3]} | x.yaml:4:25: analysis.targetDiscount: has no meaning for kind: sweep; write kind: depth
            analysis: {kind: depth, variants: {a: {}}, baseline: a} | x.yaml:4:44: analysis.baseline: has no meaning for kind: depth, where each capacity is compared with no repo
            analysis: {kind: run, frontier: [defaults, recovery]} | x.yaml:4:23: analysis.frontier: has no meaning for kind: run; write kind: sweep
            analysis: {kind: depth, frontier: [defaults, recovery]} | x.yaml:4:25: analysis.frontier: has no meaning for kind: depth; write kind: sweep
            analysis: {kind: sweep, frontier: [defaults, recovry]} | x.yaml:4:35: analysis.frontier: there is no measure recovry; did you mean recovery?; firesale describe measures lists them
            analysis: {kind: sweep, frontier: [defaults]} | x.yaml:4:35: analysis.frontier: expected 2 to 6 different measures, but found [defaults]
            analysis: {kind: sweep, frontier: [defaults, recovery, defaults]} | x.yaml:4:35: analysis.frontier: expected 2 to 6 different measures, but found [defaults, recovery, defaults]
            analysis: {kind: sweep, frontier: [defaults, recovery, shortfall, efficiency, price_discount, raw_discount, gpus_seized]} | x.yaml:4:35: analysis.frontier: expected 2 to 6 different measures, but found [defaults, recovery, shortfall, efficiency, price_discount, raw_discount, gpus_seized]
            analysis: {quantiles: [0, 0.5]} | x.yaml:4:23: analysis.quantiles: expected numbers above 0 and below 1, such as [0.05, 0.5, 0.95], but found [0.0, 0.5]
            analysis: {precision: {measure: defaults}} | x.yaml:4:24: analysis.precision.measure: has no meaning without analysis.precision.halfWidth, the width that is wanted
            analysis: {kind: sweep, varients: {a: {}}} | x.yaml:4:36: analysis.varients.a: unknown key; did you mean analysis.variants?
            """)
    void refusals(String section, String message) throws IOException {
        assertThat(failure(HEAD + section)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name: x; question: y | x.yaml: schemaVersion: missing; expected a whole number equal to 1
            schemaVersion: 1; question: y | x.yaml: name: missing; expected text
            schemaVersion: 2; name: x; question: y | x.yaml:1:16: schemaVersion: expected a whole number equal to 1, but found "2"
            schemaVersion: 1; name: X; question: y | x.yaml:2:7: name: expected lower-case letters, digits and hyphens, such as missing-repo-depth
            schemaVersion: 1; name: ../x; question: y | x.yaml:2:7: name: expected lower-case letters, digits and hyphens, such as missing-repo-depth
            """)
    void headers(String lines, String message) throws IOException {
        assertThat(failure(lines.replace("; ", "\n"))).isEqualTo(message);
    }

    @Test
    void errorsOfAllSectionsStandTogetherInLineOrder() throws IOException {
        assertThat(failure("schemaVersion: 1\nname: x\nqestion: Why?\nanalysis.kind: rum\nmodel: {time.weeks: x, tim.weeks: 3}\n").lines())
                .containsExactly("x.yaml: question: missing; expected text", "x.yaml:3:1: qestion: unknown key; did you mean question?",
                        "x.yaml:4:16: analysis.kind: expected one of run, sweep, attribution, depth, spread, sensitivity, but found \"rum\"; did you mean run?",
                        "x.yaml:5:21: time.weeks: expected a whole number from 1 to 1040 (weeks), but found \"x\"",
                        "x.yaml:5:24: tim.weeks: unknown key; did you mean time.weeks?");
    }

    @Test
    void tooManyPointsAreRefusedAtOnce() throws IOException {
        String values = String.join(", ", java.util.stream.IntStream.rangeClosed(1, 500).mapToObj(Integer::toString).toList());
        assertThat(failure(HEAD + "analysis: {kind: sweep, grid: {time.weeks: [" + values + "], time.runOffWeeks: [" + values + "]}}"))
                .endsWith(": analysis.grid: more than 100000 points");
    }

    @Test
    void errorsOfSeveralVariantsStandTogether() throws IOException {
        assertThat(failure(HEAD + "analysis:\n  kind: sweep\n  variants:\n    a: {x: 1}\n    b: {y: 2}\n  grid: {time.weeks: [1, 2]}\n").lines())
                .containsExactly("x.yaml:7:9: x: unknown key", "x.yaml:8:9: y: unknown key");
    }
}
