package firesale.report.page;

import firesale.kernel.parameters.InputException;
import firesale.kernel.table.Column;
import firesale.kernel.table.RatioMeasure;
import firesale.model.Measures;
import firesale.model.RunOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a result folder holds, as far as a page shows it.
 *
 * @param folder     the folder
 * @param answer     the printed summary, taken apart
 * @param summary    all estimates
 * @param schema     what the columns mean
 * @param plan       what the plan was
 * @param experiment the text of the stored experiment
 * @param failures   runs that failed
 */
record Stored(Path folder, Optional<PrintedAnswer> answer, StoredSummary summary, StoredSchema schema, Optional<StoredPlan> plan,
        Optional<String> experiment, FailedRuns failures) {

    /** Measures that are shown where the printed summary names none. */
    private static final List<String> USUAL = List.of("price_discount", "shortfall", "recovery", "absorbed_share",
            "lender_losses_usd");

    /**
     * Reads a folder.
     *
     * @throws InputException if it holds no finished results
     * @throws IOException    if a file is there but cannot be read
     */
    static Stored read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + (Files.exists(folder) ? " is a file, but" : " does not exist;")
                    + " a result folder was expected, such as firesale run makes");
        }
        Optional<PrintedAnswer> answer = PrintedAnswer.read(folder);
        Optional<StoredPlan> plan = StoredPlan.read(folder);
        StoredSummary summary = StoredSummary.read(folder);
        if (answer.isEmpty() && summary.measures().isEmpty()) {
            throw new InputException(folder + (plan.isEmpty()
                    ? " is no result folder: there is neither answer.md nor summary.csv in it"
                    : " holds results that are not finished: run the same command again, it goes on from them"));
        }
        Path yaml = folder.resolve("experiment.yaml");
        Optional<String> experiment = Files.isRegularFile(yaml)
                ? Optional.of(Files.readString(yaml, StandardCharsets.UTF_8)) : Optional.empty();
        return new Stored(folder, answer, summary, StoredSchema.read(folder), plan, experiment, FailedRuns.read(folder));
    }

    /** The experiment's name. */
    String name() {
        return answer.map(PrintedAnswer::name).filter(name -> !name.isBlank()).or(() -> plan.map(stored -> stored.value("name")))
                .filter(name -> !name.isBlank()).orElse("Results");
    }

    boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** What cannot be shown, a sentence for each file that is absent. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        note(missing, answer.isPresent(), "answer.md: the answer in words");
        note(missing, !summary.measures().isEmpty(), "summary.csv: the estimates");
        note(missing, failures.known(), "runs.csv: the single runs, those that failed among them");
        note(missing, experiment.isPresent(), "experiment.yaml: the parameters");
        note(missing, plan.isPresent(), "manifest.json: the plan, what varies between points, and the identity of the code");
        note(missing, !schema.tables().isEmpty(), "schema.json: units and meanings of columns");
        if (plan.isPresent() && failures.known() && failures.runs() != plan.get().runs()) {
            missing.add("of " + plan.get().runs() + " runs of the plan runs.csv has " + failures.runs());
        }
        return missing;
    }

    private static void note(List<String> missing, boolean present, String what) {
        if (!present) {
            missing.add(what);
        }
    }

    /** The measures that the printed summary names, in its order; the usual ones if it names none. */
    List<String> printedMeasures() {
        List<String> printed = new ArrayList<>(answer.map(PrintedAnswer::firstWords).orElse(Set.of()));
        printed.removeIf(measure -> !summary.hasValue(measure));
        if (printed.isEmpty()) {
            printed.addAll(USUAL);
            printed.removeIf(measure -> !summary.hasValue(measure));
        }
        return printed;
    }

    /** What measures mean, by name. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new HashMap<>();
        for (RatioMeasure ratio : Measures.ratios()) {
            meanings.put(ratio.name(), ratio.meaning());
        }
        for (Column<?> column : RunOutcome.columns()) {
            meanings.put(column.name(), column.meaning());
        }
        summary.measures().forEach(measure -> schema.column("runs.csv", measure)
                .ifPresent(column -> meanings.put(measure, column.meaning())));
        return meanings;
    }
}
