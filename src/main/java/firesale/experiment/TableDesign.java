package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Parameter;
import firesale.kernel.parameters.ParameterSchema.Assignment;
import firesale.kernel.parameters.Place;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.table.CsvReader;
import firesale.kernel.table.CsvRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Points from a CSV: a row a point, in the file's order. */
final class TableDesign implements PointDesign {

    private static final String ID = "id";
    /** Slashes and equals signs have a meaning in ids of points, spaces and commas between them. */
    private static final Pattern NAME = Pattern.compile("[^\\s,/=\"]{1,100}");

    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();
    private final List<Settings> rows = new ArrayList<>();
    private final List<String> ids;

    /** @throws InputException naming file, line and column of the first thing that is wrong */
    TableDesign(InputFile file, Place inExperiment) {
        Path path = Path.of(file.name());
        Path folder = path.getParent() == null || file.text().startsWith("shipped:") ? inExperiment.folder() : path.getParent();
        List<CsvRow> table = CsvReader.read(file.name(), file.content());
        if (table.isEmpty()) {
            throw new InputException(file.name() + ": expected a header and at least one row, a row a point");
        }
        boolean named = false;
        for (String column : table.get(0).columns()) {
            if (column.equals(ID)) {
                named = true;
                continue;
            }
            parameters.add(ExperimentFile.modelSchema().parameter(column).orElseThrow(() -> new InputException(file.name()
                    + ":1: " + column + ": unknown key" + Spelling.hint(column, ExperimentFile.modelSchema().knownPaths()))));
            keys.put(column, new Place(file.name(), 1, 0, folder));
        }
        if (keys.isEmpty()) {
            throw new InputException(file.name() + ":1: expected a column for each key that varies, such as time.weeks");
        }
        Set<String> names = new LinkedHashSet<>();
        for (CsvRow row : table) {
            rows.add(settings(row, new Place(file.name(), row.line(), 0, folder)));
            String name = named ? name(row) : String.format(Locale.ROOT, "p%04d", rows.size());
            if (!names.add(name)) {
                throw row.failure(ID, "there are two points named " + name);
            }
        }
        ids = List.copyOf(names);
    }

    private Settings settings(CsvRow row, Place place) {
        List<Setting> settings = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String text = row.text(parameter.path());
            settings.add(new Setting(parameter.path(), parameter.cell(text, place), place));
        }
        return Settings.of(settings);
    }

    private static String name(CsvRow row) {
        String name = row.text(ID);
        if (!NAME.matcher(name).matches()) {
            throw row.failure(ID, "expected a name of at most 100 characters without spaces, commas, slashes, equals signs and "
                    + "quotes, but found \"" + name.lines().findFirst().orElse("") + "\"");
        }
        return name;
    }

    @Override
    public String name() {
        return "the table";
    }

    @Override
    public Map<String, Place> keys() {
        return keys;
    }

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public Settings row(int row) {
        return rows.get(row);
    }

    @Override
    public String id(int row) {
        return ids.get(row);
    }

    /** The file's name stands among the other keys of the section. */
    @Override
    public List<Assignment> yaml(Path folder) {
        return List.of();
    }
}
