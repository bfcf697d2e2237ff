package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.ParameterType.Kind;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.model.ModelParameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the points of variations. Points share what they have in common with their variant as it is. */
final class PointBinder {

    private static final int MOST_MESSAGES = 10;
    private static final int MOST_SHARED_TEXTS = 10_000;
    private static final ParameterSchema<ModelParameters> MODEL = ExperimentFile.modelSchema();

    private final Path file;
    private final Settings model;
    private final Settings arguments;
    private final Variations variations;
    private final String[] keys;
    private final Map<String, String> shared = new HashMap<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Made> made = new ArrayList<>();

    /** A point before its name: what the design calls it, or the keys whose values name it. */
    private record Made(String variant, String id, List<String> keysInId, ModelParameters parameters) {
    }

    /** @param arguments settings over those of the model and of the variants */
    PointBinder(Path file, Settings model, Settings arguments, Variations variations) {
        this.file = file;
        this.model = model;
        this.arguments = arguments;
        this.variations = variations;
        this.keys = variations.variedKeys().toArray(String[]::new);
    }

    /**
     * All points: the variants vary slowest.
     *
     * @throws InputException if a value is refused, or two points are the same
     */
    List<Point> points() {
        if (variations.variants().isEmpty()) {
            variant("", Settings.none());
        }
        for (Map.Entry<String, Settings> variant : variations.variants().entrySet()) {
            variant(variant.getKey(), variant.getValue());
        }
        if (!messages.isEmpty()) {
            throw new InputException(String.join("\n", messages));
        }
        return named();
    }

    private void variant(String name, Settings settings) {
        Settings all = model.overlaidBy(settings).overlaidBy(arguments);
        ModelParameters base;
        try {
            base = MODEL.bind(all);
        } catch (InputException e) {
            // what is wrong may be put right by each row; if not, it stands in their messages
            base = null;
        }
        PointDesign design = variations.design();
        for (int row = 0; row < design.size() && messages.size() < MOST_MESSAGES; row++) {
            try {
                Settings changes = design.row(row);
                ModelParameters parameters = base == null ? MODEL.bind(all.overlaidBy(changes)) : MODEL.bind(base, all, changes);
                List<String> set = changes.all().stream().map(Setting::path).toList();
                if (!design.beginsWithBase() || row == 0 || base == null
                        || !MODEL.texts(parameters, set).equals(MODEL.texts(base, set))) {
                    String id = design.id(row);
                    made.add(new Made(name, id, id.isEmpty() ? set : List.of(), parameters));
                }
            } catch (InputException e) {
                messages.addAll(e.getMessage().lines().toList());
            }
        }
    }

    /** Ids and texts, once all points are there: names of files are written relative to the folder that all of them share. */
    private List<Point> named() {
        Path folder = folderOfVariedFiles();
        List<Point> all = new ArrayList<>(made.size());
        for (Made point : made) {
            VariedTexts texts = texts(point.parameters, folder);
            String id = id(point, texts);
            if (!seen.add(id)) {
                throw new InputException(file + ": analysis.grid: the point " + id + " stands there twice");
            }
            all.add(new Point(all.size(), id, texts, point.parameters));
        }
        return List.copyOf(all);
    }

    private VariedTexts texts(ModelParameters parameters, Path folder) {
        List<String> paths = List.of(keys);
        Map<String, String> map = folder == null ? MODEL.texts(parameters, paths) : MODEL.texts(parameters, paths, folder);
        String[] texts = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            String text = map.get(keys[i]);
            String before = shared.get(text);
            if (before == null && shared.size() < MOST_SHARED_TEXTS) {
                shared.put(text, text);
            }
            texts[i] = before == null ? text : before;
        }
        return new VariedTexts(keys, texts);
    }

    private static String id(Made point, VariedTexts texts) {
        String own = point.id;
        if (own.isEmpty()) {
            List<String> values = new ArrayList<>();
            point.keysInId.forEach(key -> values.add(key + "=" + texts.get(key)));
            own = String.join(",", values);
        }
        String id = point.variant + (point.variant.isEmpty() || own.isEmpty() ? "" : "/") + own;
        return id.isEmpty() ? "base" : id;
    }

    /** Null if no file varies, or they have nothing in common. */
    private Path folderOfVariedFiles() {
        Set<String> paths = new LinkedHashSet<>();
        for (String key : keys) {
            MODEL.parameter(key).filter(parameter -> parameter.type().kind() == Kind.FILE).ifPresent(p -> paths.add(key));
        }
        Path common = null;
        if (!paths.isEmpty()) {
            for (Made point : made) {
                for (ParameterSchema.Input input : MODEL.inputs(point.parameters)) {
                    if (paths.contains(input.path()) && !input.file().isShipped()) {
                        Path folder = folder(input.file());
                        common = common == null ? folder : common(common, folder);
                    }
                }
            }
        }
        return common;
    }

    private static Path folder(InputFile input) {
        return Path.of(input.name()).toAbsolutePath().normalize().getParent();
    }

    private static Path common(Path one, Path other) {
        Path common = one;
        while (common.getParent() != null && !other.startsWith(common)) {
            common = common.getParent();
        }
        return common;
    }
}
