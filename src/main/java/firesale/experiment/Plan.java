package firesale.experiment;

import firesale.experiment.store.Hash;
import firesale.experiment.store.PlanChange;
import firesale.experiment.store.Shard;
import firesale.kernel.parameters.InputException;
import firesale.kernel.parameters.Scalars;
import firesale.model.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which runs there are, in which order and with which seeds. Run = replication &times; points + point: a cut sweep is an even
 * sample, and more replications append.
 */
public final class Plan {

    /** Runs in a shard; a part of the plan, so that shards do not depend on who computes them. */
    static final int RUNS_PER_SHARD = 250;

    /** Changes with the way that seeds are made or rows are written: neither is part of the model's code. */
    private static final String FORMAT = "1";

    private final Design design;
    private final List<Point> points;
    private final SimulatedModel<?> model;
    private final int runsPerShard;
    private final Set<Recording> recording;
    private final List<Integer> baselines;
    private final List<String> variedKeys;
    private final Map<String, String> identity;
    private final List<Shard> shards;

    /**
     * @param points    the points to run, which the analysis made of the design's
     * @param baselines for each of them the index of the one that it is compared with
     * @param model     what runs them
     * @throws InputException if there is no point or no replication, or two points share an id
     */
    Plan(Design design, List<Point> points, List<Integer> baselines, SimulatedModel<?> model, int runsPerShard) {
        if (design.replications() < 1) {
            throw new InputException("replications: was " + design.replications() + ", expected at least 1");
        }
        if (points.isEmpty()) {
            throw new InputException(design.name() + ": the experiment has no points");
        }
        this.design = design;
        this.points = List.copyOf(points);
        this.model = model;
        this.runsPerShard = runsPerShard;
        Set<Recording> recorded = EnumSet.noneOf(Recording.class);
        recorded.addAll(design.recording());
        this.recording = Collections.unmodifiableSet(recorded);
        requireOrder(points);
        this.baselines = List.copyOf(baselines);
        if (baselines.size() != points.size()) {
            throw new IllegalArgumentException("a baseline for each point, please");
        }
        Set<String> keys = new LinkedHashSet<>();
        points.forEach(point -> keys.addAll(point.varied().keySet()));
        this.variedKeys = List.copyOf(keys);
        this.identity = describe();
        this.shards = cut(identity, runs());
    }

    /** A hash of all that the rows depend on. */
    private static String shardIdentity(Map<String, String> identity) {
        Map<String, String> ofShards = new LinkedHashMap<>(identity);
        ofShards.keySet().removeAll(List.of("name", "kind", "baselines", "show", "frontier", "players", "measures",
                "replications", PlanChange.PRECISION, "cost of capital", "quantiles"));
        return hash(ofShards);
    }

    private static String hash(Map<String, String> identity) {
        StringBuilder text = new StringBuilder();
        identity.forEach((name, value) -> text.append(name.length()).append(':').append(name)
                .append(value.length()).append(':').append(value));
        return Hash.id(text.toString());
    }

    /**
     * The shards of a plan in the order of their runs.
     *
     * @param identity see {@link #identity}
     * @param runs     how many runs the plan has
     */
    static List<Shard> cut(Map<String, String> identity, long runs) {
        String shardIdentity = shardIdentity(identity);
        int runsPerShard = Integer.parseInt(identity.get("runs in a shard"));
        List<Shard> cut = new ArrayList<>();
        for (long first = 0; first < runs; first += runsPerShard) {
            long end = Math.min(first + runsPerShard, runs);
            cut.add(new Shard(cut.size(), first, end, Hash.id(shardIdentity + " runs " + first + " to " + end)));
        }
        return List.copyOf(cut);
    }

    private static void requireOrder(List<Point> points) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).index() != i) {
                throw new IllegalArgumentException(points.get(i).id() + " has index " + points.get(i).index() + " at " + i);
            }
            if (!ids.add(points.get(i).id())) {
                throw new InputException("two points are called " + points.get(i).id());
            }
        }
    }

    private Map<String, String> describe() {
        Map<String, String> text = new LinkedHashMap<>();
        text.put("name", design.name());
        text.put("kind", design.kind());
        text.put("seed", Long.toString(design.seed()));
        text.put("replications", Integer.toString(design.replications()));
        design.precision().ifPresent(wanted -> text.put(PlanChange.PRECISION, wanted.text()));
        text.put("recording", recording.toString());
        text.put("baselines", points.size() > PointTexts.FEW ? PointTexts.shortened(baselines) : baselines.toString());
        text.put("show", String.join(" ", design.show()));
        if (!design.frontier().isEmpty()) {
            // absent if there is none, so that results from before there were frontiers are still of the same plan
            text.put("frontier", String.join(" ", design.frontier()));
        }
        if (design.kind().equals("attribution")) {
            text.put("players", Scalars.kebab(design.attribution().players()));
            text.put("measures", String.join(" ", design.attribution().measures()));
        }
        if (design.kind().equals("spread")) {
            text.put("cost of capital", Double.toString(design.spread().costOfCapital()));
        }
        if (design.kind().equals("sensitivity")) {
            SensitivityDesign asked = design.sensitivity();
            text.put("method", Scalars.kebab(asked.method()));
            text.put("samples", Integer.toString(asked.samples()));
            text.put("levels", Integer.toString(asked.levels()));
            text.put("measures", String.join(" ", asked.measures()));
        }
        if (design.kind().equals("run") || design.kind().equals("sweep")) {
            text.put("quantiles", design.quantiles().toString());
        }
        PointTexts ofPoints = PointTexts.of(points.size());
        points.forEach(point -> ofPoints.id(point.id()));
        text.putAll(model.parameterText().apply(points.get(0).parameters()));
        for (Point point : points) {
            point.varied().forEach((key, value) -> ofPoints.put(key + " varied", point.id(), value));
            model.parameterText().differences(points.get(0).parameters(), point.parameters())
                    .forEach((path, value) -> ofPoints.put(path, point.id(), value));
        }
        text.putAll(ofPoints.lines());
        text.put("runs in a shard", Integer.toString(runsPerShard));
        text.put("shard format", FORMAT);
        text.put("code", model.codeIdentity());
        return text;
    }

    /**
     * The whole plan as names and values, in a fixed order: equal for two plans if and only if their results are. Parameters
     * stand under their paths; a point adds only those that differ from the first point's. Of many points, each of these has one
     * line with its first values and a hash of all.
     */
    Map<String, String> identity() {
        return identity;
    }

    public String name() {
        return design.name();
    }

    public String question() {
        return design.question();
    }

    public long seed() {
        return design.seed();
    }

    public int replications() {
        return design.replications();
    }

    public List<Point> points() {
        return points;
    }

    /** The index of the point that a point is compared with. */
    public int baseline(int point) {
        return baselines.get(point);
    }

    /** The same of all points. */
    List<Integer> baselines() {
        return baselines;
    }

    /** Every key that some point sets, in the order of first mention. */
    public List<String> variedKeys() {
        return variedKeys;
    }

    Design design() {
        return design;
    }

    /** What is recorded, in the order of declaration. */
    Set<Recording> recording() {
        return recording;
    }

    /** How many runs there are in all. */
    public long runs() {
        return (long) replications() * points.size();
    }

    Point point(long run) {
        return points.get((int) (run % points.size()));
    }

    int replication(long run) {
        return (int) (run / points.size());
    }

    long seed(long run) {
        return Seeds.replication(design.seed(), replication(run));
    }

    /** The shards in the order of their runs. */
    List<Shard> shards() {
        return shards;
    }
}
