package firesale.world;

import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Param;

/** A dated series that replaces a simulated price. */
public record ReplaySeries(
        @Param(meaning = "Which price: btc, spot or contract") String name,
        @Param(meaning = "CSV with a column date (ISO) and the value's column") InputFile file,
        @Param(meaning = "Column with the value") String column,
        @Param(meaning = "Keep only rows of this tier; all keeps every row", def = "all",
                source = "assumption: a file holds one series")
        String tier) {

    public ReplaySeries {
        if (!name.equals("btc") && !name.equals("spot") && !name.equals("contract")) {
            throw new IllegalArgumentException("a replayed series is btc, spot or contract, not " + name);
        }
    }
}
