package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.parameters.Value;
import firesale.kernel.parameters.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows {@code model.base} from file to file and lays the model settings over each other, the nearest file's last. */
final class BaseChain {

    private static final String BASE = "base";
    private static final String SUFFIX = ".yaml";

    private final List<Path> files = new ArrayList<>();

    private BaseChain() {
    }

    /**
     * The model settings of a file that has been read, over those of its bases.
     *
     * @throws InputException if a base is missing or leads back to a file before it
     */
    static Settings model(Path file, Settings document) {
        return new BaseChain().follow(file, document);
    }

    private Settings follow(Path file, Settings document) {
        files.add(file);
        Settings own = document.under("model");
        Settings settings = own.where(path -> !path.equals(BASE));
        Setting base = own.get(BASE).orElse(null);
        if (base == null) {
            return settings;
        }
        Path next = resolve(file, base);
        for (Path before : files) {
            if (isSame(before, next)) {
                String chain = Stream.concat(files.stream(), Stream.of(next)).map(Path::toString)
                        .collect(Collectors.joining(" -> "));
                throw new InputException(base.value().place() + ": model.base: a file cannot be its own base: " + chain);
            }
        }
        return follow(next, YamlReader.read(next)).overlaidBy(settings);
    }

    private static Path resolve(Path file, Setting base) {
        if (!(base.value() instanceof Value.Text text)) {
            throw new InputException(base.value().place()
                    + ": model.base: expected the name of another experiment file, such as baseline");
        }
        boolean isFileName = text.text().endsWith(SUFFIX) || text.text().endsWith(".yml");
        try {
            Path next = file.resolveSibling(isFileName ? text.text() : text.text() + SUFFIX).normalize();
            if (!Files.isRegularFile(next)) {
                throw new InputException(base.value().place() + ": model.base: there is no file " + next
                        + Spelling.hint(text.text(), names(file)));
            }
            return next;
        } catch (InvalidPathException e) {
            throw new InputException(base.value().place() + ": model.base: no file can have this name", e);
        }
    }

    private static List<String> names(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.equals(other);
        }
    }
}
