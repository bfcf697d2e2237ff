package firesale.cli;

import firesale.experiment.store.DurableFiles;
import firesale.kernel.parameters.InputException;
import firesale.report.page.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the page of results. */
@Command(name = "report", mixinStandardHelpOptions = true,
        description = "Write a result folder as one HTML page that needs no network: answer, charts with their values, tables, "
                + "parameters and how to reproduce them.",
        footer = {"", "firesale run writes the same page. Example:  firesale report results/baseline --out baseline.html"})
final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The result folder.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the page goes; by default " + ReportPage.FILE + " in DIR.")
    private Path out;

    @Override
    public Integer call() {
        try {
            if (out != null) {
                ReportTarget.requireFile(out);
                if (!ReportTarget.isSame(out, folder.resolve(ReportPage.FILE))) {
                    ReportTarget.requireOutsideOfResults(out);
                }
            }
            spec.commandLine().getOut().println(out == null ? ReportPage.write(folder) : ReportPage.write(folder, out));
            return ExitCode.FINE;
        } catch (IOException e) {
            throw new InputException("cannot make the report of " + folder + ": " + DurableFiles.reason(e), e);
        }
    }
}
