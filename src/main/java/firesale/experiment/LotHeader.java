package firesale.experiment;

import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Param;
import firesale.model.LotParameters;
import java.util.Optional;

/** A file of a lot to be appraised, without its model section. */
record LotHeader(
        @Param(meaning = "Version of this file's form; 1", min = 1, max = 1) int schemaVersion,
        @Param(meaning = "An experiment file whose model section is the world; by default the defaults", def = "none",
                source = "assumption: the baseline") Optional<InputFile> experiment,
        @Param(meaning = "The lot") LotParameters lot,
        @Param(meaning = "Exposure of a forced liquidation", unit = "weeks", def = "4", min = 1, max = 520,
                source = "assumption: as in a run's FLV") int hurryWeeks,
        @Param(meaning = "Exposure of an orderly liquidation", unit = "weeks", def = "26", min = 1, max = 520,
                source = "assumption: as in a run's OLV") int orderlyWeeks,
        @Param(meaning = "How long the world runs before the lot is appraised; 0: at the start", unit = "weeks", def = "0",
                min = 0, max = 1040, source = "assumption: at the start") int week,
        @Param(meaning = "How many worlds and populations of buyers are drawn", unit = "count", def = "100", min = 1,
                max = 10_000, source = "assumption: as in the baseline") int replications,
        @Param(meaning = "Seed", def = "1", source = "assumption: as in the baseline") long seed) {
}
