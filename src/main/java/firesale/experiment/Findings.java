package firesale.experiment;

import java.util.SortedMap;

/**
 * What an analysis found.
 *
 * @param text   the summary as printed
 * @param failed runs that failed
 * @param files  name to content of the files it adds to the result folder, {@code summary.csv} among them
 */
public record Findings(String text, long failed, SortedMap<String, String> files) {
}
