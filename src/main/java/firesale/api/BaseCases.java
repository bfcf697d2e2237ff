package firesale.api;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.parameters.Value;
import firesale.kernel.parameters.YamlReader;
import java.nio.file.Path;
import java.util.List;

/** The experiment files whose model settings ship within the program. */
final class BaseCases {

    static final List<String> NAMES = List.of("baseline", "thesis", "replay");
    /** The key that names one, as in an experiment file's {@code model.base}. */
    static final String KEY = "base";

    private BaseCases() {
    }

    /**
     * The model settings of a base case, those of its own base below them.
     *
     * @throws InputException if there is none of this name
     */
    static Settings settings(String name) {
        if (!NAMES.contains(name)) {
            throw new InputException("base: expected one of " + String.join(", ", NAMES) + ", but found \"" + name + "\""
                    + Spelling.hint(name, NAMES));
        }
        Settings own = YamlReader.read(InputFile.of("shipped:experiments/" + name + ".yaml", Path.of(""))).under("model");
        Settings settings = own.where(path -> !path.equals(KEY));
        return own.get(KEY).map(base -> settings(((Value.Text) base.value()).text()).overlaidBy(settings)).orElse(settings);
    }
}
