package firesale.model;

import firesale.buyers.Buyers;
import firesale.buyers.Friction;
import firesale.credit.Credit;
import firesale.credit.DefaultScript;
import firesale.hardware.Custody;
import firesale.hardware.MachineType;
import firesale.hardware.PowerBook;
import firesale.kernel.books.OutsideWorld;
import firesale.kernel.parameters.ParameterSchema;
import firesale.kernel.random.Streams;
import firesale.policy.Backstop;
import firesale.repo.RepoMarket;
import firesale.world.Feedback;
import firesale.world.Market;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import sim.engine.MakesSimState;
import sim.engine.SimState;

/**
 * One run: parameters, seed, world and books. Phases are small classes over it, put in order by {@link Timetable}. A run is a
 * function of its parameters and its seed; what is recorded changes no number.
 */
public final class FireSale extends SimState {

    private static final long serialVersionUID = 1L;

    private final transient Scenario scenario;
    private final transient ModelParameters parameters;
    private final transient Set<Recording> recording;
    private final transient boolean isWatched;
    private final long modelSeed;
    private transient Streams streams;
    private transient OutsideWorld outside;
    private transient List<Custody> custody;
    private transient PowerBook power;
    private transient DefaultersRacks premises;
    private transient Market market;
    private transient AuctionMarks marks;
    private transient Backstop backstop;
    private transient Credit credit;
    private transient Buyers buyers;
    private transient Tally tally;
    private transient Recorder recorder;
    private transient EarningsMeasure earnings;
    private transient LoanBookMeasure loans;
    private transient TwinFigures twins;
    private transient SaleAnatomy anatomy;
    private transient MarketDepth depth;
    private transient RepoMarket repo;
    private transient Signals signals;
    private transient Onlooker onlooker = Onlooker.NOBODY;
    /** Null unless the run is watched. */
    private transient Watch watch;
    private transient Consumer<FireSale> whenFinished = run -> { };
    private transient boolean goesOn;

    /** A run with default parameters, as MASON wants it. */
    public FireSale(long seed) {
        this(Scenario.of(ParameterSchema.of(ModelParameters.class).defaults()), seed, EnumSet.noneOf(Recording.class));
    }

    /** @param seed any 64-bit number; the model's own streams use all of it, MASON's generator is not used */
    public FireSale(Scenario scenario, long seed, Set<Recording> recording) {
        this(scenario, seed, recording, false);
    }

    private FireSale(Scenario scenario, long seed, Set<Recording> recording, boolean isWatched) {
        super(seed);
        this.isWatched = isWatched;
        this.scenario = scenario;
        this.parameters = scenario.parameters();
        this.recording = recording;
        this.modelSeed = seed;
    }

    /** A run that somebody watches, with the same numbers as one that nobody does. */
    public static FireSale watched(Scenario scenario, long seed) {
        return new FireSale(scenario, seed, Watch.RECORDING, true);
    }

    /** Runs the model once; a function of the parameters and the seed alone. */
    public static RunOutcome simulate(ModelParameters parameters, long seed, Set<Recording> recording) {
        return simulate(Scenario.of(parameters), seed, recording);
    }

    /** The same with the scenario's files already read. */
    public static RunOutcome simulate(Scenario scenario, long seed, Set<Recording> recording) {
        return complete(scenario, seed, recording).outcome();
    }

    /** A run from its start to its end. */
    static FireSale complete(Scenario scenario, long seed, Set<Recording> recording) {
        FireSale run = new FireSale(scenario, seed, recording);
        run.start();
        while (run.schedule.step(run)) {
            continue;
        }
        run.finish();
        return run;
    }

    /**
     * MASON's own loop; it ends the JVM when it is through.
     *
     * @param restored     runs to go on with before new ones are made; taken from the front
     * @param whenFinished what to do with each run that ends
     * @param options      MASON's options
     */
    public static void loop(Scenario scenario, Deque<FireSale> restored, Consumer<FireSale> whenFinished, List<String> options) {
        doLoop(new MakesSimState() {
            @Override
            public SimState newInstance(long seed, String[] arguments) {
                FireSale run = restored.isEmpty() ? new FireSale(scenario, seed, EnumSet.noneOf(Recording.class))
                        : restored.pop();
                run.whenFinished = whenFinished;
                return run;
            }

            @Override
            public Class<?> simulationClass() {
                return FireSale.class;
            }
        }, options.toArray(new String[0]));
    }

    /** Builds the world and its agents and puts the week's phases on the schedule. */
    @Override
    public void start() {
        if (goesOn) {
            goesOn = false;
            return;
        }
        super.start();
        streams = new Streams(modelSeed);
        outside = new OutsideWorld();
        custody = new ArrayList<>();
        for (MachineType machine : parameters.hardware().machines()) {
            custody.add(new Custody(machine));
        }
        power = new PowerBook();
        market = new Market(parameters.market(), scenario.replay(), scenario.feedbacks(), streams, parameters.time().horizon());
        marks = new AuctionMarks(this);
        recorder = new Recorder(this, recording);
        signals = new Signals(this);
        // the warehouse makes lenders whole itself; borrowers are those of the run, so that belief in a backstop has lent to them
        backstop = new Backstop(parameters.policy(), parameters.credit().loan().spread(), outside, custody, market,
                disposal() != Disposal.WAREHOUSE);
        credit = new Credit(parameters.credit(), scenario.book(), parameters.hardware(), outside, custody, streams, market,
                scenario.feedbacks(), marks, recorder.chronicle(), backstop);
        if (parameters.repo().frozenSeizures() && parameters.repo().isOpen()) {
            FireSale without = complete(scenario.withoutRepo(), modelSeed, EnumSet.noneOf(Recording.class));
            credit.follow(DefaultScript.of(without.credit().borrowers()));
        }
        boolean lends = scenario.frictions().contains(Friction.REPO) && scenario.frictions().contains(Friction.FUNDING);
        repo = new RepoMarket(parameters.repo(), lends && disposal() != Disposal.WAREHOUSE,
                scenario.feedbacks().contains(Feedback.HAIRCUTS), parameters.hardware(),
                parameters.auction().storageUsdPerGpuWeek(), outside, custody, market, signals, this::buyers, credit::newLotNumber);
        buyers = new Buyers(parameters.buyers(), scenario.ownBuyers(), parameters.auction(), scenario.frictions(),
                parameters.hardware(), outside, custody, power, streams, market, new LenderLines(credit.lenders()), repo,
                parameters.anatomy() != Anatomy.NONE || parameters.depth().measure() || parameters.policy().floor().isOn() || isWatched);
        premises = new DefaultersRacks(this, power);
        tally = new Tally();
        earnings = parameters.credit().measureEarnings() ? new EarningsMeasure(this) : null;
        loans = parameters.credit().measureLoans() ? new LoanBookMeasure(this) : null;
        twins = TwinFigures.none();
        anatomy = parameters.anatomy() == Anatomy.NONE || disposal() == Disposal.WAREHOUSE ? null
                : new SaleAnatomy(this, scenario.frictions());
        depth = parameters.depth().measure() && disposal() != Disposal.WAREHOUSE
                ? new MarketDepth(this, scenario.frictions()) : null;
        watch = isWatched ? new Watch(this, anatomy == null && disposal() != Disposal.WAREHOUSE
                ? new SaleAnatomy(this, scenario.frictions()) : anatomy) : null;
        onlooker = isWatched ? watch : Onlooker.NOBODY;
        Timetable.schedule(this);
    }

    /** Lets the next {@link #start} keep the state: MASON's loop starts whatever it is given, a restored run too. */
    public void goOnAtStart() {
        goesOn = true;
    }

    /** Ends the run; one that went all the way is compared with its twins, where that is asked for. */
    @Override
    public void finish() {
        if (scenario.twins() && schedule.scheduleComplete()) {
            twins = Twins.of(this, scenario);
        }
        super.finish();
        whenFinished.accept(this);
    }

    /** The current week, counted from 0. */
    public int week() {
        return market.week();
    }

    public ModelParameters parameters() {
        return parameters;
    }

    /** The seed of the model's streams. */
    public long modelSeed() {
        return modelSeed;
    }

    /** MASON's number of the job; 0 outside its loop. */
    public long jobNumber() {
        return job();
    }

    /** Where every draw of the run comes from. */
    Streams streams() {
        return streams;
    }

    /** The accounts of money and coins. */
    public OutsideWorld outside() {
        return outside;
    }

    /** Where the GPUs of each kind are. */
    public List<Custody> custody() {
        return custody;
    }

    /** Where the power of racks is. */
    public PowerBook power() {
        return power;
    }

    /** Where borrowers' machines stand, and what becomes of their racks. */
    DefaultersRacks premises() {
        return premises;
    }

    /** The loops that are on. */
    Set<Feedback> feedbacks() {
        return scenario.feedbacks();
    }

    /** The frictions that are on. */
    Set<Friction> frictions() {
        return scenario.frictions();
    }

    /** Whether lots compete for racks and money; else each is sold as if it were the only one. */
    boolean lotsCrowd() {
        return scenario.frictions().contains(Friction.CROWDING);
    }

    /** What becomes of machines that reach a lender. */
    Disposal disposal() {
        return scenario.disposal();
    }

    /** What collateral is held to be worth. */
    AuctionMarks marks() {
        return marks;
    }

    /** Who stands behind prices and losses. */
    Backstop backstop() {
        return backstop;
    }

    public Market market() {
        return market;
    }

    public Credit credit() {
        return credit;
    }

    public Buyers buyers() {
        return buyers;
    }

    /** The repo market; one without dealers does nothing. */
    public RepoMarket repo() {
        return repo;
    }

    /** What auctions tell repo dealers. */
    Signals signals() {
        return signals;
    }

    /** Sums over the run so far. */
    Tally tally() {
        return tally;
    }

    /** Reported against economic earnings; null unless it is asked for. */
    EarningsMeasure earnings() {
        return earnings;
    }

    /** Loans against what backs and serves them; null unless it is asked for. */
    LoanBookMeasure loans() {
        return loans;
    }

    /** The run beside its twins; all missing unless it is asked for and the run is over. */
    TwinFigures twins() {
        return twins;
    }

    /** What discounts are made of; null unless it is asked for. */
    SaleAnatomy anatomy() {
        return anatomy;
    }

    /** How deep the market is; null unless it is asked for. */
    MarketDepth depth() {
        return depth;
    }

    /** What somebody sees who watches; null unless the run is {@link #watched watched} and has started. */
    public Watch watch() {
        return watch;
    }

    /** Who is told of clearings. */
    Onlooker onlooker() {
        return onlooker;
    }

    /** What the run was made with. */
    public Scenario scenario() {
        return scenario;
    }

    Recorder recorder() {
        return recorder;
    }

    /** Saves a small record instead of the object graph. */
    private Object writeReplace() {
        return Checkpoint.of(this);
    }

    /** A run is never read as such: a stream that claims to hold one is forged. */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a run is saved as a " + Checkpoint.class.getSimpleName());
    }

    /** The measures of the run so far. */
    public RunOutcome outcome() {
        return Measures.of(this);
    }
}
