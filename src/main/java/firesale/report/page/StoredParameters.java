package firesale.report.page;

import firesale.experiment.ExperimentFile;
import firesale.kernel.parameters.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The model's parameters in a stored {@code experiment.yaml}, which has one dotted key a line, beside their defaults. */
final class StoredParameters {

    /**
     * A parameter's value.
     *
     * @param known what this program says of it; empty if it knows no such parameter
     */
    record Row(String path, String value, Optional<Parameter> known) {

        /** Whether the value is the default. */
        boolean isDefault() {
            return known.isPresent() && known.get().path().equals(path) && known.get().def().equals(value);
        }

        /** The default; empty if there is none for a row that this experiment added to a table. */
        String def() {
            return known.filter(parameter -> parameter.path().equals(path)).map(Parameter::def).orElse("");
        }
    }

    private StoredParameters() {
    }

    /** The rows of the model section, in the order of the file. */
    static List<Row> of(String yaml) {
        Map<String, Parameter> known = new HashMap<>();
        for (Parameter parameter : ExperimentFile.modelSchema().parameters()) {
            known.put(parameter.path(), parameter);
            similar(parameter.path()).forEach(path -> known.putIfAbsent(path, parameter));
        }
        List<Row> rows = new ArrayList<>();
        boolean model = false;
        for (String line : yaml.lines().toList()) {
            if (!line.startsWith(" ")) {
                model = line.equals("model:");
            } else if (model) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    String path = line.substring(0, colon).strip().replaceAll("^\"|\"$", "");
                    rows.add(new Row(path, line.substring(colon + 2).strip(), known(path, known)));
                }
            }
        }
        return rows;
    }

    private static Optional<Parameter> known(String path, Map<String, Parameter> known) {
        Parameter same = known.get(path);
        return same != null ? Optional.of(same)
                : similar(path).stream().map(known::get).filter(parameter -> parameter != null).findFirst();
    }

    /** The path with each inner part left open: rows of a table differ in one. */
    private static List<String> similar(String path) {
        List<String> similar = new ArrayList<>();
        String[] parts = path.split("\\.");
        for (int i = 1; i < parts.length - 1; i++) {
            String[] open = parts.clone();
            open[i] = "*";
            similar.add(String.join(".", open));
        }
        return similar;
    }
}
