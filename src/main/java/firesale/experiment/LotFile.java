package firesale.experiment;

import firesale.hardware.MachineType;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.JsonSchema;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Spelling;
import firesale.kernel.parameters.Value;
import firesale.kernel.parameters.YamlReader;
import firesale.model.LotAppraisal;
import firesale.model.LotFigures;
import firesale.model.LotParameters;
import firesale.model.ModelParameters;
import firesale.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A lot to be appraised and the world it stands in. Immutable; wholly checked when it exists. */
public final class LotFile {

    private static final ParameterSchema<LotHeader> HEADER = ParameterSchema.of(LotHeader.class);
    private static final String MODEL = "model";

    private final LotHeader header;
    private final ModelParameters world;

    private LotFile(LotHeader header, ModelParameters world) {
        this.header = header;
        this.world = world;
    }

    /**
     * Reads a file.
     *
     * @param arguments {@code key=value} settings over the file's; keys of the model with or without {@code model.} before them
     * @throws InputException naming file, line and key of everything that is wrong
     */
    public static LotFile read(Path file, List<String> arguments) {
        Settings document = YamlReader.read(file);
        Settings more = Settings.ofArguments(arguments);
        ParameterSchema<ModelParameters> schema = ExperimentFile.modelSchema();
        Settings own = document.where(path -> !isModel(path))
                .overlaidBy(more.where(path -> !isModel(path) && !isGroup(path, schema)));
        Settings model = document.under(MODEL).overlaidBy(more.where(path -> isGroup(path, schema)))
                .overlaidBy(more.under(MODEL));
        if (own.get("lot").isEmpty() && own.under("lot").isEmpty()) {
            throw new InputException(file + ": lot: missing; expected the lot's machine, gpus and ageYears");
        }
        Problems problems = new Problems();
        List<String> otherPaths = new ArrayList<>(List.of(MODEL));
        schema.knownPaths().forEach(path -> otherPaths.add(MODEL + "." + path));
        HEADER.check(own, otherPaths, problems);
        for (Settings each : List.of(document, more)) {
            each.get(MODEL).filter(setting -> !(setting.value() instanceof Value.Nothing))
                    .ifPresent(setting -> problems.add(setting.value().place(), "model: expected keys with values"));
        }
        if (own.get("experiment").isEmpty()) {
            schema.check(model, List.of(), problems);
        }
        problems.throwIfAny();
        LotHeader header = HEADER.bind(own);
        ModelParameters world = schema.bind(base(header, own).overlaidBy(model));
        check(header, world, own);
        return new LotFile(header, world);
    }

    private static boolean isModel(String path) {
        return path.equals(MODEL) || path.startsWith(MODEL + ".");
    }

    /** Whether a key is one of the model's, written as for a run. */
    private static boolean isGroup(String path, ParameterSchema<ModelParameters> schema) {
        return schema.knownPaths().contains(path.split("\\.", 2)[0]);
    }

    private static Settings base(LotHeader header, Settings own) {
        if (header.experiment().isEmpty()) {
            return Settings.none();
        }
        InputFile experiment = header.experiment().get();
        if (experiment.text().startsWith("shipped:")) {
            throw failure(own, "experiment", "expected the path of an experiment file, but found " + experiment.text());
        }
        return ExperimentFile.read(Path.of(experiment.name())).model();
    }

    private static void check(LotHeader header, ModelParameters world, Settings own) {
        LotParameters lot = header.lot();
        List<String> names = world.hardware().machines().stream().map(MachineType::name).toList();
        int index = names.indexOf(lot.machine());
        if (index < 0) {
            throw failure(own, "lot.machine", "expected one of " + String.join(", ", names) + ", but found \""
                    + lot.machine() + "\"" + Spelling.hint(lot.machine(), names));
        }
        MachineType machine = world.hardware().machines().get(index);
        long over = lot.gpus() % machine.gpusPerNode();
        if (over != 0) {
            long less = lot.gpus() - over;
            throw failure(own, "lot.gpus", "expected whole nodes of " + machine.gpusPerNode() + " GPUs, but found " + lot.gpus()
                    + "; write " + (less == 0 ? "" : less + " or ") + (less + machine.gpusPerNode()));
        } else if (lot.ageYears() >= machine.lifeYears()) {
            throw failure(own, "lot.ageYears", "expected less than the machine's life of " + Scalars.text(machine.lifeYears())
                    + " years, but found " + Scalars.text(lot.ageYears()));
        } else if (header.week() > world.time().weeks()) {
            throw failure(own, "week", "expected at most time.weeks, " + world.time().weeks() + ", but found " + header.week());
        } else if (header.hurryWeeks() > header.orderlyWeeks()) {
            throw failure(own, "hurryWeeks", "expected at most orderlyWeeks, " + header.orderlyWeeks() + ", but found "
                    + header.hurryWeeks());
        }
    }

    private static InputException failure(Settings settings, String key, String message) {
        Optional<Setting> setting = settings.get(key);
        return new InputException(setting.map(found -> found.value().place() + ": ").orElse("") + key + ": " + message);
    }

    /** The JSON Schema of such files, for completion and checks in editors, as plain maps and lists. */
    public static Map<String, Object> schema() {
        Map<String, Object> header = JsonSchema.of(HEADER);
        Map<String, Object> model = JsonSchema.of(ExperimentFile.modelSchema());
        model.put("description", "The world's parameters, over those of the experiment, nested or dotted");
        JsonSchema.properties(header).put(MODEL, model);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Firesale lot");
        schema.putAll(header);
        schema.put("type", "object");
        schema.put("required", List.of("schemaVersion", "lot"));
        return schema;
    }

    /**
     * Appraises the lot in every world, each a function of the seed and its number alone.
     *
     * @throws InputException if a series, an own book or own buyers cannot be read or make no sense
     */
    public AppraisedLot appraise() {
        Scenario scenario = Scenario.of(world);
        LotAppraisal appraisal = appraisal();
        List<LotFigures> worlds = IntStream.range(0, header.replications()).parallel()
                .mapToObj(r -> appraisal.in(scenario, Seeds.replication(header.seed(), r))).toList();
        return new AppraisedLot(this, worlds);
    }

    /** What is appraised, and when. */
    public LotAppraisal appraisal() {
        return new LotAppraisal(header.lot(), header.week(), header.hurryWeeks(), header.orderlyWeeks());
    }

    /** The lot. */
    public LotParameters lot() {
        return header.lot();
    }

    /** The experiment whose model is the world, its path from the working directory; empty for the defaults. */
    public Optional<String> experiment() {
        return header.experiment().map(InputFile::name);
    }

    /** The world. */
    public ModelParameters world() {
        return world;
    }

    /** How many worlds are drawn. */
    public int replications() {
        return header.replications();
    }

    /** The seed that they are drawn from. */
    public long seed() {
        return header.seed();
    }
}
