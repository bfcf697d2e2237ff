package firesale.kernel.parameters;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file into settings. Keys may be nested or dotted. Scalars stay text: the parameter's type decides later what
 * they mean. Anchors, aliases, merge keys and tags are refused.
 */
public final class YamlReader {

    private static final int DEEPEST = 50;
    private static final int LARGEST = 10_000_000;

    private final Path file;
    private final String name;
    private final Problems problems = new Problems();
    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, Place> seen = new LinkedHashMap<>();

    private YamlReader(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * The settings of a file, in its order.
     *
     * @throws InputException if the file cannot be read, is not YAML, is no mapping, or sets a key twice
     */
    public static Settings read(Path file) {
        YamlReader reader = new YamlReader(file, file.toString());
        return reader.settings(reader.load());
    }

    /**
     * The settings of a file that ships with the program, in its order.
     *
     * @throws InputException as {@link #read(Path)}
     */
    public static Settings read(InputFile file) {
        return new YamlReader(null, file.name()).settings(file.content());
    }

    private Settings settings(String text) {
        Node root = compose(text);
        if (root == null) {
            throw new InputException(name + ": the file is empty");
        } else if (!(root instanceof MappingNode mapping)) {
            throw new InputException(place(root) + ": expected keys and values, such as name: baseline");
        } else {
            flatten("", mapping);
        }
        problems.throwIfAny();
        return Settings.of(settings);
    }

    /**
     * One value: a scalar or a flow sequence, as in {@code --set} and in defaults.
     *
     * @throws InputException if the text is neither
     */
    public static Value value(String text, Place place) {
        YamlReader reader = new YamlReader(null, place.toString());
        Node root = reader.compose(text);
        Value value = root == null ? new Value.Nothing(place) : reader.value(root, place);
        reader.problems.throwIfAny();
        return value;
    }

    private String load() {
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": expected a YAML file, but this is a folder");
        } else if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(file + ": expected a YAML file, but this one is larger than 10 MB");
            }
            return InputFile.decode(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            throw new InputException(place(e.getProblemMark()) + ": not valid YAML: " + line(context + e.getProblem()), e);
        } catch (ReaderException e) {
            int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
            throw new InputException(name + ":" + line + ": not valid YAML: the character "
                    + String.format(Locale.ROOT, "U+%04X", e.getCodePoint()) + " is not allowed", e);
        } catch (YAMLException e) {
            boolean tooDeep = e.getMessage().startsWith("Nesting Depth");
            String problem = tooDeep ? "nested deeper than " + DEEPEST + " levels" : e.getMessage();
            throw new InputException(name + ": not valid YAML: " + line(problem), e);
        }
    }

    private static String line(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.contains("'\\t(TAB)'") ? "a tab cannot indent; use spaces" : line;
    }

    private void flatten(String prefix, MappingNode mapping) {
        refuseAnchorsAndTags(mapping);
        Map<String, Place> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(place, "expected a key such as time.weeks, but found a list or a mapping");
                continue;
            }
            refuseAnchorsAndTags(scalar);
            String key = scalar.getValue();
            String path = prefix + key;
            Place first = keys.putIfAbsent(key, place);
            if (first != null) {
                problems.add(place, path + ": set twice; the first time at " + first);
            } else if (key.equals("<<") && scalar.isPlain()) {
                problems.add(place, "merge keys (<<) are not supported; use base or variants, or repeat the values");
            } else if (key.isBlank() || key.startsWith(".") || key.endsWith(".") || key.contains("..")) {
                problems.add(place, path + ": a part of this key is empty");
            } else {
                add(path, place, tuple.getValueNode());
            }
        }
    }

    private void add(String path, Place place, Node node) {
        if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            flatten(path + ".", mapping);
            return;
        }
        Place first = seen.putIfAbsent(path, place);
        if (first != null) {
            problems.add(place, path + ": set twice; the first time at " + first);
            return;
        }
        settings.add(new Setting(path, value(node, place(node)), place));
    }

    private Value value(Node node, Place place) {
        refuseAnchorsAndTags(node);
        if (node instanceof ScalarNode scalar) {
            boolean nothing = scalar.isPlain() && scalar.getValue().isEmpty();
            return nothing ? new Value.Nothing(place) : new Value.Text(scalar.getValue(), place);
        } else if (node instanceof SequenceNode sequence && node.getAnchor() == null) {
            List<Value> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(value(item, file == null ? place : place(item)));
            }
            return new Value.Listing(items, place);
        } else if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            problems.add(place, "expected a value or a list of values, but found a mapping");
        }
        return new Value.Nothing(place);
    }

    private void refuseAnchorsAndTags(Node node) {
        if (node.getAnchor() != null) {
            problems.add(place(node), "anchors and aliases (&" + node.getAnchor() + ", *" + node.getAnchor()
                    + ") are not supported; use base or variants, or repeat the value");
            problems.throwIfAny();
        } else if (!node.getTag().getValue().startsWith("tag:yaml.org,2002:")) {
            problems.add(place(node), "tags (" + node.getTag().getValue() + ") are not supported");
        }
    }

    private Place place(Node node) {
        return place(node.getStartMark());
    }

    private Place place(Mark mark) {
        return file == null ? Place.argument(name) : Place.in(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
