package firesale.experiment;

import firesale.experiment.store.Table;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an analysis found.
 *
 * @param text   the summary as printed
 * @param failed runs that failed
 * @param files  name to content of the files it adds to the result folder, {@code summary.csv} among them
 * @param tables the columns of those files that are tables, for {@code schema.json}
 */
public record Findings(String text, long failed, SortedMap<String, String> files,
        List<Table> tables) {

    /** The same with more words at the end of the summary. */
    Findings adding(String words, Plan plan) {
        SortedMap<String, String> more = new TreeMap<>(files);
        more.put(ResultFolder.ANSWER, AnswerText.of(plan, text + words));
        return new Findings(text + words, failed, more, tables);
    }
}
