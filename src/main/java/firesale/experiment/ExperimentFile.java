package firesale.experiment;

import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.InputFile;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.parameters.Problems;
import firesale.kernel.parameters.Scalars;
import firesale.kernel.parameters.Setting;
import firesale.kernel.parameters.Settings;
import firesale.kernel.parameters.Value;
import firesale.kernel.parameters.YamlReader;
import firesale.model.ModelParameters;
import firesale.model.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An experiment: a question, the model's settings, and what to do with the model. Immutable; wholly checked when it exists, all
 * its points included.
 */
public final class ExperimentFile {

    private static final ParameterSchema<ModelParameters> MODEL = ParameterSchema.of(ModelParameters.class);
    private static final ParameterSchema<Header> HEADER = ParameterSchema.of(Header.class);

    private final Path file;
    private final Settings document;
    private final Header header;
    private final AnalysisParameters analysis;
    private final Settings model;
    private final Settings arguments;
    private final Variations variations;
    private final List<Point> points;

    private ExperimentFile(Path file, Settings document, Header header, AnalysisParameters analysis, Settings model,
            Settings arguments, Variations variations, List<Point> points) {
        this.file = file;
        this.document = document;
        this.header = header;
        this.analysis = analysis;
        this.model = model;
        this.arguments = arguments;
        this.variations = variations;
        this.points = points;
    }

    /** The model's parameters. */
    public static ParameterSchema<ModelParameters> modelSchema() {
        return MODEL;
    }

    /** The parameters of the file outside its model, variants and grid. */
    static ParameterSchema<Header> headerSchema() {
        return HEADER;
    }

    /**
     * Reads an experiment file and its bases.
     *
     * @throws InputException naming file, line and key of everything that is wrong
     */
    public static ExperimentFile read(Path file) {
        return read(file, YamlReader.read(file));
    }

    /**
     * One of the experiments that come with the program, wherever it is called from.
     *
     * @param name {@code baseline} or {@code systemic-squeeze}
     */
    public static ExperimentFile shipped(String name) {
        String file = "experiments/" + name + ".yaml";
        return read(Path.of(file), YamlReader.read(InputFile.of("shipped:" + file, Path.of(""))));
    }

    private static ExperimentFile read(Path file, Settings document) {
        Settings model = BaseChain.model(file, document);
        check(document, model);
        Header header = HEADER.bind(document.where(ExperimentFile::isHeader));
        AnalysisParameters analysis = header.analysis();
        if (document.get("analysis.record").isEmpty()) {
            analysis = analysis.withRecord(analysis.kind().recordedByDefault());
        }
        AnalysisChecks checks = new AnalysisChecks(document, analysis);
        checks.refuseKeysWithoutMeaning();
        Variations variations = Variations.of(document, analysis);
        List<Point> points = new PointBinder(file, model, Settings.none(), variations).points();
        checks.baseline(variations, points);
        checks.design(variations, points);
        checks.measures();
        return new ExperimentFile(file, document, header, analysis.recordingDepthOf(points), model, Settings.none(), variations,
                points);
    }

    /** Refuses what is wrong outside variants and grid, all at once. */
    private static void check(Settings document, Settings model) {
        Problems problems = new Problems();
        List<String> otherPaths = new ArrayList<>(List.of("model"));
        otherPaths.addAll(Variations.SECTIONS);
        MODEL.knownPaths().forEach(path -> otherPaths.add("model." + path));
        HEADER.check(document.where(ExperimentFile::isHeader), otherPaths, problems);
        MODEL.check(model, List.of(), problems);
        List<String> sections = new ArrayList<>(List.of("model"));
        sections.addAll(Variations.SECTIONS);
        for (String section : sections) {
            document.get(section).filter(setting -> !(setting.value() instanceof Value.Nothing)).ifPresent(setting ->
                    problems.add(setting.value().place(), section + ": expected keys with values"));
        }
        document.get("name").ifPresent(setting -> {
            if (setting.value() instanceof Value.Text name && !Header.NAME.matcher(name.text()).matches()) {
                problems.add(name.place(),
                        "name: expected lower-case letters, digits and hyphens, such as missing-repo-depth");
            }
        });
        problems.throwIfAny();
    }

    private static boolean isHeader(String path) {
        return !path.startsWith("model.") && !path.equals("model")
                && Variations.SECTIONS.stream().noneMatch(section -> isSection(path, section));
    }

    static boolean isSection(String path, String section) {
        return path.equals(section) || path.startsWith(section + ".");
    }

    /**
     * The experiment with {@code key=value} settings of model keys over those of the file and of its variants.
     *
     * @throws InputException naming the setting, if it is unknown or refused, or its key is varied by the grid
     */
    public ExperimentFile withSettings(List<String> keysAndValues) {
        Settings more = Settings.ofArguments(keysAndValues);
        variations.design().keys().forEach((key, place) -> more.get(key).ifPresent(setting -> {
            throw new InputException(setting.place() + ": " + key + ": varied by " + variations.design().name() + " at " + place);
        }));
        Settings all = arguments.overlaidBy(more);
        List<Point> bound = new PointBinder(file, model, all, variations).points();
        return new ExperimentFile(file, document, header, analysis.recordingDepthOf(bound), model, all, variations, bound);
    }

    /** The experiment with another number of runs a point. */
    public ExperimentFile withReplications(int replications) {
        return withAnalysis(analysis.withReplications(replications));
    }

    /** The experiment with another seed, from which other points are drawn too, where the design draws them. */
    public ExperimentFile withSeed(long seed) {
        AnalysisParameters other = analysis.withSeed(seed);
        if (!(variations.design() instanceof RangesDesign)) {
            return withAnalysis(other);
        }
        Variations drawn = Variations.of(document, other);
        List<Point> bound = new PointBinder(file, model, arguments, drawn).points();
        return new ExperimentFile(file, document, header, other.recordingDepthOf(bound), model, arguments, drawn, bound);
    }

    /** The experiment with other recordings. */
    public ExperimentFile withRecording(Set<Recording> recording) {
        return withAnalysis(analysis.withRecord(List.copyOf(recording)));
    }

    /**
     * The experiment with replications chosen so that an estimate's interval is narrow enough.
     *
     * @param halfWidth half the width that is wanted
     * @param measure   of which measure; if empty, of the file's
     * @throws InputException if the width is no number above 0, or replications cannot be chosen for this kind
     */
    public ExperimentFile withPrecision(double halfWidth, Optional<String> measure) {
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            throw new InputException("--half-width: expected a number above 0, but found " + Scalars.text(halfWidth));
        }
        PrecisionParameters own = analysis.precision();
        return withAnalysis(analysis.withPrecision(new PrecisionParameters(measure.orElse(own.measure()), halfWidth,
                own.mostReplications())));
    }

    private ExperimentFile withAnalysis(AnalysisParameters other) {
        return new ExperimentFile(file, document, header, other, model, arguments, variations, points);
    }

    /** All of the file but the model, the variants, the grid and the ranges, with the analysis as it is now. */
    Header header() {
        return new Header(header.schemaVersion(), header.name(), header.question(), header.note(), analysis);
    }

    /** The file that the experiment was read from, as it was named. */
    public Path file() {
        return file;
    }

    /** The experiment's name, also that of its result folder. */
    public String name() {
        return header.name();
    }

    /** One sentence that the experiment answers. */
    public String question() {
        return header.question();
    }

    /** Anything else worth knowing. */
    public Optional<String> note() {
        return header.note();
    }

    /** What to do with the model. */
    public AnalysisParameters analysis() {
        return analysis;
    }

    /** The model's settings: the bases', the file's own and the arguments', without the variants'. */
    public Settings model() {
        return model.overlaidBy(arguments);
    }

    /** The names of the variants in order; empty if there are none. */
    public List<String> variants() {
        return List.copyOf(variations.variants().keySet());
    }

    /** All points in order: variants crossed with the rows of the design, or one point {@code base}. */
    public List<Point> points() {
        return points;
    }

    /**
     * For each point the index of the point that its differences are taken against: if the baseline is a variant, that
     * variant's point with the same grid values; if it names grid values, the same variant's point with these; else the one
     * baseline point, by default the first; of a design that begins with the model as it is, the variant as it is.
     */
    public List<Integer> baselines() {
        Map<String, Integer> indexById = new HashMap<>();
        points.forEach(point -> indexById.put(point.id(), point.index()));
        String baseline = analysis.baseline().orElse(points.get(0).id());
        List<Integer> baselines = new ArrayList<>();
        for (Point point : points) {
            int slash = point.id().indexOf('/');
            if (analysis.baseline().isEmpty() && variations.design().beginsWithBase() && slash > 0) {
                baselines.add(indexById.get(point.id().substring(0, slash)));
                continue;
            }
            String paired = slash < 0 ? baseline : variations.variants().containsKey(baseline)
                    ? baseline + point.id().substring(slash) : point.id().substring(0, slash + 1) + baseline;
            baselines.add(indexById.get(indexById.containsKey(paired) ? paired : baseline));
        }
        return List.copyOf(baselines);
    }

    /** All that the experiment's numbers depend on, for results in the given folder. */
    public Design design(Path folder) {
        return new Design(name(), question(), Scalars.kebab(analysis.kind()), points, baselines(), analysis.replications(),
                analysis.seed(), analysis.recording(), analysis.show(), analysis.frontier(), analysis.attribution(), analysis.depth(),
                analysis.spread(), analysis.sensitivity(List.copyOf(variations.variedKeys()), variations.design().spans()),
                analysis.quantiles(),
                Optional.of(analysis.precision()).filter(PrecisionParameters::isAsked), effectiveYaml(folder));
    }

    /**
     * The experiment as one file without bases, every parameter written out, to be kept in the given folder: reads back as an
     * experiment with the same points.
     */
    public String effectiveYaml(Path folder) {
        return new EffectiveYaml(this, variations, MODEL.bind(model()), folder).text();
    }
}
