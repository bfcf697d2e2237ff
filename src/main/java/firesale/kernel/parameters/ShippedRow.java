package firesale.kernel.parameters;

import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of a named table as it ships with the program.
 *
 * @param name   the row's name
 * @param cells  the text of each component that the row sets, by its path within the row
 * @param source where the row's values come from, with the row's note; empty if the table does not say
 */
record ShippedRow(String name, Map<String, String> cells, String source) {

    /** The component that holds a row's name. */
    static final String NAME = "name";

    /** Stands for "not within a table". */
    static final ShippedRow NONE = new ShippedRow("", Map.of(), "");

    private static final String SOURCE = "source";
    private static final String NOTE = "note";

    /** The rows of a resource; none if the resource's name is empty. */
    static List<ShippedRow> read(String resource, Layout.Group layout) {
        if (!layout.children().get(0).name().equals(NAME)) {
            throw new IllegalStateException(
                    layout.constructor().getDeclaringClass() + ": the first component must be String name");
        } else if (resource.isEmpty()) {
            return List.of();
        }
        List<String> required = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        columns("", layout, required, optional);
        required.add(0, NAME);
        optional.addAll(List.of(SOURCE, NOTE));
        InputFile file = InputFile.of("shipped:" + resource, Path.of(""));
        Map<String, ShippedRow> rows = new LinkedHashMap<>();
        for (CsvRow csv : CsvReader.read(file.name(), file.content(), required, optional)) {
            ShippedRow row = read(csv);
            if (rows.put(row.name, row) != null) {
                throw csv.failure(NAME, "there are two rows named " + row.name);
            }
        }
        return List.copyOf(rows.values());
    }

    private static ShippedRow read(CsvRow csv) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : csv.columns()) {
            if (!csv.isEmpty(column)) {
                cells.put(column, csv.text(column));
            }
        }
        String name = csv.text(NAME);
        if (name.indexOf('.') >= 0 || !name.equals(name.strip())) {
            throw csv.failure(NAME, "a row's name has no dots and no spaces around it");
        }
        String source = Stream.of(SOURCE, NOTE).map(column -> cells.getOrDefault(column, "")).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return new ShippedRow(name, cells, source);
    }

    /** Sorts the paths of a row's components, without its name, into those that must be given and those with a default. */
    static void columns(String prefix, Layout.Group group, List<String> required, List<String> optional) {
        for (Layout child : group.children()) {
            String column = prefix + child.name();
            if (child instanceof Layout.Group nested) {
                columns(column + ".", nested, required, optional);
            } else if (child instanceof Layout.Leaf leaf && !column.equals(NAME)) {
                (leaf.param().def().isEmpty() ? required : optional).add(column);
            } else if (child instanceof Layout.Table) {
                throw new IllegalStateException(column + ": a table within a table is not supported");
            }
        }
    }
}
