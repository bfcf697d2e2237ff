package firesale.buyers;

import firesale.hardware.HardwareParameters;
import firesale.hardware.MachineType;
import firesale.hardware.Pool;
import firesale.world.Market;
import java.util.Arrays;
import java.util.List;

/**
 * What a pool is worth to each buyer in each of its berths this week, under several views of the future; each value is found when it
 * is first asked for. A view says whether buyers have beliefs of their own, and whether the funding spread adds to their cost
 * of capital.
 */
final class PoolValues {

    private static final int VIEWS = 4;
    /** By how much, relative to one dollar and to the value, rounding might put a value below one that is never above it. */
    private static final double SLACK = 1e-6;

    private final List<MachineType> machines;
    private final Market market;
    private final List<Buyer> buyers;
    private final Resale resale;
    private final Consensus consensus;
    private final Appraiser[] appraiser = new Appraiser[VIEWS];
    /** Whom each view's appraiser was asked about last. */
    private final Buyer[] asked = new Buyer[VIEWS];
    private final boolean[] isSeen = new boolean[VIEWS];
    /** The buyer's place in the arrays of values. */
    private int[] firstCell = new int[0];
    /** By view and cell; NaN where it is not known yet. */
    private final double[][] usd = new double[VIEWS][0];
    private final boolean[] isUsed = new boolean[VIEWS];
    /** By view and cell, what the pool is worth at most; infinite where nothing is known of it. */
    private final double[][] mostUsd = new double[VIEWS][0];
    /** The same by view and buyer, for all of its berths. */
    private final double[][] mostAnywhereUsd = new double[VIEWS][0];
    private Dominance dominance;
    /** What ready racks forgo by view, whether cooling counts, and cell: the same for all pools of a week. */
    private final double[][] forgoneUsdPerKw = new double[2 * VIEWS][0];
    private int week = -1;
    private Pool pool;

    PoolValues(HardwareParameters hardware, Market market, List<Buyer> buyers, Resale resale, Consensus consensus) {
        this.machines = hardware.machines();
        this.market = market;
        this.buyers = buyers;
        this.resale = resale;
        this.consensus = consensus;
        for (int view = 0; view < VIEWS; view++) {
            appraiser[view] = new Appraiser(hardware, market);
        }
    }

    /** Asks for the values of this pool in this week from now on. */
    void freeze(Pool ofPool) {
        pool = ofPool;
        if (dominance == null) {
            dominance = new Dominance(buyers);
        }
        if (firstCell.length < buyers.size() + 1) {
            firstCell = new int[buyers.size() + 1];
        }
        int cells = firstCell[buyers.size()];
        for (int i = 0; i < buyers.size(); i++) {
            firstCell[i + 1] = firstCell[i] + buyers.get(i).berths().length;
        }
        for (int view = 0; view < VIEWS; view++) {
            if (isUsed[view]) {
                isUsed[view] = false;
                Arrays.fill(usd[view], Double.NaN);
                Arrays.fill(mostUsd[view], Double.POSITIVE_INFINITY);
                Arrays.fill(mostAnywhereUsd[view], Double.POSITIVE_INFINITY);
            }
        }
        if (week != market.week() || cells != firstCell[buyers.size()]) {
            beginWeek();
        }
    }

    private void beginWeek() {
        week = market.week();
        Arrays.fill(isSeen, false);
        for (int which = 0; which < forgoneUsdPerKw.length; which++) {
            if (forgoneUsdPerKw[which].length > 0) {
                Arrays.fill(forgoneUsdPerKw[which], Double.NaN);
            }
        }
    }

    /** The number of a view. */
    static int view(boolean beliefs, boolean spread) {
        return (beliefs ? 1 : 0) + (spread ? 2 : 0);
    }

    /** What the funding spread adds to every cost of capital under a view, 1/a. */
    double premium(int view) {
        return (view & 2) != 0 ? market.spread() - market.calmSpread() : 0;
    }

    /** A buyer by rank: what is known of those before says most about the {@link #mostUsd most} that it is worth to those after. */
    int ranked(int rank) {
        return dominance.ranked(rank);
    }

    /** What the pool is worth to a buyer in a berth, before any other use of its power, USD per GPU. */
    double usd(int view, int buyer, Berth berth) {
        int cell = cell(view, buyer, berth);
        double value = usd[view][cell];
        if (Double.isNaN(value)) {
            Buyer of = buyers.get(buyer);
            if (berth.making() == Berth.Making.STORAGE) {
                value = resale.usd(of, pool, premium(view));
            } else {
                value = asked(view, of).usd(berth, pool);
                double gross = asked(view, of).beforeRacksUsd();
                mostUsd[view][cell] = gross + SLACK * (1 + StrictMath.abs(gross));
            }
            usd[view][cell] = value;
        }
        return value;
    }

    /** Whether it is known, of others or of other views, that the pool is worth less than so much to a buyer in all of its berths. */
    boolean isWorthLess(int view, int buyer, double thanUsd) {
        if (mostAnywhereUsd[view].length == 0) {
            mostAnywhereUsd[view] = new double[buyers.size()];
            Arrays.fill(mostAnywhereUsd[view], Double.POSITIVE_INFINITY);
        }
        if (mostAnywhereUsd[view][buyer] >= thanUsd) {
            double most = Double.NEGATIVE_INFINITY;
            for (Berth berth : buyers.get(buyer).berths()) {
                most = StrictMath.max(most, mostUsd(view, buyer, berth));
            }
            mostAnywhereUsd[view][buyer] = most;
        }
        return mostAnywhereUsd[view][buyer] < thanUsd;
    }

    /** A value that {@link #usd} does not exceed, by what is known of others and under other views; finds no value itself. */
    double mostUsd(int view, int buyer, Berth berth) {
        int cell = cell(view, buyer, berth);
        double value = usd[view][cell];
        if (!Double.isNaN(value)) {
            return value;
        }
        double[] most = mostUsd[view];
        if (berth.index() < Dominance.BERTHS) {
            int above = dominance.above(buyer, (view & 1) != 0);
            if (above >= 0) {
                most[cell] = StrictMath.min(most[cell], most[firstCell[above] + berth.index()]);
            }
        }
        int inCalm = view & 1;
        if (view != inCalm && mostUsd[inCalm].length > cell && premium(view) >= 0) {
            // whoever discounts more holds no machine worth more
            most[cell] = StrictMath.min(most[cell], mostUsd[inCalm][cell]);
        }
        return most[cell];
    }

    /** Finds a value that nobody asks for now where nothing is known of it that could be known of those below: it bounds theirs. */
    void learn(int view, int buyer, Berth berth) {
        if (berth.index() < Dominance.BERTHS && dominance.above(buyer, (view & 1) != 0) < 0
                && mostUsd(view, buyer, berth) == Double.POSITIVE_INFINITY) {
            usd(view, buyer, berth);
        }
    }

    private int cell(int view, int buyer, Berth berth) {
        int cell = firstCell[buyer] + berth.index();
        if (usd[view].length <= cell) {
            usd[view] = widened(usd[view], Double.NaN);
            mostUsd[view] = widened(mostUsd[view], Double.POSITIVE_INFINITY);
        }
        isUsed[view] = true;
        return cell;
    }

    /**
     * What ready racks forgo, USD per kW.
     *
     * @param cooled whether cooling has to serve what could stand there instead
     */
    double forgoneUsdPerKw(int view, int buyer, Berth berth, boolean cooled) {
        Buyer of = buyers.get(buyer);
        if (!of.type().newMachines() || berth.making() != Berth.Making.READY) {
            return 0;
        }
        // where all that could stand there is cooled, cooling makes no difference
        int which = 2 * view + (cooled && !berth.coolsAllNew(machines) ? 1 : 0);
        int cell = firstCell[buyer] + berth.index();
        if (forgoneUsdPerKw[which].length <= cell) {
            forgoneUsdPerKw[which] = widened(forgoneUsdPerKw[which], Double.NaN);
        }
        double perKw = forgoneUsdPerKw[which][cell];
        if (Double.isNaN(perKw)) {
            perKw = asked(view, of).otherUseUsdPerKw(berth, (which & 1) != 0);
            forgoneUsdPerKw[which][cell] = perKw;
        }
        return perKw;
    }

    private Appraiser asked(int view, Buyer buyer) {
        if (!isSeen[view]) {
            isSeen[view] = true;
            asked[view] = null;
            boolean beliefs = (view & 1) != 0;
            appraiser[view].see(beliefs ? consensus.declineWithoutReleases() : market.outlook().declineWithoutReleases(), beliefs,
                    premium(view));
        }
        if (asked[view] != buyer) {
            asked[view] = buyer;
            appraiser[view].ask(buyer);
        }
        return appraiser[view];
    }

    private double[] widened(double[] known, double unknown) {
        double[] wide = Arrays.copyOf(known, firstCell[buyers.size()]);
        Arrays.fill(wide, known.length, wide.length, unknown);
        return wide;
    }
}
