package firesale.experiment;

import firesale.kernel.parameters.Param;
import java.util.Optional;
import java.util.regex.Pattern;

/** An experiment file without its model, variants and grid. */
record Header(
        @Param(meaning = "Version of this file's form; 1", min = 1, max = 1) int schemaVersion,
        @Param(meaning = "Name of the experiment and of its result folder: lower-case letters, digits and hyphens") String name,
        @Param(meaning = "One sentence that the experiment answers") String question,
        @Param(meaning = "Anything else worth knowing", def = "none") Optional<String> note,
        @Param(meaning = "What to do with the model") AnalysisParameters analysis) {

    /** What names of experiments and of variants look like. */
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
}
