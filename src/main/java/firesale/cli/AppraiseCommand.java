package firesale.cli;

import firesale.experiment.AppraisedLot;
import firesale.experiment.LotFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Appraises a lot that the user describes. */
@Command(name = "appraise", mixinStandardHelpOptions = true,
        description = "Appraise a lot: FMV, OLV, FLV, NOLV and book, what it fetches in how many weeks, and who cannot bid "
                + "for it and why.",
        footer = {"", "Example:  firesale appraise experiments/data/lots/ten-thousand-h100.yaml --set hurryWeeks=13",
            "The least that LOT.yaml has to say:", "  schemaVersion: 1",
            "  lot: {machine: H100-SXM-HGX-air, gpus: 10000, ageYears: 1.5}",
            "All that it can say:  firesale describe lot"})
final class AppraiseCommand implements Callable<Integer> {

    /** The forms of a result. */
    enum Format {
        text, csv, json
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LOT.yaml", description = "The lot, and the world in which it is appraised.")
    private Path file;

    @Option(names = "--set", paramLabel = "KEY=VALUE",
            description = "Set a key of the file, such as lot.gpus, or of the model, over the file; may be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. csv has a row for each figure.")
    private Format format;

    @Override
    public Integer call() throws IOException {
        AppraisedLot lot = LotFile.read(file, settings).appraise();
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case text -> AppraisedText.print(lot, out);
            case csv -> AppraisedTables.csv(lot, out);
            case json -> AppraisedTables.json(lot, out);
        }
        return ExitCode.FINE;
    }
}
