package firesale.report.page;

import java.util.Set;

/** How the numbers were made. */
final class MethodSection {

    private MethodSection() {
    }

    static void write(Html html, Stored stored) {
        html.open("section", "id", "method", "aria-labelledby", "method-title").line("h2", "Method", "id", "method-title")
                .open("ul");
        Set<String> methods = stored.summary().methods();
        html.line("li", "Every run is a simulation with a seed of its own; a point's runs are its replications. n counts runs "
                + "with a value: where nothing was sold there is none, and the run is left out, not counted as zero.");
        if (methods.contains("ratio_of_sums_bootstrap")) {
            html.line("li", "Ratios, marked with *, are sums over all runs divided by each other, so that a run counts by what was "
                    + "sold in it; their 95 % intervals are percentiles of a bootstrap over replications.");
        }
        if (methods.contains("student_t")) {
            html.line("li", "Means over runs have 95 % intervals by Student's t.");
        }
        if (stored.summary().allPoints() > 1) {
            html.line("li", "Common random numbers: a replication has the same seed at every point, and what a change leaves alone "
                    + "draws the same numbers. Differences are paired, each run minus the baseline's run of the same seed, and "
                    + "their intervals are those of the pairs.");
        }
        stored.answer().ifPresent(answer -> answer.remarks().forEach(remark -> html.line("li", remark)));
        html.line("li", "Intervals say how far the estimate may be off for want of runs. They say nothing about whether the model "
                + "or its parameters are right.");
        html.closeLine("ul").closeLine("section");
    }
}
