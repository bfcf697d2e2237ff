package firesale.report.page;

import java.util.List;
import java.util.Map;

/** Runs that failed: how many, why, and which. */
final class FailureSection {

    private FailureSection() {
    }

    static void write(Html html, Stored stored) {
        FailedRuns failures = stored.failures();
        html.open("section", "id", "failures", "aria-labelledby", "failures-title")
                .line("h2", "Failed runs", "id", "failures-title");
        if (!failures.known()) {
            html.line("p", "Not known: runs.csv is not in the folder.");
        } else if (failures.count() == 0) {
            html.line("p", "None of " + Texts.count(failures.runs(), "run") + " failed.");
        } else {
            html.line("p", Texts.count(failures.count()) + " of " + Texts.count(failures.runs(), "run")
                    + " failed and " + (failures.count() == 1 ? "is" : "are") + " left out of all estimates.", "class", "note");
            tables(html, stored, failures);
        }
        html.closeLine("section");
    }

    private static void tables(Html html, Stored stored, FailedRuns failures) {
        PageTable reasons = PageTable.open(html, "Reasons", List.of("Reason", "Runs"), List.of(false, true));
        for (Map.Entry<String, Integer> reason : failures.reasons().entrySet()) {
            reasons.row(List.of(reason.getKey().isEmpty() ? "(none given)" : reason.getKey(), Texts.count(reason.getValue())));
        }
        reasons.close();
        PageTable examples = PageTable.open(html, "The first that failed",
                List.of("Run", "Point", "What varies there", "Replication", "Seed", "Reason"),
                List.of(true, false, false, true, true, false));
        for (FailedRuns.Example example : failures.examples()) {
            String varied = stored.plan().map(plan -> VariedSection.values(plan.points().getOrDefault(example.point(), Map.of())))
                    .orElse("");
            examples.row(List.of(example.run(), example.point(), varied, example.replication(), example.seed(), example.reason()));
        }
        examples.close();
    }
}
