package firesale.kernel.parameters;

import java.nio.file.Path;
import java.util.Arrays;

/**
 * One parameter, as everything that lists, documents or varies parameters sees it.
 *
 * @param path    the full dotted path: {@code market.squeeze.startWeek}; in a named table {@code table.ROW.component}
 * @param type    its type
 * @param unit    as printed; empty for none
 * @param range   the numbers allowed
 * @param def     the default as canonical text; empty if the value must be given
 * @param meaning one plain sentence
 * @param source  where the default comes from
 */
public record Parameter(String path, ParameterType type, String unit, Range range, String def, String meaning, String source) {

    /** What a message says was expected. */
    public String expected() {
        return type.expected(range, unit);
    }

    /**
     * The canonical text of a value that is given to this parameter; a file's name is written relative to the folder.
     *
     * @throws InputException naming the value's place, if it is of another type or out of range
     */
    public String canonical(Value value, Path folder) {
        try {
            return type.write(type.read(value, range), file -> file.relativeTo(folder));
        } catch (Refusal refusal) {
            throw new InputException(refusal.place() + ": " + path + ": " + refusal.sentence(expected()), refusal);
        }
    }

    /** A table's cell as a value: for a list {@code [a, b]} or {@code a;b}, else a scalar as it stands. */
    public Value cell(String text, Place place) {
        if (type.shape() != ParameterType.Shape.LIST) {
            return new Value.Text(text, place);
        } else if (text.startsWith("[")) {
            return YamlReader.value(text, place);
        }
        return new Value.Listing(Arrays.stream(text.split(";")).<Value>map(item -> new Value.Text(item.strip(), place)).toList(),
                place);
    }
}
