package firesale.report.page;

import firesale.kernel.parameters.Parameter;
import firesale.report.page.StoredParameters.Row;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The effective parameters: first those that are not the defaults, then all. */
final class ParameterSection {

    private static final List<String> HEADS = List.of("Parameter", "Value", "Unit", "Default", "Meaning", "Source of the default");
    private static final List<Boolean> NUMBERS = List.of(false, true, false, true, false, false);

    private ParameterSection() {
    }

    static void write(Html html, Stored stored) {
        html.open("section", "id", "parameters", "aria-labelledby", "parameters-title")
                .line("h2", "Parameters", "id", "parameters-title");
        if (stored.experiment().isEmpty()) {
            html.line("p", "Not known: experiment.yaml is not in the folder.");
        } else {
            List<Row> rows = StoredParameters.of(stored.experiment().get());
            List<Row> set = rows.stream().filter(row -> !row.isDefault()).toList();
            html.line("p", Texts.count(rows.size(), "parameter") + (set.isEmpty() ? ", all at their defaults."
                    : ", of which " + set.size() + (set.size() == 1 ? " is" : " are") + " not at the default."));
            if (!set.isEmpty()) {
                table(html, "Parameters that are not at their defaults", set);
            }
            all(html, rows);
        }
        html.closeLine("section");
    }

    private static void all(Html html, List<Row> rows) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.path().split("\\.", 2)[0], group -> new ArrayList<>()).add(row));
        html.open("details").element("summary", "All parameters");
        groups.forEach((group, members) -> {
            html.open("details").element("summary", group + " (" + members.size() + ")");
            table(html, "Parameters of " + group, members);
            html.closeLine("details");
        });
        html.closeLine("details");
    }

    private static void table(Html html, String caption, List<Row> rows) {
        PageTable table = PageTable.open(html, caption, HEADS, NUMBERS);
        for (Row row : rows) {
            table.row(row.isDefault() ? "" : "set", List.of(row.path(), row.value() + (row.isDefault() ? "" : " (set)"),
                    row.known().map(Parameter::unit).orElse(""), row.def(), row.known().map(Parameter::meaning).orElse(""),
                    row.known().map(Parameter::source).orElse("")));
        }
        table.close();
    }
}
