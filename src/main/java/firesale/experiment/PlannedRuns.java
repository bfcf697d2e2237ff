package firesale.experiment;

import firesale.kernel.parameters.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The runs of an experiment as its {@code runs.csv} numbers them: run = replication &times; points + point. */
public final class PlannedRuns {

    private static final int MOST_NAMED = 12;

    private final ExperimentFile experiment;
    private final List<Point> points;
    private final Design design;

    /** @throws InputException if the analysis cannot be made */
    public PlannedRuns(ExperimentFile experiment) {
        this.experiment = experiment;
        this.design = experiment.design(Path.of(""));
        this.points = List.copyOf(Analyses.of(design).points(design.points()));
    }

    /** What is run. */
    public ExperimentFile experiment() {
        return experiment;
    }

    /** The points that are run, in their order; some analyses run others than the experiment declares. */
    public List<Point> points() {
        return points;
    }

    /** All that the runs depend on as names and values, as {@code manifest.json} has them. */
    Map<String, String> identity() {
        List<Integer> baselines = Analyses.of(design).baselines(design.points(), design.baselines());
        return new Plan(design, points, baselines, SimulatedModel.fireSale(), Plan.RUNS_PER_SHARD).identity();
    }

    /**
     * A point by its id or by its number from 0.
     *
     * @throws InputException if there is none, naming those that there are
     */
    public Point point(String idOrNumber) {
        for (Point point : points) {
            if (point.id().equals(idOrNumber)) {
                return point;
            }
        }
        if (idOrNumber.matches("[0-9]{1,9}") && Integer.parseInt(idOrNumber) < points.size()) {
            return points.get(Integer.parseInt(idOrNumber));
        }
        List<String> first = points.stream().limit(MOST_NAMED).map(Point::id).toList();
        throw new InputException(experiment.name() + " has no point \"" + idOrNumber + "\"; expected "
                + (points.size() == 1 ? "0 or " : "0 to " + (points.size() - 1) + " or one of ") + String.join(", ", first)
                + (points.size() > MOST_NAMED ? ", ..." : ""));
    }

    /** The point of a run. */
    public Point point(long run) {
        return points.get((int) (run % points.size()));
    }

    /** The replication of a run, from 0. */
    public int replication(long run) {
        return (int) (run / points.size());
    }

    /** How many runs the experiment asks for; more may have been run to make an estimate precise. */
    public long runs() {
        return (long) experiment.analysis().replications() * points.size();
    }

    /**
     * The model's seed in a replication, the same at every point: 64 bits.
     *
     * @param replication from 0; may be larger than the experiment asks for
     */
    public long seed(int replication) {
        return Seeds.replication(experiment.analysis().seed(), replication);
    }
}
